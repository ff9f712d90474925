import { Injectable } from '@nestjs/common';
import { currentContext, currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { notFound } from '@kit/errors';
import { EventBus } from '@kit/events';
import { SessionsRepository } from '../data/sessions.repository.js';
import { SessionsEnded } from '../events/identity.events.js';

/** Ends sessions of the asking account: the current one, a chosen one, or all. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly events: EventBus,
  ) {}

  /** Ends the session that asks; answers whether there was one, so that signing out twice is no error. */
  async current(): Promise<boolean> {
    const { viewer } = currentContext();
    if (viewer === null) return false;
    await this.#end(async () => ((await this.sessions.end(viewer.accountId, viewer.sessionId)) ? 1 : 0));
    return true;
  }

  /** @throws NOT_FOUND for a session that is not the account's own, or has ended */
  one(id: string): Promise<void> {
    return this.#end(async () => {
      if (!(await this.sessions.end(currentViewer().accountId, id))) throw notFound();
      return 1;
    });
  }

  all(): Promise<void> {
    return this.#end(() => this.sessions.endAll(currentViewer().accountId));
  }

  #end(work: () => Promise<number>): Promise<void> {
    return this.database.transaction(async () => {
      const { tenantId, accountId } = currentViewer();
      const count = await work();
      if (count > 0) await this.events.publish(new SessionsEnded(tenantId, accountId, count));
    });
  }
}
