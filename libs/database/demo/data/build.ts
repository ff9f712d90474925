import type {
  DemoAdopter, DemoAuthor, DemoBenefit, DemoEvidence, DemoMeasure, PersonKey, SupportedSection,
} from './types.js';

/** An author with a share in hundredths of a percent. */
export const author = (person: PersonKey, shareBp: number): DemoAuthor => ({ person, shareBp });

/** A person who took part in the first application, with the work done. */
export const adopter = (person: PersonKey, workDone: string): DemoAdopter => ({ person, workDone });

/** A figure before and after, with the period compared and where the figure comes from. */
export const measure = (
  name: string, unit: string, before: number, after: number, period: string, source: string,
): DemoMeasure => ({ name, unit, before, after, period, source });

/** A yearly benefit computed from records, in VND. */
export const counted = (amountVnd: number): DemoBenefit => ({ kind: 'COUNTED', amountVnd });

/** A yearly benefit estimated by the authors, in VND. */
export const estimated = (amountVnd: number): DemoBenefit => ({ kind: 'ESTIMATED', amountVnd });

export const notCountable: DemoBenefit = { kind: 'NOT_COUNTABLE' };

/** A picture; the file name is given without its extension. */
export const image = (name: string, caption: string, supports: SupportedSection): DemoEvidence =>
  ({ fileName: `${name}.png`, caption, kind: 'IMAGE', supports, confidentiality: 'PUBLIC' });

/** A document that proves a statement; only people of the procedure read it. */
export const paper = (name: string, caption: string, supports: SupportedSection): DemoEvidence =>
  ({ fileName: `${name}.pdf`, caption, kind: 'EVIDENCE', supports, confidentiality: 'INTERNAL' });

/** The paper in which an applying unit confirms application and effect (giấy xác nhận). */
export const confirmation = (name: string, caption: string): DemoEvidence =>
  ({ fileName: `${name}.pdf`, caption, kind: 'CONFIRMATION', supports: 'APPLICATION', confidentiality: 'INTERNAL' });

/** A document the authors want kept secret. */
export const secretPaper = (name: string, caption: string, supports: SupportedSection): DemoEvidence =>
  ({ fileName: `${name}.pdf`, caption, kind: 'DESCRIPTION', supports, confidentiality: 'AUTHOR_SECRET' });
