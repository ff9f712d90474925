import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { Person } from '@domain/organisation';
import { connection, DateTime, PageArgs, TypeAccess } from '@kit/graphql';
import { MaxLength } from 'class-validator';

@ObjectType({ description: 'Something that was done in the ward. Holds ids, codes and dates, never texts or scores.' })
@TypeAccess('audit.read')
export class AuditEvent {
  @Field(() => ID)
  id: string;

  @Field(() => DateTime, { description: 'By the database clock.' })
  at: Date;

  @Field(() => Person, { nullable: true, description: 'Who did it; null: the system, or nobody known.' })
  actor: Person | null;

  @Field({ description: 'What happened, such as "identity.role-assigned".' })
  action: string;

  @Field({ description: 'What it was done to, such as "Initiative".' })
  objectType: string;

  @Field(() => ID, { nullable: true })
  objectId: string | null;

  @Field({ description: 'The other ids, codes, numbers and dates, as a JSON object.' })
  details: string;
}

export const AuditEventConnection = connection(AuditEvent);

@ArgsType()
export class AuditEventsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only what was done to objects of this type.' })
  @MaxLength(100)
  objectType?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what was done to this object. An unknown id has no events.' })
  objectId?: string | null;
}
