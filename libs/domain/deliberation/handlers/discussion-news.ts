import { Injectable } from '@nestjs/common';
import { OnEvent } from '@kit/events';
import { LiveSignals } from '@kit/live';
import { discussionTopic, postsOf } from '../discussion-audience.js';
import { DiscussionEvent } from '../events/deliberation.events.js';

/** Tells those who look at a discussion that it changed, when the act commits. */
@Injectable()
export class DiscussionNews {
  constructor(private readonly signals: LiveSignals) {}

  @OnEvent(DiscussionEvent)
  changed({ itemId }: DiscussionEvent): Promise<void> {
    return this.signals.publish(discussionTopic(itemId), postsOf(itemId));
  }
}
