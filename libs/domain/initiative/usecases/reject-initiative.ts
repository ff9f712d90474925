import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { ValidationFailed } from '@kit/errors';
import { EventBus } from '@kit/events';
import { InitiativesRepository } from '../data/initiatives.repository.js';
import { InitiativeRejectedFormally } from '../events/initiative.events.js';
import { reasonUnfit } from '../initiative.errors.js';
import type { StoredFault } from '../model/procedure.entity.js';
import type { RejectInitiativeInput } from '../model/procedure.inputs.js';
import { FormalCheckDesk } from './formal-check-desk.js';
import { pickedReasons } from './formal-reasons.js';
import { InitiativeDesk } from './initiative-desk.js';

/** The ground that says the authors let the month of the supplement pass, or mended nothing. */
const NOT_CORRECTED = 'NOT_CORRECTED';

/**
 * Refuses acceptance on grounds of the law (Decree 13/2012 Art. 6). A dossier that was returned and not answered in time
 * lapses this way: by an officer's act, on the ground NOT_CORRECTED, never by the passing of a day.
 */
@Injectable()
export class RejectInitiative {
  constructor(
    private readonly database: Database,
    private readonly desk: InitiativeDesk,
    private readonly checks: FormalCheckDesk,
    private readonly initiatives: InitiativesRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws VALIDATION_FAILED (a ground that is unknown or unfit), SUPPLEMENT_NOT_OVERDUE, INITIATIVE_VERSION_OUTDATED, INITIATIVE_WRONG_STATE, NOT_FOUND, FORBIDDEN */
  execute(input: RejectInitiativeInput): Promise<void> {
    return this.database.transaction(async () => {
      const { held, procedure, now } = await this.checks.hold(input.id, input.versionNumber);
      const { row, viewer } = held;
      const lapses = row.state === 'SUPPLEMENT_REQUIRED';
      const transition = lapses ? 'lapse' : 'rejectFormally';
      this.desk.requireStep(transition, row, procedure);
      const faults = pickedReasons('FORMAL_REFUSAL', input.faults);
      requireFitting(faults, procedure.wasReturned, lapses);
      await this.initiatives.addFormalCheck({
        tenantId: row.tenantId, initiativeId: row.id, versionNumber: row.currentVersion, outcome: 'REJECTED',
        faults, message: input.message, dueOn: null, checkedByPersonId: viewer.personId, checkedAt: now,
      });
      await this.desk.step(held, transition, procedure, now);
      await this.events.publish(new InitiativeRejectedFormally(viewer.tenantId, row.id));
    });
  }
}

/** "Not corrected" needs something that was to be corrected, and is the only ground on which a dossier lapses. */
function requireFitting(faults: readonly StoredFault[], wasReturned: boolean, lapses: boolean): void {
  const unfit = ({ code }: StoredFault): boolean => (code === NOT_CORRECTED ? !wasReturned : lapses);
  ValidationFailed.throwIfAny(faults.flatMap((fault, index) =>
    unfit(fault) ? [{ code: reasonUnfit.code, path: ['input', 'faults', index, 'code'], details: { code: fault.code } }] : []));
}
