import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { connection, DateTime, PARENT, SIGNED_IN_ACCESS, TypeAccess } from '@kit/graphql';
import { ArrayMaxSize } from 'class-validator';

@ObjectType({ description: 'A word to fill into the text of a notice.' })
@TypeAccess(PARENT)
export class NotificationParam {
  @Field()
  name: string;

  @Field()
  value: string;
}

@ObjectType({ description: 'A notice to the viewer.' })
@TypeAccess(SIGNED_IN_ACCESS)
export class Notification {
  @Field(() => ID)
  id: string;

  @Field({ description: 'A stable code such as ROLE_ASSIGNED; the client words it.' })
  kind: string;

  @Field(() => [NotificationParam], { description: 'By name.' })
  params: NotificationParam[];

  @Field(() => String, { nullable: true, description: 'Path in the web app.' })
  link: string | null;

  @Field(() => DateTime)
  createdAt: Date;

  @Field(() => DateTime, { nullable: true })
  readAt: Date | null;
}

export const NotificationConnection = connection(Notification);

@ArgsType()
export class MarkNotificationsReadArgs {
  @Field(() => [ID], { description: 'At most 100; ids that are not notices to the viewer are passed over.' })
  @ArrayMaxSize(100)
  ids: string[];
}
