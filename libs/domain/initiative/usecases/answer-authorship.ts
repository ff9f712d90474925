import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { notFound } from '@kit/errors';
import { EventBus } from '@kit/events';
import { InitiativesRepository } from '../data/initiatives.repository.js';
import { AuthorshipConfirmed, AuthorshipDeclined } from '../events/initiative.events.js';
import { leadCannotDecline, shareChanged } from '../initiative.errors.js';
import type { InitiativeAuthorEntity } from '../model/dossier-parts.entity.js';
import type { ConfirmAuthorshipInput, DeclineAuthorshipInput } from '../model/procedure.inputs.js';
import { type HeldInitiative, InitiativeDesk } from './initiative-desk.js';

/** An author consents to the share they saw (INV-03). Confirming again changes nothing. */
@Injectable()
export class ConfirmAuthorship {
  constructor(
    private readonly database: Database,
    private readonly desk: InitiativeDesk,
    private readonly initiatives: InitiativesRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws AUTHORSHIP_SHARE_CHANGED, INITIATIVE_FIXED, NOT_FOUND, FORBIDDEN */
  execute(input: ConfirmAuthorshipInput): Promise<void> {
    return this.database.transaction(async () => {
      const held = await this.desk.holdForWriting(input.id, 'initiative.answerAuthorship');
      const own = ownAuthorship(held);
      if (own.shareBp !== input.shareBp) throw shareChanged({ shareBp: own.shareBp }, ['input', 'shareBp']);
      if (own.confirmedAt !== null) return;
      const confirmedAt = await this.desk.now();
      await this.initiatives.saveAnswer({ ...own, confirmedAt, declinedAt: null, declineReason: null });
      await this.events.publish(new AuthorshipConfirmed(own.tenantId, own.initiativeId, own.personId));
    });
  }
}

/** A person refuses to be named as author. The lead then changes the list, which asks everybody anew. */
@Injectable()
export class DeclineAuthorship {
  constructor(
    private readonly database: Database,
    private readonly desk: InitiativeDesk,
    private readonly initiatives: InitiativesRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws AUTHORSHIP_LEAD_CANNOT_DECLINE, INITIATIVE_FIXED, NOT_FOUND, FORBIDDEN */
  execute(input: DeclineAuthorshipInput): Promise<void> {
    return this.database.transaction(async () => {
      const held = await this.desk.holdForWriting(input.id, 'initiative.answerAuthorship');
      const own = ownAuthorship(held);
      if (own.role === 'LEAD') throw leadCannotDecline();
      const declinedAt = await this.desk.now();
      await this.initiatives.saveAnswer({ ...own, confirmedAt: null, declinedAt, declineReason: input.reason.trim() });
      await this.events.publish(new AuthorshipDeclined(own.tenantId, own.initiativeId, own.personId));
    });
  }
}

function ownAuthorship({ authors, viewer }: HeldInitiative): InitiativeAuthorEntity {
  const own = authors.find((author) => author.personId === viewer.personId);
  if (own === undefined) throw notFound({}, ['input', 'id']);
  return own;
}
