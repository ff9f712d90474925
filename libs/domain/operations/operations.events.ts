import { DomainEvent } from '@kit/events';

/** An operator put a job that was given up back into its queue. */
export class FailedJobRetried extends DomainEvent {
  static override readonly type = 'operations.failed-job-retried';
  static readonly objectType = 'Job';

  constructor(readonly tenantId: string, readonly queue: string, readonly job: string) {
    super();
  }
}

/** An operator put all jobs of a queue that were given up back into it. */
export class FailedJobsRetried extends DomainEvent {
  static override readonly type = 'operations.failed-jobs-retried';
  static readonly objectType = 'Queue';

  constructor(readonly tenantId: string, readonly queue: string, readonly count: number) {
    super();
  }
}

/** An operator decided that a job need not be done. */
export class FailedJobRemoved extends DomainEvent {
  static override readonly type = 'operations.failed-job-removed';
  static readonly objectType = 'Job';

  constructor(readonly tenantId: string, readonly queue: string, readonly job: string) {
    super();
  }
}
