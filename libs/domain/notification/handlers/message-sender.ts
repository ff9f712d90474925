import { Injectable } from '@nestjs/common';
import { OnEventAsync } from '@kit/events';
import { defineQueue, Job, Schedule } from '@kit/jobs';
import { DeliveriesQueued } from '../events/notification.events.js';
import { SendDueMessages } from '../usecases/send-due-messages.js';
import { SendReminders } from '../usecases/send-reminders.js';

const MAIL = defineQueue('mail', {
  concurrency: 2,
  reason: 'One job sends everything that is due, five mails at a time; a second one carries on while the first waits for a slow server.',
});

/** When messages leave and reminders are looked for. */
@Injectable()
export class MessageSender {
  constructor(
    private readonly send: SendDueMessages,
    private readonly reminders: SendReminders,
  ) {}

  /** At once, when there is something new. */
  @Job('notification.send', {
    attempts: 3,
    backoff: { type: 'exponential', delayMs: 2_000 },
    reason: 'Every delivery knows by itself when it is tried again; this only fails when the database is away for a moment.',
  })
  @OnEventAsync(DeliveriesQueued, MAIL.name)
  async sendQueued(): Promise<void> {
    await this.send.execute();
  }

  /** What had to wait for the end of the quiet hours, for the digest, or for another attempt. */
  @Schedule('notification.send-due', {
    every: { minutes: 1 },
    reason: 'The shortest pause before another attempt is a minute; a late tick only sends a minute later.',
  })
  async sendDue(): Promise<void> {
    await this.send.execute();
  }

  @Schedule('notification.remind', {
    cron: '0 7 * * *',
    reason: 'Once a day, before the office opens and half an hour before the digest. A missed day is made up for by the next tick.',
  })
  async remind(): Promise<void> {
    await this.reminders.execute();
  }
}
