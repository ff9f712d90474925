import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { parseDate } from '../../lib/format.js';
import { tidyDate, withSlashes } from './dates.js';
import styles from './fields.module.css';

export { readDate } from './dates.js';

interface DateFieldProps {
  id: string;
  label: string;
  hint?: string;
  /** As typed, such as `6/3/2026`. */
  value: string;
  onChange: (value: string) => void;
  error?: string;
}

/** A day as people write it. Typed, because days of paperwork are copied from paper and not looked up in a calendar. */
export function DateField({ id, label, hint, value, onChange, error }: DateFieldProps) {
  const { t } = useTranslation('initiative');
  const isUnreadable = value.length >= 8 && parseDate(value) === null;
  return (
    <TextInput
      id={id} classNames={{ wrapper: styles.date }} label={label} description={hint ?? t('date.hint')} value={value} inputMode="numeric" autoComplete="off" maxLength={12}
      error={isUnreadable ? t('date.unreadable') : error}
      onChange={(event) => onChange(withSlashes(event.currentTarget.value, value))}
      onBlur={() => onChange(tidyDate(value))}
    />
  );
}
