export const DecisionState = { DRAFT: 'DRAFT', PROPOSED: 'PROPOSED', ISSUED: 'ISSUED' } as const;
export type DecisionState = keyof typeof DecisionState;

/** One decision may hold both acts: recognition (Decree 13/2012) and effectiveness (Emulation Law 2022). */
export const DecisionKind = { INITIATIVE: 'INITIATIVE', EFFECTIVENESS: 'EFFECTIVENESS', COMBINED: 'COMBINED' } as const;
export type DecisionKind = keyof typeof DecisionKind;

export const RecognitionOutcome = { RECOGNISED: 'RECOGNISED', REFUSED: 'REFUSED' } as const;
export type RecognitionOutcome = keyof typeof RecognitionOutcome;

export const EffectivenessOutcome = { RECOGNISED: 'RECOGNISED', NOT_RECOGNISED: 'NOT_RECOGNISED' } as const;
export type EffectivenessOutcome = keyof typeof EffectivenessOutcome;

export const DecisionAction = { DECIDE: 'DECIDE', ISSUE: 'ISSUE' } as const;
export type DecisionAction = keyof typeof DecisionAction;

export const RegisterStatus = { VALID: 'VALID', REVOKED: 'REVOKED' } as const;
export type RegisterStatus = keyof typeof RegisterStatus;

export const RegisterSort = { NEWEST: 'NEWEST', TITLE: 'TITLE', RELEVANCE: 'RELEVANCE' } as const;
export type RegisterSort = keyof typeof RegisterSort;
