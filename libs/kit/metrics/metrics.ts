import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds; the borders 0.4 and 0.8 are what reading and writing may take for 95 of 100 requests. */
const REQUEST_SECONDS = [0.01, 0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 3, 10];
const STATEMENT_SECONDS = [0.001, 0.005, 0.02, 0.1, 0.4, 1, 5, 10];

/**
 * The figures of this process. Few, and each with labels from closed lists only: routes and fields of the schema, states and
 * queues. An id, a name or anything that people typed never becomes a label: it would be personal data kept for months, and
 * a series of its own for each person.
 */
@Injectable()
export class Metrics implements OnApplicationShutdown {
  readonly registry = new Registry();

  readonly requests = new Histogram({
    name: 'khoi_http_request_seconds', help: 'Time from a request to the end of its answer.',
    labelNames: ['route', 'method', 'status'] as const, buckets: REQUEST_SECONDS, registers: [this.registry],
  });
  readonly operations = new Histogram({
    name: 'khoi_graphql_operation_seconds', help: 'Time that a GraphQL operation takes, by what it asks for.',
    labelNames: ['kind', 'outcome'] as const, buckets: REQUEST_SECONDS, registers: [this.registry],
  });
  readonly fields = new Counter({
    name: 'khoi_graphql_field_total', help: 'GraphQL operations by their root field; "several" when there is more than one.',
    labelNames: ['field', 'outcome'] as const, registers: [this.registry],
  });
  readonly fieldSeconds = new Counter({
    name: 'khoi_graphql_field_seconds_total', help: 'Time spent on operations by their root field.',
    labelNames: ['field'] as const, registers: [this.registry],
  });
  readonly statements = new Histogram({
    name: 'khoi_sql_statement_seconds', help: 'Time that a statement takes, waiting for a connection included.',
    labelNames: ['verb'] as const, buckets: STATEMENT_SECONDS, registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, eventLoopMonitoringPrecision: 20 });
  }

  /** A figure that is asked for at the moment it is wanted; what throws or takes too long is left out of that answer. */
  gauge<L extends string>(name: string, help: string, labelNames: readonly L[], read: (gauge: Gauge<L>) => void | Promise<void>): void {
    this.registry.registerMetric(new Gauge<L>({
      name, help, labelNames: [...labelNames], registers: [],
      async collect() {
        this.reset();
        // Without labels there is always a value, and 0 would say that all is well.
        await withinPatience(async () => read(this)).catch(() => (labelNames.length === 0 ? this.set(Number.NaN) : undefined));
      },
    }));
  }

  onApplicationShutdown(): void {
    this.registry.clear();
  }
}

/** Milliseconds that one figure may take: a part that hangs must not hide the others. */
const PATIENCE = 2_000;

async function withinPatience(work: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('No answer in time')), PATIENCE);
  });
  try {
    await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
