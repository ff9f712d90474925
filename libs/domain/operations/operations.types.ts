import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connection, DateTime, PARENT, TypeAccess } from '@kit/graphql';
import { Length } from 'class-validator';

/** Values of the enum `QueueStoreKind`. */
export const QueueStoreKind = { POSTGRES: 'POSTGRES', REDIS: 'REDIS' } as const;
export type QueueStoreKind = keyof typeof QueueStoreKind;
registerEnumType(QueueStoreKind, {
  name: 'QueueStoreKind',
  description: 'What keeps the queues.',
  valuesMap: { POSTGRES: { description: "The product's own database." }, REDIS: { description: 'The Redis at REDIS_URL.' } },
});

/** Values of the enum `QueueFindingCode`. */
export const QueueFindingCode = {
  QUEUE_UNREACHABLE: 'QUEUE_UNREACHABLE', QUEUE_NOT_DURABLE: 'QUEUE_NOT_DURABLE', QUEUE_MAY_EVICT: 'QUEUE_MAY_EVICT', QUEUE_NOT_CHECKED: 'QUEUE_NOT_CHECKED',
} as const;
export type QueueFindingCode = keyof typeof QueueFindingCode;
registerEnumType(QueueFindingCode, {
  name: 'QueueFindingCode',
  description: 'What is wrong with how the queues are kept.',
  valuesMap: {
    QUEUE_UNREACHABLE: { description: 'Nobody answers; events wait in the database until somebody does.' },
    QUEUE_NOT_DURABLE: { description: 'Redis keeps no append-only file, so a crash loses jobs until the sweep puts them back.' },
    QUEUE_MAY_EVICT: { description: 'Redis may drop keys when its memory is full.' },
    QUEUE_NOT_CHECKED: { description: 'Redis does not let its settings be read.' },
  },
});

@ObjectType({ description: 'A queue of jobs and how many wait in it.' })
@TypeAccess(PARENT)
export class JobQueue {
  @Field()
  name: string;

  @Field(() => Int, { description: 'Ready, and not yet taken.' })
  waiting: number;

  @Field(() => Int)
  running: number;

  @Field(() => Int, { description: 'For the next attempt, or the next tick of a schedule.' })
  delayed: number;

  @Field(() => Int, { description: 'Given up; they stay until somebody retries or removes them.' })
  failed: number;

  @Field(() => DateTime, { nullable: true, description: 'Since when the job at the head of the queue could have been taken; null: none waits.' })
  oldestWaitingSince: Date | null;

  @Field(() => Int, { description: 'Jobs that one process runs at the same time.' })
  concurrency: number;
}

@ObjectType({ description: 'A job that was given up. Holds ids, codes and instants, nothing of what it was about.' })
@TypeAccess('operations.read')
export class FailedJob {
  @Field(() => ID)
  id: string;

  @Field()
  queue: string;

  @Field({ description: 'What was to be done, such as "file.inspect".' })
  name: string;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts: number;

  @Field({ description: 'Code of the last error; INTERNAL_ERROR stands for one whose details are in the log alone, JOB_INTERRUPTED for a job that outlived too many processes.' })
  code: string;

  @Field(() => DateTime)
  failedAt: Date;
}

export const FailedJobConnection = connection(FailedJob);

@ObjectType({ description: 'Something that is done again and again, and its latest tick.' })
@TypeAccess(PARENT)
export class JobSchedule {
  @Field()
  name: string;

  @Field(() => Int, { nullable: true, description: 'Seconds between two ticks; null where a cron expression says when.' })
  everySeconds: number | null;

  @Field(() => String, { nullable: true, description: 'Five fields, read in Asia/Ho_Chi_Minh.' })
  cron: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the latest tick began; null: it never ran.' })
  startedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the latest tick ended well; null: it runs now, was interrupted, or failed.' })
  doneAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Code of the latest failure, until a tick ends well.' })
  code: string | null;
}

@ObjectType({ description: 'What runs behind the requests: queues and schedules of the whole installation.' })
@TypeAccess('operations.read')
export class SystemState {
  @Field(() => QueueStoreKind)
  store: QueueStoreKind;

  @Field(() => [QueueFindingCode])
  findings: QueueFindingCode[];

  @Field(() => [JobQueue], { description: 'By name. Empty while the store of the queues does not answer.' })
  queues: JobQueue[];

  @Field(() => [JobSchedule], { description: 'By name.' })
  schedules: JobSchedule[];
}

@InputType({ description: 'A job that was given up. NOT_FOUND when there is none, or no more.' })
export class FailedJobInput {
  @Field()
  @Length(1, 50)
  queue: string;

  @Field(() => ID)
  @Length(1, 200)
  id: string;
}
