import { useState } from 'react';
import { readError, useProblem, type Problem } from '../../lib/errors.js';
import type { SummaryItem } from '../../ui/ErrorSummary.js';
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

type FormOptions<D extends Draft> = Pick<SectionDraftOptions<D>, 'read' | 'tidy' | 'plan'> & Partial<Pick<SectionDraftOptions<D>, 'onSaved'>> & {
  /** What keeps answers from being sent, field by field. */
  issues?: (draft: D) => SummaryItem[];
};

/** A section as a form: draft, autosave, what others changed, and what is wrong with each field. */
export function useSectionForm<D extends Draft>({ dossier, section, fromCheck }: SectionProps, { issues, ...options }: FormOptions<D>) {
  const [saved, setSaved] = useState({ faults: dossier.faults ?? [], authors: dossier.authors as readonly { person: { fullName: string } }[] });
  const [isAsked, setAsked] = useState(false);
  const wordsOf = useFaultWords();
  const problemOf = useProblem();
  const { draft, change, autosave, clash, choose } = useSectionDraft<D>({
    ...options, name: section.id, dossier,
    onSaved: (answer) => {
      setSaved({ faults: answer.faults ?? [], authors: answer.authors });
      options.onSaved?.(answer);
    },
  });
  const faults: WordedFault[] = wordsOf(saved.faults, { authors: saved.authors, attachments: dossier.attachments }).filter((fault) => fault.section === section.id);
  const { status, error } = autosave.state;
  const problem: Problem | null = status === 'rejected' && readError(error).code !== 'ANSWER_INCOMPLETE' ? problemOf(error) : null;
  const refused = new Map((problem?.faults ?? []).map((fault) => [fieldIdOf(fault.field), fault.text]));
  const unsent = isAsked ? issues?.(draft) ?? [] : [];
  /** What is wrong is said at once; what is missing only when the person came to complete it, or has tried to go on. */
  const errorOf = (fieldId: string): string | undefined =>
    unsent.find((item) => item.fieldId === fieldId)?.text ?? refused.get(fieldId)
    ?? faults.find((fault) => fault.fieldId === fieldId && (fromCheck || !isMissing(fault)))?.text;
  /** For `SectionFrame`. */
  const frame = {
    isReady: autosave.isReady,
    state: autosave.state,
    problem,
    issues: () => issues?.(draft) ?? [],
    onAttempt: () => setAsked(true),
    settle: async () => {
      await autosave.flush();
      return !autosave.isDirty();
    },
  };
  return { draft, change, clash, choose, errorOf, frame };
}
