import { formatDate, parseDate } from '../../lib/format.js';

/** Eight digits typed in a row become a date while they are typed: a numeric keyboard has no slash. */
export function withSlashes(next: string, before: string): string {
  if (next.length <= before.length || !/^\d+(\/\d+)?$/.test(next)) return next;
  if (/^\d{2}$/.test(next) || /^\d{2}\/\d{2}$/.test(next)) return `${next}/`;
  const digits = /^(\d{2})(\d{2})(\d{4})$/.exec(next);
  return digits ? `${digits[1]}/${digits[2]}/${digits[3]}` : next;
}

/** `6/3/2026` → `06/03/2026`; what is no date stays as it was typed. */
export function tidyDate(value: string): string {
  const date = parseDate(value);
  return date ? formatDate(date) : value.trim();
}

/** What a date field holds → `YYYY-MM-DD`, null when empty, undefined when it is no date. */
export function readDate(value: string): string | null | undefined {
  return value.trim() === '' ? null : parseDate(value) ?? undefined;
}
