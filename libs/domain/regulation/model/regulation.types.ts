import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, LocalDate, PARENT, PUBLIC, TypeAccess } from '@kit/graphql';
import { CriterionKind, CriterionMeasure, LegalBasisStatus, Level, RegulationState } from './closed-lists.js';

registerEnumType(Level, {
  name: 'Level',
  description: 'The level at which an initiative is recognised.',
  valuesMap: { BASE: { description: 'Cấp cơ sở.' }, CITY: { description: 'Cấp thành phố.' } },
});
registerEnumType(RegulationState, {
  name: 'RegulationState',
  description: 'Where a version of a regulation stands.',
  valuesMap: {
    DRAFT: { description: 'Being written.' },
    IN_FORCE: { description: 'Issued by a decision; campaigns may use it.' },
    RETIRED: { description: 'Replaced; what was judged by it stays judged by it.' },
  },
});
registerEnumType(LegalBasisStatus, {
  name: 'LegalBasisStatus',
  description: 'Whether a legal document is in force, as far as it was checked.',
  valuesMap: { UNVERIFIED: { description: 'No official copy was seen.' } },
});
registerEnumType(CriterionKind, {
  name: 'CriterionKind',
  description: 'What a member does with a criterion.',
  valuesMap: {
    SCORED: { description: 'Gives points.' },
    YES_NO_GATE: { description: 'Answers yes or no; enough noes refuse the initiative.' },
    COMMENT_ONLY: { description: 'Writes a comment.' },
  },
});
registerEnumType(CriterionMeasure, {
  name: 'CriterionMeasure',
  description: 'Which legal criterion it counts for, whatever the scale of the ward.',
  valuesMap: {
    NOVELTY: { description: 'Tính mới (Decree 13/2012 Art. 4).' },
    EFFECTIVENESS: { description: 'Hiệu quả áp dụng (Law on Emulation and Commendation 2022).' },
    REPLICABILITY: { description: 'Khả năng nhân rộng (Law on Emulation and Commendation 2022).' },
    OTHER: { description: 'None of these.' },
  },
});

@ObjectType({ description: 'Points that a criterion, group or measure must reach, by code.' })
@TypeAccess(PARENT)
export class CodePoints {
  @Field()
  code: string;

  @Field(() => Int, { description: 'Hundredths of a point.' })
  points: number;
}

@ObjectType({ description: 'A level of a criterion. A member chooses one level, then points inside it.' })
@TypeAccess(PARENT)
export class CriterionLevel {
  @Field()
  code: string;

  @Field({ description: 'The rubric: what an initiative at this level looks like.' })
  label: string;

  @Field(() => String, { nullable: true })
  labelEn: string | null;

  @Field(() => Int, { description: 'Least points of the level, inclusive, in hundredths.' })
  min: number;

  @Field(() => Int, { description: 'Most points of the level, inclusive, in hundredths.' })
  max: number;
}

@ObjectType({ description: 'One criterion of a rule book. All points are hundredths of a point.' })
@TypeAccess(PARENT)
export class Criterion {
  @Field({ description: 'Unique in the rule book; score lines refer to it.' })
  code: string;

  @Field()
  groupCode: string;

  @Field()
  name: string;

  @Field(() => String, { nullable: true })
  nameEn: string | null;

  @Field(() => String, { nullable: true, description: 'How to judge it.' })
  guidance: string | null;

  @Field(() => CriterionKind)
  kind: CriterionKind;

  @Field(() => CriterionMeasure)
  measures: CriterionMeasure;

  @Field(() => Int, { description: '0 for criteria without points.' })
  maxPoints: number;

  @Field(() => Int)
  minPoints: number;

  @Field(() => Int, { description: 'Points are multiples of it: 100 = whole points, 50 = half points.' })
  step: number;

  @Field(() => Int, { nullable: true, description: 'Smallest average that passes, where a threshold asks for it.' })
  passMinimum: number | null;

  @Field(() => Int, { nullable: true, description: 'An average below it refuses the initiative, whatever the total.' })
  knockOutBelow: number | null;

  @Field(() => Int, { nullable: true, description: 'The member says why when giving fewer points.' })
  commentRequiredBelow: number | null;

  @Field(() => Int, { nullable: true, description: 'The member says why when giving this many points or more.' })
  commentRequiredFrom: number | null;

  @Field(() => [CriterionLevel], { description: 'From the best down; empty when points are free between least and most.' })
  levels: CriterionLevel[];
}

