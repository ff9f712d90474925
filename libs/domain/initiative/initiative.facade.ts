import { Injectable } from '@nestjs/common';
import { searchPatterns } from '@domain/organisation';
import { currentViewer } from '@kit/context';
import { Database, sql, type SqlStatement } from '@kit/database';
import { notFound } from '@kit/errors';
import type { Connection, PageArgs, Selection } from '@kit/graphql';
import { InitiativeReader } from './data/initiative.reader.js';
import { InitiativesRepository } from './data/initiatives.repository.js';
import { judgedDossier, type JudgedDossierFacts, type JudgedRow } from './data/judged-dossier.js';
import type { InitiativeState } from './domain/terms.js';
import type { Initiative } from './model/initiative.types.js';
import { InitiativeDesk } from './usecases/initiative-desk.js';

/** What an agenda needs to know of an initiative. */
export interface AgendaFacts {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly state: InitiativeState;
  readonly campaignId: string;
  /** The version that was accepted and is judged; `null` before. */
  readonly acceptedVersion: number | null;
  readonly submittingUnitId: string | null;
  readonly resultDueOn: string | null;
  readonly isStateFunded: boolean | null;
  /** The original, when it is a duplicate (INV-10). */
  readonly duplicateOfId: string | null;
}

/** Which initiatives an agenda is offered. */
export interface AgendaWish {
  readonly campaignId: string;
  /** Words of code, title or submitting unit; all of them must be there. */
  readonly search?: string | null;
  /** Over a row of `initiative` called `i`: those that are on an agenda already. */
  readonly unless: SqlStatement;
  /** Likewise: those that come back, because a session put them off. */
  readonly also?: SqlStatement;
}

/** A person of an initiative, for conflicts of interest (INV-11). */
export interface PersonOfInitiative {
  readonly initiativeId: string;
  readonly personId: string;
  readonly unitId: string | null;
}

/** An application recorded for an initiative, for INV-05. */
export interface ApplicationFactsOfInitiative {
  readonly initiativeId: string;
  readonly status: 'PLANNED' | 'TRIAL' | 'APPLIED' | 'STOPPED';
  readonly appliedFrom: string;
}

/**
 * What later stages ask of initiatives and do to them. Everything is about the viewer's tenant; the caller has asked its own
 * policy. Changes run inside the caller's transaction, hold the rows in the order of their ids and write a step each; they
 * publish nothing, because what happened is the caller's to say.
 */
@Injectable()
export class InitiativeFacade {
  constructor(
    private readonly database: Database,
    private readonly desk: InitiativeDesk,
    private readonly initiatives: InitiativesRepository,
    private readonly reader: InitiativeReader,
  ) {}

