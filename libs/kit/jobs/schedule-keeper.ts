import { Injectable, Logger } from '@nestjs/common';
import { getNextMillis } from 'bullmq';
import { Database, sql } from '@kit/database';
import { UPKEEP } from './queue-policy.js';
import type { JobQueue } from './queue-store.js';
import { Queues } from './queues.js';
import { ScheduleCatalogue, type RegisteredSchedule } from './schedule-catalogue.js';
import { SCHEDULE_ZONE } from './schedule.decorator.js';
import { ScheduleRuns } from './schedule-runs.js';

/** "KHOI" and the number of this purpose: one process at a time looks after the schedules. */
const LOCK = [0x4b484f49, 3] as const;
/** A tick that fails is tried twice more, soon; the next one comes anyway. */
const TICK = { attempts: 3, backoff: { type: 'exponential', delay: 5_000 }, removeOnFail: { age: 7 * 24 * 60 * 60, count: 50 } } as const;
/** A scheduler whose next tick is so long over and was not taken has lost its job. */
const LOST_MS = 60_000;

/** Keeps the schedules of the queue equal to those of the program. */
@Injectable()
export class ScheduleKeeper {
  readonly #log = new Logger(ScheduleKeeper.name);

  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly catalogue: ScheduleCatalogue,
    private readonly runs: ScheduleRuns,
  ) {}

  /** Takes away the schedules that this release no longer has. */
  async removeOthers(): Promise<void> {
    await this.#alone(async (queue) => {
      for (const { key } of await queue.getJobSchedulers()) {
        if (this.catalogue.get(key) !== undefined) continue;
        await queue.removeJobScheduler(key);
        this.#log.log({ msg: 'A schedule was taken away.', schedule: key });
      }
    });
  }

  /** Adds schedules that are missing or have changed, and leaves the others alone; answers how many it added. */
  async ensure(): Promise<number> {
    let added = 0;
    await this.#alone(async (queue) => {
      for (const schedule of this.catalogue.all()) {
        if (await isKept(queue, schedule)) continue;
        await this.#add(queue, schedule);
        added += 1;
      }
    });
    return added;
  }

  async #add(queue: JobQueue, schedule: RegisteredSchedule): Promise<void> {
    const { name, everyMs, cron } = schedule;
    await queue.upsertJobScheduler(
      name,
      // `every` begins at once by itself.
      cron === null ? { every: everyMs ?? 0 } : { pattern: cron, tz: SCHEDULE_ZONE, immediately: await this.#hasMissed(schedule) },
      { name, data: { type: '', tenantId: '', occurredAt: '', payload: {} }, opts: TICK },
    );
  }

  /** Whether a tick came and went while the queue did not know the schedule. A new schedule has missed nothing. */
  async #hasMissed({ name, cron }: RegisteredSchedule): Promise<boolean> {
    const latest = (await this.runs.all()).find((run) => run.name === name);
    if (latest === undefined || cron === null) return false;
    const next = getNextMillis(latest.dueAt.getTime(), { pattern: cron, tz: SCHEDULE_ZONE });
    return next !== undefined && next <= Date.now();
  }

  /** Two processes that add one schedule at the same time would give it two first ticks. */
  async #alone(work: (queue: JobQueue) => Promise<void>): Promise<void> {
    const queue = await this.queues.get(UPKEEP.name);
    await this.database.transaction(async () => {
      await this.database.execute(sql`select pg_advisory_xact_lock(${LOCK[0]}::int, ${LOCK[1]}::int)`);
      await work(queue);
    });
  }
}

/** Whether the queue has the schedule as it is, and the job of its next tick. */
async function isKept(queue: JobQueue, { name, everyMs, cron }: RegisteredSchedule): Promise<boolean> {
  const known = await queue.getJobScheduler(name);
  if (known === undefined || known === null) return false;
  if ((known.every ?? null) !== everyMs || (known.pattern ?? null) !== cron || (cron !== null && known.tz !== SCHEDULE_ZONE)) return false;
  if (known.next === undefined || known.next === null || known.next > Date.now() - LOST_MS) return true;
  const state = await queue.getJobState(`repeat:${name}:${known.next}`);
  return state !== 'unknown' && state !== 'completed' && state !== 'failed';
}
