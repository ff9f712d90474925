import type { FailedJobsQuery, SystemStateQuery } from '../../gql/graphql.js';
import { graphql } from '../../lib/graphql.js';

export const SYSTEM_STATE = graphql(`
  query SystemState {
    systemState {
      store findings
      queues { name waiting running delayed failed oldestWaitingSince concurrency }
      schedules { name everySeconds cron startedAt doneAt code }
    }
  }
`);

export type SystemState = SystemStateQuery['systemState'];
export type Queue = SystemState['queues'][number];
export type Schedule = SystemState['schedules'][number];

export const FAILED_JOBS = graphql(`
  query FailedJobs($queue: String!, $first: Int!, $after: String) {
    failedJobs(queue: $queue, first: $first, after: $after) {
      edges { cursor node { id queue name attempts code failedAt } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export type FailedJob = FailedJobsQuery['failedJobs']['edges'][number]['node'];

export const RETRY_JOB = graphql(`mutation RetryFailedJob($input: FailedJobInput!) { retryFailedJob(input: $input) { name failed } }`);

export const RETRY_ALL = graphql(`mutation RetryFailedJobs($queue: String!) { retryFailedJobs(queue: $queue) { name failed } }`);

export const REMOVE_JOB = graphql(`mutation RemoveFailedJob($input: FailedJobInput!) { removeFailedJob(input: $input) { name failed } }`);
