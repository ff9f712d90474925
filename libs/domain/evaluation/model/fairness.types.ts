import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Person } from '@domain/organisation';
import { PARENT, TypeAccess } from '@kit/graphql';
import { AGREEMENT_FORMS, type AgreementForm as FormOfAgreement, SCORING_DESIGNS, type ScoringDesign as DesignOfScoring } from '../domain/fairness/report.js';
import { FAIRNESS_GAPS, type FairnessGap as GapOfFairness } from '../domain/fairness/score-matrix.js';
import { Outcome, publish } from './closed-lists.js';

export type FairnessGap = GapOfFairness;
export const FairnessGap = publish('FairnessGap', 'Why a figure of the fairness report cannot be computed.', FAIRNESS_GAPS, {
  TOO_FEW_MEMBERS: 'Fewer than two members scored.',
  TOO_FEW_ITEMS: 'Fewer than two items were scored.',
  TOO_FEW_SHEETS: 'No item was scored by two members.',
  NO_VARIANCE: 'The scores do not differ in what the figure compares.',
  NOT_COMPLETE: 'Some member did not score some item.',
  NOT_CONNECTED: 'Groups of members have no item in common.',
});

export type ScoringDesign = DesignOfScoring;
export const ScoringDesign = publish('ScoringDesign', 'Who scored what; it decides which figures can be computed and which fit.', SCORING_DESIGNS, {
  COMPLETE: 'Everybody scored everything: severity weighs on all items alike, and adjusting moves no plain average.',
  INCOMPLETE: 'Sheets are missing, by recusal, assignment or absence.',
  NOT_CONNECTED: 'Sheets are missing, and groups of members have no item in common.',
  NO_SHEETS: 'Nothing was scored.',
});

export type AgreementForm = FormOfAgreement;
export const AgreementForm = publish('AgreementForm', 'A coefficient of agreement (docs/fairness.md).', AGREEMENT_FORMS, {
  ICC_1_1: 'Intraclass correlation of one sheet, one-way: each item has members of its own. Shrout and Fleiss (1979).',
  ICC_1_K: 'The same, of the average of an item’s sheets.',
  ICC_2_1: 'Intraclass correlation of one sheet, two-way, absolute agreement: the members are a sample.',
  ICC_2_K: 'The same, of the average of an item’s sheets.',
  ICC_3_1: 'Intraclass correlation of one sheet, two-way, consistency: differences in severity are left out.',
  ICC_3_K: 'The same, of the average of an item’s sheets.',
  ALPHA_INTERVAL: 'Krippendorff’s alpha of points.',
  ALPHA_ORDINAL: 'Krippendorff’s alpha of order.',
});

@ObjectType({ description: 'How one member scored. All points are hundredths, rounded.' })
@TypeAccess(PARENT)
export class FairnessMember {
  @Field(() => Int, { description: 'From 1, the most severe first: “Thành viên 1 … n”. It tells nothing of seats.' })
  number: number;

  @Field(() => Person, { nullable: true, description: 'For who presides, and in the own row; null otherwise.' })
  person: Person | null;

  @Field({ description: 'Whether it is the viewer’s own row.' })
  isMine: boolean;

  @Field(() => Int, { nullable: true, description: 'Sheets that count. Null wherever the name is.' })
  sheetCount: number | null;

  @Field(() => Int, { nullable: true, description: 'Mean of the totals given; no measure of leniency where members scored different items. Null wherever the name is.' })
  average: number | null;

  @Field(() => Int, { nullable: true, description: 'Above (generous) or below 0 (severe): distance from the average member on the same items. Null with adjustmentGap.' })
  leniency: number | null;

  @Field(() => Int, { nullable: true, description: 'Standard deviation of the totals given. Null for a single sheet.' })
  spread: number | null;

  @Field(() => Int, { nullable: true, description: 'Root mean square of what neither the items nor the leniency explain. Null with adjustmentGap.' })
  residual: number | null;
}

@ObjectType({ description: 'What the rules say of an item on points alone, before any vote.' })
@TypeAccess(PARENT)
export class FairnessOutcome {
  @Field(() => Int, { nullable: true, description: 'In hundredths, rounded half up, only to be shown: thresholds are compared exactly. Null without sheets.' })
  average: number | null;

  @Field(() => Int, { nullable: true, description: 'By the average alone among the items the viewer sees; 1 is best, equal averages share a place. Null without sheets.' })
  rank: number | null;

  @Field(() => Outcome)
  outcome: Outcome;

  @Field({ description: 'Whether it also reaches the threshold for a proposal to the city.' })
  isCityCandidate: boolean;
}

@ObjectType({ description: 'An item as scored, and as it would stand had every member been equally severe.' })
@TypeAccess(PARENT)
export class FairnessItem {
  @Field(() => ID)
  itemId: string;

  @Field(() => Int, { description: 'Place on the agenda as the viewer sees it, from 1.' })
  position: number;

  @Field()
  code: string;

  @Field()
  title: string;

  @Field(() => Int, { description: 'Sheets that count.' })
  sheetCount: number;

  @Field(() => FairnessOutcome)
  raw: FairnessOutcome;

  @Field(() => FairnessOutcome, { nullable: true, description: 'The leniency of each member taken off their sheets; all else stays. Null with adjustmentGap.' })
  adjusted: FairnessOutcome | null;

  @Field({ description: 'Whether outcome or candidacy would be another.' })
  flips: boolean;
}

@ObjectType({ description: 'A coefficient of agreement, or why there is none.' })
@TypeAccess(PARENT)
export class FairnessAgreement {
  @Field(() => AgreementForm)
  form: AgreementForm;

  @Field(() => Float, { nullable: true, description: 'At most 1, possibly negative, rounded to thousandths. Null with a gap.' })
  value: number | null;

  @Field(() => FairnessGap, { nullable: true })
  gap: FairnessGap | null;

  @Field({ description: 'Whether the form suits the design and what is decided from the scores; the others are there to compare.' })
  fits: boolean;
}

@ObjectType({
  description: 'How evenly a session judged: it advises and changes no result. Over the items the viewer may read, as if there were no others.',
})
@TypeAccess(PARENT)
export class SessionFairness {
  @Field(() => ID)
  sessionId: string;

  @Field({ description: 'Whether the viewer sees who the members are.' })
  isNamed: boolean;

  @Field(() => ScoringDesign)
  design: ScoringDesign;

  @Field(() => Int, { description: 'Members whose sheets count.' })
  memberCount: number;

  @Field(() => Int, { description: 'Sheets that count.' })
  sheetCount: number;

  @Field(() => FairnessGap, { nullable: true, description: 'Why leniency, residuals and adjusted outcomes cannot be computed; null where they are.' })
  adjustmentGap: FairnessGap | null;

  @Field(() => Int, { nullable: true, description: 'Sheets beyond those the adjustment needs: with few of them it is a guess, with 0 nothing checks it. Null with adjustmentGap.' })
  degreesOfFreedom: number | null;

  @Field(() => [FairnessMember], { description: 'The most severe first. Without names and fewer than three members, the own row alone.' })
  members: FairnessMember[];

  @Field(() => [FairnessItem], { description: 'In the order of the agenda, at most 500.' })
  items: FairnessItem[];

  @Field(() => [FairnessAgreement], { description: 'Every form, in a fixed order.' })
  agreement: FairnessAgreement[];
}
