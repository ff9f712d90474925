import { Injectable } from '@nestjs/common';
import { OrganisationFacade } from '@domain/organisation';
import { Database, newId } from '@kit/database';
import { ValidationFailed } from '@kit/errors';
import { DossierPartsRepository } from '../data/dossier-parts.repository.js';
import { InitiativesRepository } from '../data/initiatives.repository.js';
import { adopterTwice } from '../initiative.errors.js';
import type { SetFirstAdoptersInput } from '../model/dossier.inputs.js';
import { InitiativeDesk } from './initiative-desk.js';
import { repeated, requireId, tidy, tidyOrNull } from './input-checks.js';

type Path = (string | number)[];
const pathOf = (index: number): Path => ['input', 'adopters', index, 'personId'];

/** Lists who took part in the first application. That none of them is an author is asked at the submission. */
@Injectable()
export class SetFirstAdopters {
  constructor(
    private readonly database: Database,
    private readonly desk: InitiativeDesk,
    private readonly initiatives: InitiativesRepository,
    private readonly parts: DossierPartsRepository,
    private readonly organisation: OrganisationFacade,
  ) {}

  /** @throws VALIDATION_FAILED (INITIATIVE_ADOPTER_TWICE), REVISION_CONFLICT, INITIATIVE_FIXED, NOT_FOUND (a person), FORBIDDEN */
  execute(input: SetFirstAdoptersInput): Promise<void> {
    return this.database.transaction(async () => {
      const { row, viewer } = await this.desk.holdForWriting(input.id, 'initiative.edit', input.revision);
      await this.#requireSound(input);
      await this.parts.replaceAdopters(row.id, input.adopters.map((adopter, index) => ({
        id: newId(), tenantId: row.tenantId, initiativeId: row.id, position: index + 1,
        personId: adopter.personId ?? null,
        fullName: tidy(adopter.fullName),
        birthDate: adopter.birthDate ?? null,
        workplace: tidyOrNull(adopter.workplace),
        jobTitle: tidyOrNull(adopter.jobTitle),
        qualification: tidyOrNull(adopter.qualification),
        workDone: adopter.workDone,
      })));
      await this.initiatives.update(row.id, { revision: row.revision + 1, updatedByPersonId: viewer.personId });
    });
  }

  async #requireSound({ adopters }: SetFirstAdoptersInput): Promise<void> {
    ValidationFailed.throwIfAny(repeated(adopters, ({ personId }) => personId, (index, firstIndex) => ({
      code: adopterTwice.code, path: pathOf(index), details: { firstIndex },
    })));
    const known = adopters.flatMap(({ personId }, index) => (personId == null ? [] : [{ personId, index }]));
    known.forEach(({ personId, index }) => requireId(personId, pathOf(index)));
    await this.organisation.requirePeople(known.map(({ personId }) => personId), (at) => pathOf(known[at]!.index));
  }
}
