import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EventBus } from './event-bus.js';
import { HandlerRegistry } from './handler-registry.js';

/** Lets every feature publish and listen. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [EventBus, HandlerRegistry],
  exports: [EventBus, HandlerRegistry],
})
export class EventsModule {}
