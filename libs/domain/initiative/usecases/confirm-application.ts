import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { notFound } from '@kit/errors';
import { EventBus } from '@kit/events';
import { DossierPartsRepository } from '../data/dossier-parts.repository.js';
import { ApplicationConfirmed } from '../events/initiative.events.js';
import { applicationConfirmed } from '../initiative.errors.js';
import type { ConfirmApplicationInput } from '../model/procedure.inputs.js';
import { applicationPolicy } from '../policy/application.policy.js';
import { InitiativeDesk } from './initiative-desk.js';

/** The head of a unit confirms that the unit applied the solution; answers the id of the initiative. */
@Injectable()
export class ConfirmApplication {
  constructor(
    private readonly database: Database,
    private readonly desk: InitiativeDesk,
    private readonly parts: DossierPartsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws APPLICATION_ALREADY_CONFIRMED, NOT_FOUND, FORBIDDEN */
  execute(input: ConfirmApplicationInput): Promise<string> {
    const path = ['input', 'recordId'];
    const { tenantId } = currentViewer();
    return this.database.transaction(async () => {
      const known = await this.parts.record(tenantId, input.recordId);
      if (known === null) throw notFound({}, path);
      const { viewer, facts } = await this.desk.hold(known.initiativeId, 'initiative.read', path);
      // Read again now that nobody changes it: a supplement may have replaced the record meanwhile.
      const record = await this.parts.record(tenantId, input.recordId);
      if (record === null) throw notFound({}, path);
      applicationPolicy.require('application.confirm', viewer, {
        tenantId, unitId: record.unitId, state: facts.state, authorIds: facts.authorIds,
      });
      if (record.confirmedAt !== null) throw applicationConfirmed();
      await this.parts.confirmRecord({
        ...record,
        confirmedByPersonId: viewer.personId,
        confirmedAt: await this.desk.now(),
        confirmationNote: (input.note ?? '').trim() || null,
      });
      await this.events.publish(new ApplicationConfirmed(tenantId, record.initiativeId, record.id));
      return record.initiativeId;
    });
  }
}
