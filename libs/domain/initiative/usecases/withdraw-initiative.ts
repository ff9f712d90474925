import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { InitiativeWithdrawn } from '../events/initiative.events.js';
import type { WithdrawInitiativeInput } from '../model/procedure.inputs.js';
import { WithdrawalVetoes } from '../withdrawal-vetoes.js';
import { InitiativeDesk } from './initiative-desk.js';

/**
 * Ends an initiative at the authors' wish, before the decision. The lead acts for all authors, who are told; a stage that
 * is being closed can forbid it. What was handed in stays on record.
 */
@Injectable()
export class WithdrawInitiative {
  constructor(
    private readonly database: Database,
    private readonly desk: InitiativeDesk,
    private readonly vetoes: WithdrawalVetoes,
    private readonly events: EventBus,
  ) {}

  /** @throws the veto of a later stage, INITIATIVE_WRONG_STATE, NOT_FOUND, FORBIDDEN */
  execute(input: WithdrawInitiativeInput): Promise<void> {
    return this.database.transaction(async () => {
      const held = await this.desk.hold(input.id, 'initiative.lead');
      const { row, viewer } = held;
      const veto = row.state === 'UNDER_EVALUATION' ? (await this.vetoes.of([row.id])).get(row.id) : undefined;
      if (veto !== undefined) throw veto;
      const now = await this.desk.now();
      await this.desk.step(held, 'withdraw', await this.desk.procedureFacts(row, now), now, { note: input.reason.trim() });
      await this.events.publish(new InitiativeWithdrawn(viewer.tenantId, row.id));
    });
  }
}
