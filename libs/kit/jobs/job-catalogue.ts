import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type AsyncEventHandler, HandlerRegistry } from '@kit/events';
import { jobOf, type JobDefinition } from './job.decorator.js';
import { queueDefinition } from './queue-policy.js';

/** A job and the one method that does it. */
export interface RegisteredJob extends JobDefinition {
  readonly handler: AsyncEventHandler;
}

/**
 * All jobs of the product. The boot fails when a handler has no job, a job has no event that
 * feeds it, two methods claim one name, or nobody defined its queue: each would lose or double work in silence.
 */
@Injectable()
export class JobCatalogue {
  readonly #jobs = new Map<string, RegisteredJob>();

  constructor(
    private readonly handlers: HandlerRegistry,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** Reads the handlers; called once, when every provider is there. `others` are names that no job may have. */
  load(others: readonly string[]): void {
    const faults: string[] = [];
    for (const handler of this.handlers.asyncHandlers) {
      const job = jobOf(handler.method);
      const taken = job === undefined ? undefined : this.#jobs.get(job.name);
      if (job === undefined) faults.push(`${handler.name} has @OnEventAsync and no @Job`);
      else if (taken !== undefined) faults.push(`job ${job.name} is handled twice: by ${taken.handler.name} and ${handler.name}`);
      else if (others.includes(job.name)) faults.push(`job ${job.name} is the name of a schedule too`);
      else if (queueDefinition(handler.queue) === undefined) faults.push(`job ${job.name} waits in queue ${handler.queue}, which nobody defined: defineQueue('${handler.queue}', …)`);
      else this.#jobs.set(job.name, { ...job, handler });
    }
    faults.push(...this.#unfed());
    if (faults.length > 0) throw new TypeError(`The jobs do not fit together:\n  ${faults.join('\n  ')}`);
  }

  get(name: string): RegisteredJob | undefined {
    return this.#jobs.get(name);
  }

  /** Every job, sorted by name. */
  all(): readonly RegisteredJob[] {
    return [...this.#jobs.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  queues(): readonly string[] {
    return [...new Set(this.all().map((job) => job.handler.queue))].sort();
  }

  /** What has to be done when an event of this type happened. */
  forEvent(type: string): readonly RegisteredJob[] {
    return this.all().filter((job) => job.handler.type === type);
  }

  /** Event types somebody waits for. */
  eventTypes(): readonly string[] {
    return [...new Set(this.all().map((job) => job.handler.type))].sort();
  }

  #unfed(): string[] {
    const fed = new Set(this.handlers.asyncHandlers.map((handler) => handler.method));
    return this.discovery.getProviders().flatMap(({ instance }: { instance: unknown }) => {
      if (typeof instance !== 'object' || instance === null) return [];
      const methods = this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object | null ?? {});
      return methods
        .map((key) => (instance as Record<string, unknown>)[key])
        .filter((method): method is () => unknown => typeof method === 'function' && jobOf(method) !== undefined && !fed.has(method))
        .map((method) => `job ${jobOf(method)?.name} has no event that feeds it: @OnEventAsync is missing`);
    });
  }
}
