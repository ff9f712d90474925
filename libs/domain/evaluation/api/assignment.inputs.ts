import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize } from 'class-validator';
import { MOST_ITEMS } from '../data/session.shapes.js';

const MOST_MEMBERS = 100;

@InputType({ description: 'Who scores one item, complete: whoever is left out no longer does.' })
export class AssignmentRowInput {
  @Field(() => ID, { description: 'NOT_FOUND for an item that is not on the agenda as the viewer sees it. Each item once: ASSIGNMENT_TWICE.' })
  itemId: string;

  @Field(() => [ID], {
    description: 'At most as many as the regulation has members score an item (ASSIGNMENT_TOO_MANY); voting members (NOT_FOUND), each once (ASSIGNMENT_TWICE), none recused from the item (ASSIGNMENT_RECUSED).',
  })
  @ArrayMaxSize(MOST_MEMBERS)
  personIds: string[];
}

@InputType({ description: 'Who scores what from now on. Items that are not named stay as they are.' })
export class ApplyAssignmentInput {
  @Field(() => ID)
  sessionId: string;

  @Field(() => Int, { description: 'As last read, also with the proposal. REVISION_CONFLICT when somebody was faster.' })
  revision: number;

  @Field(() => [AssignmentRowInput], { description: 'At most 500.' })
  @ArrayMaxSize(MOST_ITEMS)
  rows: AssignmentRowInput[];
}
