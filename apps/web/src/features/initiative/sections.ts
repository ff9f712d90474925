import type { DossierSection } from '../../gql/schema.js';
import type { DossierFault } from './queries.js';

/** The pages of the dossier, in the order of the legal form. Each is a task that can be done on its own. */
export const SECTIONS = [
  { id: 'GENERAL', key: 'thong-tin-chung', fields: ['title', 'kind', 'fieldId', 'submittingUnitId'] },
  { id: 'AUTHORS', key: 'tac-gia', fields: ['authors'] },
  { id: 'STATE_BEFORE', key: 'thuc-trang', fields: ['stateBefore'] },
  { id: 'CONTENT', key: 'noi-dung', fields: ['summary', 'content'] },
  { id: 'NOVELTY', key: 'tinh-moi', fields: ['novelty'] },
  { id: 'APPLICATION', key: 'ap-dung', fields: ['firstAppliedOn', 'firstAppliedKind', 'firstApplicationEndsOn', 'applicationRecords', 'firstAdopters'] },
  { id: 'BENEFIT', key: 'loi-ich', fields: ['benefitAuthor', 'benefitAdopters', 'conditions'] },
  { id: 'CONFIDENTIAL', key: 'bao-mat', fields: ['confidentialParts'] },
  { id: 'EVIDENCE', key: 'minh-chung', fields: ['attachments'] },
] as const;

export type Section = (typeof SECTIONS)[number];
export type SectionId = Section['id'];
export type SectionKey = Section['key'];

/** Sections that the legal form lets empty. */
export const OPTIONAL_SECTIONS: readonly SectionId[] = ['CONFIDENTIAL', 'EVIDENCE'];

/** The section of an address; undefined for one that was mistyped. */
export function sectionByKey(key: string): Section | undefined {
  return SECTIONS.find((section) => section.key === key);
}

export function sectionKey(id: SectionId): SectionKey {
  return (SECTIONS.find((section) => section.id === id) ?? SECTIONS[0]).key;
}

/** The task in which a part of the form is written. Replicability shares a page with the benefits. */
export function sectionOf(part: DossierSection): SectionId {
  if (part === 'REPLICABILITY') return 'BENEFIT';
  if (part === 'DECLARATION') return 'GENERAL';
  return part;
}

/** The task in which a fault is mended: where its field is asked for, whatever part of the form it belongs to. */
export function sectionOfFault(fault: Pick<DossierFault, 'section' | 'path'>): SectionId {
  const [field] = fault.path;
  const owner = SECTIONS.find((section) => (section.fields as readonly string[]).includes(field ?? ''));
  return owner?.id ?? sectionOf(fault.section);
}

/** The address of a section; with `fromCheck` its main button leads back to the check page. */
export function sectionPath(code: string, id: SectionId, { field, fromCheck = false }: { field?: string; fromCheck?: boolean } = {}): string {
  const search = fromCheck ? '?ve=kiem-tra' : '';
  return `/ho-so/${encodeURIComponent(code)}/phan/${sectionKey(id)}${search}${field ? `#${field}` : ''}`;
}
