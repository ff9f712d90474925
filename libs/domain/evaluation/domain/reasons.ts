import type { Measure } from '../../regulation/domain/rules.js';
import type { Fraction } from './fraction.js';

/** Which act a threshold belongs to. */
export type LegalAct = 'RECOGNISE' | 'EFFECTIVE_AND_REPLICABLE' | 'CITY_CANDIDATE';

interface Named {
  readonly name: string;
  readonly nameEn: string | null;
}

interface CriterionNamed extends Named {
  readonly criterionCode: string;
}

/** An exact average (hundredths) beside the minimum (hundredths) it was compared with. */
export interface Compared {
  readonly average: Fraction;
  readonly minimum: number;
}

/** Why an outcome is as it is: plain data that can be stored, translated and checked again. `explain` puts it in words. */
export type OutcomeReason =
  | { readonly code: 'TOO_FEW_SHEETS'; readonly facts: { readonly received: number; readonly required: number; readonly appointed: number } }
  | { readonly code: 'VOTE_PASSED' | 'VOTE_NOT_PASSED'; readonly facts: { readonly agree: number; readonly base: number; readonly needed: number } }
  /** The regulation asks for a ballot and none was closed, for want of quorum or of eligible voters. */
  | { readonly code: 'VOTE_NOT_TAKEN'; readonly facts: { readonly needed: number; readonly base: number } }
  | { readonly code: 'GATE_NOT_PASSED'; readonly facts: CriterionNamed & { readonly yes: number; readonly sheets: number; readonly needed: number } }
  | { readonly code: 'KNOCKED_OUT'; readonly facts: CriterionNamed & Compared }
  | { readonly code: 'TOTAL_BELOW' | 'TOTAL_REACHED'; readonly facts: Compared & { readonly act: LegalAct } }
  | { readonly code: 'CRITERION_BELOW'; readonly facts: CriterionNamed & Compared & { readonly act: LegalAct } }
  | { readonly code: 'GROUP_BELOW'; readonly facts: Named & Compared & { readonly act: LegalAct; readonly groupCode: string } }
  | { readonly code: 'MEASURE_BELOW'; readonly facts: Compared & { readonly act: LegalAct; readonly measure: Measure } };

/** What does not change the outcome but must be seen before anybody signs. */
export type OutcomeWarning =
  /** The total fits a grade band, a minimum of the band does not hold: no grade, and never a lower one in silence. */
  | { readonly code: 'GRADE_CRITERION_MINIMUM'; readonly facts: CriterionNamed & Compared & BandFacts }
  | { readonly code: 'GRADE_GROUP_MINIMUM'; readonly facts: Named & Compared & BandFacts & { readonly groupCode: string } }
  /** Sheets further from the average than the regulation allows (hundredths). */
  | { readonly code: 'SPREAD_WIDE'; readonly facts: { readonly sheets: number; readonly allowed: Fraction } };

interface BandFacts {
  readonly grade: string;
  readonly gradeLabel: string;
  readonly gradeLabelEn: string | null;
  readonly total: Fraction;
}
