import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './reading.module.css';

/** The long texts of a dossier, as written or as submitted. */
export interface DossierTextsValue {
  summary: string;
  stateBefore: string;
  content: string;
  novelty: string;
  conditions: string;
  benefitAuthor: string;
  benefitAdopters: string;
  /** Author-secret; null when there is none or the reader may not see it. */
  confidentialParts?: string | null;
}

/** What is shown between the texts, where the legal form has its place. */
export interface DossierTextsProps {
  texts: DossierTextsValue;
  /** Applications with their figures, after the novelty. */
  applications?: ReactNode;
}

const BEFORE = ['summary', 'stateBefore', 'content', 'novelty'] as const;
const AFTER = ['benefitAuthor', 'benefitAdopters', 'conditions'] as const;

/** A dossier to be read from top to bottom, in the order of the legal form (Circular 18/2013, Annex I). */
export function DossierTexts({ texts, applications }: DossierTextsProps) {
  const { t } = useTranslation('intake');
  const text = (key: (typeof BEFORE)[number] | (typeof AFTER)[number]) => <ReadingSection key={key} title={t(`text.${key}`)}><Prose text={texts[key]} /></ReadingSection>;
  return (
    <>
      {BEFORE.map(text)}
      {applications}
      {AFTER.map(text)}
      {texts.confidentialParts && <SecretPart text={texts.confidentialParts} />}
    </>
  );
}

/** A part of the dossier under its heading. */
export function ReadingSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** Text as the author broke it into lines. */
export function Prose({ text }: { text: string }) {
  const { t } = useTranslation();
  return text.trim() ? <div className={styles.prose}>{text}</div> : <p className={styles.missing}>{t('noInformation')}</p>;
}

function SecretPart({ text }: { text: string }) {
  const { t } = useTranslation('intake');
  return (
    <section className={styles.secret}>
      <h3><IconLock size={20} aria-hidden /> {t('secret.title')}</h3>
      <p className={styles.secretNote}>{t('secret.note')}</p>
      <Prose text={text} />
    </section>
  );
}
