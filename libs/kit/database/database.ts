import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import type { Id } from '@kit/ids';
import type { Pool, QueryResult, QueryResultRow } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { StatementTap } from './data-source.js';
import { isConnectionLost, isRetryable, translateDatabaseError } from './database-errors.js';
import { sql, SqlStatement } from './sql.js';
import { StatementNames } from './statement-names.js';
import { Transaction, type Isolation } from './transaction.js';

const EXTRA_ATTEMPTS = 3;
const FIRST_PAUSE_MS = 20;

export interface TransactionOptions {
  /** Default `READ COMMITTED`. */
  readonly isolation?: Isolation;
}

/** The door to PostgreSQL: transactions, statements, the clock that decides deadlines, gapless numbers. */
@Injectable()
export class Database {
  readonly #running = new AsyncLocalStorage<Transaction | undefined>();
  readonly #names = new StatementNames();
  readonly #watchers = new Set<(text: string, ms: number) => void>();
  readonly #log = new Logger(Database.name);

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction. Joins a running one, so use cases may call each other; the
   * outermost call commits. There, a serialisation failure or a deadlock runs the whole of
   * `work` again, up to three times: `work` must do nothing outside the database that cannot be
   * done twice. Anything else belongs in `afterCommit` or an event.
   * @throws the domain error a violated constraint stands for; `UNAVAILABLE` when the retries are used up
   */
  async transaction<T>(work: () => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    const running = this.#running.getStore();
    if (running !== undefined) {
      running.join(options.isolation);
      return work();
    }
    for (let attempt = 0; ; attempt += 1) {
      try {
        const { result, hooks } = await this.#attempt(work, options.isolation ?? 'READ COMMITTED');
        await this.#runHooks(hooks);
        return result;
      } catch (error) {
        if (attempt === EXTRA_ATTEMPTS || !isRetryable(error)) throw translateDatabaseError(error);
        await delay(FIRST_PAUSE_MS * 2 ** attempt * (0.5 + Math.random()));
      }
    }
  }

  /** Whether the caller runs inside a transaction. */
  get inTransaction(): boolean {
    return this.#running.getStore() !== undefined;
  }

  /** TypeORM's manager of the running transaction, or of the pool. */
  get manager(): EntityManager {
    return this.#running.getStore()?.manager ?? this.dataSource.manager;
  }

  /**
   * The rows of one statement, which PostgreSQL keeps prepared when it comes often.
   * Columns keep the names the statement gives them: write `as "unitId"`.
   */
  async rows<T extends object>(statement: SqlStatement | string, params: readonly unknown[] = []): Promise<T[]> {
    return (await this.#send(statement, params)).rows as T[];
  }

  /** The first row, or `null`. */
  async row<T extends object>(statement: SqlStatement | string, params: readonly unknown[] = []): Promise<T | null> {
    const [first] = await this.rows<T>(statement, params);
    return first ?? null;
  }

  /** Runs a write and answers how many rows it touched. */
  async execute(statement: SqlStatement | string, params: readonly unknown[] = []): Promise<number> {
    return (await this.#send(statement, params)).rowCount ?? 0;
  }

  /** The database's clock at this moment, also in the middle of a transaction. It decides at deadlines. */
  async now(): Promise<Date> {
    const row = await this.row<{ now: Date }>('select clock_timestamp() as now');
    if (row === null) throw new Error('the database did not tell the time');
    return row.now;
  }

  /**
   * Calls `hook` once the running transaction is committed, in order of registration; at once
   * when there is none. The commit is a fact by then, so a hook that fails is logged and no more.
   */
  afterCommit(hook: () => unknown): void {
    const running = this.#running.getStore();
    if (running === undefined) void this.#runHooks([hook]);
    else running.hooks.push(hook);
  }

  /**
   * The next number of a book in a year, without gaps: the row stays locked until the caller's
   * transaction ends, and a rollback gives the number back.
   * @param tenantId default: the tenant of the viewer
   */
  async nextNumber(book: string, year: number, tenantId: Id = currentViewer().tenantId): Promise<number> {
    if (!this.inTransaction) throw new Error('nextNumber needs a transaction: a number outside one leaves a gap');
    const row = await this.row<{ last: number }>(sql`
      insert into number_sequence (tenant_id, book, year, last) values (${tenantId}, ${book}, ${year}, 1)
      on conflict (tenant_id, book, year) do update set last = number_sequence.last + 1
      returning last`);
    if (row === null) throw new Error('the number sequence gave no number');
    return row.last;
  }

  /** Calls `listener` with the text of every statement from now on; returns the way to stop. For tests that count. */
  onStatement(listener: (text: string) => void): () => void {
    return this.#tap.listen(listener);
  }

  /** Calls `listener` with each statement that ended, well or not, and how long it took in milliseconds; for measuring. */
  onStatementEnd(listener: (text: string, ms: number) => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  /** Connections of this process: those there are, those at rest, and how many callers wait for one. */
  get connections(): { readonly total: number; readonly idle: number; readonly waiting: number } {
    const { totalCount: total, idleCount: idle, waitingCount: waiting } = this.#pool;
    return { total, idle, waiting };
  }

  /**
   * Closes every connection that nobody uses at the moment; the next statements open new ones. For the time after tables were
   * made anew: what was prepared on a connection before no longer fits.
   */
  async renewConnections(): Promise<void> {
    const idle = await Promise.all(Array.from({ length: this.#pool.idleCount }, () => this.#pool.connect()));
    for (const client of idle) client.release(true);
  }

  async #attempt<T>(work: () => Promise<T>, isolation: Isolation): Promise<{ result: T; hooks: Transaction['hooks'] }> {
    const transaction = await Transaction.begin(this.dataSource.createQueryRunner(), isolation);
    try {
      const result = await this.#running.run(transaction, work);
      await transaction.commit();
      return { result, hooks: transaction.hooks };
    } catch (error) {
      await transaction.rollback(isConnectionLost(error));
      throw error;
    }
  }

  async #runHooks(hooks: Transaction['hooks']): Promise<void> {
    for (const hook of hooks) {
      try {
        await this.#running.run(undefined, hook);
      } catch (error) {
        this.#log.error({ msg: 'An effect after a commit failed.', err: error });
      }
    }
  }

  async #send(statement: SqlStatement | string, params: readonly unknown[]): Promise<QueryResult<QueryResultRow>> {
    const text = typeof statement === 'string' ? statement : statement.text;
    const values = [...(typeof statement === 'string' ? params : statement.values)];
    const query = { name: this.#names.nameOf(text), text, values };
    this.#tap.logQuery(text);
    const begin = performance.now();
    try {
      const running = this.#running.getStore();
      return await (running === undefined ? this.#pool.query(query) : running.use((client) => client.query(query)));
    } catch (error) {
      // The outermost transaction still has to see that it may try again.
      throw isRetryable(error) && this.inTransaction ? error : translateDatabaseError(error);
    } finally {
      for (const watch of this.#watchers) watch(text, performance.now() - begin);
    }
  }

  get #tap(): StatementTap {
    const tap = this.dataSource.logger;
    if (!(tap instanceof StatementTap)) throw new Error('the DataSource was not made by createDataSource');
    return tap;
  }

  /** TypeORM's own pool, asked directly: a query runner per statement would cost more than many statements. */
  get #pool(): Pool {
    return (this.dataSource.driver as unknown as { readonly master: Pool }).master;
  }
}
