import type { EvaluationRulesInput } from '../domain/rules.js';

/** Procedure that the law sets or that almost every council follows; a preset adds its scale and thresholds. */
export const COMMON_PROCEDURE = {
  gates: { majority: { num: 2, den: 3 } },
  averaging: { trim: 'NONE', trimFrom: 5, minSheets: { atLeast: 3, shareOfAppointed: { num: 1, den: 2 } } },
  spread: { shareOfScale: { num: 1, den: 5 } },
  quorum: { share: { num: 2, den: 3 }, chairPresent: true, secretaryPresent: true },
  // "At least 2/3 of the members of the council" (Decree 13/2012, Art. 8): read literally, all appointed members.
  vote: { method: 'SECRET', majority: { num: 2, den: 3 }, base: 'ALL_APPOINTED' },
  tieOrder: ['EFFECTIVENESS', 'REPLICABILITY', 'NOVELTY'],
  conflicts: { sameUnit: 'DECLARE', sameUnitHead: 'FORBID', superior: 'DECLARE', coAuthor: { rule: 'DECLARE', years: 3 } },
  scoring: { time: 'BEFORE_MEETING', countsAbsent: false, sheetsPerItem: null },
  deadlines: { formalCheckMonths: 1, supplementMonths: 1, considerationMonths: 3, filingYears: 1 },
} satisfies Partial<EvaluationRulesInput>;
