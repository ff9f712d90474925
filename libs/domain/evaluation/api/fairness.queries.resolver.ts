import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { currentViewer } from '@kit/context';
import { Access } from '@kit/graphql';
import { FairnessReader } from '../data/fairness.reader.js';
import { SessionFairness } from '../model/fairness.types.js';

/** How evenly a session judged. */
@Resolver()
export class FairnessQueries {
  constructor(private readonly reader: FairnessReader) {}

  @Query(() => SessionFairness, {
    nullable: true,
    description: 'Advisory report on a session: leniency of members, agreement, and what would flip. Null until scoring has closed, for the head until the lock; NOT_FOUND alike for what does not exist and what the viewer may not see.',
  })
  @Access('fairness.read')
  sessionFairness(@Args('sessionId', { type: () => ID }) sessionId: string): Promise<SessionFairness | null> {
    return this.reader.ofSession(currentViewer(), sessionId);
  }
}
