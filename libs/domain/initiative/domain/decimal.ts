/** Digits before and after the point that `numeric(20, 4)` holds. */
const INTEGER_DIGITS = 16;
const FRACTION_DIGITS = 4;

const PLAIN = /^([+-]?)(\d+)(?:[.,](\d+))?$/;

/**
 * A decimal as people type it, with `,` or `.` before the fraction: "12,5" and "12.5" are the same number, and so are
 * "+12.50" and "12.5". Thousands separators are refused, because "1.234" would mean two different numbers.
 *
 * @returns the canonical text with a point, without superfluous zeros ("12.5", "0", "-3.25"), or `null` when the text
 * is no such number, is longer than 16 digits before or 4 digits after the separator.
 */
export function parseDecimal(text: string): string | null {
  const match = PLAIN.exec(text.trim());
  if (match === null) return null;
  const whole = match[2]!.replace(/^0+(?=\d)/, '');
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (whole.length > INTEGER_DIGITS || fraction.length > FRACTION_DIGITS) return null;
  const digits = fraction === '' ? whole : `${whole}.${fraction}`;
  return match[1] === '-' && digits !== '0' ? `-${digits}` : digits;
}
