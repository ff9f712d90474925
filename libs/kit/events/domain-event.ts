import type { Id } from '@kit/ids';

/**
 * Something that has happened, in the past tense: `InitiativeSubmitted`. Carries ids, codes,
 * numbers and dates, never what people wrote or are called: events are kept, queued and read
 * by rooms that decide for themselves what they may look up.
 */
export abstract class DomainEvent {
  /** Stable name in the outbox, e.g. `initiative.submitted`. Every event class says its own. */
  static readonly type: string;

  abstract readonly tenantId: Id;
}

/** A concrete or abstract event class; listening to an abstract one means all events below it. */
export type EventClass<E extends DomainEvent = DomainEvent> = (abstract new (...args: never[]) => E) & { readonly type?: string };

/** What the outbox knows about a published event. */
export interface EventRecord {
  /** Id of the outbox row; the same in every later attempt to handle it. */
  readonly id: Id;
  readonly type: string;
  readonly tenantId: Id;
  /** By the database clock. */
  readonly occurredAt: Date;
}

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };
export type EventPayload = { readonly [key: string]: Plain };

/** Ids, codes, ISO dates and instants; a name or a sentence has a space or a letter beyond ASCII. */
const CODE = /^[\w.:+/-]{0,100}$/;

export function typeOf(event: DomainEvent): string {
  const type = (event.constructor as EventClass).type;
  if (typeof type !== 'string' || type === '') throw new TypeError(`${event.constructor.name} has no static type`);
  return type;
}

/** The fields of an event as they go into the outbox; throws when one looks like text of a person. */
export function payloadOf(event: DomainEvent): EventPayload {
  const { tenantId: _, ...fields } = event;
  return plainObject(fields, event.constructor.name);
}

/** Gives the handler the event as it was published. */
export function revive<E extends DomainEvent>(eventClass: EventClass<E>, tenantId: Id, payload: EventPayload): E {
  return Object.assign(Object.create(eventClass.prototype as object) as E, payload, { tenantId });
}

function plainObject(fields: object, where: string): EventPayload {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined).map(([key, value]) => [key, plain(value, `${where}.${key}`)]),
  );
}

function plain(value: unknown, where: string): Plain {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string' && CODE.test(value)) return value;
  if (Array.isArray(value)) return value.map((item, index) => plain(item, `${where}[${index}]`));
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) return plainObject(value, where);
  throw new TypeError(`${where} is not an id, code, number or date: events carry nothing else`);
}
