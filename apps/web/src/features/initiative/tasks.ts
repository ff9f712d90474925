import type { Task, TaskStatus } from '../../ui/TaskList.js';
import { isMissing, type WordedFault } from './faults.js';
import type { Dossier } from './queries.js';
import { OPTIONAL_SECTIONS, SECTIONS, sectionOf, sectionPath, type SectionId } from './sections.js';

/** How many answers of a section are asked for; when all of them are missing, nobody has begun. */
const ASKED: Partial<Record<SectionId, number>> = { GENERAL: 3, STATE_BEFORE: 1, CONTENT: 1, NOVELTY: 1, APPLICATION: 3, BENEFIT: 2 };

/** How far a section is, from what the API says is still missing or wrong. */
export function taskStatus(id: SectionId, faults: readonly WordedFault[], dossier: Pick<Dossier, 'attachments' | 'hasConfidentialParts'>): TaskStatus {
  const own = faults.filter((fault) => fault.section === id && fault.isBlocking);
  if (own.some((fault) => !isMissing(fault))) return 'FAULTY';
  if (own.length > 0) return own.length >= (ASKED[id] ?? Infinity) ? 'NOT_STARTED' : 'IN_PROGRESS';
  if (id === 'CONFIDENTIAL' && !dossier.hasConfidentialParts) return 'NOT_STARTED';
  if (id === 'EVIDENCE' && dossier.attachments.length === 0) return 'NOT_STARTED';
  return 'DONE';
}

export interface TaskWords {
  title: (id: SectionId) => string;
  optional: string;
  /** What the officer asked for, before what is missing. */
  returned: (id: SectionId) => string | undefined;
}

/** The task list of a dossier that is being written. */
export function dossierTasks(dossier: Dossier, faults: readonly WordedFault[], words: TaskWords): Task[] {
  return SECTIONS.map(({ id }) => {
    const returned = words.returned(id);
    const own = faults.filter((fault) => fault.section === id);
    const wrong = own.filter((fault) => !isMissing(fault));
    const status = returned ? 'FAULTY' : taskStatus(id, faults, dossier);
    const fault = [returned, ...wrong.map((each) => each.text)].filter(Boolean).join(' ');
    const missing = own.filter(isMissing).map((each) => each.text).join(' ');
    return {
      id,
      title: words.title(id),
      status,
      to: sectionPath(dossier.code, id),
      fault: fault || undefined,
      hint: status === 'IN_PROGRESS' && missing ? missing : status === 'NOT_STARTED' && OPTIONAL_SECTIONS.includes(id) ? words.optional : undefined,
    };
  });
}

/** Sections that the last formal check returned, with the officer's words for each. */
export function returnedFaults(dossier: Pick<Dossier, 'state'> & { formalChecks: readonly Pick<Dossier['formalChecks'][number], 'outcome' | 'faults'>[] }): Map<SectionId, string[]> {
  const found = new Map<SectionId, string[]>();
  const check = dossier.formalChecks.at(-1);
  if (dossier.state !== 'SUPPLEMENT_REQUIRED' || check?.outcome !== 'NEEDS_SUPPLEMENT') return found;
  for (const { section, text, note } of check.faults) {
    const id = sectionOf(section);
    found.set(id, [...(found.get(id) ?? []), note ? `${text} ${note}` : text]);
  }
  return found;
}
