import { beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { createDataSource, Database } from '@kit/database';
import { defineError } from '@kit/errors';
import { codeOf, useKitThings } from './kit-things.js';

const tooLate = defineError({ code: 'KIT_TOO_LATE', kind: 'CONFLICT', message: 'Too late.', vi: 'Đã quá hạn.' });

const things = useKitThings();
const { server, insert, names } = things;
let db: Database;

beforeAll(() => {
  ({ db } = things);
});

describe('errors of the database', () => {
  it.each([
    ['a named constraint', "insert into kit_thing (name) values ('a'), ('a')", 'KIT_NAME_TAKEN'],
    ['a constraint nobody named', 'insert into kit_thing (n) values (11)', 'INTERNAL_ERROR'],
    ['a refusal raised by our own functions', "do $$ begin raise exception 'KHOI:KIT_TOO_LATE by an hour'; end $$", 'KIT_TOO_LATE'],
    ['an unknown refusal', "do $$ begin raise exception 'KHOI:NO_SUCH_CODE'; end $$", 'INTERNAL_ERROR'],
    ['a malformed id', "select 'x'::uuid", 'INVALID_INPUT'],
    ['a number out of range', 'select 99999999999::int', 'INVALID_INPUT'],
    ['an escaped NUL', `select '{"a": "\\u0000"}'::jsonb ->> 'a'`, 'INVALID_TEXT'],
    ['a cancelled statement', "do $$ begin raise exception 'x' using errcode = '57014'; end $$", 'UNAVAILABLE'],
  ])('%s', async (_, text, code) => {
    expect(await codeOf(db.rows(text))).toBe(code);
    expect(await codeOf(db.transaction(() => db.manager.query(text)))).toBe(code);
  });

  it('a NUL in a value', async () => {
    expect(await codeOf(insert('a\0b'))).toBe('INVALID_TEXT');
  });

  it('passes facts of our own refusals on', async () => {
    const error = await db.rows(`do $$ begin raise exception 'KHOI:KIT_TOO_LATE' using detail = '{"by": 3}'; end $$`).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'KIT_TOO_LATE', details: { by: 3 } });
    expect(tooLate.is(error)).toBe(true);
  });

  it('a server that takes nobody in, until it does again', async () => {
    const lonely = new Database(await createDataSource(server.config, []).initialize());
    const me = await lonely.row<{ pid: number }>('select pg_backend_pid() as pid');
    await server.query(`alter database ${server.name} connection limit 0`);
    try {
      await server.terminate(me?.pid);
      await delay(50);
      expect(await codeOf(lonely.rows('select 1'))).toBe('UNAVAILABLE');
    } finally {
      await server.query(`alter database ${server.name} connection limit -1`);
    }
    expect(await lonely.row('select 1 as one')).toEqual({ one: 1 });
    await lonely.manager.dataSource.destroy();
  });

  it('a connection cut while the commit is under way leaves the outcome open, and says so', async () => {
    await server.query(`
      create or replace function kit_cut() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
      create constraint trigger kit_cut after insert on kit_thing deferrable initially deferred for each row when (new.name = 'cut') execute function kit_cut()`);
    expect(await codeOf(db.transaction(() => insert('cut')))).toBe('OUTCOME_UNKNOWN');
    expect(await names()).toEqual([]);
  });

  it('a connection cut in the middle of a transaction', async () => {
    const code = await codeOf(db.transaction(async () => {
      await insert('a');
      const me = await db.row<{ pid: number }>('select pg_backend_pid() as pid');
      await server.terminate(me?.pid);
      await delay(50);
      await insert('b');
    }));
    expect(code).toBe('UNAVAILABLE');
    expect(await names()).toEqual([]);
    expect(await db.row('select 1 as one')).toEqual({ one: 1 });
  });
});
