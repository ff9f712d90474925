import { Injectable } from '@nestjs/common';
import { Database, sql } from '@kit/database';
import type { DueReminder } from '../domain/clocks.js';

@Injectable()
export class RemindersRepository {
  constructor(private readonly database: Database) {}

  /**
   * Writes down the reminders that are due for clocks which run now and were not given yet; answers the wards that have some.
   * Always in the same order, so that two processes wait for each other instead of embracing.
   */
  async give(batchId: string, due: readonly DueReminder[]): Promise<string[]> {
    const column = <K extends keyof DueReminder>(name: K): DueReminder[K][] => due.map((one) => one[name]);
    const rows = await this.database.rows<{ tenantId: string }>(sql`
      with given as (
        insert into reminder (tenant_id, clock, object_id, ends_on, due_on, days_before, batch_id)
        select c.tenant_id, c.kind, c.object_id, d.ends_on, d.due_on, d.days_before, ${batchId}::uuid
        from unnest(${column('kind')}::text[], ${column('endsOn')}::date[], ${column('dueOn')}::date[], ${column('daysBefore')}::int[],
          ${column('remindOn')}::date[]) as d (kind, ends_on, due_on, days_before, remind_on)
        join running_clock c on c.kind = d.kind and c.ends_on = d.ends_on and c.started_on < d.remind_on
        join tenant t on t.id = c.tenant_id and t.status = 'ACTIVE'
        order by c.kind, c.object_id, d.due_on, d.days_before
        on conflict on constraint reminder_once do nothing
        returning tenant_id
      )
      select distinct tenant_id as "tenantId" from given order by tenant_id`);
    return rows.map(({ tenantId }) => tenantId);
  }
}
