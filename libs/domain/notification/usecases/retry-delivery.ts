import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { MailingsRepository } from '../data/mailings.repository.js';
import { DeliveriesQueued, DeliveryRetried } from '../events/notification.events.js';
import type { Delivery } from '../model/outbox.types.js';
import { deliveryNotInTrouble } from '../notification.errors.js';
import { mailingPolicy } from '../policy/mailing.policy.js';

/** Sends again what bounced or was given up, after somebody mended the address or the server. */
@Injectable()
export class RetryDelivery {
  constructor(
    private readonly database: Database,
    private readonly mailings: MailingsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws DELIVERY_NOT_IN_TROUBLE, NOT_FOUND */
  execute(id: string): Promise<Delivery> {
    const viewer = currentViewer();
    return this.database.transaction(async () => {
      const { state, mailing } = await this.mailings.lockDelivery(viewer.tenantId, id);
      mailingPolicy.require('mailing.read', viewer, mailing);
      if (state !== 'BOUNCED' && state !== 'FAILED') throw deliveryNotInTrouble({ state }, ['id']);
      mailingPolicy.require('mailing.retry', viewer, mailing);
      await this.mailings.retry(id);
      await this.events.publish(new DeliveryRetried(viewer.tenantId, id, mailing.mailingId));
      await this.events.publish(new DeliveriesQueued(viewer.tenantId, mailing.mailingId));
      return this.mailings.delivery(id);
    });
  }
}