  /** Facts of those of the ids that the ward has and that were submitted, in the order of the ids given. */
  async agendaFacts(ids: readonly string[]): Promise<AgendaFacts[]> {
    const rows = await this.database.rows<AgendaFacts>(sql`
      select i.id, i.code, i.title, i.state, i.campaign_id as "campaignId", i.accepted_version as "acceptedVersion",
        i.submitting_unit_id as "submittingUnitId", i.result_due_on as "resultDueOn", i.is_state_funded as "isStateFunded",
        i.duplicate_of_id as "duplicateOfId"
      from initiative i where i.tenant_id = ${currentViewer().tenantId} and i.id = any (${ids}::uuid[]) and i.submitted_at is not null`);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** The initiatives of a campaign that can go on an agenda: accepted, with their first application over. */
  agendaCandidates({ campaignId, search = null, unless, also = sql`false` }: AgendaWish, page: PageArgs, selected: Selection): Promise<Connection<Initiative>> {
    const viewer = currentViewer();
    return this.reader.page(viewer, sql`i.tenant_id = ${viewer.tenantId} and i.campaign_id = ${campaignId}
      and (i.state = 'ACCEPTED' or (i.state = 'WAITING_APPLICATION' and i.first_application_ends_on <= vn_today()) or ${also})
      and not (${unless}) and ${isNamed(searchPatterns(search))}`, 'LONGEST_WAITING', page, selected);
  }

  /**
   * Puts accepted initiatives under evaluation.
   * @throws INITIATIVE_WRONG_STATE, INITIATIVE_FIRST_APPLICATION_RUNNING, INITIATIVE_DUPLICATE_UNDER_EVALUATION (INV-10), NOT_FOUND
   */
  startEvaluation(ids: readonly string[]): Promise<void> {
    return this.#stepAll(ids, 'startEvaluation', null);
  }

  /** Takes initiatives off an agenda without a result, for example of a cancelled session. @throws INITIATIVE_WRONG_STATE, NOT_FOUND */
  returnToAccepted(ids: readonly string[], note: string | null = null): Promise<void> {
    return this.#stepAll(ids, 'returnToAccepted', note);
  }

  /** Ends the evaluation with a recognition. Call it when the decision is issued, not before. @throws INITIATIVE_WRONG_STATE, NOT_FOUND */
  recognise(ids: readonly string[], note: string | null = null): Promise<void> {
    return this.#stepAll(ids, 'recognise', note);
  }

  /** Ends the evaluation with a refusal. Call it when the decision is issued, not before. @throws INITIATIVE_WRONG_STATE, NOT_FOUND */
  refuse(ids: readonly string[], note: string | null = null): Promise<void> {
    return this.#stepAll(ids, 'refuse', note);
  }

  /** Versions as they were handed in, by initiative id; secrets included. Unknown ones are left out. */
  async judgedDossiers(wanted: readonly { readonly initiativeId: string; readonly versionNumber: number }[]): Promise<ReadonlyMap<string, JudgedDossierFacts>> {
    const rows = await this.database.rows<JudgedRow>(sql`
      select v.initiative_id as "initiativeId", v.number as "versionNumber", v.sha256, v.snapshot,
        (select coalesce(json_object_agg(r.id, r.confirmed_at) filter (where r.confirmed_at is not null), '{}')
          from application_record r where r.initiative_id = v.initiative_id) as confirmations
      from initiative_version v
      join unnest(${wanted.map(({ initiativeId }) => initiativeId)}::uuid[], ${wanted.map(({ versionNumber }) => versionNumber)}::int[]) as w (id, number)
        on w.id = v.initiative_id and w.number = v.number
      where v.tenant_id = ${currentViewer().tenantId}`);
    return new Map(rows.map((row) => [row.initiativeId, judgedDossier(row)]));
  }

  /** One version as it was handed in; secrets included. @throws NOT_FOUND */
  async judgedDossier(initiativeId: string, versionNumber: number): Promise<JudgedDossierFacts> {
    const found = (await this.judgedDossiers([{ initiativeId, versionNumber }])).get(initiativeId);
    if (found === undefined) throw notFound();
    return found;
  }

  /** The authors of some initiatives, with the unit each works in now. */
  authorsOf(ids: readonly string[]): Promise<PersonOfInitiative[]> {
    return this.database.rows<PersonOfInitiative>(sql`
      select a.initiative_id as "initiativeId", a.person_id as "personId", p.unit_id as "unitId"
      from initiative_author a join person p on p.id = a.person_id
      where a.tenant_id = ${currentViewer().tenantId} and a.initiative_id = any (${ids}::uuid[]) order by a.initiative_id, a.position`);
  }

  /** The first adopters of some initiatives who are people of the ward. */
  adoptersOf(ids: readonly string[]): Promise<PersonOfInitiative[]> {
    return this.database.rows<PersonOfInitiative>(sql`
      select d.initiative_id as "initiativeId", d.person_id as "personId", p.unit_id as "unitId"
      from first_adopter d join person p on p.id = d.person_id
      where d.tenant_id = ${currentViewer().tenantId} and d.initiative_id = any (${ids}::uuid[]) order by d.initiative_id, d.position`);
  }

  /** The recorded applications of some initiatives, for "cannot be recognised without one" (INV-05). */
  applicationsOf(ids: readonly string[]): Promise<ApplicationFactsOfInitiative[]> {
    return this.database.rows<ApplicationFactsOfInitiative>(sql`
      select r.initiative_id as "initiativeId", r.status, r.applied_from as "appliedFrom" from application_record r
      where r.tenant_id = ${currentViewer().tenantId} and r.initiative_id = any (${ids}::uuid[]) order by r.initiative_id, r.position`);
  }

  async #stepAll(ids: readonly string[], transition: string, note: string | null): Promise<void> {
    const viewer = currentViewer();
    await this.database.transaction(async () => {
      const rows = await this.initiatives.lockAll(viewer.tenantId, ids);
      if (rows.length < new Set(ids).size) throw notFound();
      const now = await this.desk.now();
      for (const row of rows) {
        if (transition === 'startEvaluation' && row.state === 'WAITING_APPLICATION') {
          await this.desk.step({ row, viewer }, 'finishFirstApplication', await this.desk.procedureFacts(row, now), now);
          row.state = 'ACCEPTED';
        }
        await this.desk.step({ row, viewer }, transition, await this.desk.procedureFacts(row, now), now, { note });
      }
    });
  }
}

/** Over a row of `initiative` called `i`: every word stands in its code, its title or the names of its unit. */
function isNamed(patterns: readonly string[]): SqlStatement {
  if (patterns.length === 0) return sql`true`;
  return sql`i.search_norm || ' ' || coalesce((select u.search_norm from org_unit u where u.id = i.submitting_unit_id), '') like all (${patterns}::text[])`;
}
