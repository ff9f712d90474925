import type { ApplicationStatus, BenefitKind, FirstAppliedKind } from '../../gql/schema.js';
import { formatDate, formatNumber, parseVnd } from '../../lib/format.js';
import { readDate, tidyDate } from './dates.js';
import { readFigure, showFigure } from './figures.js';
import { SAVE_INITIATIVE, SET_ADOPTERS, SET_RECORDS, type EditDossier } from './queries.js';
import type { SavePlan, SaveStep } from './useSectionDraft.js';

/** Everything as typed; what can be read of it is sent. */
export interface MeasureRow { name: string; unit: string; before: string; after: string; source: string }

export interface RecordRow {
  place: string;
  unitId: string;
  appliedFrom: string;
  appliedTo: string;
  status: ApplicationStatus;
  isFirst: boolean;
  benefitKind: BenefitKind;
  benefitAmount: string;
  measures: MeasureRow[];
}

export interface AdopterRow {
  personId: string | null;
  fullName: string;
  birthDate: string;
  workplace: string;
  jobTitle: string;
  qualification: string;
  workDone: string;
}

export type Application = {
  firstAppliedKind: FirstAppliedKind | null;
  firstAppliedOn: string;
  firstApplicationEndsOn: string;
  applicationRecords: RecordRow[];
  firstAdopters: AdopterRow[];
};

const day = (value: string | null | undefined): string => (value ? formatDate(value) : '');

export function readApplication(dossier: EditDossier): Application {
  return {
    firstAppliedKind: dossier.firstAppliedKind ?? null,
    firstAppliedOn: day(dossier.firstAppliedOn),
    firstApplicationEndsOn: day(dossier.firstApplicationEndsOn),
    applicationRecords: dossier.applicationRecords.map((record) => ({
      place: record.place, unitId: record.unit?.id ?? '', appliedFrom: day(record.appliedFrom), appliedTo: day(record.appliedTo),
      status: record.status, isFirst: record.isFirst, benefitKind: record.benefitKind,
      benefitAmount: record.benefitAmount == null ? '' : formatNumber(record.benefitAmount, 0),
      measures: record.measures.map(({ name, unit, before, after, source }) => ({ name, unit, before: showFigure(before), after: showFigure(after), source: source ?? '' })),
    })),
    firstAdopters: dossier.firstAdopters.map((adopter) => ({
      personId: adopter.personId ?? null, fullName: adopter.fullName, birthDate: day(adopter.birthDate), workplace: adopter.workplace ?? '',
      jobTitle: adopter.jobTitle ?? '', qualification: adopter.qualification ?? '', workDone: adopter.workDone,
    })),
  };
}

const words = (text: string): string => text.normalize('NFC').trim();
const tidyFigure = (text: string): string => showFigure(readFigure(text) ?? text.trim());

function tidyAmount(text: string): string {
  const amount = parseVnd(text);
  return amount === null ? text.trim() : formatNumber(amount, 0);
}

/** The answers as the server gives them back. Rows in which nothing was written are left out. */
export function tidyApplication(draft: Application): Application {
  return {
    ...draft,
    firstAppliedOn: tidyDate(draft.firstAppliedOn),
    firstApplicationEndsOn: tidyDate(draft.firstApplicationEndsOn),
    applicationRecords: draft.applicationRecords.map((record) => ({
      ...record, place: words(record.place), appliedFrom: tidyDate(record.appliedFrom), appliedTo: tidyDate(record.appliedTo),
      benefitAmount: record.benefitKind === 'NOT_COUNTABLE' ? '' : tidyAmount(record.benefitAmount),
      measures: record.measures.filter((measure) => !isEmptyMeasure(measure)).map((measure) => ({
        name: words(measure.name), unit: words(measure.unit), before: tidyFigure(measure.before), after: tidyFigure(measure.after), source: words(measure.source),
      })),
    })),
    firstAdopters: draft.firstAdopters.filter((adopter) => !isEmptyAdopter(adopter)).map((adopter) => ({
      personId: adopter.personId, fullName: words(adopter.fullName), birthDate: tidyDate(adopter.birthDate), workplace: words(adopter.workplace),
      jobTitle: words(adopter.jobTitle), qualification: words(adopter.qualification), workDone: words(adopter.workDone),
    })),
  };
}

export function isEmptyMeasure({ name, unit, before, after, source }: MeasureRow): boolean {
  return [name, unit, before, after, source].every((text) => text.trim() === '');
}

export function isEmptyAdopter({ personId, ...texts }: AdopterRow): boolean {
  return personId === null && Object.values(texts).every((text) => text.trim() === '');
}

/** Why an answer cannot be sent yet: a key of `application.issue` and the input in which it is mended. */
export interface RowIssue {
  key: 'date' | 'place' | 'from' | 'amount' | 'measureText' | 'figure' | 'adopterName' | 'adopterWork';
  fieldId: string;
}

