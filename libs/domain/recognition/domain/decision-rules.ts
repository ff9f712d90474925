/** What the council found (see evaluation) and what the head decides, as codes. */
export type CouncilOutcome = 'EFFECTIVE_AND_REPLICABLE' | 'RECOGNISED_ONLY' | 'NOT_RECOGNISED' | 'DEFERRED';
export type RecognitionOutcome = 'RECOGNISED' | 'REFUSED';
export type EffectivenessOutcome = 'RECOGNISED' | 'NOT_RECOGNISED';

/** The head's decision on one item. */
export interface ItemDecision {
  readonly outcome: RecognitionOutcome;
  readonly effectiveness: EffectivenessOutcome;
  readonly refusalReasons: readonly string[];
  readonly reason: string;
}

/** What must be known of an item to decide it. */
export interface ItemFacts {
  readonly councilOutcome: CouncilOutcome;
  /** Whether the judged version has an application, tried or real, that began by the day of the decision (INV-05). */
  readonly isApplied: boolean;
}

export type DecisionFault =
  | 'DECISION_DEVIATION_NEEDS_REASON'
  | 'DECISION_REFUSAL_NEEDS_REASON'
  | 'DECISION_REFUSAL_REASON_UNKNOWN'
  | 'DECISION_EFFECTIVENESS_NEEDS_RECOGNITION'
  | 'DECISION_REASONS_ONLY_FOR_REFUSAL'
  | 'DECISION_NOT_APPLIED';

/** A fault with the path of the input it lies in. */
export interface FaultAt {
  readonly code: DecisionFault;
  readonly path: readonly string[];
  readonly details: Readonly<Record<string, never>>;
}

/** What the council advises; the head decides (Decree 13/2012 Art. 8: the council's result is the basis of the decision). */
export function advised(council: CouncilOutcome): Pick<ItemDecision, 'outcome' | 'effectiveness'> | null {
  switch (council) {
    case 'EFFECTIVE_AND_REPLICABLE':
      return { outcome: 'RECOGNISED', effectiveness: 'RECOGNISED' };
    case 'RECOGNISED_ONLY':
      return { outcome: 'RECOGNISED', effectiveness: 'NOT_RECOGNISED' };
    case 'NOT_RECOGNISED':
      return { outcome: 'REFUSED', effectiveness: 'NOT_RECOGNISED' };
    case 'DEFERRED':
      return null;
  }
}

/** Whether the decision goes against the council's advice (INV-30). */
export function deviates(council: CouncilOutcome, decision: Pick<ItemDecision, 'outcome' | 'effectiveness'>): boolean {
  const advice = advised(council);
  return advice === null || advice.outcome !== decision.outcome || advice.effectiveness !== decision.effectiveness;
}

/**
 * Everything that keeps a decision on an item from being taken.
 * @param isLegalGround whether a code belongs to the legal list of grounds for refusal (Decree 13/2012 Art. 3–4)
 */
export function decisionFaults(facts: ItemFacts, decision: ItemDecision, isLegalGround: (code: string) => boolean): FaultAt[] {
  const faults: FaultAt[] = [];
  const isRefusal = decision.outcome === 'REFUSED';
  const hasReason = decision.reason.trim() !== '';
  if (isRefusal && (decision.refusalReasons.length === 0 || !hasReason)) {
    const path = decision.refusalReasons.length === 0 ? 'refusalReasons' : 'reason';
    faults.push({ code: 'DECISION_REFUSAL_NEEDS_REASON', path: ['input', path], details: {} });
  } else if (!hasReason && deviates(facts.councilOutcome, decision)) {
    faults.push({ code: 'DECISION_DEVIATION_NEEDS_REASON', path: ['input', 'reason'], details: {} });
  }
  if (!isRefusal && decision.refusalReasons.length > 0) {
    faults.push({ code: 'DECISION_REASONS_ONLY_FOR_REFUSAL', path: ['input', 'refusalReasons'], details: {} });
  }
  decision.refusalReasons.forEach((code, index) => {
    if (!isLegalGround(code)) faults.push({ code: 'DECISION_REFUSAL_REASON_UNKNOWN', path: ['input', 'refusalReasons', String(index)], details: {} });
  });
  if (isRefusal && decision.effectiveness === 'RECOGNISED') {
    faults.push({ code: 'DECISION_EFFECTIVENESS_NEEDS_RECOGNITION', path: ['input', 'effectiveness'], details: {} });
  }
  if (!isRefusal && !facts.isApplied) faults.push({ code: 'DECISION_NOT_APPLIED', path: ['input', 'outcome'], details: {} });
  return faults;
}

/** The symbol of decisions of the chairman of a People's Committee (Decree 30/2020, Annex III). */
export const DECISION_SYMBOL = 'QĐ-UBND';
/** Their book in the number sequences. */
export const DECISION_BOOK = 'QD_UBND';

/** As printed: `05/QĐ-UBND`; numbers below ten get a leading zero (Decree 30/2020, Annex I). */
export function fullNumber(number: number, symbol: string): string {
  return `${String(number).padStart(2, '0')}/${symbol}`;
}
