import { useTranslation } from 'react-i18next';
import { LongText, LONGEST_TEXT } from './LongText.js';
import { SAVE_INITIATIVE, type EditDossier } from './queries.js';
import { SectionConflict } from './SectionConflict.js';
import { SectionFrame } from './SectionFrame.js';
import type { SectionId } from './sections.js';
import { useSectionForm, type SectionProps } from './useSectionForm.js';

type TextKey = 'summary' | 'stateBefore' | 'content' | 'novelty' | 'benefitAuthor' | 'benefitAdopters' | 'conditions' | 'confidentialParts';
type Texts = Partial<Record<TextKey, string>>;

/** The long answers of each section and the length that a council member still reads with care. */
const QUESTIONS: Partial<Record<SectionId, readonly { key: TextKey; suggested: number; rows: number }[]>> = {
  STATE_BEFORE: [{ key: 'stateBefore', suggested: 3000, rows: 10 }],
  CONTENT: [{ key: 'summary', suggested: 600, rows: 4 }, { key: 'content', suggested: 6000, rows: 14 }],
  NOVELTY: [{ key: 'novelty', suggested: 2500, rows: 10 }],
  BENEFIT: [
    { key: 'benefitAuthor', suggested: 2500, rows: 8 }, { key: 'benefitAdopters', suggested: 1500, rows: 5 }, { key: 'conditions', suggested: 2000, rows: 6 },
  ],
  CONFIDENTIAL: [{ key: 'confidentialParts', suggested: 1500, rows: 6 }],
};

/** Sections that are only long texts. */
export function TextsSection(props: SectionProps) {
  const { t } = useTranslation('initiative');
  const questions = QUESTIONS[props.section.id] ?? [];
  const { draft, change, clash, choose, errorOf, frame } = useSectionForm<Texts>(props, {
    read: (dossier: EditDossier) => Object.fromEntries(questions.map(({ key }) => [key, dossier[key] ?? ''])),
    tidy: (texts) => Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.normalize('NFC')])),
    plan: (texts, changed) => {
      const sent = changed.filter((key) => (texts[key] ?? '').length <= LONGEST_TEXT);
      const input = Object.fromEntries(sent.map((key) => [key, texts[key]]));
      return { steps: sent.length > 0 ? [{ document: SAVE_INITIATIVE, input, keys: sent }] : [], isComplete: sent.length === changed.length };
    },
    issues: (texts) => questions.filter(({ key }) => (texts[key] ?? '').length > LONGEST_TEXT).map(({ key }) => ({ text: t('longText.tooLong'), fieldId: key })),
  });
  const points = (key: TextKey) => t(`text.${key}.points`, { returnObjects: true }) as string[];
  return (
    <SectionFrame {...props} {...frame}>
      {questions.map(({ key, suggested, rows }) => (
        <LongText
          key={key} id={key} label={t(`text.${key}.label`)} hint={t(`text.${key}.hint`)} value={draft[key] ?? ''} onChange={(value) => change({ [key]: value })}
          suggested={suggested} rows={rows} error={errorOf(key)} guidance={{ points: points(key), example: t(`text.${key}.example`) }}
        />
      ))}
      <SectionConflict clash={clash} onChoose={choose} describe={(key, texts) => ({ label: t(`text.${key}.label`), text: texts[key] ?? '' })} />
    </SectionFrame>
  );
}
