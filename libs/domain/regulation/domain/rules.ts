import { z } from 'zod';

/**
 * What an evaluation regulation (quy chế đánh giá) prescribes, as data. The code knows how to apply a rule; which rule
 * applies stands here. All points are integers in hundredths (2750 = 27,50), shares of people are hundredths of a
 * percent, other shares are exact fractions `{ num, den }`.
 */
export const MEASURES = ['NOVELTY', 'EFFECTIVENESS', 'REPLICABILITY', 'OTHER'] as const;
export const CRITERION_KINDS = ['SCORED', 'YES_NO_GATE', 'COMMENT_ONLY'] as const;
export const VOTE_METHODS = ['SECRET', 'OPEN', 'NONE'] as const;
export const VOTE_BASES = ['ALL_APPOINTED', 'APPOINTED_MINUS_RECUSED', 'PRESENT'] as const;
/** What an interest does to a member: bars from the item, waits for the chair's word, or does nothing. */
export const INTEREST_RULES = ['FORBID', 'DECLARE', 'ALLOW'] as const;
/** When members score: at home before they meet, or in the meeting after quorum has been established. */
export const SCORING_TIMES = ['BEFORE_MEETING', 'IN_MEETING'] as const;

const MAX_POINTS = 1_000_000;

const code = z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/);
const name = z.string().trim().min(1).max(300);
const text = z.string().trim().min(1).max(2000);
const points = z.number().int().min(0).max(MAX_POINTS);
const share = z.strictObject({ num: z.number().int().min(0).max(10_000), den: z.number().int().min(1).max(10_000) });
const months = z.number().int().min(1).max(24);

const group = z.strictObject({
  code,
  name,
  nameEn: name.optional(),
  /** Smallest group average that passes, where a threshold applies the pass minimums. */
  passMinimum: points.optional(),
});

const level = z.strictObject({
  code,
  /** The rubric: what an initiative at this level looks like. */
  label: text,
  labelEn: text.optional(),
  /** Both ends are inclusive. */
  min: points,
  max: points,
});

const criterion = z.strictObject({
  code,
  groupCode: code,
  name,
  nameEn: name.optional(),
  guidance: text.optional(),
  guidanceEn: text.optional(),
  /** Points, a question that must be answered yes, or a comment without points. */
  kind: z.enum(CRITERION_KINDS),
  /** Which legal criterion it counts for, whatever the scale (domain: effectiveness and replicability, Emulation Law 2022). */
  measures: z.enum(MEASURES),
  /** 0 for criteria that are not scored. */
  maxPoints: points.default(0),
  minPoints: points.default(0),
  /** Points are multiples of the step: 100 = whole points, 50 = half points. */
  step: z.number().int().min(1).max(10_000).default(100),
  /** Smallest criterion average that passes, where a threshold applies the pass minimums. */
  passMinimum: points.optional(),
  /** An average below it refuses the initiative, whatever the total. */
  knockOutBelow: points.optional(),
  /** The member says why when giving fewer points than this. */
  commentRequiredBelow: points.optional(),
  /** The member says why when giving this many points or more. */
  commentRequiredFrom: points.optional(),
  /** When present, a member first chooses one level and then points inside it. */
  levels: z.array(level).max(10).default([]),
});

const threshold = z.strictObject({
  total: points.default(0),
  criterionMinimums: z.record(code, points).default({}),
  groupMinimums: z.record(code, points).default({}),
  measureMinimums: z.partialRecord(z.enum(MEASURES), points).default({}),
  /** Whether `passMinimum` of criteria and groups must hold as well. */
  passMinimums: z.boolean().default(false),
});

const gradeBand = z.strictObject({
  code,
  label: name,
  labelEn: name.optional(),
  minTotal: points,
  criterionMinimums: z.record(code, points).default({}),
  groupMinimums: z.record(code, points).default({}),
});

