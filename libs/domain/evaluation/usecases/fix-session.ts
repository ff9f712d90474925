import { Injectable } from '@nestjs/common';
import { CampaignFacade } from '@domain/campaign';
import { type EvaluationRules, RegulationFacade } from '@domain/regulation';
import { SessionsRepository } from '../data/sessions.repository.js';
import { councilNotInForce } from '../evaluation.errors.js';
import { FindConflicts } from './find-conflicts.js';
import type { HeldSession } from './session-desk.js';

/** Smallest council that can judge (INV-13). */
const LEAST_VOTING = 3;

/**
 * Fixes the rule book and the members of a session, whatever happens to the regulation and the council later (INV-15). It
 * happens once, by what comes first: members begin to score, or the council sits.
 */
@Injectable()
export class FixSession {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly conflicts: FindConflicts,
    private readonly campaigns: CampaignFacade,
    private readonly regulations: RegulationFacade,
  ) {}

  /** Runs in the caller's transaction; answers the rules that hold. @throws COUNCIL_NOT_IN_FORCE */
  async execute({ viewer, row }: HeldSession): Promise<EvaluationRules> {
    if (row.fixedAt !== null) return (await this.sessions.rulesOf(row.id)).rules;
    await this.#requireCouncil(row.councilId);
    const campaign = await this.campaigns.hold(row.campaignId, ['input', 'sessionId']);
    const fixed = await this.regulations.freeze(viewer.tenantId, campaign.regulationId);
    await this.conflicts.execute(viewer.tenantId, row.id, viewer.personId);
    await this.sessions.fix(row, fixed);
    return fixed.rules;
  }

  /** INV-13, on the day itself. */
  async #requireCouncil(councilId: string): Promise<void> {
    const { termFrom, termTo, isInTerm, chairs, secretaries, voting } = await this.sessions.councilToday(councilId);
    if (!isInTerm || chairs !== 1 || secretaries !== 1 || voting < LEAST_VOTING) throw councilNotInForce({ termFrom, termTo });
  }
}
