import type { Id } from '@kit/ids';

/** The id of the job that an outbox row becomes; BullMQ ignores a second job with the same id. */
export function jobIdOf(outboxId: Id, jobName: string): string {
  return `${outboxId}.${jobName}`;
}

/** The outbox row behind a job. */
export function outboxIdOf(jobId: string): Id {
  return jobId.slice(0, jobId.indexOf('.'));
}

/** The instant that a tick of a schedule stands for: BullMQ writes it at the end of the job's id. */
export function dueOf(jobId: string): Date {
  return new Date(Number(jobId.slice(jobId.lastIndexOf(':') + 1)));
}
