import { Injectable } from '@nestjs/common';
import { localDate } from '@kit/clock';
import { runAs, systemViewer } from '@kit/context';
import { Database, newId } from '@kit/database';
import { EventBus } from '@kit/events';
import { RemindersRepository } from '../data/reminders.repository.js';
import { remindersDue } from '../domain/clocks.js';
import { RemindersDue } from '../events/notification.events.js';

/**
 * Reminds of every deadline whose day has come, in all wards. May run as often and in as many processes as it likes: a
 * reminder that was given is a row of its own, and whoever comes second finds it there. People get one notice for all
 * that one round found for them.
 */
@Injectable()
export class SendReminders {
  constructor(
    private readonly database: Database,
    private readonly reminders: RemindersRepository,
    private readonly events: EventBus,
  ) {}

  /** Answers in how many wards there was something to remind of. */
  execute(): Promise<number> {
    return this.database.transaction(async () => {
      const batchId = newId();
      const tenants = await this.reminders.give(batchId, remindersDue(localDate(await this.database.now())));
      for (const tenantId of tenants) {
        await runAs(systemViewer(tenantId), () => this.events.publish(new RemindersDue(tenantId, batchId)));
      }
      return tenants.length;
    });
  }
}
