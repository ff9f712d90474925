import { Args, Context, ID, Resolver, Subscription } from '@nestjs/graphql';
import { Access, type GraphqlContext } from '@kit/graphql';
import { type LiveNews, LiveSignals } from '@kit/live';
import { discussionTopic } from '../discussion-audience.js';
import { DiscussionSignal } from '../model/discussion.types.js';

@Resolver()
export class DiscussionSubscriptions {
  constructor(private readonly live: LiveSignals) {}

  @Subscription(() => DiscussionSignal, {
    description: 'Says, within a second and at most twice a second, that something was said that the viewer may read; at once when it begins, and nothing while the discussion is hidden. ' +
      'Ends with NOT_FOUND when the viewer has no part in it (any more), and with UNAVAILABLE when signals do not arrive: then poll.',
    resolve: (_news: LiveNews, { itemId }: { readonly itemId: string }): DiscussionSignal => ({ itemId }),
  })
  @Access('discussion.see')
  discussionChanged(@Args('itemId', { type: () => ID }) itemId: string, @Context() context: GraphqlContext): Promise<AsyncIterable<LiveNews>> {
    return this.live.listen(discussionTopic(itemId), () => context.viewerNow());
  }
}