@ObjectType({ description: 'A group of criteria, such as "Hiệu quả áp dụng".' })
@TypeAccess(PARENT)
export class CriterionGroup {
  @Field()
  code: string;

  @Field()
  name: string;

  @Field(() => String, { nullable: true })
  nameEn: string | null;

  @Field(() => Int, { description: 'Sum of its scored criteria, in hundredths.' })
  maxPoints: number;

  @Field(() => Int, { nullable: true, description: 'Smallest group average that passes, in hundredths.' })
  passMinimum: number | null;
}

@ObjectType({ description: 'A grade. When the total fits and a minimum does not, there is a warning and no lower grade instead.' })
@TypeAccess(PARENT)
export class GradeBand {
  @Field()
  code: string;

  @Field()
  label: string;

  @Field(() => Int, { description: 'Hundredths of a point.' })
  minTotal: number;

  @Field(() => [CodePoints], { description: 'Of criteria and groups.' })
  minimums: CodePoints[];
}

@ObjectType({ description: 'What an outcome asks for.' })
@TypeAccess(PARENT)
export class OutcomeThreshold {
  @Field({ description: 'recognise, effectiveAndReplicable or cityCandidate.' })
  outcome: string;

  @Field(() => Int, { description: 'Smallest average total, in hundredths.' })
  total: number;

  @Field(() => [CodePoints], { description: 'Smallest averages of criteria, groups and measures.' })
  minimums: CodePoints[];
}

@ObjectType({ description: 'The rule book of a regulation: what is scored, how, and what passes.' })
@TypeAccess(PARENT)
export class EvaluationRules {
  @Field(() => Int, { description: 'The whole scale in hundredths of a point, usually 10000.' })
  scale: number;

  @Field(() => [CriterionGroup])
  groups: CriterionGroup[];

  @Field(() => [Criterion])
  criteria: Criterion[];

  @Field(() => [GradeBand], { description: 'From the best down.' })
  gradeBands: GradeBand[];

  @Field(() => [OutcomeThreshold])
  thresholds: OutcomeThreshold[];

  @Field(() => Int, { description: 'Fewer sheets give no result, whatever the size of the council.' })
  minSheets: number;

  @Field({ description: 'The whole rule book as JSON, as `rules` of the inputs takes it.' })
  document: string;
}

@ObjectType({ description: 'A legal document a regulation rests on.' })
@TypeAccess(PARENT)
export class LegalBasis {
  @Field({ description: 'Such as "13/2012/NĐ-CP".' })
  number: string;

  @Field()
  title: string;

  @Field()
  issuer: string;

  @Field(() => LocalDate, { nullable: true })
  issuedOn: string | null;

  @Field(() => LegalBasisStatus)
  status: LegalBasisStatus;
}

@ObjectType('EvaluationRegulation', { description: 'One version of an evaluation regulation (quy chế đánh giá). Frozen at first use.' })
@TypeAccess('regulation.read')
export class EvaluationRegulation {
  /** For the policy; not part of the schema. */
  tenantId: string;

  @Field(() => ID)
  id: string;

  @Field({ description: 'The same for all versions of one regulation.' })
  code: string;

  @Field(() => Int)
  version: number;

  @Field()
  name: string;

  @Field(() => Level)
  level: Level;

  @Field(() => RegulationState)
  state: RegulationState;

  @Field(() => String, { nullable: true })
  decisionNumber: string | null;

  @Field(() => LocalDate, { nullable: true })
  decisionDate: string | null;

  @Field(() => LocalDate, { nullable: true })
  effectiveFrom: string | null;

  @Field(() => LocalDate, { nullable: true })
  effectiveTo: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when it is in use and does not change.' })
  frozenAt: Date | null;

  @Field(() => Int, { description: 'For optimistic locking of drafts.' })
  revision: number;

  @Field({ description: 'SHA-256 of the canonical JSON of the rule book.' })
  rulesSha256: string;

  @Field(() => EvaluationRules)
  rules: EvaluationRules;

  @Field(() => [LegalBasis])
  legalBases: LegalBasis[];
}

@ObjectType({ description: 'A rule book that ships with the product, to copy and change. It binds nobody by itself.' })
@TypeAccess(PUBLIC)
export class RegulationPreset {
  @Field()
  code: string;

  @Field()
  name: string;

  @Field()
  nameEn: string;

  @Field()
  description: string;

  @Field({ description: 'The rule book as JSON.' })
  document: string;
}
