/**
 * An exact quotient of integers with a positive denominator. Averages keep sum and count as they are (`num` / `den`),
 * so that minutes can print both; arithmetic goes through bigint and never rounds (INV-25).
 */
export interface Fraction {
  readonly num: number;
  readonly den: number;
}

/** @throws {RangeError} unless both are safe integers and the denominator is positive. */
export function fraction(num: number, den = 1): Fraction {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den) || den <= 0) {
    throw new RangeError('A fraction needs safe integers and a positive denominator.');
  }
  return { num, den };
}

/** −1, 0 or 1 as `a` is smaller than, equal to or greater than `b`. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = BigInt(a.num) * BigInt(b.den) - BigInt(b.num) * BigInt(a.den);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** Whether `a` is smaller than a whole number, exactly: 6999,5 hundredths are below 7000. */
export function isBelow(a: Fraction, limit: number): boolean {
  return compareFractions(a, fraction(limit)) < 0;
}

/** How far a whole number lies from a fraction, without sign. */
export function distance(from: number, to: Fraction): Fraction {
  return fraction(Math.abs(from * to.den - to.num), to.den);
}

/** The smallest integer that is not below the fraction: 2/3 of 7 members are 5. */
export function ceilOf(share: Fraction, whole: number): number {
  const num = BigInt(share.num) * BigInt(whole);
  const den = BigInt(share.den);
  return Number((num + den - 1n) / den);
}

/** The nearest integer, halves up: 6999,5 → 7000. For display only; never compare a rounded value. */
export function roundHalfUp(a: Fraction): number {
  const den = BigInt(a.den);
  const doubled = 2n * BigInt(a.num) + den;
  const quotient = doubled / (2n * den);
  return Number(doubled < 0n && doubled % (2n * den) !== 0n ? quotient - 1n : quotient);
}