/** The shape of a rule book. Use `checkRules`, which also checks what no shape can say; `storedRules` for what the database keeps. */
export const evaluationRulesSchema = z.strictObject({
  /** The whole scale, usually 10000; must equal the sum of the scored criteria. */
  scalePoints: points.min(1),
  groups: z.array(group).min(1).max(20),
  criteria: z.array(criterion).min(1).max(60),
  /** A gate is passed when this share of all sheets answers yes; sheets dropped from the average answer too. */
  gates: z.strictObject({ majority: share }).default({ majority: { num: 2, den: 3 } }),
  thresholds: z.strictObject({
    /** Recognition of the initiative itself (Decree 13/2012, Art. 3). */
    recognise: threshold,
    /** Recognition of effective application and replicability (Emulation Law 2022). */
    effectiveAndReplicable: threshold,
    /** Candidate for a proposal to the city. */
    cityCandidate: threshold.optional(),
  }),
  /** From the best band down. */
  gradeBands: z.array(gradeBand).max(10).default([]),
  averaging: z.strictObject({
    /** `HIGH_LOW` drops one sheet with the highest and one with the lowest total. */
    trim: z.enum(['NONE', 'HIGH_LOW']),
    /** Number of sheets from which sheets are dropped. */
    trimFrom: z.number().int().min(3).max(100).default(5),
    /** Fewer sheets than the larger of both give no result. */
    minSheets: z.strictObject({ atLeast: z.number().int().min(1).max(100), shareOfAppointed: share }),
  }),
  /** Sheets whose total lies further from the average than this share of the scale are flagged; null flags none. */
  spread: z.strictObject({ shareOfScale: share }).nullable().default(null),
  scoring: z.strictObject({
    time: z.enum(SCORING_TIMES).default('BEFORE_MEETING'),
    /** Whether sheets of members who do not attend the meeting count in the averages. */
    countsAbsent: z.boolean().default(false),
    /** How many members score each item; null: every member scores every item. */
    sheetsPerItem: z.number().int().min(3).max(100).nullable().default(null),
  }).prefault({}),
  quorum: z.strictObject({ share, chairPresent: z.boolean(), secretaryPresent: z.boolean() }),
  vote: z.strictObject({ method: z.enum(VOTE_METHODS), majority: share, base: z.enum(VOTE_BASES) }),
  /** Which measure decides between equal totals, in turn; what is still equal the chair decides with a reason. */
  tieOrder: z.array(z.enum(MEASURES)).max(MEASURES.length).default([]),
  /** What bars a member beside authorship, adoption and kinship, which always do (INV-11). */
  conflicts: z.strictObject({
    sameUnit: z.enum(INTEREST_RULES),
    /** The head of an author's unit. */
    sameUnitHead: z.enum(INTEREST_RULES),
    /** Whoever leads a unit above an author's. */
    superior: z.enum(INTEREST_RULES).default('DECLARE'),
    /** Whoever wrote another initiative with an author and submitted it within so many years; 0 looks at none. */
    coAuthor: z.strictObject({ rule: z.enum(INTEREST_RULES), years: z.number().int().min(0).max(20) }).default({ rule: 'DECLARE', years: 3 }),
  }),
  filing: z.strictObject({
    /** A request filed later than `filingYears` after first application: refused, or let through with a warning (INV-06). */
    oneYearRule: z.enum(['REJECT', 'WARN']),
    /** Smallest share of one author (INV-04); the law sets none. */
    minimumShareBp: z.number().int().min(1).max(10_000).optional(),
  }),
  /** Lengths of the procedure (Decree 13/2012, Art. 6–7). */
  deadlines: z.strictObject({
    formalCheckMonths: months,
    supplementMonths: months,
    considerationMonths: months,
    filingYears: z.number().int().min(1).max(10),
  }),
});

export type EvaluationRules = z.output<typeof evaluationRulesSchema>;
/** A rule book as a person writes it: what has a default may be left out. */
export type EvaluationRulesInput = z.input<typeof evaluationRulesSchema>;
export type CriterionGroup = EvaluationRules['groups'][number];
export type Criterion = EvaluationRules['criteria'][number];
export type ScoreLevel = Criterion['levels'][number];
export type Threshold = EvaluationRules['thresholds']['recognise'];
export type GradeBand = EvaluationRules['gradeBands'][number];
export type Measure = (typeof MEASURES)[number];
export type CriterionKind = (typeof CRITERION_KINDS)[number];
export type VoteMethod = (typeof VOTE_METHODS)[number];
export type VoteBase = (typeof VOTE_BASES)[number];
export type InterestRule = (typeof INTEREST_RULES)[number];
/** An exact fraction of people, sheets or points: 2/3 = `{ num: 2, den: 3 }`. */
export type Share = EvaluationRules['gates']['majority'];

/**
 * A rule book that was checked when it was written. What later releases added gets its default, so that a session of
 * years ago is worked out as it was then.
 */
export function storedRules(stored: unknown): EvaluationRules {
  return evaluationRulesSchema.parse(stored);
}
