import { fraction, isBelow, roundHalfUp, type Fraction } from './fraction.js';

export type Locale = 'vi' | 'en';

/** Hundredths of a point with two decimals: 6850 → `68,50` (vi), `68.50` (en); averages are rounded half up. */
export function formatPoints(hundredths: Fraction | number, locale: Locale): string {
  const rounded = typeof hundredths === 'number' ? roundHalfUp(fraction(hundredths)) : roundHalfUp(hundredths);
  const sign = rounded < 0 ? '-' : '';
  const digits = String(Math.abs(rounded)).padStart(3, '0');
  return `${sign}${grouped(digits.slice(0, -2), locale)}${decimalMark(locale)}${digits.slice(-2)}`;
}

/**
 * An average beside the limit it misses, such that a reader sees the difference: 69,995 below 70 reads `69,995` and not
 * `70,00 < 70,00`. The third decimal is cut, not rounded; `…` marks that more follow.
 */
export function formatPointsBelow(average: Fraction, limit: number, locale: Locale): string {
  if (roundHalfUp(average) !== limit || !isBelow(average, limit)) return formatPoints(average, locale);
  const thousandths = (BigInt(average.num) * 10n) / BigInt(average.den);
  const isExact = (BigInt(average.num) * 10n) % BigInt(average.den) === 0n;
  const digits = thousandths.toString().padStart(4, '0');
  return `${grouped(digits.slice(0, -3), locale)}${decimalMark(locale)}${digits.slice(-3)}${isExact ? '' : '…'}`;
}

function grouped(digits: string, locale: Locale): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, locale === 'vi' ? '.' : ',');
}

function decimalMark(locale: Locale): string {
  return locale === 'vi' ? ',' : '.';
}
