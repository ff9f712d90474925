import { Injectable } from '@nestjs/common';
import { ConflictDecided, ScoreSheetSubmitted, ScoringClosed } from '@domain/evaluation';
import { OnEvent } from '@kit/events';
import { DiscussionDesk } from '../usecases/discussion-desk.js';

/**
 * Whoever was mentioned before handing in the own sheet is told when it is in, or when scoring has closed: not earlier (INV-18). Whose
 * interest waited for a decision is told when they stay.
 */
@Injectable()
export class HeldMentions {
  constructor(private readonly desk: DiscussionDesk) {}

  @OnEvent(ScoreSheetSubmitted)
  @OnEvent(ConflictDecided)
  whenItIsKnown({ tenantId, itemId }: ScoreSheetSubmitted | ConflictDecided): Promise<void> {
    return this.desk.tellMentioned(tenantId, { itemId });
  }

  @OnEvent(ScoringClosed)
  afterClosing({ tenantId, sessionId }: ScoringClosed): Promise<void> {
    return this.desk.tellMentioned(tenantId, { sessionId });
  }
}
