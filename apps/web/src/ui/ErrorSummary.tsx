import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../lib/errors.js';
import styles from './ErrorSummary.module.css';

export interface SummaryItem {
  text: string;
  /** What to do about it. */
  fix?: string;
  /** The id of the field to go to; without it the item is plain text. */
  fieldId?: string;
}

export interface ErrorSummaryProps {
  /** An API error put into words by `useProblem`. Its faults link to the fields named by `fieldId`. */
  problem?: Problem;
  /** Faults found on the screen itself. */
  items?: SummaryItem[];
  title?: string;
  /** Id of the input that belongs to a fault's path, such as `authors.1.shareBp`; the path itself by default. */
  fieldId?: (path: string) => string | undefined;
}

/** What went wrong and what to do, at the top of a form. It takes the focus when it appears and links to each field. */
export function ErrorSummary({ problem, items = [], title, fieldId = (path) => path }: ErrorSummaryProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const all: SummaryItem[] = [
    ...items,
    ...(problem?.faults ?? []).map((fault) => ({ text: fault.text, fix: fault.fix, fieldId: fault.field ? fieldId(fault.field) : undefined })),
  ];
  const signature = JSON.stringify([problem?.code, all]);
  useEffect(() => { box.current?.focus(); }, [signature]);
  return (
    <div ref={box} className={styles.box} role="alert" tabIndex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title" className={styles.title}>{title ?? t('errorSummary')}</h2>
      {problem && all.length === 0 && <><p>{problem.text}</p><p className={styles.fix}>{problem.fix}</p></>}
      {all.length > 0 && <ul>{all.map((item, index) => <li key={index}><Item item={item} /></li>)}</ul>}
      {problem?.errorId && <p className={styles.id}>{t('errorId', { id: problem.errorId })}</p>}
    </div>
  );
}

function Item({ item }: { item: SummaryItem }) {
  const { fieldId } = item;
  const [isOnPage, setOnPage] = useState(true);
  // A link to a field that this screen does not have would lead nowhere.
  // oxlint-disable-next-line react/set-state-in-effect -- only the drawn page can tell whether it has the field
  useLayoutEffect(() => { setOnPage(fieldId !== undefined && document.getElementById(fieldId) !== null); }, [fieldId]);
  const text = fieldId && isOnPage
    ? <a href={`#${fieldId}`} onClick={(event) => { if (focusField(fieldId)) event.preventDefault(); }}>{item.text}</a>
    : <strong>{item.text}</strong>;
  return <>{text}{item.fix && <> <span className={styles.fix}>{item.fix}</span></>}</>;
}

/** Moves to a field; false when it is not on this page, so that the link works as an ordinary one. */
function focusField(id: string): boolean {
  const field = document.getElementById(id);
  if (!field) return false;
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
  return true;
}
