import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import { defineError, invalidInput } from '@kit/errors';
import { fingerprint } from './canonical.js';

/** A client must not use one key for two different acts. */
export const idempotencyKeyReused = defineError({
  code: 'IDEMPOTENCY_KEY_REUSED',
  kind: 'CONFLICT',
  message: 'The idempotency key was already used for something else.',
  vi: 'Khóa chống gửi lặp đã được dùng cho một nội dung khác.',
  fix: 'Vui lòng tải lại trang rồi thực hiện lại.',
  fixEn: 'Reload the page and do it again.',
});

/** Length of a key in characters, as the table demands. */
export const KEY_LENGTH = { least: 8, most: 100 } as const;

/** How long a repetition is recognised. */
const KEPT_DAYS = 7;
/** A result names what was made; whole documents would put their secrets into a second table. */
const LARGEST_RESULT = 4_000;

interface StoredResult {
  readonly sameRequest: boolean;
  readonly result: unknown;
}

/** Makes a repeated click, or a repetition after a lost answer, do a thing once and answer alike. */
@Injectable()
export class Idempotency {
  constructor(private readonly database: Database) {}

  /**
   * Runs `act` unless this account has already done `operation` under this key: then answers what it answered.
   * Everything happens in one transaction, joined when one is running: a refused act leaves no trace and may be
   * repeated, and of parallel calls the others wait for the first.
   *
   * @param operation a fixed name, e.g. `initiative.submit`
   * @param key made by the client, 8 to 100 characters
   * @param input what was asked for; the same key with another input is an error
   * @param act answers something small that survives JSON (ids, numbers, codes); the view is read afterwards
   * @throws IDEMPOTENCY_KEY_REUSED, INVALID_INPUT for a key of the wrong length
   */
  async once<T>(operation: string, key: string, input: unknown, act: () => Promise<T>): Promise<T> {
    if (key.length < KEY_LENGTH.least || key.length > KEY_LENGTH.most) throw invalidInput(KEY_LENGTH, ['input', 'idempotencyKey']);
    const { accountId } = currentViewer();
    const request = fingerprint(input);
    return this.database.transaction(async () => {
      await this.#waitForOthers(`${accountId} ${operation} ${key}`);
      const before = await this.#before(accountId, operation, key, request);
      if (before !== null) {
        if (!before.sameRequest) throw idempotencyKeyReused({}, ['input', 'idempotencyKey']);
        return before.result as T;
      }
      const result = JSON.stringify((await act()) ?? null);
      if (result.length > LARGEST_RESULT) throw new TypeError(`${operation} answers too much to be kept; answer ids and read the rest`);
      await this.database.execute(sql`
        insert into idempotency_record (account_id, operation, key, request_sha256, result)
        values (${accountId}, ${operation}, ${key}, ${request}, ${result}::jsonb)`);
      this.database.afterCommit(() => this.#forget());
      // The first answer goes through JSON as well, so that the first and the repeated one are equal.
      return JSON.parse(result) as T;
    });
  }

  /** Until the end of the transaction nobody else acts under this key. */
  async #waitForOthers(name: string): Promise<void> {
    await this.database.rows(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 5))`);
  }

  #before(accountId: string, operation: string, key: string, request: string): Promise<StoredResult | null> {
    return this.database.row<StoredResult>(sql`
      select request_sha256 = ${request} as "sameRequest", result from idempotency_record
      where account_id = ${accountId} and operation = ${operation} and key = ${key}`);
  }

  async #forget(): Promise<void> {
    await this.database.execute(sql`
      delete from idempotency_record where created_at < clock_timestamp() - make_interval(days => ${KEPT_DAYS}::int)`);
  }
}
