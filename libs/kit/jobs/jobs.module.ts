import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Config } from '@kit/config';
import { JobCatalogue } from './job-catalogue.js';
import { JobRunner } from './job-runner.js';
import { OutboxRelay } from './outbox-relay.js';
import { OutboxRetention } from './outbox-retention.js';

/** Checks that the jobs fit together in every process, and runs them where `JOBS=inline`. */
@Module({
  imports: [DiscoveryModule],
  providers: [JobCatalogue, JobRunner, OutboxRelay, OutboxRetention],
  exports: [JobCatalogue],
})
export class JobsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly config: Config,
    private readonly catalogue: JobCatalogue,
    private readonly runner: JobRunner,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.catalogue.load();
    if (this.config.jobs === 'inline') await this.runner.start();
  }

  /** Before the database closes, which happens at shutdown itself. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.runner.stop();
  }
}
