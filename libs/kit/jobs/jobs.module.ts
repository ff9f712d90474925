import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Config } from '@kit/config';
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

/** Checks that jobs, queues and schedules fit together in every process, and runs them where `JOBS=inline`. */
@Module({
  imports: [DiscoveryModule],
  providers: [
    JobCatalogue, JobRunner, OutboxLedger, OutboxRelay, OutboxRetention, OutboxSweep, QueueGuard, Queues, ScheduleCatalogue, ScheduleKeeper, ScheduleRuns,
  ],
  exports: [JobCatalogue, OutboxLedger, OutboxSweep, Queues, ScheduleCatalogue, ScheduleRuns],
})
export class JobsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly config: Config,
    private readonly jobs: JobCatalogue,
    private readonly schedules: ScheduleCatalogue,
    private readonly runner: JobRunner,
    private readonly queues: Queues,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.schedules.load();
    this.jobs.load(this.schedules.all().map(({ name }) => name));
    if (this.config.jobs === 'inline') await this.runner.start();
  }

  /** Before the database closes, which happens at shutdown itself. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.runner.stop();
    await this.queues.close();
  }
}
