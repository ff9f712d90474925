import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { MailingsRepository } from '../data/mailings.repository.js';
import { DeliveriesQueued, MailingApproved, MailingCancelled } from '../events/notification.events.js';
import type { Mailing, MailingVerdict } from '../model/outbox.types.js';
import { mailingDecided } from '../notification.errors.js';
import { mailingPolicy } from '../policy/mailing.policy.js';

/** Lets mail to many go, or stops it before any of it went. Once. */
@Injectable()
export class DecideMailing {
  constructor(
    private readonly database: Database,
    private readonly mailings: MailingsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws MAILING_DECIDED, NOT_FOUND, FORBIDDEN */
  execute(id: string, verdict: MailingVerdict): Promise<Mailing> {
    const viewer = currentViewer();
    return this.database.transaction(async () => {
      const mailing = await this.mailings.lock(viewer.tenantId, id);
      mailingPolicy.require('mailing.decide', viewer, mailing);
      if (mailing.verdict !== null) throw mailingDecided({ verdict: mailing.verdict }, ['id']);
      await this.mailings.decide(mailing, verdict, viewer.personId);
      if (verdict === 'CANCELLED') {
        await this.events.publish(new MailingCancelled(viewer.tenantId, id));
      } else {
        await this.events.publish(new MailingApproved(viewer.tenantId, id));
        await this.events.publish(new DeliveriesQueued(viewer.tenantId, id));
      }
      return this.mailings.get(viewer, id);
    });
  }
}
