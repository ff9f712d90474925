import { type BeforeApplicationShutdown, Inject, Logger, Module, type OnApplicationBootstrap, Optional } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Config } from '@kit/config';
import { Maintenance } from '@kit/maintenance';
import { JobCatalogue } from './job-catalogue.js';
import { JobRunner } from './job-runner.js';
import { OutboxLedger } from './outbox-ledger.js';
import { OutboxRelay } from './outbox-relay.js';
import { OutboxRetention } from './outbox-retention.js';
import { OutboxSweep } from './outbox-sweep.js';
import { QueueGuard } from './queue-guard.js';
import { Queues } from './queues.js';
import { ScheduleCatalogue } from './schedule-catalogue.js';
import { ScheduleKeeper } from './schedule-keeper.js';
import { ScheduleRuns } from './schedule-runs.js';

/** Checks that jobs, queues and schedules fit together in every process, and runs them where `JOBS=inline`, except during maintenance. */
@Module({
  imports: [DiscoveryModule],
  providers: [
    JobCatalogue, JobRunner, OutboxLedger, OutboxRelay, OutboxRetention, OutboxSweep, QueueGuard, Queues, ScheduleCatalogue, ScheduleKeeper, ScheduleRuns,
  ],
  exports: [JobCatalogue, OutboxLedger, OutboxSweep, Queues, ScheduleCatalogue, ScheduleRuns],
})
export class JobsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger(JobsModule.name);
  /** Starting and stopping come one after the other. */
  #turning: Promise<void> = Promise.resolve();
  #isRunning = false;
  #ending = false;

  constructor(
    private readonly config: Config,
    private readonly jobs: JobCatalogue,
    private readonly schedules: ScheduleCatalogue,
    private readonly runner: JobRunner,
    private readonly queues: Queues,
    @Optional() @Inject(Maintenance) private readonly maintenance: Maintenance | undefined,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.schedules.load();
    this.jobs.load(this.schedules.all().map(({ name }) => name));
    if (this.config.jobs !== 'inline') return;
    this.maintenance?.onChange((isOn) => void this.#turn(!isOn).catch((error: unknown) => {
      this.#log.error({ msg: 'Jobs could not go on after maintenance; start this process again.', err: error });
    }));
    await this.#turn(this.maintenance?.isOn !== true);
  }

  /** Before the database closes, which happens at shutdown itself. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#ending = true;
    await this.#turn(false).catch(() => undefined);
    await this.queues.close();
  }

  #turn(on: boolean): Promise<void> {
    const turn = async (): Promise<void> => {
      if (on === this.#isRunning || (on && this.#ending)) return;
      this.#isRunning = on;
      await (on ? this.runner.start() : this.runner.stop());
    };
    this.#turning = this.#turning.then(turn, turn);
    return this.#turning;
  }
}
