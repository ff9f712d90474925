import { Args, Context, ID, Resolver, Subscription } from '@nestjs/graphql';
import { Access, type GraphqlContext } from '@kit/graphql';
import { type LiveNews, LiveSignals } from '@kit/live';
import { SessionSignal } from '../model/session-signal.type.js';
import { ITEM_AUDIENCES, SESSION_TOPIC } from '../session-signals.js';

@Resolver()
export class SessionSubscriptions {
  constructor(private readonly live: LiveSignals) {}

  @Subscription(() => SessionSignal, {
    description: 'Says, within a second and at most twice a second, that something changed that the viewer may see; at once when it begins. ' +
      'Changes of an item are for those who may read it. Ends with NOT_FOUND when the session is not for the viewer (any more), and with ' +
      'UNAVAILABLE when signals do not arrive: then poll.',
    resolve: signalOf,
  })
  @Access('session.read')
  sessionChanged(@Args('sessionId', { type: () => ID }) sessionId: string, @Context() context: GraphqlContext): Promise<AsyncIterable<LiveNews>> {
    return this.live.listen({ kind: SESSION_TOPIC, id: sessionId }, () => context.viewerNow());
  }
}

function signalOf({ parts }: LiveNews, { sessionId }: { readonly sessionId: string }): SessionSignal {
  const pairs = parts.map((part) => part.split(':') as [string, string]);
  const areItems = pairs.every(([audience]) => audience in ITEM_AUDIENCES);
  return { sessionId, itemIds: areItems ? [...new Set(pairs.map(([, id]) => id))] : [] };
}
