import { setTimeout as delay } from 'node:timers/promises';
import { describe } from '@jest/globals';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Config, ConfigModule } from '@kit/config';
import { Database, DatabaseModule } from '@kit/database';
import { DomainEvent, EventBus, EventsModule } from '@kit/events';
import { defineQueue, JobsModule } from '@kit/jobs';
import { describeWith } from '../../setup/services.js';
import type { KitDatabase } from './kit-database.js';

export type Provider = new (...args: never[]) => object;

/** An event of no feature; `failures` is how often its handlers are to fail. */
export class ThingHappened extends DomainEvent {
  static override readonly type: string = 'kit.thing-happened';
  constructor(readonly tenantId: string, readonly thingId: string, readonly failures = 0) {
    super();
  }
}

defineQueue('things', { concurrency: 4, lockSeconds: 15, reason: 'the tests count every job' });
/** The queue of the handlers of tests. */
export const THINGS = 'things';
export const RETRY = { attempts: 3, backoff: { type: 'fixed', delayMs: 50 }, reason: 'a test fails on purpose' } as const;

/** A process of the product with nothing but these handlers; `redisUrl` empty means queues in PostgreSQL. */
export async function bootJobs(server: KitDatabase, redisUrl: string, providers: readonly Provider[], jobs: 'inline' | 'off' = 'inline'): Promise<INestApplicationContext> {
  const config = Config.fromEnv({ NODE_ENV: 'test', DATABASE_URL: server.appUrl, JOBS: jobs, REDIS_URL: redisUrl });
  class TestModule {}
  Module({
    imports: [{ module: ConfigModule, providers: [{ provide: Config, useValue: config }] }, DatabaseModule, EventsModule, JobsModule],
    providers: [...providers],
  })(TestModule);
  return NestFactory.createApplicationContext(TestModule, { logger: false, abortOnError: false });
}

/** Runs the same tests with queues in PostgreSQL and, where there is one, in Redis. */
export function onBothStores(title: string, server: KitDatabase, tests: (redisUrl: () => string) => void): void {
  describe(`${title}, in PostgreSQL`, () => {
    tests(() => '');
  });
  describeWith('redis', `${title}, in Redis`, (url) => {
    tests(() => `${url}?prefix=${server.name}`);
  });
}

export async function until(condition: () => boolean | Promise<boolean>, limitMs = 8_000): Promise<void> {
  for (const end = Date.now() + limitMs; !(await condition());) {
    if (Date.now() > end) throw new Error('it never came true');
    await delay(10);
  }
}

export const publish = (app: INestApplicationContext, ...events: readonly DomainEvent[]): Promise<void> =>
  app.get(Database).transaction(() => app.get(EventBus).publishAll(events));
