import { reportTwice } from './check-criteria.js';
import { MEASURES, type EvaluationRules } from './rules.js';
import type { RuleFaults } from './rule-faults.js';

/** The most points that criteria, groups and measures can bring. */
interface Reachable {
  readonly total: number;
  readonly criteria: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<string, number>;
  readonly measures: ReadonlyMap<string, number>;
}

/** Thresholds, group minimums, grade bands and the order of ties: every reference exists and can be reached. */
export function checkThresholds(rules: EvaluationRules, faults: RuleFaults): void {
  const reachable = reachableOf(rules);
  const { recognise, effectiveAndReplicable, cityCandidate } = rules.thresholds;

  rules.groups.forEach((group, index) => {
    if (group.passMinimum !== undefined) {
      checkReach(group.passMinimum, reachable.groups.get(group.code) ?? 0, ['groups', index, 'passMinimum'], faults);
    }
  });
  for (const [name, threshold] of Object.entries(rules.thresholds)) {
    if (threshold === undefined) continue;
    const path = ['thresholds', name];
    checkReach(threshold.total, reachable.total, [...path, 'total'], faults);
    checkMinimums(threshold, reachable, path, faults);
    for (const [measure, minimum] of Object.entries(threshold.measureMinimums)) {
      checkReach(minimum, reachable.measures.get(measure) ?? 0, [...path, 'measureMinimums', measure], faults);
    }
  }
  if (effectiveAndReplicable.total < recognise.total) {
    faults.add('REGULATION_THRESHOLD_ORDER', ['thresholds', 'effectiveAndReplicable', 'total']);
  }
  if (cityCandidate !== undefined && cityCandidate.total < effectiveAndReplicable.total) {
    faults.add('REGULATION_THRESHOLD_ORDER', ['thresholds', 'cityCandidate', 'total']);
  }

  reportTwice(rules.gradeBands.map((band) => band.code), (index) => ['gradeBands', index, 'code'], faults);
  rules.gradeBands.forEach((band, index) => {
    checkReach(band.minTotal, reachable.total, ['gradeBands', index, 'minTotal'], faults);
    checkMinimums(band, reachable, ['gradeBands', index], faults);
    const better = rules.gradeBands[index - 1];
    if (better !== undefined && band.minTotal >= better.minTotal) {
      faults.add('REGULATION_GRADE_ORDER', ['gradeBands', index, 'minTotal']);
    }
  });
  reportTwice(rules.tieOrder, (index) => ['tieOrder', index], faults);
}

function checkMinimums(
  minimums: { criterionMinimums: Record<string, number>; groupMinimums: Record<string, number> },
  reachable: Reachable, path: (string | number)[], faults: RuleFaults,
): void {
  for (const [code, minimum] of Object.entries(minimums.criterionMinimums)) {
    const most = reachable.criteria.get(code);
    if (most === undefined) faults.add('REGULATION_UNKNOWN_CRITERION', [...path, 'criterionMinimums', code]);
    else checkReach(minimum, most, [...path, 'criterionMinimums', code], faults);
  }
  for (const [code, minimum] of Object.entries(minimums.groupMinimums)) {
    const most = reachable.groups.get(code);
    if (most === undefined) faults.add('REGULATION_UNKNOWN_GROUP', [...path, 'groupMinimums', code]);
    else checkReach(minimum, most, [...path, 'groupMinimums', code], faults);
  }
}

function checkReach(minimum: number, reachable: number, path: (string | number)[], faults: RuleFaults): void {
  if (minimum > reachable) faults.add('REGULATION_UNREACHABLE', path, { reachable });
}

function reachableOf(rules: EvaluationRules): Reachable {
  const scored = rules.criteria.filter((criterion) => criterion.kind === 'SCORED');
  const sumWhere = (test: (criterion: (typeof scored)[number]) => boolean): number =>
    scored.filter(test).reduce((sum, criterion) => sum + criterion.maxPoints, 0);
  return {
    total: sumWhere(() => true),
    criteria: new Map(scored.map((criterion) => [criterion.code, criterion.maxPoints])),
    groups: new Map(rules.groups.map((group) => [group.code, sumWhere((criterion) => criterion.groupCode === group.code)])),
    measures: new Map(MEASURES.map((measure) => [measure, sumWhere((criterion) => criterion.measures === measure)])),
  };
}