export function recordIssues(records: readonly RecordRow[]): RowIssue[] {
  return records.flatMap((record, index) => {
    const at = `applicationRecords.${index}`;
    const issues: RowIssue[] = [];
    if (record.place.trim() === '') issues.push({ key: 'place', fieldId: `${at}.place` });
    if (!readDate(record.appliedFrom)) issues.push({ key: 'from', fieldId: `${at}.appliedFrom` });
    if (readDate(record.appliedTo) === undefined) issues.push({ key: 'date', fieldId: `${at}.appliedTo` });
    if (record.benefitKind !== 'NOT_COUNTABLE' && parseVnd(record.benefitAmount) === null) issues.push({ key: 'amount', fieldId: `${at}.benefitAmount` });
    return [...issues, ...measureIssues(record.measures, at)];
  });
}

function measureIssues(measures: readonly MeasureRow[], at: string): RowIssue[] {
  return measures.flatMap((measure, index) => {
    if (isEmptyMeasure(measure)) return [];
    const id = (field: keyof MeasureRow) => `${at}.measures.${index}.${field}`;
    const texts = (['name', 'unit'] as const).filter((field) => measure[field].trim() === '').map((field): RowIssue => ({ key: 'measureText', fieldId: id(field) }));
    const figures = (['before', 'after'] as const).filter((field) => readFigure(measure[field]) === null).map((field): RowIssue => ({ key: 'figure', fieldId: id(field) }));
    return [...texts, ...figures];
  });
}

export function adopterIssues(adopters: readonly AdopterRow[]): RowIssue[] {
  return adopters.flatMap((adopter, index) => {
    if (isEmptyAdopter(adopter)) return [];
    const at = `firstAdopters.${index}`;
    const issues: RowIssue[] = [];
    if (adopter.fullName.trim() === '') issues.push({ key: 'adopterName', fieldId: `${at}.fullName` });
    if (adopter.workDone.trim() === '') issues.push({ key: 'adopterWork', fieldId: `${at}.workDone` });
    if (readDate(adopter.birthDate) === undefined) issues.push({ key: 'date', fieldId: `${at}.birthDate` });
    return issues;
  });
}

export function applicationIssues(draft: Application): RowIssue[] {
  const dates = (['firstAppliedOn', 'firstApplicationEndsOn'] as const).filter((key) => readDate(draft[key]) === undefined);
  return [...dates.map((fieldId): RowIssue => ({ key: 'date', fieldId })), ...recordIssues(draft.applicationRecords), ...adopterIssues(draft.firstAdopters)];
}

/** Days and kind in one mutation, places in another, people in a third; each as soon as it can be read. */
export function planApplication(draft: Application, changed: readonly (keyof Application)[]): SavePlan<Application> {
  const tidy = tidyApplication(draft);
  const steps: SaveStep<Application>[] = [];
  const plain = changed.filter((key) => key === 'firstAppliedKind' || ((key === 'firstAppliedOn' || key === 'firstApplicationEndsOn') && readDate(tidy[key]) !== undefined));
  if (plain.length > 0) {
    const input = Object.fromEntries(plain.map((key) => [key, key === 'firstAppliedKind' ? tidy.firstAppliedKind : readDate(tidy[key] as string)]));
    steps.push({ document: SAVE_INITIATIVE, input, keys: plain });
  }
  if (changed.includes('applicationRecords') && recordIssues(tidy.applicationRecords).length === 0) {
    steps.push({ document: SET_RECORDS, input: { records: tidy.applicationRecords.map(recordInput) }, keys: ['applicationRecords'] });
  }
  if (changed.includes('firstAdopters') && adopterIssues(tidy.firstAdopters).length === 0) {
    steps.push({ document: SET_ADOPTERS, input: { adopters: tidy.firstAdopters.map(adopterInput) }, keys: ['firstAdopters'] });
  }
  const sent = steps.flatMap((step) => step.keys);
  return { steps, isComplete: changed.every((key) => sent.includes(key)) };
}

function recordInput({ unitId, appliedFrom, appliedTo, benefitKind, benefitAmount, measures, ...record }: RecordRow) {
  return {
    ...record,
    unitId: unitId || null,
    appliedFrom: readDate(appliedFrom),
    appliedTo: readDate(appliedTo),
    benefitKind,
    benefitAmount: benefitKind === 'NOT_COUNTABLE' ? null : parseVnd(benefitAmount),
    measures: measures.map(({ name, unit, before, after, source }) => ({ name, unit, before: readFigure(before), after: readFigure(after), source: source || null })),
  };
}

function adopterInput({ birthDate, workplace, jobTitle, qualification, ...adopter }: AdopterRow) {
  return { ...adopter, birthDate: readDate(birthDate), workplace: workplace || null, jobTitle: jobTitle || null, qualification: qualification || null };
}
