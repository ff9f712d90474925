import { Injectable } from '@nestjs/common';
import { OrganisationFacade } from '@domain/organisation';
import { Database, newId } from '@kit/database';
import { type Fault, ValidationFailed } from '@kit/errors';
import { DossierPartsRepository, type RecordWithMeasures } from '../data/dossier-parts.repository.js';
import { InitiativesRepository } from '../data/initiatives.repository.js';
import { parseDecimal } from '../domain/decimal.js';
import { benefitAmountUnfit, datesReversed, decimalInvalid, firstRecordTwice } from '../initiative.errors.js';
import type { ApplicationRecordInput, MeasureInput, SetApplicationRecordsInput } from '../model/dossier.inputs.js';
import type { ApplicationMeasureEntity } from '../model/dossier-parts.entity.js';
import type { InitiativeEntity } from '../model/initiative.entity.js';
import { InitiativeDesk } from './initiative-desk.js';
import { repeated, requireId, tidy, tidyOrNull } from './input-checks.js';

type Path = (string | number)[];

/**
 * Records where the solution was applied and what it brought. A record that is sent as it was keeps the unit's
 * confirmation; whatever was changed has to be confirmed anew.
 */
@Injectable()
export class SetApplicationRecords {
  constructor(
    private readonly database: Database,
    private readonly desk: InitiativeDesk,
    private readonly initiatives: InitiativesRepository,
    private readonly parts: DossierPartsRepository,
    private readonly organisation: OrganisationFacade,
  ) {}

  /** @throws VALIDATION_FAILED with all faults, REVISION_CONFLICT, INITIATIVE_FIXED, NOT_FOUND (a unit), FORBIDDEN */
  execute(input: SetApplicationRecordsInput): Promise<void> {
    return this.database.transaction(async () => {
      const { row, viewer } = await this.desk.holdForWriting(input.id, 'initiative.edit', input.revision);
      ValidationFailed.throwIfAny(recordFaults(input.records));
      await this.#requireUnits(input.records);
      const unused = await this.parts.recordsOf(row.id);
      const records = input.records.map((record, index) => {
        const fresh = newRecord(row, record, index + 1);
        const same = unused.findIndex((old) => sameContent(old, fresh));
        const [kept] = same === -1 ? [] : unused.splice(same, 1);
        return kept === undefined ? fresh : { ...kept, record: { ...kept.record, position: index + 1 } };
      });
      await this.parts.replaceRecords(row.id, records);
      await this.initiatives.update(row.id, { revision: row.revision + 1, updatedByPersonId: viewer.personId });
    });
  }

  async #requireUnits(records: readonly ApplicationRecordInput[]): Promise<void> {
    const pathOf = (index: number): Path => ['input', 'records', index, 'unitId'];
    const named = records.flatMap(({ unitId }, index) => (unitId == null ? [] : [{ unitId, index }]));
    named.forEach(({ unitId, index }) => requireId(unitId, pathOf(index)));
    await this.organisation.requireUnits(named.map(({ unitId }) => unitId), (at) => pathOf(named[at]!.index));
  }
}

function recordFaults(records: readonly ApplicationRecordInput[]): Fault[] {
  const single = records.flatMap((record, index) => {
    const path: Path = ['input', 'records', index];
    const faults: Fault[] = [];
    if (record.appliedTo != null && record.appliedTo < record.appliedFrom) {
      faults.push({ code: datesReversed.code, path: [...path, 'appliedTo'], details: {} });
    }
    if ((record.benefitKind === 'NOT_COUNTABLE') !== (record.benefitAmount == null)) {
      faults.push({ code: benefitAmountUnfit.code, path: [...path, 'benefitAmount'], details: {} });
    }
    return [...faults, ...record.measures.flatMap((measure, at) => measureFaults(measure, [...path, 'measures', at]))];
  });
  const firsts = repeated(records, ({ isFirst }) => (isFirst ? 'first' : null), (index, firstIndex) => ({
    code: firstRecordTwice.code, path: ['input', 'records', index, 'isFirst'], details: { firstIndex },
  }));
  return [...single, ...firsts];
}

function measureFaults(measure: MeasureInput, path: Path): Fault[] {
  return (['before', 'after'] as const).flatMap((name) =>
    parseDecimal(measure[name]) === null ? [{ code: decimalInvalid.code, path: [...path, name], details: {} }] : []);
}

function newRecord({ id: initiativeId, tenantId }: InitiativeEntity, input: ApplicationRecordInput, position: number): RecordWithMeasures {
  const id = newId();
  return {
    record: {
      id, tenantId, initiativeId, position,
      unitId: input.unitId ?? null,
      place: tidy(input.place),
      appliedFrom: input.appliedFrom,
      appliedTo: input.appliedTo ?? null,
      status: input.status,
      isFirst: input.isFirst,
      benefitKind: input.benefitKind,
      benefitAmount: input.benefitAmount ?? null,
      confirmedByPersonId: null, confirmedAt: null, confirmationNote: null,
    },
    measures: input.measures.map((measure, index) => ({
      id: newId(), tenantId, recordId: id, position: index + 1,
      name: tidy(measure.name),
      unit: tidy(measure.unit),
      beforeValue: parseDecimal(measure.before) ?? '',
      afterValue: parseDecimal(measure.after) ?? '',
      period: tidyOrNull(measure.period),
      source: tidyOrNull(measure.source),
    })),
  };
}

/** Whether two records say the same, whatever their place and confirmation. */
function sameContent(a: RecordWithMeasures, b: RecordWithMeasures): boolean {
  return JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));
}

function contentOf({ record, measures }: RecordWithMeasures): unknown {
  const { unitId, place, appliedFrom, appliedTo, status, isFirst, benefitKind, benefitAmount } = record;
  return [
    unitId, place, appliedFrom, appliedTo, status, isFirst, benefitKind, benefitAmount === null ? null : Number(benefitAmount),
    ...measures.map(measureContent),
  ];
}

/** The database answers numerics with all four digits: 12.5000. */
function measureContent({ name, unit, beforeValue, afterValue, period, source }: ApplicationMeasureEntity): unknown {
  return [name, unit, parseDecimal(beforeValue), parseDecimal(afterValue), period, source];
}
