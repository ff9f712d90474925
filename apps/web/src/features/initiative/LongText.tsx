import { Textarea } from '@mantine/core';
import type { ClipboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanPastedText } from '../../lib/text.js';
import { CharacterCounter } from '../../ui/CharacterCounter.js';
import { Guidance, type GuidanceProps } from './Guidance.js';
import styles from './fields.module.css';

/** What the server keeps of one text. */
export const LONGEST_TEXT = 20_000;
/** Bullets of word processors, among them those of the Symbol and Wingdings fonts. */
const BULLET = /^[ \t\u00a0]*[\u00b7\u2022\u25aa\u25cf\u25e6\uf0a7\uf0b7\uf0d8][ \t\u00a0]*/gmu;

export interface LongTextProps {
  id: string;
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  /** Characters after which readers tire; a warning, never a limit. */
  suggested: number;
  rows?: number;
  guidance?: GuidanceProps;
  error?: string;
}

/** A long answer: guidance, a field that grows, a counter that warns, and paste that leaves the layout of Word behind. */
export function LongText({ id, label, hint, value, onChange, suggested, rows = 6, guidance, error }: LongTextProps) {
  const { t } = useTranslation('initiative');
  const isTooLong = value.length > LONGEST_TEXT;
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const text = event.clipboardData.getData('text/plain');
    const clean = cleanPastedText(text.replace(BULLET, '- '));
    if (text === '' || clean === text) return;
    event.preventDefault();
    // The only way to insert text that Ctrl+Z takes back.
    if (!document.execCommand('insertText', false, clean)) {
      const field = event.currentTarget;
      onChange(value.slice(0, field.selectionStart) + clean + value.slice(field.selectionEnd));
    }
  };
  return (
    <div>
      <Textarea
        id={id} label={label} description={hint} error={isTooLong ? t('longText.tooLong') : error} value={value} autosize minRows={rows} maxRows={24}
        onChange={(event) => onChange(event.currentTarget.value)} onPaste={onPaste}
        inputContainer={below(guidance)}
      />
      <div className={styles.counter}><CharacterCounter value={value} max={suggested} /></div>
    </div>
  );
}

/** Puts the guidance between the question and the field. */
function below(guidance: GuidanceProps | undefined): (input: ReactNode) => ReactNode {
  return (input) => <>{guidance && <Guidance {...guidance} />}{input}</>;
}
