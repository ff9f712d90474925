import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Person } from '@domain/organisation';
import { Access, DateTime, LocalDate, PARENT, TypeAccess } from '@kit/graphql';
import { ProgressMark, SheetProposal, SheetState } from './closed-lists.js';

@ObjectType({ description: 'What a member gives for one criterion.' })
@TypeAccess(PARENT)
export class ScoreLine {
  @Field()
  criterionCode: string;

  @Field(() => String, { nullable: true, description: 'The level chosen, where the criterion has levels.' })
  levelCode: string | null;

  @Field(() => Int, { nullable: true, description: 'Hundredths of a point.' })
  points: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Answer to a yes/no condition.' })
  met: boolean | null;

  @Field(() => String, { nullable: true })
  comment: string | null;
}

@ObjectType({ description: 'Phiếu chấm: one sheet per item and member (INV-17). Others see it only when scoring has closed (INV-18).' })
@TypeAccess(PARENT)
export class ScoreSheet {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  itemId: string;

  @Field(() => Person)
  member: Person;

  @Field(() => SheetState)
  state: SheetState;

  @Field(() => Int, { description: 'Counts the saves; name the one last read when you save.' })
  revision: number;

  @Field(() => [ScoreLine], { description: 'In the order of the regulation.' })
  lines: ScoreLine[];

  @Field(() => Int, { nullable: true, description: 'Sum of the points so far, in hundredths.' })
  total: number | null;

  @Field()
  generalComment: string;

  @Field(() => String, { nullable: true, description: 'Only its owner ever reads it; null for everybody else.' })
  @Access('sheet.readPrivateNote')
  privateNote: string | null;

  @Field(() => SheetProposal, { nullable: true })
  proposal: SheetProposal | null;

  @Field(() => DateTime, { nullable: true, description: 'Null while it is a draft, also after it was taken back.' })
  submittedAt: Date | null;

  @Field(() => Int, { description: 'How often it was submitted; every submission is kept.' })
  submissionNumber: number;

  // For the policy; not part of the schema.
  tenantId: string;
  personId: string;
}

@ObjectType({ description: 'One item that the viewer scores.' })
@TypeAccess(PARENT)
export class ScoringQueueItem {
  @Field(() => ID)
  itemId: string;

  @Field(() => ID)
  sessionId: string;

  @Field()
  sessionTitle: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day for the sheet.' })
  dueOn: string | null;

  @Field(() => Int, { description: 'Place on the agenda as the viewer sees it, from 1.' })
  position: number;

  @Field()
  code: string;

  @Field()
  title: string;

  @Field()
  unitName: string;

  @Field()
  fieldName: string;

  @Field(() => SheetState, { nullable: true, description: 'Of the viewer’s own sheet; null before it is begun.' })
  sheetState: SheetState | null;

  @Field(() => Int, { nullable: true, description: 'Total of the viewer’s own sheet so far, in hundredths.' })
  total: number | null;
}

@ObjectType({ description: 'What the viewer scores in open sessions, without items on which the viewer is recused.' })
@TypeAccess(PARENT)
export class ScoringQueue {
  @Field(() => [ScoringQueueItem], { description: 'Earliest due first, then by agenda; at most 500.' })
  items: ScoringQueueItem[];

  @Field(() => Int, { description: 'How many of the items have a submitted sheet of the viewer.' })
  submitted: number;

  @Field(() => Int, { description: 'How many items there are.' })
  total: number;
}

@ObjectType({ description: 'Who has come how far, never what was given. Without items on which the viewer is recused.' })
@TypeAccess(PARENT)
export class SheetProgress {
  @Field(() => ID)
  itemId: string;

  @Field(() => ID)
  personId: string;

  @Field(() => ProgressMark)
  mark: ProgressMark;
}
