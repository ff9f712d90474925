/** The level of recognition a rule book serves. */
export const Level = { BASE: 'BASE', CITY: 'CITY' } as const;
export type Level = keyof typeof Level;

/** A regulation is drafted, put in force by a decision, and later retired by its successor. */
export const RegulationState = { DRAFT: 'DRAFT', IN_FORCE: 'IN_FORCE', RETIRED: 'RETIRED' } as const;
export type RegulationState = keyof typeof RegulationState;

export const LegalBasisStatus = {
  IN_FORCE: 'IN_FORCE', EXPIRED: 'EXPIRED', REPLACED: 'REPLACED', NOT_YET: 'NOT_YET', UNVERIFIED: 'UNVERIFIED',
} as const;
export type LegalBasisStatus = keyof typeof LegalBasisStatus;

export const CriterionKind = { SCORED: 'SCORED', YES_NO_GATE: 'YES_NO_GATE', COMMENT_ONLY: 'COMMENT_ONLY' } as const;
export type CriterionKind = keyof typeof CriterionKind;

export const CriterionMeasure = {
  NOVELTY: 'NOVELTY', EFFECTIVENESS: 'EFFECTIVENESS', REPLICABILITY: 'REPLICABILITY', OTHER: 'OTHER',
} as const;
export type CriterionMeasure = keyof typeof CriterionMeasure;
