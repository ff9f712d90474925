import 'reflect-metadata';
import type { DomainEvent, EventClass, EventRecord } from './domain-event.js';

type Handler<E extends DomainEvent> = (event: E, record: EventRecord) => unknown;
type HandlerDecorator<E extends DomainEvent> = <H extends Handler<E>>(
  target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<H>,
) => void;

/** What `@OnEvent` and `@OnEventAsync` leave on a method. */
export interface Subscription {
  readonly event: EventClass;
  /** `null`: inside the transaction; otherwise the queue that carries it afterwards. */
  readonly queue: string | null;
}

const SUBSCRIPTIONS = Symbol('khoi:subscriptions');
const QUEUE_NAME = /^[a-z][a-z0-9-]{0,30}$/;

/**
 * The method runs inside the transaction that published the event, awaited, one listener after
 * the other. If it throws, the act itself is undone: for what must be true together with the
 * act (audit, notices), never for anything outside the database.
 */
export function OnEvent<E extends DomainEvent>(event: EventClass<E>): HandlerDecorator<E> {
  return subscribe(event, null);
}

/**
 * The method runs later, at least once, as the system inside the event's tenant. It must not
 * mind running twice. Needs `@Job` beside it, which says how often it may fail and why.
 */
export function OnEventAsync<E extends DomainEvent>(event: EventClass<E>, queue = 'default'): HandlerDecorator<E> {
  if (!QUEUE_NAME.test(queue)) throw new TypeError(`queue ${queue} is not named like my-queue`);
  return subscribe(event, queue);
}

/** Reads what the decorators left on a method. */
export function subscriptionsOf(method: object): readonly Subscription[] {
  return (Reflect.getMetadata(SUBSCRIPTIONS, method) as readonly Subscription[] | undefined) ?? [];
}

function subscribe<E extends DomainEvent>(event: EventClass<E>, queue: string | null): HandlerDecorator<E> {
  return (_target, key, descriptor) => {
    const method = descriptor.value;
    if (method === undefined) throw new TypeError(`${String(key)} is not a method`);
    Reflect.defineMetadata(SUBSCRIPTIONS, [...subscriptionsOf(method), { event, queue }], method);
  };
}
