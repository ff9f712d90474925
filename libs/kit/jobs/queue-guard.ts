import { Injectable, Logger } from '@nestjs/common';
import { OutboxSweep } from './outbox-sweep.js';
import { ScheduleKeeper } from './schedule-keeper.js';

const ROUND_MS = 15_000;
/** How often a job that waits longer is looked for: rarely enough for a long queue, soon enough for a lost one. */
const PATIENCE_SECONDS = 15 * 60;

/**
 * Sees that the queue still has what the database knows it should have. It runs on a timer of its own and not as a
 * schedule, because schedules live in the queue and are lost with it.
 */
@Injectable()
export class QueueGuard {
  readonly #log = new Logger(QueueGuard.name);
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #stopped = true;
  #removed = false;
  #troubled = false;

  constructor(
    private readonly keeper: ScheduleKeeper,
    private readonly sweep: OutboxSweep,
  ) {}

  start(): void {
    this.#stopped = false;
    this.#removed = false;
    this.#turn();
  }

  /** Ends after the round under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #turn(): void {
    this.#running = this.#round().finally(() => {
      if (!this.#stopped) this.#timer = setTimeout(() => this.#turn(), ROUND_MS).unref();
    });
  }

  async #round(): Promise<void> {
    try {
      if (!this.#removed) await this.keeper.removeOthers();
      this.#removed = true;
      // A schedule that had to be added was lost, or this is the first start: either way every job is looked for.
      const added = await this.keeper.ensure();
      await this.sweep.sweep(added > 0 ? 0 : PATIENCE_SECONDS);
      this.#troubled = false;
    } catch (error) {
      if (!this.#troubled) this.#log.warn({ msg: 'The queue could not be compared with the database; the next round will.', err: error });
      this.#troubled = true;
    }
  }
}
