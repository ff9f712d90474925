import { Injectable } from '@nestjs/common';
import { Database, sql } from '@kit/database';

/** The latest tick of a schedule. */
export interface ScheduleRun {
  readonly name: string;
  /** The instant the tick stands for. */
  readonly dueAt: Date;
  readonly startedAt: Date;
  /** `null`: it runs now, was interrupted, or failed. */
  readonly doneAt: Date | null;
  readonly errorCode: string | null;
}

/** The database's memory of the ticks: who claims one first runs it. */
@Injectable()
export class ScheduleRuns {
  constructor(private readonly database: Database) {}

  /** Claims a tick; `false` when it has run already, or a later one has. One that was begun and not finished may be claimed again. */
  async claim(name: string, dueAt: Date): Promise<boolean> {
    const claimed = await this.database.execute(sql`
      insert into schedule_run as run (name, due_at, started_at) values (${name}, ${dueAt}, clock_timestamp())
      on conflict (name) do update set due_at = excluded.due_at, started_at = excluded.started_at, done_at = null, error_code = null
      where run.due_at < excluded.due_at or (run.due_at = excluded.due_at and run.done_at is null)`);
    return claimed === 1;
  }

  async finish(name: string, dueAt: Date): Promise<void> {
    await this.database.execute(sql`
      update schedule_run set done_at = clock_timestamp(), error_code = null where name = ${name} and due_at = ${dueAt}`);
  }

  async fail(name: string, dueAt: Date, code: string): Promise<void> {
    await this.database.execute(sql`update schedule_run set error_code = ${code} where name = ${name} and due_at = ${dueAt} and done_at is null`);
  }

  /** The latest tick of every schedule that ever ran, sorted by name. */
  async all(): Promise<readonly ScheduleRun[]> {
    return this.database.rows<ScheduleRun>(sql`
      select name, due_at as "dueAt", started_at as "startedAt", done_at as "doneAt", error_code as "errorCode" from schedule_run order by name`);
  }
}
