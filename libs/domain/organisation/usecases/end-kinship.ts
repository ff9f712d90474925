import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { notFound } from '@kit/errors';
import { EventBus } from '@kit/events';
import { isId } from '@kit/ids';
import { KinshipsRepository } from '../data/kinships.repository.js';
import { KinshipEnded } from '../events/organisation.events.js';

/** Ends a tie the viewer declared. What a session has found by it before stands there until that session is over. */
@Injectable()
export class EndKinship {
  constructor(
    private readonly database: Database,
    private readonly kinships: KinshipsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws NOT_FOUND */
  execute(id: string): Promise<void> {
    const viewer = currentViewer();
    return this.database.transaction(async () => {
      if (!isId(id) || !(await this.kinships.end(viewer, id))) throw notFound();
      await this.events.publish(new KinshipEnded(viewer.tenantId, id));
    });
  }
}
