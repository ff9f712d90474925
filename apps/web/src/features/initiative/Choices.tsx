import { VisuallyHidden } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './fields.module.css';

export interface Choice<T extends string> {
  value: T;
  label: string;
  hint?: string;
}

interface ChoicesProps<T extends string> {
  /** Id of the first radio button, so that error summaries lead to it. */
  id: string;
  label: string;
  hint?: string;
  error?: string;
  choices: Choice<T>[];
  value: T | null;
  onChange: (value: T) => void;
}

/** One of a few answers, all of them visible. */
export function Choices<T extends string>({ id, label, hint, error, choices, value, onChange }: ChoicesProps<T>) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset className={styles.group} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{label}</legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      {error && <p id={`${id}-error`} className={styles.error}><VisuallyHidden>{t('errorPrefix')} </VisuallyHidden>{error}</p>}
      <div className={styles.choices}>
        {choices.map((choice, index) => (
          <label key={choice.value} className={styles.choice}>
            <input id={index === 0 ? id : undefined} type="radio" name={name} checked={value === choice.value} onChange={() => onChange(choice.value)} />
            <span>{choice.label}{choice.hint && <small>{choice.hint}</small>}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
