/** A closed interval of points in hundredths, and the step between two allowed values. */
export interface PointRange {
  min: number;
  max: number;
  step: number;
}

/** The nearest allowed value: inside the range, and on a multiple of the step or on the range's own ends. */
export function clampToStep(points: number, { min, max, step }: PointRange): number {
  const onStep = Math.round(points / step) * step;
  return Math.min(max, Math.max(min, onStep));
}

/** One or more steps up or down. From nothing, up begins at the minimum and down at the maximum. */
export function nudge(points: number | null, steps: number, range: PointRange): number {
  if (points === null) return steps > 0 ? range.min : range.max;
  const { min, max, step } = range;
  const target = steps > 0 ? Math.floor(points / step) * step + steps * step : Math.ceil(points / step) * step + steps * step;
  return Math.min(max, Math.max(min, target));
}
