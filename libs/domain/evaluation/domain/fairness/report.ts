import type { EvaluationRules } from '../../../regulation/domain/rules.js';
import { sheetTotal } from '../sheet.js';
import { type CountedSheet, tallyOf } from '../tally.js';
import { type Coefficient, ICC_FORMS, intraclassCorrelations } from './icc.js';
import { type ItemFairness, itemFairness } from './item-fairness.js';
import { krippendorffAlpha } from './krippendorff.js';
import { leniencies } from './leniency.js';
import { type MemberFairness, memberFairness } from './member-fairness.js';
import { type FairnessGap, scoreMatrix, type ScoreMatrix } from './score-matrix.js';

/** A submitted sheet with whose it is and what it is about. */
export interface JudgedSheet extends CountedSheet {
  readonly itemId: string;
  readonly memberId: string;
}

export const AGREEMENT_FORMS = [...ICC_FORMS, 'ALPHA_INTERVAL', 'ALPHA_ORDINAL'] as const;
export type AgreementForm = (typeof AGREEMENT_FORMS)[number];

/**
 * Who scored what. `COMPLETE`: everybody everything, so that severity weighs on all items alike and the members can be taken
 * as one sample (ICC form 2). `INCOMPLETE`: sheets are missing, and each item has members of its own (form 1).
 * `NOT_CONNECTED`: moreover groups of members have no item in common. `NO_SHEETS`: there is nothing to compare.
 */
export const SCORING_DESIGNS = ['COMPLETE', 'INCOMPLETE', 'NOT_CONNECTED', 'NO_SHEETS'] as const;
export type ScoringDesign = (typeof SCORING_DESIGNS)[number];

export interface Agreement {
  readonly form: AgreementForm;
  readonly coefficient: Coefficient;
  /** Whether the form suits the design and what is decided from the scores. */
  readonly fits: boolean;
}

/** What the sheets of a session say about how evenly it judged. It advises: no result is ever changed by it. */
export interface FairnessReport {
  readonly design: ScoringDesign;
  readonly sheetCount: number;
  /** Why there is no adjustment; null where there is one. */
  readonly adjustmentGap: FairnessGap | null;
  /** Sheets beyond those the adjustment needs; null where there is none. */
  readonly degreesOfFreedom: number | null;
  readonly members: readonly MemberFairness[];
  /** In the order given. */
  readonly items: readonly ItemFairness[];
  /** In the order of `AGREEMENT_FORMS`. */
  readonly agreement: readonly Agreement[];
}

/** A session as far as the report looks at it: the sheets that count, and all items, also those without sheets. */
export interface JudgedSession {
  readonly rules: EvaluationRules;
  /** Voting members, recused ones included. */
  readonly appointed: number;
  readonly itemIds: readonly string[];
  readonly sheets: readonly JudgedSheet[];
}

export function fairnessOf({ rules, appointed, itemIds, sheets }: JudgedSession): FairnessReport {
  const matrix = scoreMatrix(sheets.map((sheet) => ({ itemId: sheet.itemId, memberId: sheet.memberId, points: sheetTotal(rules, sheet) })));
  const found = leniencies(matrix);
  const design = designOf(matrix);
  const ofItems = new Map(itemIds.map((itemId): [string, JudgedSheet[]] => [itemId, []]));
  for (const sheet of sheets) ofItems.get(sheet.itemId)?.push(sheet);
  const tallies = new Map([...ofItems].map(([itemId, ofItem]) => [itemId, tallyOf(rules, ofItem)]));
  return {
    design,
    sheetCount: matrix.scores.length,
    adjustmentGap: found.gap,
    degreesOfFreedom: found.degreesOfFreedom,
    members: memberFairness(matrix, found.byMember),
    items: itemFairness({ rules, appointed, tallies }, matrix, found.byMember),
    agreement: agreementOf(matrix, design),
  };
}

function designOf(matrix: ScoreMatrix): ScoringDesign {
  if (matrix.scores.length === 0) return 'NO_SHEETS';
  if (matrix.isComplete) return 'COMPLETE';
  return matrix.groups > 1 ? 'NOT_CONNECTED' : 'INCOMPLETE';
}

/**
 * All forms, and which of them fit. Thresholds are fixed points, so members must agree on points and not merely on order:
 * neither the consistency form 3 nor the ordinal alpha fits; they are there to be compared with.
 */
function agreementOf(matrix: ScoreMatrix, design: ScoringDesign): Agreement[] {
  const coefficients: Readonly<Record<AgreementForm, Coefficient>> = {
    ...intraclassCorrelations(matrix),
    ALPHA_INTERVAL: krippendorffAlpha(matrix, 'INTERVAL'),
    ALPHA_ORDINAL: krippendorffAlpha(matrix, 'ORDINAL'),
  };
  const fitting: readonly AgreementForm[] = ['ALPHA_INTERVAL', ...(design === 'COMPLETE' ? ['ICC_2_1', 'ICC_2_K'] as const : ['ICC_1_1', 'ICC_1_K'] as const)];
  return AGREEMENT_FORMS.map((form) => ({ form, coefficient: coefficients[form], fits: fitting.includes(form) }));
}
