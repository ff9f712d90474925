import { createHash } from 'node:crypto';
import { Global, Injectable, Module } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import { defineError } from '@kit/errors';

/** The same key came with another input: two different acts cannot share one answer. */
export const idempotencyKeyReused = defineError({
  code: 'IDEMPOTENCY_KEY_REUSED',
  kind: 'CONFLICT',
  message: 'The idempotency key was used for another input.',
  vi: 'Mã chống gửi trùng đã được dùng cho một nội dung khác.',
  fix: 'Vui lòng tải lại trang rồi thực hiện lại.',
  fixEn: 'Use a new key for a new act.',
});

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** Makes a repeated click, a lost answer or a hundred parallel copies one act with one answer. */
@Injectable()
export class Idempotency {
  constructor(private readonly database: Database) {}

  /**
   * Runs `act` at most once for the viewer's account, operation and key; later calls get the first answer, and
   * copies that run at the same time wait for it. An act that fails leaves nothing, so the key can be tried again.
   *
   * @param operation the name of the mutation
   * @param input what the key stands for; must be the same at every repetition
   * @param act runs in one transaction with the record of its answer; answers ids and codes, never texts of people
   * @throws IDEMPOTENCY_KEY_REUSED at `input.idempotencyKey`
   */
  once<T extends Plain>(operation: string, key: string, input: unknown, act: () => Promise<T>): Promise<T> {
    const { accountId } = currentViewer();
    const sha256 = createHash('sha256').update(canonical(input)).digest('hex');
    return this.database.transaction(async () => {
      await this.database.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${accountId} ${operation} ${key}`}, 0))`);
      const known = await this.database.row<{ sha256: string; result: T }>(sql`
        select request_sha256 as "sha256", result from idempotency_record
        where account_id = ${accountId} and operation = ${operation} and key = ${key}`);
      if (known !== null) {
        if (known.sha256 !== sha256) throw idempotencyKeyReused({}, ['input', 'idempotencyKey']);
        return known.result;
      }
      const result = await act();
      await this.database.execute(sql`
        insert into idempotency_record (account_id, operation, key, request_sha256, result)
        values (${accountId}, ${operation}, ${key}, ${sha256}, ${JSON.stringify(result)}::jsonb)`);
      return result;
    });
  }
}

/** Equal inputs give equal text, whatever the order of their fields and whether one is left out or undefined. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part);
}

/** Lets every feature act once. */
@Global()
@Module({ providers: [Idempotency], exports: [Idempotency] })
export class IdempotencyModule {}
