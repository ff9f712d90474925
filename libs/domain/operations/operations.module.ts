import { Module } from '@nestjs/common';
import { JobsModule } from '@kit/jobs';
import { FailedJobs } from './failed-jobs.js';
import { OperationsResolver } from './operations.resolver.js';
import { SystemStateReader } from './system-state.js';

@Module({ imports: [JobsModule], providers: [FailedJobs, OperationsResolver, SystemStateReader] })
export class OperationsModule {}
