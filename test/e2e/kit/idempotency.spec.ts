import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { runAs, systemViewer, type Viewer } from '@kit/context';
import { createDataSource, Database, newId, sql } from '@kit/database';
import { forbidden } from '@kit/errors';
import { Idempotency } from '@kit/idempotency';
import { useKitDatabase } from './kit-database.js';

const server = useKitDatabase({ DATABASE_POOL: '8' });
let source: DataSource;
let database: Database;
let idempotency: Idempotency;

beforeAll(async () => {
  source = await createDataSource(server.config, []).initialize();
  database = new Database(source);
  idempotency = new Idempotency(database);
  await server.query('create table effect (id serial, n int); grant all on effect to public; grant all on sequence effect_id_seq to public');
});
afterAll(() => source.destroy());
beforeEach(() => server.query('truncate effect'));

const someone = (): Viewer => ({ ...systemViewer(newId()), accountId: newId() });
const effects = async (): Promise<number> => (await server.query('select from effect')).length;
const act = (n: number) => async (): Promise<{ number: string; at: Date }> => {
  await database.execute(sql`insert into effect (n) values (${n})`);
  return { number: `BN-${Math.random()}`, at: new Date() };
};
const once = (viewer: Viewer, key: string, input: unknown, work: () => Promise<unknown> = act(1), operation = 'test.act') =>
  runAs(viewer, () => idempotency.once(operation, key, input, work));

describe('an act under an idempotency key', () => {
  it('happens once in twenty parallel calls, and all get the same answer', async () => {
    const viewer = someone();
    // Slow enough that all twenty have looked before the first one is done.
    const slowly = async (): Promise<unknown> => {
      await database.rows('select pg_sleep(0.1)');
      return act(1)();
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => once(viewer, 'key-00000001', { id: 1 }, slowly)));
    expect(await effects()).toBe(1);
    expect(answers).toEqual(Array(20).fill(answers[0]));
    expect(answers[0]).toEqual({ number: expect.stringMatching(/^BN-/), at: expect.stringMatching(/^\d{4}-/) });
    expect(await once(viewer, 'key-00000001', { id: 1 })).toEqual(answers[0]);
    expect(await effects()).toBe(1);
  });

  it('is another act under another key, for another account and as another operation', async () => {
    const viewer = someone();
    await once(viewer, 'key-00000001', {});
    await once(viewer, 'key-00000002', {});
    await once(someone(), 'key-00000001', {});
    await once(viewer, 'key-00000001', {}, act(1), 'test.other');
    expect(await effects()).toBe(4);
  });

  it('refuses the same key for something else', async () => {
    const viewer = someone();
    await once(viewer, 'key-00000001', { id: 1 });
    await expect(once(viewer, 'key-00000001', { id: 2 })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] });
    expect(await effects()).toBe(1);
  });

  it('that was refused leaves no trace and may be repeated', async () => {
    const viewer = someone();
    const refused = async (): Promise<never> => {
      await act(1)();
      throw forbidden();
    };
    await expect(once(viewer, 'key-00000001', {}, refused)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await effects()).toBe(0);
    await once(viewer, 'key-00000001', {});
    expect(await effects()).toBe(1);
  });

  it('that fails lets the next of those who wait do it', async () => {
    const viewer = someone();
    let calls = 0;
    const failsFirst = async (): Promise<unknown> => {
      calls += 1;
      if (calls === 1) throw forbidden();
      return act(1)();
    };
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => once(viewer, 'key-00000001', {}, failsFirst)));
    expect(results.map((result) => result.status).sort()).toEqual([...Array<string>(9).fill('fulfilled'), 'rejected']);
    expect(await effects()).toBe(1);
  });

  it('is forgotten after a week', async () => {
    const viewer = someone();
    await once(viewer, 'key-00000001', {});
    await server.query(`update idempotency_record set created_at = created_at - interval '8 days'`);
    await once(viewer, 'key-00000002', {});
    expect((await server.query('select key from idempotency_record where account_id = $1', [viewer.accountId]))).toEqual([{ key: 'key-00000002' }]);
  });

  it('needs a key that fits, and answers little', async () => {
    await expect(once(someone(), 'short', {})).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { least: 8, most: 100 } });
    await expect(once(someone(), 'x'.repeat(101), {})).rejects.toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'idempotencyKey'] });
    await expect(once(someone(), 'key-00000001', {}, async () => 'x'.repeat(5_000))).rejects.toThrow('test.act answers too much');
    expect(await effects()).toBe(0);
  });
});
