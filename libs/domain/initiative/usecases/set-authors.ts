import { Injectable } from '@nestjs/common';
import { OrganisationFacade } from '@domain/organisation';
import { Database, newId } from '@kit/database';
import { ValidationFailed } from '@kit/errors';
import { EventBus } from '@kit/events';
import { InitiativesRepository } from '../data/initiatives.repository.js';
import { clearsConfirmations, shareFaults } from '../domain/shares.js';
import { AuthorsChanged } from '../events/initiative.events.js';
import type { SetAuthorsInput } from '../model/dossier.inputs.js';
import type { InitiativeAuthorEntity } from '../model/dossier-parts.entity.js';
import { type HeldInitiative, InitiativeDesk } from './initiative-desk.js';
import { requireId } from './input-checks.js';

/**
 * Names the authors and their shares. While a draft is written the shares need not sum to 100 %; every single one is
 * checked. Whoever is asked anew for consent hears of it.
 */
@Injectable()
export class SetAuthors {
  constructor(
    private readonly database: Database,
    private readonly desk: InitiativeDesk,
    private readonly initiatives: InitiativesRepository,
    private readonly organisation: OrganisationFacade,
    private readonly events: EventBus,
  ) {}

  /** @throws VALIDATION_FAILED with all faults of the list, REVISION_CONFLICT, INITIATIVE_FIXED, NOT_FOUND (a person), FORBIDDEN */
  execute(input: SetAuthorsInput): Promise<void> {
    return this.database.transaction(async () => {
      const held = await this.desk.holdForWriting(input.id, 'initiative.lead', input.revision);
      const { row, viewer } = held;
      await this.#requireSound(input);
      const isNew = clearsConfirmations(held.authors, input.authors);
      const authors = nextAuthors(held, input, isNew ? await this.desk.now() : null);
      await this.initiatives.replaceAuthors(row.id, authors);
      await this.initiatives.update(row.id, { revision: row.revision + 1, updatedByPersonId: viewer.personId });
      if (!isNew) return;
      const toConfirm = authors.filter((author) => author.confirmedAt === null).map((author) => author.personId);
      await this.events.publish(new AuthorsChanged(viewer.tenantId, row.id, toConfirm));
    });
  }

  async #requireSound({ authors }: SetAuthorsInput): Promise<void> {
    const faults = shareFaults(authors).filter((fault) => fault.code !== 'INITIATIVE_SHARES_NOT_100');
    ValidationFailed.throwIfAny(faults.map((fault) => ({ ...fault, path: ['input', ...fault.path] })));
    const pathOf = (index: number): (string | number)[] => ['input', 'authors', index, 'personId'];
    authors.forEach((author, index) => requireId(author.personId, pathOf(index)));
    await this.organisation.requirePeople(authors.map((author) => author.personId), pathOf);
  }
}

/** @param clearedAt when the consents of before are void; `null` when they stay (INV-03) */
function nextAuthors({ row, viewer, authors }: HeldInitiative, input: SetAuthorsInput, clearedAt: Date | null): InitiativeAuthorEntity[] {
  const before = new Map(authors.map((author) => [author.personId, author]));
  return input.authors.map(({ personId, shareBp }, index) => {
    const known = before.get(personId);
    // A lead who sets the shares consents by setting them; everybody else is asked.
    const consents = clearedAt !== null && index === 0 && personId === viewer.personId;
    const answer = clearedAt === null && known !== undefined
      ? { confirmedAt: known.confirmedAt, declinedAt: known.declinedAt, declineReason: known.declineReason }
      : { confirmedAt: consents ? clearedAt : null, declinedAt: null, declineReason: null };
    return {
      id: known?.id ?? newId(), tenantId: row.tenantId, initiativeId: row.id, personId, shareBp,
      position: index + 1, role: index === 0 ? 'LEAD' : 'CO_AUTHOR', ...answer,
    };
  });
}
