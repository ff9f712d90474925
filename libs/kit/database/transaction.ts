import { outcomeUnknown } from '@kit/errors';
import type { PoolClient } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';
import { isConnectionLost } from './database-errors.js';

export type Isolation = 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';
const STRENGTH: readonly Isolation[] = ['READ COMMITTED', 'REPEATABLE READ', 'SERIALIZABLE'];

/** One attempt at a transaction: its connection, and what shall happen once it is a fact. */
export class Transaction {
  readonly hooks: (() => unknown)[] = [];
  #open = true;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
    private readonly isolation: Isolation,
  ) {}

  static async begin(runner: QueryRunner, isolation: Isolation): Promise<Transaction> {
    const client = (await runner.connect()) as PoolClient;
    const transaction = new Transaction(runner, client, isolation);
    try {
      await runner.startTransaction(isolation === 'READ COMMITTED' ? undefined : isolation);
      return transaction;
    } catch (error) {
      await transaction.rollback(true);
      throw error;
    }
  }

  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** An inner `transaction()` may ask for as much isolation as the running one has, never for more. */
  join(wanted: Isolation | undefined): void {
    if (wanted !== undefined && STRENGTH.indexOf(wanted) > STRENGTH.indexOf(this.isolation)) {
      throw new Error(`a ${wanted} transaction cannot join a running ${this.isolation} one`);
    }
  }

  /**
   * Runs one statement after the others of this transaction; pg deprecates sending on a busy
   * connection. Work that was not awaited and comes after the end is refused: on the released
   * connection it would commit by itself, outside every transaction.
   */
  use<T>(send: (client: PoolClient) => Promise<T>): Promise<T> {
    const run = async (): Promise<T> => {
      if (!this.#open) throw new Error('a statement came after its transaction had ended: something was not awaited');
      return send(this.client);
    };
    const result = this.#last.then(run, run);
    this.#last = result.catch(() => undefined);
    return result;
  }

  async commit(): Promise<void> {
    await this.#close();
    const { command } = await this.client.query('COMMIT').catch((error: unknown) => {
      throw isConnectionLost(error) ? outcomeUnknown(undefined, undefined, error) : error;
    });
    // A failed statement that somebody caught leaves the transaction aborted, and PostgreSQL
    // answers COMMIT with a polite ROLLBACK.
    if (command !== 'COMMIT') throw new Error('a statement of the transaction failed and its error was swallowed; nothing was committed');
    await this.runner.release();
  }

  /** Never throws: the error that led here is the one worth telling. */
  async rollback(connectionLost: boolean): Promise<void> {
    await this.#close();
    try {
      if (connectionLost) throw new Error('no connection to roll back on');
      await this.client.query('ROLLBACK');
    } catch {
      // The pool must not hand this connection to anybody; the server rolls back when it closes.
      void this.client.end().catch(() => undefined);
    }
    await this.runner.release();
  }

  async #close(): Promise<void> {
    this.#open = false;
    await this.#last;
  }
}
