/** A number before and after; the values are decimals as text, such as "12.5". */
export interface Measure {
  name: string;
  unit: string;
  before: string;
  after: string;
}

/** How a measure moved. The bars are in percent of the larger of the two values. */
export interface Change {
  before: number;
  after: number;
  beforeBar: number;
  afterBar: number;
  direction: 'up' | 'down' | 'same';
  /**
   * By how much: whole percent of the value before, percentage points where the values are percentages themselves, or
   * the amount itself where there was nothing before.
   */
  by: { amount: number; in: 'percent' | 'points' | 'unit' };
}

/** Reads the two values of a measure; null when one of them is not a number. */
export function changeOf({ unit, before, after }: Measure): Change | null {
  const [from, to] = [decimal(before), decimal(after)];
  if (from === null || to === null) return null;
  const largest = Math.max(Math.abs(from), Math.abs(to));
  const bar = (value: number) => (largest === 0 ? 0 : (Math.abs(value) / largest) * 100);
  return {
    before: from,
    after: to,
    beforeBar: bar(from),
    afterBar: bar(to),
    direction: to > from ? 'up' : to < from ? 'down' : 'same',
    by: difference(unit, from, to),
  };
}

/** The measure that stands for an initiative on its card: the first that can be drawn, as the authors ordered them. */
export function headline(applications: readonly { measures: readonly Measure[] }[]): Measure | null {
  return applications.flatMap(({ measures }) => measures).find((measure) => changeOf(measure) !== null) ?? null;
}

function difference(unit: string, from: number, to: number): Change['by'] {
  const amount = Math.abs(to - from);
  if (unit.trim() === '%') return { amount: Math.round(amount * 100) / 100, in: 'points' };
  return from === 0 ? { amount, in: 'unit' } : { amount: Math.round((amount / Math.abs(from)) * 100), in: 'percent' };
}

function decimal(text: string): number | null {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) ? value : null;
}
