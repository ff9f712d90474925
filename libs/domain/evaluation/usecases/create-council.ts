import { Injectable } from '@nestjs/common';
import { OrganisationFacade } from '@domain/organisation';
import { currentViewer } from '@kit/context';
import { Database, newId } from '@kit/database';
import { type DomainError, faultOf, ValidationFailed } from '@kit/errors';
import { EventBus } from '@kit/events';
import { CouncilsRepository } from '../data/councils.repository.js';
import { CouncilCreated } from '../events/evaluation.events.js';
import {
  councilChairVotes, councilNeedsOneChair, councilNeedsOneSecretary, councilTermReversed, councilTooSmall, councilTwice,
} from '../evaluation.errors.js';
import type { CouncilRole } from '../model/closed-lists.js';
import type { Council } from '../model/council.types.js';
import { councilPolicy } from '../policy/council.policy.js';

/** Smallest council that can judge (INV-13). */
const LEAST_VOTING = 3;
const MEMBERS = ['input', 'members'] as const;

export interface NewCouncilMember {
  readonly personId: string;
  readonly role: CouncilRole;
  readonly isVoting: boolean;
}

export interface NewCouncil {
  readonly name: string;
  readonly decisionNumber: string;
  readonly decisionDate: string;
  readonly termFrom: string;
  /** Last day of the term. */
  readonly termTo: string;
  /** In the order of the decision. */
  readonly members: readonly NewCouncilMember[];
}

/** Enters a council that a decision of the head has established (Decree 13/2012 Art. 8). */
@Injectable()
export class CreateCouncil {
  constructor(
    private readonly database: Database,
    private readonly councils: CouncilsRepository,
    private readonly organisation: OrganisationFacade,
    private readonly events: EventBus,
  ) {}

  /** @throws VALIDATION_FAILED with every COUNCIL_… fault, NOT_FOUND (a person), FORBIDDEN */
  async execute(input: NewCouncil): Promise<Council> {
    const viewer = currentViewer();
    const { tenantId } = viewer;
    councilPolicy.require('council.create', viewer, { tenantId, memberIds: [viewer.personId] });
    ValidationFailed.throwIfAny(faultsOf(input).map(faultOf));
    return this.database.transaction(async () => {
      await this.organisation.requirePeople(input.members.map((member) => member.personId), (index) => [...MEMBERS, index, 'personId']);
      const { members, ...council } = input;
      const id = newId();
      await this.councils.add({ ...council, id, tenantId }, members.map(({ personId, role, isVoting }, index) => ({
        id: newId(), tenantId, councilId: id, personId, role, isVoting, position: index + 1, validFrom: input.termFrom, validTo: input.termTo,
        replacedById: null, basisNumber: null, basisDate: null,
      })));
      await this.events.publish(new CouncilCreated(tenantId, id));
      return this.councils.get(tenantId, id);
    });
  }
}

/** All faults at once, so that a form is corrected in one go. */
function faultsOf({ members, termFrom, termTo }: NewCouncil): DomainError[] {
  const faults: DomainError[] = [];
  const count = (role: CouncilRole): number => members.filter((member) => member.role === role).length;
  if (termTo < termFrom) faults.push(councilTermReversed({}, ['input', 'termTo']));
  if (count('CHAIR') !== 1) faults.push(councilNeedsOneChair({ count: count('CHAIR') }, MEMBERS));
  if (count('SECRETARY') !== 1) faults.push(councilNeedsOneSecretary({ count: count('SECRETARY') }, MEMBERS));
  const voting = members.filter((member) => member.isVoting).length;
  if (voting < LEAST_VOTING) faults.push(councilTooSmall({ voting, least: LEAST_VOTING }, MEMBERS));
  members.forEach(({ personId, role, isVoting }, index) => {
    if (members.findIndex((other) => other.personId === personId) < index) faults.push(councilTwice({}, [...MEMBERS, index, 'personId']));
    if (role === 'CHAIR' && !isVoting) faults.push(councilChairVotes({}, [...MEMBERS, index, 'isVoting']));
  });
  return faults;
}
