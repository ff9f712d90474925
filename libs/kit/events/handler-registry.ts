import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { subscriptionsOf } from './decorators.js';
import type { DomainEvent, EventClass, EventRecord } from './domain-event.js';

/** A method that wants to hear of an event. */
export interface EventHandler {
  readonly event: EventClass;
  /** `Class.method`, for messages. */
  readonly name: string;
  /** The undecorated method, on which other decorators may have left something. */
  readonly method: object;
  run(event: DomainEvent, record: EventRecord): Promise<void>;
}

/** A handler that runs from a queue. */
export interface AsyncEventHandler extends EventHandler {
  readonly queue: string;
  readonly type: string;
}

/** Finds every event handler among the providers once, when the process starts. */
@Injectable()
export class HandlerRegistry implements OnModuleInit {
  readonly #inTransaction: EventHandler[] = [];
  readonly #afterwards: AsyncEventHandler[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    for (const wrapper of this.discovery.getProviders()) {
      const instance: unknown = wrapper.instance;
      if (typeof instance !== 'object' || instance === null) continue;
      const prototype: unknown = Object.getPrototypeOf(instance);
      if (typeof prototype !== 'object' || prototype === null) continue;
      for (const key of this.scanner.getAllMethodNames(prototype)) {
        this.#register(instance as Record<string, unknown>, key, wrapper.isDependencyTreeStatic());
      }
    }
  }

  /** Listeners inside the transaction, in the order of the modules. */
  listenersOf(event: DomainEvent): readonly EventHandler[] {
    return this.#inTransaction.filter((handler) => event instanceof handler.event);
  }

  get asyncHandlers(): readonly AsyncEventHandler[] {
    return this.#afterwards;
  }

  hasAsyncHandler(type: string): boolean {
    return this.#afterwards.some((handler) => handler.type === type);
  }

  #register(instance: Record<string, unknown>, key: string, isStatic: boolean): void {
    const method = instance[key];
    if (typeof method !== 'function') return;
    const name = `${instance.constructor.name}.${key}`;
    for (const { event, queue } of subscriptionsOf(method)) {
      if (!isStatic) throw new TypeError(`${name} handles events and must not be request-scoped`);
      const run = async (happened: DomainEvent, record: EventRecord): Promise<void> => {
        await method.call(instance, happened, record);
      };
      if (queue === null) this.#inTransaction.push({ event, name, method, run });
      else this.#afterwards.push({ event, name, method, run, queue, type: concreteType(event, name) });
    }
  }
}

function concreteType(event: EventClass, name: string): string {
  if (typeof event.type !== 'string' || event.type === '') {
    throw new TypeError(`${name} runs from a queue and must name one event class that has a type`);
  }
  return event.type;
}
