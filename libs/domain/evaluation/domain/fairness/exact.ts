/**
 * An exact quotient of integers of any size, in lowest terms with a positive denominator. The adjustment of a session
 * solves equations whose solutions have long denominators; kept exact, no rounding decides whether a threshold is reached.
 */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

/** @throws {RangeError} for a denominator of zero */
export function rational(num: bigint, den = 1n): Rational {
  if (den === 0n) throw new RangeError('A quotient needs a denominator other than zero.');
  const divisor = gcd(num, den) * (den < 0n ? -1n : 1n);
  return { num: num / divisor, den: den / divisor };
}

export function minus(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den - b.num * a.den, a.den * b.den);
}

/** The mean of at least one value. */
export function mean(values: readonly Rational[]): Rational {
  const den = lcm(values.map((value) => value.den));
  const total = values.reduce((sum, value) => sum + value.num * (den / value.den), 0n);
  return rational(total, den * BigInt(values.length));
}

/** Negative, zero or positive as `a` is smaller than, equal to or greater than `b`. */
export function compareRationals(a: Rational, b: Rational): number {
  const difference = a.num * b.den - b.num * a.den;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** The largest integer that is not above it. */
export function floorOf({ num, den }: Rational): bigint {
  const quotient = num / den;
  return num % den < 0n ? quotient - 1n : quotient;
}

/** The nearest number of so many decimals, halves up. */
export function roundedTo({ num, den }: Rational, decimals: number): number {
  const scale = 10n ** BigInt(decimals);
  // Adding 0 turns the −0 of small negative values into 0.
  return Number(floorOf({ num: 2n * num * scale + den, den: 2n * den })) / Number(scale) + 0;
}

/** As a floating-point number, to six decimals: for figures that are estimates anyway. */
export function approximately(value: Rational): number {
  return roundedTo(value, 6);
}

/** The least common multiple; 1 of nothing. */
export function lcm(values: readonly bigint[]): bigint {
  return values.reduce((multiple, value) => (multiple / gcd(multiple, value)) * value, 1n);
}

/**
 * The solution of a system with a symmetric positive definite matrix, by elimination without fractions (Bareiss 1968):
 * every intermediate value is an integer and no pivot is zero.
 */
export function solved(matrix: readonly (readonly bigint[])[], right: readonly bigint[]): Rational[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0n]);
  let previous = 1n;
  for (const [step, pivotRow] of rows.entries()) {
    const pivot = pivotRow[step] ?? 0n;
    for (const [index, row] of rows.entries()) {
      if (index === step) continue;
      const factor = row[step] ?? 0n;
      for (let column = 0; column < row.length; column += 1) {
        row[column] = (pivot * (row[column] ?? 0n) - factor * (pivotRow[column] ?? 0n)) / previous;
      }
    }
    previous = pivot;
  }
  return rows.map((row, index) => rational(row.at(-1) ?? 0n, row[index] ?? 0n));
}

function gcd(a: bigint, b: bigint): bigint {
  let [left, right] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (right !== 0n) [left, right] = [right, left % right];
  return left === 0n ? 1n : left;
}
