import { Injectable } from '@nestjs/common';
import { type Person, personJsonOf } from '@domain/organisation';
import { storedRules } from '@domain/regulation';
import type { Viewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import { notFound } from '@kit/errors';
import { isId } from '@kit/ids';
import { fairnessOf, type JudgedSheet } from '../domain/fairness/report.js';
import type { SessionFairness } from '../model/fairness.types.js';
import { fairnessPolicy } from '../policy/fairness.policy.js';
import { itemPolicy } from '../policy/item.policy.js';
import type { SessionFacts } from '../policy/session.conditions.js';
import { sessionPolicy } from '../policy/session.policy.js';
import { fairnessView, type NamedItem } from './fairness.view.js';
import { MOST_ITEMS, seatsJson } from './session.shapes.js';
import { countsSoFar } from './sheet.shapes.js';

/** Everything a report is made of, and what the policy decides by. */
interface JudgedRow extends SessionFacts {
  readonly rules: unknown;
  readonly people: readonly Person[];
  readonly items: readonly NamedItem[];
  readonly sheets: readonly JudgedSheet[];
}

/** Works out the fairness report of a session for whoever asks: one statement, and nothing is kept. */
@Injectable()
export class FairnessReader {
  constructor(private readonly database: Database) {}

  /**
   * `null` while the viewer may read the session but not yet how it judged. Items the viewer may not read are left out
   * before anything is worked out, so that no figure tells of them.
   * @throws NOT_FOUND alike for what does not exist and what the viewer may not read
   */
  async ofSession(viewer: Viewer, id: string): Promise<SessionFairness | null> {
    const row = isId(id) ? await this.#read(viewer, id) : null;
    if (row === null) throw notFound();
    if (!fairnessPolicy.can('fairness.read', viewer, row)) return null;
    const report = fairnessOf({
      rules: storedRules(row.rules),
      appointed: row.seats.filter((seat) => seat.isVoting).length,
      itemIds: row.items.map((item) => item.id),
      sheets: row.sheets,
    });
    return fairnessView(id, report, row.items, {
      personId: viewer.personId,
      seesNames: fairnessPolicy.can('fairness.readNames', viewer, row),
      people: new Map(row.people.map((person) => [person.id, person])),
    });
  }

  #read(viewer: Viewer, id: string): Promise<JudgedRow | null> {
    return this.database.row<JudgedRow>(sql`
      with readable as (
        select a.id, a.position, a.initiative_id, a.version_number from agenda_item a
        where a.session_id = ${id} and ${itemPolicy.where('item.readResult', viewer, 'a')} order by a.position limit ${MOST_ITEMS})
      select s.tenant_id as "tenantId", s.state, s.rules, ${seatsJson('s')} as seats,
        (select coalesce(json_agg(${personJsonOf(sql`seat.person_id`)}), '[]') from session_seat seat where seat.session_id = s.id) as people,
        (select coalesce(json_agg(json_build_object('id', r.id, 'code', v.snapshot ->> 'code', 'title', v.snapshot ->> 'title') order by r.position), '[]')
          from readable r join initiative_version v on v.initiative_id = r.initiative_id and v.number = r.version_number) as items,
        (select coalesce(json_agg(json_build_object('id', h.id, 'itemId', h.item_id, 'memberId', h.person_id, 'lines', h.lines)), '[]')
          from score_sheet h join readable r on r.id = h.item_id where ${countsSoFar('h')}) as sheets
      from evaluation_session s where s.id = ${id} and ${sessionPolicy.where('session.read', viewer, 's')}`);
  }
}
