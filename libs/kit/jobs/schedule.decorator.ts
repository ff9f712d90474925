import 'reflect-metadata';

/** How often something is done. The parts are added up. */
export interface Interval {
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

interface Reasoned {
  /** Why this often, and what a missed or late tick would do. */
  readonly reason: string;
}

/** `every`: first when the schedule is new, then again after each interval. `cron`: five fields, read in Asia/Ho_Chi_Minh. */
export type ScheduleOptions = Reasoned & ({ readonly every: Interval; readonly cron?: never } | { readonly cron: string; readonly every?: never });

export interface ScheduleDefinition {
  /** Unique in the product, e.g. `file.tidy`. */
  readonly name: string;
  /** Milliseconds between ticks, or `null` where `cron` says when. */
  readonly everyMs: number | null;
  readonly cron: string | null;
  readonly reason: string;
}

/** The zone of every cron expression: deadlines are days in Vietnam. */
export const SCHEDULE_ZONE = 'Asia/Ho_Chi_Minh';

const SCHEDULE = Symbol('khoi:schedule');
const NAME = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/;
const CRON = /^\S+(?: \S+){4}$/;

/**
 * The method runs at each tick, once however many processes work, outside every tenant and as nobody: what it does
 * inside a ward it does with `runAs(systemViewer(tenantId), …)`. Ticks that were missed while nothing ran become one,
 * at once. A tick that fails is tried twice more; a process that dies in the middle leaves it to another one, so the method
 * must not mind running twice, nor, where it is slow, beside itself.
 */
export function Schedule(name: string, options: ScheduleOptions): MethodDecorator {
  if (!NAME.test(name)) throw new TypeError(`schedule ${name} is not named like feature.verb`);
  if (options.reason.trim() === '') throw new TypeError(`schedule ${name} gives no reason for its figures`);
  const everyMs = options.every === undefined ? null : millisecondsOf(options.every);
  if (everyMs !== null && !(everyMs >= 1_000 && everyMs <= 31 * 24 * 60 * 60 * 1_000)) throw new TypeError(`schedule ${name}: every must be a second to 31 days`);
  if (options.cron !== undefined && !CRON.test(options.cron)) throw new TypeError(`schedule ${name}: cron needs five fields`);
  return (_target, key, descriptor: PropertyDescriptor) => {
    const method: unknown = descriptor.value;
    if (typeof method !== 'function') throw new TypeError(`${String(key)} is not a method`);
    const definition: ScheduleDefinition = { name, everyMs, cron: options.cron ?? null, reason: options.reason };
    Reflect.defineMetadata(SCHEDULE, definition, method);
  };
}

/** Reads what `@Schedule` left on a method. */
export function scheduleOf(method: object): ScheduleDefinition | undefined {
  return Reflect.getMetadata(SCHEDULE, method) as ScheduleDefinition | undefined;
}

function millisecondsOf({ hours = 0, minutes = 0, seconds = 0 }: Interval): number {
  return ((hours * 60 + minutes) * 60 + seconds) * 1_000;
}
