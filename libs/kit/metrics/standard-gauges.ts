import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, sql } from '@kit/database';
import { Readiness } from '@kit/health';
import { Queues } from '@kit/jobs';
import { LiveSignals } from '@kit/live';
import { readTogether } from './read-together.js';
import { Metrics } from './metrics.js';

const VERBS: ReadonlySet<string> = new Set(['select', 'insert', 'update', 'delete', 'with']);

/** What the parts of a process tell about themselves. Queues and outbox are shared: take the maximum over all processes, not the sum. */
@Injectable()
export class StandardGauges implements OnModuleInit {
  constructor(
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(Database) private readonly database: Database,
    @Inject(Queues) private readonly queues: Queues,
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(LiveSignals) private readonly live: LiveSignals,
  ) {}

  onModuleInit(): void {
    this.#watchStatements();
    this.#addConnections();
    this.#addQueues();
    this.#addOutbox();
    this.metrics.gauge('khoi_live_subscriptions', 'Open subscriptions of this process.', [], (gauge) => gauge.set(this.live.count));
    this.metrics.gauge('khoi_part_up', '1 when a part can be used, as /health/ready sees it.', ['part'], async (gauge) => {
      const { checks } = await this.readiness.report();
      for (const [part, state] of Object.entries(checks)) gauge.set({ part }, state === 'up' ? 1 : 0);
    });
  }

  #watchStatements(): void {
    this.database.onStatementEnd((text, ms) => {
      const word = /^\s*(\w+)/.exec(text)?.[1]?.toLowerCase() ?? '';
      this.metrics.statements.observe({ verb: VERBS.has(word) ? word : 'other' }, ms / 1_000);
    });
  }

  #addConnections(): void {
    this.metrics.gauge('khoi_db_connections', 'Connections of this process by state, and callers that wait for one.', ['state'], (gauge) => {
      const { total, idle, waiting } = this.database.connections;
      gauge.set({ state: 'busy' }, total - idle);
      gauge.set({ state: 'idle' }, idle);
      gauge.set({ state: 'waited_for' }, waiting);
    });
  }

  #addQueues(): void {
    const counts = readTogether(() => this.queues.counts());
    this.metrics.gauge('khoi_queue_jobs', 'Jobs by queue and state; failed ones wait for a person.', ['queue', 'state'], async (gauge) => {
      for (const { name: queue, waiting, running, delayed, failed } of await counts()) {
        for (const [state, count] of Object.entries({ waiting, running, delayed, failed })) gauge.set({ queue, state }, count);
      }
    });
    this.metrics.gauge('khoi_queue_oldest_waiting_seconds', 'How long the job at the head of a queue has been ready.', ['queue'], async (gauge) => {
      for (const { name: queue, oldestWaitingSince } of await counts()) {
        gauge.set({ queue }, oldestWaitingSince === null ? 0 : Math.max(0, (Date.now() - oldestWaitingSince.getTime()) / 1_000));
      }
    });
  }

  #addOutbox(): void {
    const outbox = readTogether(() => this.#outbox());
    this.metrics.gauge('khoi_outbox_waiting', 'Events that were not carried to the queues yet.', [], async (gauge) => gauge.set((await outbox()).waiting));
    this.metrics.gauge('khoi_outbox_oldest_seconds', 'How long the oldest of them has waited.', [], async (gauge) => gauge.set((await outbox()).oldest));
  }

  async #outbox(): Promise<{ waiting: number; oldest: number }> {
    const row = await this.database.row<{ waiting: number; oldest: number }>(sql`
      select count(*) as waiting, coalesce(extract(epoch from clock_timestamp() - min(occurred_at)), 0)::float8 as oldest
      from outbox where dispatched_at is null`);
    return row ?? { waiting: 0, oldest: 0 };
  }
}
