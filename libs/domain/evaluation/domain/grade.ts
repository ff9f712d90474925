import type { EvaluationRules, GradeBand } from '../../regulation/domain/rules.js';
import { isBelow, type Fraction } from './fraction.js';
import type { OutcomeWarning } from './reasons.js';
import type { Tally } from './tally.js';

export interface Grade {
  readonly code: string;
  readonly label: string;
  readonly labelEn: string | null;
}

/**
 * The first band, from the best down, whose total fits. If one of its minimums fails there is no grade, only a warning
 * for each ("không đủ điều kiện xếp loại"): the initiative is never moved to a lower band in silence.
 */
export function gradeOf(rules: EvaluationRules, tally: Tally): { grade: Grade | null; warnings: OutcomeWarning[] } {
  const total = tally.total.average;
  if (total === null) return { grade: null, warnings: [] };
  const band = rules.gradeBands
    .toSorted((a, b) => b.minTotal - a.minTotal)
    .find((one) => !isBelow(total, one.minTotal));
  if (band === undefined) return { grade: null, warnings: [] };
  const warnings = [...criterionWarnings(rules, tally, band, total), ...groupWarnings(rules, tally, band, total)];
  const grade = { code: band.code, label: band.label, labelEn: band.labelEn ?? null };
  return { grade: warnings.length === 0 ? grade : null, warnings };
}

function criterionWarnings(rules: EvaluationRules, tally: Tally, band: GradeBand, total: Fraction): OutcomeWarning[] {
  return tally.criteria.flatMap(({ code, average }): OutcomeWarning[] => {
    const minimum = band.criterionMinimums[code] ?? 0;
    if (average === null || !isBelow(average, minimum)) return [];
    const criterion = rules.criteria.find((one) => one.code === code);
    const names = { criterionCode: code, name: criterion?.name ?? code, nameEn: criterion?.nameEn ?? null };
    return [{ code: 'GRADE_CRITERION_MINIMUM', facts: { ...bandFacts(band, total), ...names, average, minimum } }];
  });
}

function groupWarnings(rules: EvaluationRules, tally: Tally, band: GradeBand, total: Fraction): OutcomeWarning[] {
  return tally.groups.flatMap(({ code, average }): OutcomeWarning[] => {
    const minimum = band.groupMinimums[code] ?? 0;
    if (average === null || !isBelow(average, minimum)) return [];
    const group = rules.groups.find((one) => one.code === code);
    const names = { groupCode: code, name: group?.name ?? code, nameEn: group?.nameEn ?? null };
    return [{ code: 'GRADE_GROUP_MINIMUM', facts: { ...bandFacts(band, total), ...names, average, minimum } }];
  });
}

function bandFacts(band: GradeBand, total: Fraction): { grade: string; gradeLabel: string; gradeLabelEn: string | null; total: Fraction } {
  return { grade: band.code, gradeLabel: band.label, gradeLabelEn: band.labelEn ?? null, total };
}
