import { checkCriteria } from './check-criteria.js';
import { checkThresholds } from './check-thresholds.js';
import { evaluationRulesSchema, type EvaluationRules, type Share } from './rules.js';
import { RuleFaults, type RuleFault } from './rule-faults.js';

/** A rule book that may be used, or everything that is wrong with it. */
export type CheckedRules =
  | { readonly rules: EvaluationRules; readonly faults: readonly [] }
  | { readonly rules: null; readonly faults: readonly RuleFault[] };

/**
 * Reads a rule book from data of unknown origin (GraphQL, a file, the database): first its shape, then everything that
 * refers to something else. All faults are reported at once; defaults are filled in.
 */
export function checkRules(input: unknown): CheckedRules {
  const parsed = evaluationRulesSchema.safeParse(input);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue): RuleFault => ({
      code: 'REGULATION_SHAPE',
      path: issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
      details: { issue: issue.code },
    }));
    return { rules: null, faults };
  }
  const faults = faultsOf(parsed.data);
  return faults.length > 0 ? { rules: null, faults } : { rules: parsed.data, faults: [] };
}

function faultsOf(rules: EvaluationRules): readonly RuleFault[] {
  const faults = new RuleFaults();
  checkCriteria(rules, faults);
  checkThresholds(rules, faults);
  checkShares(rules, faults);
  checkSheets(rules, faults);
  return faults.list;
}

function checkShares(rules: EvaluationRules, faults: RuleFaults): void {
  const positive: Array<[path: string[], share: Share]> = [
    [['gates', 'majority'], rules.gates.majority],
    [['quorum', 'share'], rules.quorum.share],
    [['vote', 'majority'], rules.vote.majority],
  ];
  if (rules.spread !== null) positive.push([['spread', 'shareOfScale'], rules.spread.shareOfScale]);
  for (const [path, share] of positive) {
    if (share.num === 0 || share.num > share.den) faults.add('REGULATION_SHARE_RANGE', path);
  }
  const { shareOfAppointed } = rules.averaging.minSheets;
  if (shareOfAppointed.num > shareOfAppointed.den) {
    faults.add('REGULATION_SHARE_RANGE', ['averaging', 'minSheets', 'shareOfAppointed']);
  }
}

function checkSheets({ scoring, averaging }: EvaluationRules, faults: RuleFaults): void {
  const least = averaging.minSheets.atLeast;
  if (scoring.sheetsPerItem !== null && scoring.sheetsPerItem < least) faults.add('REGULATION_SHEETS_TOO_FEW', ['scoring', 'sheetsPerItem'], { least });
}
