import { Logger } from '@nestjs/common';
import { WaitingError } from 'bullmq';
import type { QueuedJob } from './queue-store.js';

interface Running {
  readonly job: QueuedJob;
  readonly token: string;
  /** Ends the wait for the work with an error that BullMQ understands as "not mine any more". */
  readonly letGo: () => void;
}

/** The jobs that run in this process now, so that they can be handed back when it has to end before they do. */
export class RunningJobs {
  readonly #log = new Logger(RunningJobs.name);
  readonly #running = new Set<Running>();

  get count(): number {
    return this.#running.size;
  }

  /** Runs the work of a job until it is done or the job is handed back. */
  async run(job: QueuedJob, token: string, work: () => Promise<void>): Promise<void> {
    let entry: Running | undefined;
    const handedBack = new Promise<never>((_, reject) => {
      entry = { job, token, letGo: () => reject(new WaitingError()) };
    });
    if (entry !== undefined) this.#running.add(entry);
    try {
      await Promise.race([work(), handedBack]);
    } finally {
      if (entry !== undefined) this.#running.delete(entry);
    }
  }

  /**
   * Puts every running job back into its queue, where another process finds it at once instead of after the lock has run
   * out. What the job was doing here may still go on until the process ends, so it may happen twice, as after a crash.
   */
  async handBack(): Promise<void> {
    await Promise.all([...this.#running].map(async ({ job, token, letGo }) => {
      try {
        await job.moveToWait(token);
        letGo();
        this.#log.log({ msg: 'A running job was handed back to its queue.', job: job.name, jobId: job.id });
      } catch (error) {
        this.#log.warn({ msg: 'A running job could not be handed back; it is free when its lock runs out.', job: job.name, jobId: job.id, err: error });
        letGo();
      }
    }));
  }
}
