import type { DossierSection } from '../../gql/schema.js';

/** Sections in the order of the legal form. */
const ORDER: readonly DossierSection[] = ['GENERAL', 'AUTHORS', 'STATE_BEFORE', 'CONTENT', 'NOVELTY', 'APPLICATION', 'BENEFIT', 'REPLICABILITY', 'CONFIDENTIAL', 'EVIDENCE', 'DECLARATION'];

/** Groups reasons or faults by the section where they are mended, sections in the order of the form. */
export function bySection<T extends { section: DossierSection }>(list: readonly T[]): { section: DossierSection; items: T[] }[] {
  return ORDER.map((section) => ({ section, items: list.filter((each) => each.section === section) })).filter(({ items }) => items.length > 0);
}

/** Reasons that the officer has ticked, with the note written to each; unticking keeps the note for a change of mind. */
export interface Picked {
  codes: string[];
  notes: Record<string, string>;
  message: string;
}

export const NOTHING_PICKED: Picked = { codes: [], notes: {}, message: '' };

/** Ticks or unticks a reason. */
export function toggle(picked: Picked, code: string): Picked {
  const codes = picked.codes.includes(code) ? picked.codes.filter((each) => each !== code) : [...picked.codes, code];
  return { ...picked, codes };
}

/** What is ticked, in the order of the library, with its note or null. */
export function pickedFaults<T extends { code: string }>(library: readonly T[], picked: Picked): (T & { note: string | null })[] {
  return library.filter(({ code }) => picked.codes.includes(code)).map((reason) => ({ ...reason, note: picked.notes[reason.code]?.trim() || null }));
}
