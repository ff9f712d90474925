import { DomainEvent } from '@kit/events';
import type { Id } from '@kit/ids';

/** There is something to send. */
export class DeliveriesQueued extends DomainEvent {
  static override readonly type = 'notification.deliveries-queued';

  constructor(readonly tenantId: Id, readonly mailingId: Id) {
    super();
  }
}

/** Somebody let mail to many go. */
export class MailingApproved extends DomainEvent {
  static override readonly type = 'notification.mailing-approved';

  constructor(readonly tenantId: Id, readonly mailingId: Id) {
    super();
  }
}

/** Somebody stopped mail to many before any of it went. */
export class MailingCancelled extends DomainEvent {
  static override readonly type = 'notification.mailing-cancelled';

  constructor(readonly tenantId: Id, readonly mailingId: Id) {
    super();
  }
}

/** Somebody asked to send again what could not be delivered. */
export class DeliveryRetried extends DomainEvent {
  static override readonly type = 'notification.delivery-retried';

  constructor(readonly tenantId: Id, readonly deliveryId: Id, readonly mailingId: Id) {
    super();
  }
}

/** Deadlines of the ward come near or are over; `batchId` names the reminders of this round. */
export class RemindersDue extends DomainEvent {
  static override readonly type = 'notification.reminders-due';
  static readonly objectType = 'ReminderBatch';

  constructor(readonly tenantId: Id, readonly batchId: Id) {
    super();
  }
}
