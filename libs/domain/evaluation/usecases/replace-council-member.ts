import { Injectable } from '@nestjs/common';
import { OrganisationFacade } from '@domain/organisation';
import { addDays, localDate } from '@kit/clock';
import { currentViewer } from '@kit/context';
import { Database, newId } from '@kit/database';
import { notFound } from '@kit/errors';
import { EventBus } from '@kit/events';
import { isId } from '@kit/ids';
import { memberHasLeft, replacementTooEarly } from '../conflict.errors.js';
import { ConflictsRepository } from '../data/conflicts.repository.js';
import { CouncilsRepository } from '../data/councils.repository.js';
import { CouncilMemberReplaced } from '../events/evaluation.events.js';
import type { Council } from '../model/council.types.js';
import { councilPolicy } from '../policy/council.policy.js';
import { FindConflicts } from './find-conflicts.js';

export interface Replacement {
  readonly councilId: string;
  /** The appointment that ends. */
  readonly memberId: string;
  readonly personId: string;
  /** First day of the new member. */
  readonly from: string;
  /** The decision that replaces. */
  readonly decisionNumber: string;
  readonly decisionDate: string;
}

/**
 * Puts somebody in the place of a member, with the same office and vote. Sessions whose scoring has opened keep the members
 * they opened with (INV-15); in all others the interests of the new member are found before they can read anything.
 */
@Injectable()
export class ReplaceCouncilMember {
  constructor(
    private readonly database: Database,
    private readonly councils: CouncilsRepository,
    private readonly conflicts: ConflictsRepository,
    private readonly find: FindConflicts,
    private readonly organisation: OrganisationFacade,
    private readonly events: EventBus,
  ) {}

  /** @throws COUNCIL_REPLACEMENT_TOO_EARLY, COUNCIL_MEMBER_HAS_LEFT, COUNCIL_MEMBER_TWICE, NOT_FOUND (council, member, person), FORBIDDEN */
  execute({ councilId, memberId, personId, from, decisionNumber, decisionDate }: Replacement): Promise<Council> {
    const viewer = currentViewer();
    const { tenantId } = viewer;
    return this.database.transaction(async () => {
      if (!isId(councilId)) throw notFound({}, ['input', 'councilId']);
      const council = await this.councils.get(tenantId, councilId);
      councilPolicy.require('council.replaceMember', viewer, council);
      const old = isId(memberId) ? await this.councils.lockMember(councilId, memberId) : null;
      if (old === null) throw notFound({}, ['input', 'memberId']);
      const today = localDate(await this.database.now());
      if (old.replacedById !== null || (old.validTo !== null && old.validTo < today)) throw memberHasLeft({}, ['input', 'memberId']);
      const earliest = old.validFrom >= today ? addDays(old.validFrom, 1) : today;
      if (from < earliest || from > (old.validTo ?? council.termTo)) throw replacementTooEarly({ earliest }, ['input', 'from']);
      if (!isId(personId)) throw notFound({}, ['input', 'personId']);
      await this.organisation.requirePerson(personId, ['input', 'personId']);

      const id = newId();
      await this.councils.endMember(old.id, addDays(from, -1), id);
      const { role, isVoting, position } = old;
      await this.councils.addMember({
        id, tenantId, councilId, personId, role, isVoting, position, validFrom: from, validTo: old.validTo, replacedById: null, basisNumber: decisionNumber, basisDate: decisionDate,
      });
      await this.events.publish(new CouncilMemberReplaced(tenantId, councilId, old.personId, personId));
      for (const sessionId of await this.conflicts.unopenedSessionsOf(councilId)) {
        const session = await this.conflicts.share(tenantId, sessionId);
        if (session !== null && ['DRAFT', 'CONVENED'].includes(session.state)) await this.find.execute(tenantId, sessionId, viewer.personId);
      }
      return this.councils.get(tenantId, councilId);
    });
  }
}
