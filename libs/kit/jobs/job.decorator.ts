import 'reflect-metadata';

/** How a job may fail and be tried again. */
export interface JobOptions {
  /** How often it is tried in all, 1–50. */
  readonly attempts: number;
  /** The pause before another attempt; `exponential` doubles it each time. */
  readonly backoff: { readonly type: 'fixed' | 'exponential'; readonly delayMs: number };
  /** Why these figures: what may fail, and how long that lasts. */
  readonly reason: string;
}

export interface JobDefinition extends JobOptions {
  /** Unique in the product, e.g. `file.inspect`. */
  readonly name: string;
}

const JOB = Symbol('khoi:job');
const NAME = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/;

/** Names the work of a method that `@OnEventAsync` feeds, and says how it may fail. */
export function Job(name: string, options: JobOptions): MethodDecorator {
  if (!NAME.test(name)) throw new TypeError(`job ${name} is not named like feature.verb`);
  if (!Number.isInteger(options.attempts) || options.attempts < 1 || options.attempts > 50) throw new TypeError(`job ${name}: attempts must be 1 to 50`);
  if (options.reason.trim() === '') throw new TypeError(`job ${name} gives no reason for its figures`);
  return (_target, key, descriptor: PropertyDescriptor) => {
    const method: unknown = descriptor.value;
    if (typeof method !== 'function') throw new TypeError(`${String(key)} is not a method`);
    Reflect.defineMetadata(JOB, { name, ...options } satisfies JobDefinition, method);
  };
}

/** Reads what `@Job` left on a method. */
export function jobOf(method: object): JobDefinition | undefined {
  return Reflect.getMetadata(JOB, method) as JobDefinition | undefined;
}
