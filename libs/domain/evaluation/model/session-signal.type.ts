import { Field, ID, ObjectType } from '@nestjs/graphql';
import { TypeAccess } from '@kit/graphql';

@ObjectType({ description: 'That a session changed, and nothing of what it says: ask again what you show.' })
@TypeAccess('parent')
export class SessionSignal {
  @Field(() => ID)
  sessionId: string;

  @Field(() => [ID], { description: 'The items that changed, of those the viewer may know of. Empty: ask for everything that you show of the session.' })
  itemIds: string[];
}
