import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { currentViewer } from '@kit/context';
import { Access, type Connection, PageArgs } from '@kit/graphql';
import { FailedJobs } from './failed-jobs.js';
import { FailedJob, FailedJobConnection, FailedJobInput, JobQueue, SystemState } from './operations.types.js';
import { SystemStateReader } from './system-state.js';

@Resolver()
export class OperationsResolver {
  constructor(
    private readonly state: SystemStateReader,
    private readonly jobs: FailedJobs,
  ) {}

  @Query(() => SystemState, { description: 'Queues and schedules of the whole installation, as they are now.' })
  @Access('operations.read')
  systemState(): Promise<SystemState> {
    return this.state.read(currentViewer());
  }

  @Query(() => FailedJobConnection, { description: 'Jobs of a queue that were given up, the latest first. An unknown queue has none. UNAVAILABLE.' })
  @Access('operations.read')
  failedJobs(@Args('queue') queue: string, @Args() page: PageArgs): Promise<Connection<FailedJob>> {
    return this.state.failed(currentViewer(), queue, page);
  }

  @Mutation(() => JobQueue, { description: 'Puts a job that was given up back into its queue, with all its attempts. NOT_FOUND, UNAVAILABLE.' })
  @Access('operations.manage')
  async retryFailedJob(@Args('input') input: FailedJobInput): Promise<JobQueue> {
    await this.jobs.retry(input);
    return this.state.queue(input.queue);
  }

  @Mutation(() => JobQueue, { description: 'Puts all jobs of a queue that were given up back into it, at most 1,000. NOT_FOUND, UNAVAILABLE.' })
  @Access('operations.manage')
  async retryFailedJobs(@Args('queue') queue: string): Promise<JobQueue> {
    await this.jobs.retryAll(queue);
    return this.state.queue(queue);
  }

  @Mutation(() => JobQueue, { description: 'Takes a job that was given up away for good; its event counts as handled. NOT_FOUND, UNAVAILABLE.' })
  @Access('operations.manage')
  async removeFailedJob(@Args('input') input: FailedJobInput): Promise<JobQueue> {
    await this.jobs.remove(input);
    return this.state.queue(input.queue);
  }
}
