import type { Criterion, EvaluationRules } from './rules.js';
import type { RuleFaults } from './rule-faults.js';

/** Groups, criteria and levels: unique codes, known groups, bounds, steps, levels, and the sum of the scale. */
export function checkCriteria(rules: EvaluationRules, faults: RuleFaults): void {
  reportTwice(rules.groups.map((group) => group.code), (index) => ['groups', index, 'code'], faults);
  reportTwice(rules.criteria.map((criterion) => criterion.code), (index) => ['criteria', index, 'code'], faults);

  const groupCodes = new Set(rules.groups.map((group) => group.code));
  const usedGroups = new Set(rules.criteria.map((criterion) => criterion.groupCode));
  rules.groups.forEach((group, index) => {
    if (!usedGroups.has(group.code)) faults.add('REGULATION_GROUP_EMPTY', ['groups', index]);
  });

  rules.criteria.forEach((criterion, index) => {
    const path = ['criteria', index];
    if (!groupCodes.has(criterion.groupCode)) faults.add('REGULATION_UNKNOWN_GROUP', [...path, 'groupCode']);
    if (criterion.kind === 'SCORED') checkScored(criterion, path, faults);
    else checkNotScored(criterion, path, faults);
  });

  const scored = rules.criteria.filter((criterion) => criterion.kind === 'SCORED');
  if (scored.length === 0) {
    faults.add('REGULATION_NO_SCORED_CRITERION', ['criteria']);
    return;
  }
  const sum = scored.reduce((total, criterion) => total + criterion.maxPoints, 0);
  if (sum !== rules.scalePoints) faults.add('REGULATION_SCALE_SUM', ['scalePoints'], { sum });
}

/** Reports every repetition of a code after its first use. */
export function reportTwice(
  codes: readonly string[], pathAt: (index: number) => (string | number)[], faults: RuleFaults,
): void {
  codes.forEach((code, index) => {
    if (codes.indexOf(code) !== index) faults.add('REGULATION_CODE_TWICE', pathAt(index), { code });
  });
}

function checkScored(criterion: Criterion, path: (string | number)[], faults: RuleFaults): void {
  const { minPoints, maxPoints, step } = criterion;
  if (maxPoints === 0) faults.add('REGULATION_POINTS_RANGE', [...path, 'maxPoints']);
  if (minPoints > maxPoints) faults.add('REGULATION_POINTS_RANGE', [...path, 'minPoints']);
  for (const field of ['minPoints', 'maxPoints'] as const) {
    if (criterion[field] % step !== 0) faults.add('REGULATION_OFF_STEP', [...path, field], { step });
  }
  for (const field of ['passMinimum', 'knockOutBelow', 'commentRequiredBelow', 'commentRequiredFrom'] as const) {
    const value = criterion[field];
    if (value !== undefined && value > maxPoints) {
      faults.add('REGULATION_UNREACHABLE', [...path, field], { reachable: maxPoints });
    }
  }
  if (criterion.levels.length > 0) checkLevels(criterion, path, faults);
}

function checkLevels(criterion: Criterion, path: (string | number)[], faults: RuleFaults): void {
  const { levels, minPoints, maxPoints, step } = criterion;
  reportTwice(levels.map((level) => level.code), (index) => [...path, 'levels', index, 'code'], faults);
  levels.forEach((level, index) => {
    const levelPath = [...path, 'levels', index];
    if (level.min > level.max) faults.add('REGULATION_POINTS_RANGE', [...levelPath, 'min']);
    if (level.min < minPoints) faults.add('REGULATION_LEVEL_OUTSIDE', [...levelPath, 'min'], { minPoints });
    if (level.max > maxPoints) faults.add('REGULATION_LEVEL_OUTSIDE', [...levelPath, 'max'], { maxPoints });
    for (const end of ['min', 'max'] as const) {
      if (level[end] % step !== 0) faults.add('REGULATION_OFF_STEP', [...levelPath, end], { step });
    }
    const overlapped = levels.find((other, at) => at < index && level.min <= other.max && other.min <= level.max);
    if (overlapped !== undefined) faults.add('REGULATION_LEVEL_OVERLAP', levelPath, { with: overlapped.code });
  });
  if (!levels.some((level) => level.max === maxPoints)) {
    faults.add('REGULATION_LEVELS_MISS_MAXIMUM', [...path, 'levels'], { maxPoints });
  }
}

function checkNotScored(criterion: Criterion, path: (string | number)[], faults: RuleFaults): void {
  for (const field of ['minPoints', 'maxPoints'] as const) {
    if (criterion[field] !== 0) faults.add('REGULATION_POINTS_NOT_SCORED', [...path, field]);
  }
  for (const field of ['passMinimum', 'knockOutBelow', 'commentRequiredBelow', 'commentRequiredFrom'] as const) {
    if (criterion[field] !== undefined) faults.add('REGULATION_POINTS_NOT_SCORED', [...path, field]);
  }
  if (criterion.levels.length > 0) faults.add('REGULATION_POINTS_NOT_SCORED', [...path, 'levels']);
}
