import { Logger } from '@nestjs/common';
import type { Config } from '@kit/config';
import pg from 'pg';
import { DataSource, type EntitySchema, type Logger as OrmLogger } from 'typeorm';
import { SnakeCaseNaming } from './naming.js';

export type EntityClass = (new () => object) | EntitySchema;

const SECOND = 1_000;
const log = new Logger('Database');

const int8 = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a bigint from the database is beyond 2^53');
  return value;
};
const asText = (text: string): string => text;
/** Element types have names in pg, array types do not: `text[]` and `date[]`. */
const TEXT_ARRAY = 1009 as Parameters<typeof pg.types.getTypeParser>[0];
const DATE_ARRAY = 1182;
const asTexts = pg.types.getTypeParser(TEXT_ARRAY, 'text') as (text: string) => unknown;

/**
 * How values leave the database: `bigint` (money, counts) as a number, refused beyond 2^53;
 * `date` as "YYYY-MM-DD", because a Date would shift it by the server's time zone; `timestamptz` as Date.
 */
const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, int8],
  [pg.types.builtins.DATE, asText],
  [DATE_ARRAY, asTexts],
]);

/** Tells tests and diagnostics which statements were sent; never sees values. */
export class StatementTap implements OrmLogger {
  readonly #listeners = new Set<(text: string) => void>();

  /** Calls `listener` with every statement from now on; returns the way to stop. */
  listen(listener: (text: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  logQuery(text: string): void {
    for (const listener of this.#listeners) listener(text);
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}

/**
 * The one DataSource of a process. It never touches the schema, and no call on it waits for
 * ever: 5 s for a connection, 8 s for a statement by the server's watch, 9 s by ours (for a
 * server that no longer answers at all), 15 s for a transaction that does nothing. So a request
 * is answered within ten seconds, whatever the server does.
 */
export function createDataSource(config: Config, entities: readonly EntityClass[]): DataSource {
  return new DataSource({
    type: 'postgres',
    url: config.databaseUrl,
    entities: [...entities],
    namingStrategy: new SnakeCaseNaming(),
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    logger: new StatementTap(),
    applicationName: 'khoi',
    poolSize: config.databasePool,
    connectTimeoutMS: 5 * SECOND,
    poolErrorHandler: () => log.warn('An idle database connection was lost.'),
    extra: {
      // How near a misspelt word must come for `%>`, whose index a comparison with word_similarity() would not use.
      options: '-c pg_trgm.word_similarity_threshold=0.4',
      statement_timeout: 8 * SECOND,
      query_timeout: 9 * SECOND,
      idle_in_transaction_session_timeout: 15 * SECOND,
      idleTimeoutMillis: 60 * SECOND,
      keepAlive: true,
      types: {
        getTypeParser: (oid: number, format?: 'text' | 'binary') => {
          const own = format === 'binary' ? undefined : PARSERS.get(oid);
          return own ?? pg.types.getTypeParser(oid, format);
        },
      },
    },
  });
}
