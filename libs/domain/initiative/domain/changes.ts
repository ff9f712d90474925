import type { DossierSnapshot, SnapshotMeasure } from './snapshot.js';
import type { DossierSection } from './terms.js';
import { type DiffSegment, diffTexts } from './text-diff.js';

/** A field that two versions have differently. `isSecret`: only for whoever may read author-secret parts. */
export interface SnapshotChange {
  readonly path: string;
  readonly section: DossierSection;
  readonly isSecret: boolean;
  readonly segments: readonly DiffSegment[];
}

interface ComparedField {
  readonly path: string;
  readonly section: DossierSection;
  readonly isSecret?: boolean;
  /** The field in words, one line per item of a list. Birth dates stay out: they are no part of what is judged. */
  readonly words: (version: DossierSnapshot) => string;
}

/** Dates and codes are worded plainly: the screen shows them as they are typed in the form. */
const FIELDS: readonly ComparedField[] = [
  { path: 'title', section: 'GENERAL', words: (v) => v.title },
  { path: 'kind', section: 'GENERAL', words: (v) => v.kind },
  { path: 'field', section: 'GENERAL', words: (v) => v.field.name },
  { path: 'submittingUnit', section: 'GENERAL', words: (v) => v.submittingUnit.name },
  { path: 'investor', section: 'GENERAL', words: (v) => line(v.investorUnit?.name, v.investorName) },
  { path: 'isStateFunded', section: 'GENERAL', words: (v) => (v.isStateFunded === null ? '' : String(v.isStateFunded)) },
  { path: 'authors', section: 'AUTHORS', words: (v) => lines(v.authors, (a) => line(a.fullName, a.unitName, a.jobTitle, percent(a.shareBp))) },
  { path: 'summary', section: 'GENERAL', words: (v) => v.summary },
  { path: 'stateBefore', section: 'STATE_BEFORE', words: (v) => v.stateBefore },
  { path: 'content', section: 'CONTENT', words: (v) => v.content },
  { path: 'novelty', section: 'NOVELTY', words: (v) => v.novelty },
  { path: 'confidentialParts', section: 'CONFIDENTIAL', isSecret: true, words: (v) => v.confidentialParts },
  { path: 'conditions', section: 'REPLICABILITY', words: (v) => v.conditions },
  { path: 'firstApplication', section: 'APPLICATION', words: (v) => line(v.firstAppliedKind, v.firstAppliedOn, v.firstApplicationEndsOn) },
  { path: 'applicationRecords', section: 'APPLICATION', words: (v) => lines(v.applicationRecords, recordLine) },
  { path: 'firstAdopters', section: 'APPLICATION', words: (v) => lines(v.firstAdopters, (a) => line(a.fullName, a.workplace, a.jobTitle, a.workDone)) },
  { path: 'benefitAuthor', section: 'BENEFIT', words: (v) => v.benefitAuthor },
  { path: 'benefitAdopters', section: 'BENEFIT', words: (v) => v.benefitAdopters },
  { path: 'attachments', section: 'EVIDENCE', words: (v) => attachmentLines(v, false) },
  { path: 'attachments', section: 'EVIDENCE', isSecret: true, words: (v) => attachmentLines(v, true) },
];

/** The fields in which the newer version differs from the older one, in the order of the form. */
export function changesBetween(older: DossierSnapshot, newer: DossierSnapshot): SnapshotChange[] {
  return FIELDS.flatMap(({ path, section, isSecret = false, words }) => {
    const [before, after] = [words(older), words(newer)];
    return before === after ? [] : [{ path, section, isSecret, segments: diffTexts(before, after) }];
  });
}

function line(...parts: readonly (string | number | null | undefined)[]): string {
  return parts.filter((part) => part != null && part !== '').join(' · ');
}

function lines<T>(items: readonly T[], word: (item: T) => string): string {
  return items.map(word).join('\n');
}

/** Hundredths of a percent as a Vietnamese reader writes them: 3334 is "33,34 %". */
function percent(shareBp: number): string {
  return `${Math.trunc(shareBp / 100)},${String(shareBp % 100).padStart(2, '0')} %`;
}

function recordLine(record: DossierSnapshot['applicationRecords'][number]): string {
  const { place, appliedFrom, appliedTo, status, benefitKind, benefitAmount, measures } = record;
  return line(place, appliedFrom, appliedTo, status, benefitKind, benefitAmount, lines(measures, measureLine));
}

function measureLine({ name, unit, before, after, period, source }: SnapshotMeasure): string {
  return line(`${name} ${before} → ${after} ${unit}`, period, source);
}

function attachmentLines({ attachments }: DossierSnapshot, secret: boolean): string {
  const shown = attachments.filter(({ confidentiality }) => (confidentiality === 'AUTHOR_SECRET') === secret);
  // The fingerprint tells a replaced file from the same file under the same name.
  return lines(shown, ({ fileName, caption, sha256 }) => line(fileName, caption, sha256.slice(0, 8)));
}
