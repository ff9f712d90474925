/** How a queue is worked off, and why so. */
export interface QueuePolicy {
  /** Jobs that one process runs at the same time, 1–50. */
  readonly concurrency: number;
  /**
   * Seconds for which a job belongs to the process that runs it. A living process extends the claim all the time;
   * after a crash this is how long the job waits for another one. Default 15.
   */
  readonly lockSeconds?: number;
  /**
   * How long jobs done stay. Their ids are what keeps the relay from adding an event twice when it died between
   * adding and marking, so never less than the relay may be away. Default: a day, at most 100,000 jobs.
   */
  readonly keepDone?: { readonly hours: number; readonly count: number };
  /** Why these figures: what the jobs use up, and what waits for them. */
  readonly reason: string;
}

export interface QueueDefinition extends Required<QueuePolicy> {
  readonly name: string;
}

const NAME = /^[a-z][a-z0-9-]{0,30}$/;
const KEEP_DONE = { hours: 24, count: 100_000 } as const;
const LOCK_SECONDS = 15;

const defined = new Map<string, QueueDefinition>();

/**
 * Says how a queue is worked off; stands once, beside the handlers that use the queue. A queue that jobs
 * name and nobody defined keeps the process from starting.
 */
export function defineQueue(name: string, policy: QueuePolicy): QueueDefinition {
  const { concurrency, lockSeconds = LOCK_SECONDS, keepDone = KEEP_DONE, reason } = policy;
  if (!NAME.test(name)) throw new TypeError(`queue ${name} is not named like my-queue`);
  if (defined.has(name)) throw new TypeError(`queue ${name} is defined twice`);
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 50) throw new TypeError(`queue ${name}: concurrency must be 1 to 50`);
  if (lockSeconds < 5 || lockSeconds > 300) throw new TypeError(`queue ${name}: lockSeconds must be 5 to 300`);
  if (keepDone.hours < 1 || keepDone.count < 1_000) throw new TypeError(`queue ${name}: keepDone must be at least an hour and 1,000 jobs`);
  if (reason.trim() === '') throw new TypeError(`queue ${name} gives no reason for its figures`);
  const definition = { name, concurrency, lockSeconds, keepDone, reason };
  defined.set(name, definition);
  return definition;
}

/** The definition of a queue, if there is one. */
export function queueDefinition(name: string): QueueDefinition | undefined {
  return defined.get(name);
}

/** Every defined queue, sorted by name. */
export function queueDefinitions(): readonly QueueDefinition[] {
  return [...defined.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Where the ticks of schedules run. */
export const UPKEEP = defineQueue('upkeep', {
  concurrency: 4,
  keepDone: { hours: 24, count: 10_000 },
  reason: 'A sweep through all files may take minutes and must not hold up the reminders beside it; more than four would only compete for the database.',
});
