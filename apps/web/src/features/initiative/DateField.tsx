import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { parseDate } from '../../lib/format.js';
import styles from './fields.module.css';

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
      onBlur={() => onChange(tidy(value))}
    />
  );
}

/** Eight digits typed in a row become a date; a numeric keyboard has no slash. */
function withSlashes(next: string, before: string): string {
  if (next.length <= before.length || !/^\d+(\/\d+)?$/.test(next)) return next;
  if (/^\d{2}$/.test(next) || /^\d{2}\/\d{2}$/.test(next)) return `${next}/`;
  const digits = /^(\d{2})(\d{2})(\d{4})$/.exec(next);
  return digits ? `${digits[1]}/${digits[2]}/${digits[3]}` : next;
}

function tidy(value: string): string {
  const date = parseDate(value);
  if (!date) return value.trim();
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

/** What a date field holds → `YYYY-MM-DD`, null when empty, undefined when it is no date. */
export function readDate(value: string): string | null | undefined {
  return value.trim() === '' ? null : parseDate(value) ?? undefined;
}
