import { filedInTime, type ProcedureLengths } from './deadlines.js';
import type { Dossier } from './dossier.js';
import { shareFaults } from './shares.js';
import type { DossierSection } from './terms.js';

/** What the regulation says about filing. */
export interface FilingRules {
  /** `minimumShareBp`: smallest share of one author; the law sets none (INV-04). */
  readonly filing: { readonly oneYearRule: 'REJECT' | 'WARN'; readonly minimumShareBp?: number };
  readonly deadlines: ProcedureLengths;
}

export interface CompletenessContext {
  readonly rules: FilingRules;
  /** Today in Vietnam, by the database's clock. */
  readonly today: string;
  /** The day that counts as filing: today for a draft, the day of the first submission for a supplement. */
  readonly filedOn: string;
  /** Whether the undertaking was accepted; `null` while nobody is submitting and it is not asked. */
  readonly declarationAccepted: boolean | null;
}

/** Something missing or wrong. `path` leads to the field of the dossier, e.g. `['authors', 1, 'shareBp']`. */
export interface CompletenessFault {
  readonly code: string;
  readonly section: DossierSection;
  readonly path: readonly (string | number)[];
  readonly details: Readonly<Record<string, unknown>>;
  /** False for a warning that lets the dossier pass. */
  readonly isBlocking: boolean;
}

/** Characters of a title that can name a solution and its scope. */
export const TITLE_LENGTH = { least: 10, most: 300 } as const;

/** Fields the legal form asks for (Decree 13/2012, Art. 5; Circular 18/2013, Annex I). */
const REQUIRED: readonly (readonly [keyof Dossier, DossierSection, string?])[] = [
  ['kind', 'GENERAL'],
  ['field', 'GENERAL', 'fieldId'],
  ['submittingUnit', 'GENERAL', 'submittingUnitId'],
  ['firstAppliedOn', 'APPLICATION'],
  ['firstAppliedKind', 'APPLICATION'],
  ['stateBefore', 'STATE_BEFORE'],
  ['content', 'CONTENT'],
  ['novelty', 'NOVELTY'],
  ['conditions', 'REPLICABILITY'],
  ['benefitAuthor', 'BENEFIT'],
];

/**
 * Everything that keeps a dossier from being handed in, at once and in the order of the form: INV-01 to INV-06 and what
 * the form asks for. Whoever mends all of it can submit.
 */
export function completenessFaults(dossier: Dossier, context: CompletenessContext): CompletenessFault[] {
  return [
    ...titleFaults(dossier),
    ...requiredFaults(dossier),
    ...authorFaults(dossier, context.rules),
    ...applicationFaults(dossier, context),
    ...evidenceFaults(dossier),
    ...declarationFaults(context),
  ];
}

function fault(
  code: string, section: DossierSection, path: readonly (string | number)[], details: CompletenessFault['details'] = {}, isBlocking = true,
): CompletenessFault {
  return { code, section, path, details, isBlocking };
}

function titleFaults({ title }: Dossier): CompletenessFault[] {
  // Characters as people count them, not UTF-16 units.
  const length = [...title.trim()].length;
  if (length >= TITLE_LENGTH.least && length <= TITLE_LENGTH.most) return [];
  return [fault('INITIATIVE_TITLE_LENGTH', 'GENERAL', ['title'], { length, ...TITLE_LENGTH })];
}

function requiredFaults(dossier: Dossier): CompletenessFault[] {
  return REQUIRED.flatMap(([name, section, input]) => {
    const value = dossier[name];
    const isEmpty = value === null || (typeof value === 'string' && value.trim() === '');
    return isEmpty ? [fault('INITIATIVE_FIELD_REQUIRED', section, [input ?? name])] : [];
  });
}

function authorFaults({ authors, firstAdopters }: Dossier, { filing }: FilingRules): CompletenessFault[] {
  const shares = shareFaults(authors, filing).map(({ code, path, details }) => fault(code, 'AUTHORS', path, details));
  const consents = authors.flatMap((author, index) => {
    if (author.declinedAt !== null) return [fault('INITIATIVE_AUTHOR_DECLINED', 'AUTHORS', ['authors', index])];
    if (author.confirmedAt === null) return [fault('INITIATIVE_AUTHOR_UNCONFIRMED', 'AUTHORS', ['authors', index])];
    return [];
  });
  const people = new Set(authors.map((author) => author.personId));
  const doubles = firstAdopters.flatMap(({ personId }, index) =>
    personId !== null && people.has(personId) ? [fault('INITIATIVE_AUTHOR_IS_ADOPTER', 'AUTHORS', ['firstAdopters', index, 'personId'])] : []);
  return [...shares, ...consents, ...doubles];
}

function applicationFaults(dossier: Dossier, context: CompletenessContext): CompletenessFault[] {
  return [...filingFaults(dossier, context), ...recordFaults(dossier, context.today)];
}

function filingFaults({ firstAppliedOn }: Dossier, { rules, today, filedOn }: CompletenessContext): CompletenessFault[] {
  if (firstAppliedOn === null) return [];
  const at = ['firstAppliedOn'];
  if (firstAppliedOn > today) return [fault('INITIATIVE_FIRST_APPLIED_IN_FUTURE', 'APPLICATION', at, { today })];
  const { verdict, lastDay } = filedInTime(firstAppliedOn, filedOn, rules);
  if (verdict !== 'LATE_REJECT' && verdict !== 'LATE_WARN') return [];
  return [fault('INITIATIVE_FILED_LATE', 'APPLICATION', at, { lastDay }, verdict === 'LATE_REJECT')];
}

function recordFaults({ applicationRecords, firstAppliedOn }: Dossier, today: string): CompletenessFault[] {
  const faults: CompletenessFault[] = [];
  if (!applicationRecords.some(({ status }) => status === 'TRIAL' || status === 'APPLIED')) {
    faults.push(fault('INITIATIVE_APPLICATION_REQUIRED', 'APPLICATION', ['applicationRecords']));
  }
  applicationRecords.forEach(({ status, appliedFrom }, index) => {
    if (status === 'PLANNED') return;
    const at = ['applicationRecords', index, 'appliedFrom'];
    if (appliedFrom > today) {
      faults.push(fault('INITIATIVE_APPLICATION_IN_FUTURE', 'APPLICATION', at, { today }));
    } else if (firstAppliedOn !== null && appliedFrom < firstAppliedOn) {
      // The form asks for the earliest day, and the one-year rule counts from it.
      faults.push(fault('INITIATIVE_APPLIED_BEFORE_FIRST', 'APPLICATION', at, { firstAppliedOn, appliedFrom }));
    }
  });
  return faults;
}

function evidenceFaults({ attachments }: Dossier): CompletenessFault[] {
  return attachments.flatMap(({ fileState }, index) =>
    fileState === 'READY' ? [] : [fault('INITIATIVE_EVIDENCE_NOT_READY', 'EVIDENCE', ['attachments', index], { state: fileState })]);
}

function declarationFaults({ declarationAccepted }: CompletenessContext): CompletenessFault[] {
  return declarationAccepted === false ? [fault('INITIATIVE_DECLARATION_REQUIRED', 'DECLARATION', ['declarationAccepted'])] : [];
}
