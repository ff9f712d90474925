import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type ScheduleDefinition, scheduleOf } from './schedule.decorator.js';

/** A schedule and the one method it calls. */
export interface RegisteredSchedule extends ScheduleDefinition {
  /** `Class.method`, for messages. */
  readonly method: string;
  run(): Promise<void>;
}

/** All schedules of the product. The boot fails when two methods claim one name. */
@Injectable()
export class ScheduleCatalogue {
  readonly #schedules = new Map<string, RegisteredSchedule>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** Reads the methods; called once, when every provider is there. */
  load(): void {
    for (const { instance } of this.discovery.getProviders() as readonly { instance: unknown }[]) {
      if (typeof instance !== 'object' || instance === null) continue;
      for (const key of this.scanner.getAllMethodNames((Object.getPrototypeOf(instance) as object | null) ?? {})) {
        this.#register(instance as Record<string, unknown>, key);
      }
    }
  }

  get(name: string): RegisteredSchedule | undefined {
    return this.#schedules.get(name);
  }

  /** Every schedule, sorted by name. */
  all(): readonly RegisteredSchedule[] {
    return [...this.#schedules.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  #register(instance: Record<string, unknown>, key: string): void {
    const method = instance[key];
    const definition = typeof method === 'function' ? scheduleOf(method) : undefined;
    if (typeof method !== 'function' || definition === undefined) return;
    const name = `${instance.constructor.name}.${key}`;
    const taken = this.#schedules.get(definition.name);
    if (taken !== undefined) throw new TypeError(`schedule ${definition.name} is claimed twice: by ${taken.method} and ${name}`);
    const run = async (): Promise<void> => {
      await method.call(instance);
    };
    this.#schedules.set(definition.name, { ...definition, method: name, run });
  }
}
