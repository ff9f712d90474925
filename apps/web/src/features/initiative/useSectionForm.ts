import { useState } from 'react';
import { readError, useProblem, type Problem } from '../../lib/errors.js';
import type { Draft } from './draft.js';
import { isMissing, useFaultWords, type WordedFault } from './faults.js';
import type { EditDossier } from './queries.js';
import type { Section } from './sections.js';
import { useSectionDraft, type SectionDraftOptions } from './useSectionDraft.js';

export interface SectionProps {
  dossier: EditDossier;
  section: Section;
  /** The person came from the check page and goes back there. */
  fromCheck: boolean;
}

/** Paths of the mutations' inputs, in the words of the dossier: ids of inputs follow the dossier. */
export function fieldIdOf(path: string): string {
  return path.replace(/^records\b/, 'applicationRecords').replace(/^adopters\b/, 'firstAdopters').replace(/^investor(UnitId|Name)$/, 'investor$1');
}

/** A section as a form: draft, autosave, what others changed, and what is wrong with each field. */
export function useSectionForm<D extends Draft>({ dossier, section, fromCheck }: SectionProps, options: Pick<SectionDraftOptions<D>, 'read' | 'tidy' | 'plan'> & Partial<Pick<SectionDraftOptions<D>, 'onSaved'>>) {
  const [saved, setSaved] = useState({ faults: dossier.faults ?? [], authors: dossier.authors as readonly { person: { fullName: string } }[] });
  const wordsOf = useFaultWords();
  const problemOf = useProblem();
  const form = useSectionDraft<D>({
    ...options, name: section.id, dossier,
    onSaved: (answer) => {
      setSaved({ faults: answer.faults ?? [], authors: answer.authors });
      options.onSaved?.(answer);
    },
  });
  const faults: WordedFault[] = wordsOf(saved.faults, { authors: saved.authors, attachments: dossier.attachments }).filter((fault) => fault.section === section.id);
  const { status, error } = form.autosave.state;
  const problem: Problem | null = status === 'rejected' && readError(error).code !== 'ANSWER_INCOMPLETE' ? problemOf(error) : null;
  const refused = new Map((problem?.faults ?? []).map((fault) => [fieldIdOf(fault.field), fault.text]));
  /** What is wrong is said at once; what is missing only when the person came to complete it. */
  const errorOf = (fieldId: string): string | undefined =>
    refused.get(fieldId) ?? faults.find((fault) => fault.fieldId === fieldId && (fromCheck || !isMissing(fault)))?.text;
  return { ...form, faults, problem, errorOf };
}

export type SectionForm<D extends Draft> = ReturnType<typeof useSectionForm<D>>;
