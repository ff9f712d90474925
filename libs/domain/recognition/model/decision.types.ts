import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, LocalDate, TypeAccess } from '@kit/graphql';
import { Outcome, ResultReason } from '@domain/evaluation';
import { Person } from '@domain/organisation';
import { DecisionAction, DecisionKind, DecisionState, EffectivenessOutcome, RecognitionOutcome } from './closed-lists.js';

registerEnumType(DecisionState, {
  name: 'DecisionState',
  description: 'Where a decision stands.',
  valuesMap: {
    DRAFT: { description: 'Being drawn up.' },
    PROPOSED: { description: 'Before the head.' },
    ISSUED: { description: 'Numbered, dated, public. It does not change any more.' },
  },
});
registerEnumType(DecisionKind, {
  name: 'DecisionKind',
  description: 'Which acts a decision holds.',
  valuesMap: {
    INITIATIVE: { description: 'Recognition of initiatives (Decree 13/2012).' },
    EFFECTIVENESS: { description: 'Recognition of application effectiveness and replicability (Law on Emulation and Commendation 2022).' },
    COMBINED: { description: 'Both.' },
  },
});
registerEnumType(RecognitionOutcome, { name: 'RecognitionOutcome', description: 'What the head decided on an initiative.' });
registerEnumType(EffectivenessOutcome, {
  name: 'EffectivenessOutcome',
  description: 'Whether application effectiveness and replicability are recognised; a facet of its own beside the recognition.',
});
registerEnumType(DecisionAction, { name: 'DecisionAction', description: 'What the viewer may do with a decision now.' });

@ObjectType({ description: 'One initiative in a decision. Its authors and recused members read no result before the decision is issued, whatever office they hold.' })
@TypeAccess('recognitionItem.read')
export class RecognitionItem {
  /** For the policy; not part of the schema. */
  tenantId: string;
  state: DecisionState;

  @Field(() => ID)
  id: string;

  @Field(() => Int)
  position: number;

  @Field(() => ID)
  initiativeId: string;

  @Field()
  code: string;

  @Field({ description: 'As judged.' })
  title: string;

  @Field()
  unitName: string;

  @Field(() => [String], { description: 'As judged, the lead author first.' })
  authorNames: string[];

  @Field(() => Outcome, { nullable: true, description: "The council's result." })
  councilOutcome: Outcome | null;

  @Field(() => Int, { nullable: true, description: 'Average in hundredths of a point, rounded half up for display.' })
  councilAverage: number | null;

  @Field(() => [ResultReason], { nullable: true })
  councilReasons: ResultReason[] | null;

  @Field(() => RecognitionOutcome, { nullable: true, description: 'Null until decided.' })
  outcome: RecognitionOutcome | null;

  @Field(() => EffectivenessOutcome, { nullable: true })
  effectiveness: EffectivenessOutcome | null;

  @Field(() => [String], { description: 'Codes of reasonTemplates(kind: RECOGNITION_REFUSAL).' })
  refusalReasons: string[];

  @Field({ description: "The head's words; empty where none were needed." })
  reason: string;

  @Field({ description: "Whether it goes against the council's advice." })
  deviates: boolean;

  @Field(() => DateTime, { nullable: true })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Such as "05/QĐ-UBND"; null until issued.' })
  decisionNumber: string | null;

  @Field(() => LocalDate, { nullable: true })
  decisionDate: string | null;
}

@ObjectType({ description: "The head's decision on the results of one session." })
@TypeAccess('decision.read')
export class RecognitionDecision {
  /** For the policy; not part of the schema. */
  tenantId: string;

  @Field(() => ID)
  id: string;

  @Field(() => DecisionKind)
  kind: DecisionKind;

  @Field(() => DecisionState)
  state: DecisionState;

  @Field({ description: 'Trích yếu.' })
  summary: string;

  @Field(() => String, { nullable: true, description: 'Such as "05/QĐ-UBND"; null until issued.' })
  fullNumber: string | null;

  @Field(() => Int, { nullable: true })
  number: number | null;

  @Field(() => Int, { nullable: true })
  year: number | null;

  @Field(() => LocalDate, { nullable: true })
  issuedOn: string | null;

  @Field(() => Person, { nullable: true })
  signedBy: Person | null;

  @Field(() => String, { nullable: true })
  signerTitle: string | null;

  @Field(() => Person, { nullable: true })
  proposedBy: Person | null;

  @Field(() => DateTime, { nullable: true })
  proposedAt: Date | null;

  @Field(() => ID)
  sessionId: string;

  @Field()
  sessionTitle: string;

  @Field(() => [RecognitionItem])
  items: RecognitionItem[];

  @Field(() => Int)
  decidedCount: number;

  @Field(() => Int, { description: 'For optimistic locking.' })
  revision: number;

  @Field(() => [DecisionAction])
  actions: DecisionAction[];
}
