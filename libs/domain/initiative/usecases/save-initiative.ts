import { Injectable } from '@nestjs/common';
import { OrganisationFacade } from '@domain/organisation';
import { Database } from '@kit/database';
import { type InitiativePatch, InitiativesRepository } from '../data/initiatives.repository.js';
import { datesReversed } from '../initiative.errors.js';
import type { SaveInitiativeInput } from '../model/dossier.inputs.js';
import type { InitiativeEntity } from '../model/initiative.entity.js';
import { InitiativeDesk } from './initiative-desk.js';
import { requireId, tidy, tidyOrNull } from './input-checks.js';

const LONG_TEXTS = [
  'summary', 'stateBefore', 'content', 'novelty', 'conditions', 'confidentialParts', 'benefitAuthor', 'benefitAdopters',
] as const;
const PLAIN = ['kind', 'isStateFunded', 'firstAppliedOn', 'firstAppliedKind', 'firstApplicationEndsOn'] as const;

/**
 * Saves what an author wrote. Only given fields change, and only what differs makes a new revision, so that an autosave
 * without news disturbs nobody.
 */
@Injectable()
export class SaveInitiative {
  constructor(
    private readonly database: Database,
    private readonly desk: InitiativeDesk,
    private readonly initiatives: InitiativesRepository,
    private readonly organisation: OrganisationFacade,
  ) {}

  /** @throws REVISION_CONFLICT, INITIATIVE_FIXED, INITIATIVE_DATES_REVERSED, NOT_FOUND (itself, field, unit), FORBIDDEN */
  execute(input: SaveInitiativeInput): Promise<void> {
    return this.database.transaction(async () => {
      const { row, viewer } = await this.desk.holdForWriting(input.id, 'initiative.edit', input.revision);
      const patch = differences(row, wanted(input));
      if (Object.keys(patch).length === 0) return;
      await this.#requireKnown(patch);
      requireDatesInOrder({ ...row, ...patch });
      await this.initiatives.update(row.id, { ...patch, revision: row.revision + 1, updatedByPersonId: viewer.personId });
    });
  }

  async #requireKnown({ fieldId, submittingUnitId, investorUnitId }: InitiativePatch): Promise<void> {
    if (fieldId != null) {
      requireId(fieldId, ['input', 'fieldId']);
      await this.organisation.requireField(fieldId, ['input', 'fieldId']);
    }
    for (const [name, id] of Object.entries({ submittingUnitId, investorUnitId })) {
      if (id == null) continue;
      requireId(id, ['input', name]);
      await this.organisation.requireUnit(id, ['input', name]);
    }
  }
}

/** The input in the form in which it is stored. */
function wanted(input: SaveInitiativeInput): InitiativePatch {
  const patch: Record<string, unknown> = {};
  if (input.title != null) patch['title'] = tidy(input.title);
  if (input.investorName !== undefined) patch['investorName'] = tidyOrNull(input.investorName);
  for (const name of ['fieldId', 'submittingUnitId', 'investorUnitId', ...PLAIN] as const) {
    if (input[name] !== undefined) patch[name] = input[name];
  }
  for (const name of LONG_TEXTS) if (input[name] !== undefined) patch[name] = input[name] ?? '';
  return patch as InitiativePatch;
}

function differences(row: InitiativeEntity, patch: InitiativePatch): InitiativePatch {
  const before = row as unknown as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(patch).filter(([name, value]) => before[name] !== value));
}

function requireDatesInOrder({ firstAppliedOn, firstApplicationEndsOn }: InitiativePatch): void {
  if (firstAppliedOn != null && firstApplicationEndsOn != null && firstApplicationEndsOn < firstAppliedOn) {
    throw datesReversed({}, ['input', 'firstApplicationEndsOn']);
  }
}
