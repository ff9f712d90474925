import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalDate, PARENT, TypeAccess } from '@kit/graphql';
import { WorkUrgency } from './urgency.js';

registerEnumType(WorkUrgency, {
  name: 'WorkUrgency',
  description: 'How pressing a thing is today in Vietnam.',
  valuesMap: {
    OVERDUE: { description: 'Its last day has passed.' },
    TODAY: { description: 'Today is its last day.' },
    THIS_WEEK: { description: 'Due within the next seven days.' },
    LATER: { description: 'Due later, or without a date.' },
    WAITING: { description: 'Waits for somebody else.' },
  },
});

@ObjectType({ description: 'One thing that waits for the viewer or, WAITING, for somebody else.' })
@TypeAccess(PARENT)
export class WorkItem {
  @Field(() => ID, { description: 'Stable as long as the thing waits.' })
  id: string;

  @Field({ description: 'A stable code such as CONFIRM_AUTHORSHIP; the client words it.' })
  kind: string;

  @Field(() => WorkUrgency)
  urgency: WorkUrgency;

  @Field({ description: 'What it is about.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Such as SK-2026-0001.' })
  code: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day.' })
  dueOn: string | null;

  @Field({ description: 'Path in the web app.' })
  link: string;

  @Field(() => Int, { nullable: true, description: 'How many things one line stands for.' })
  count: number | null;
}
