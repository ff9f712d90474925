import { canonicalJson } from '../domain/canonical-json.js';
import type { EvaluationRules as Rules, Threshold } from '../domain/rules.js';
import type { CodePoints, EvaluationRules, OutcomeThreshold } from '../model/regulation.types.js';

/** The rule book as the schema shows it. */
export function rulesView(rules: Rules): EvaluationRules {
  return {
    scale: rules.scalePoints,
    groups: rules.groups.map((group) => ({
      code: group.code,
      name: group.name,
      nameEn: group.nameEn ?? null,
      maxPoints: rules.criteria.filter((c) => c.groupCode === group.code && c.kind === 'SCORED').reduce((sum, c) => sum + c.maxPoints, 0),
      passMinimum: group.passMinimum ?? null,
    })),
    criteria: rules.criteria.map((criterion) => ({
      ...criterion,
      nameEn: criterion.nameEn ?? null,
      guidance: criterion.guidance ?? null,
      passMinimum: criterion.passMinimum ?? null,
      knockOutBelow: criterion.knockOutBelow ?? null,
      commentRequiredBelow: criterion.commentRequiredBelow ?? null,
      commentRequiredFrom: criterion.commentRequiredFrom ?? null,
      levels: criterion.levels.map((level) => ({ ...level, labelEn: level.labelEn ?? null })),
    })),
    gradeBands: rules.gradeBands.map((band) => ({
      code: band.code,
      label: band.label,
      minTotal: band.minTotal,
      minimums: [...pairs(band.criterionMinimums), ...pairs(band.groupMinimums)],
    })),
    thresholds: [
      thresholdView('recognise', rules.thresholds.recognise),
      thresholdView('effectiveAndReplicable', rules.thresholds.effectiveAndReplicable),
      ...(rules.thresholds.cityCandidate ? [thresholdView('cityCandidate', rules.thresholds.cityCandidate)] : []),
    ],
    minSheets: rules.averaging.minSheets.atLeast,
    document: canonicalJson(rules),
  };
}

function thresholdView(outcome: string, threshold: Threshold): OutcomeThreshold {
  return {
    outcome,
    total: threshold.total,
    minimums: [...pairs(threshold.criterionMinimums), ...pairs(threshold.groupMinimums), ...pairs(threshold.measureMinimums)],
  };
}

function pairs(minimums: Readonly<Record<string, number | undefined>>): CodePoints[] {
  return Object.entries(minimums).flatMap(([code, points]) => (points === undefined ? [] : [{ code, points }]));
}
