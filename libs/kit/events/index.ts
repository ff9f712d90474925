export { OnEvent, OnEventAsync } from './decorators.js';
export { DomainEvent, revive, type EventClass, type EventPayload, type EventRecord } from './domain-event.js';
export { EventBus } from './event-bus.js';
export { EventsModule } from './events.module.js';
export { HandlerRegistry, type AsyncEventHandler, type EventHandler } from './handler-registry.js';
