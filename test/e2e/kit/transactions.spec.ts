import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { Config } from '@kit/config';
import { runAs, systemViewer } from '@kit/context';
import { createDataSource, Database, newId, onConstraint, sql } from '@kit/database';
import { defineError, DomainError } from '@kit/errors';
import { useKitDatabase } from './kit-database.js';

const nameTaken = defineError({ code: 'KIT_NAME_TAKEN', kind: 'CONFLICT', message: 'The name is taken.', vi: 'Tên đã có.' });
const tooLate = defineError({ code: 'KIT_TOO_LATE', kind: 'CONFLICT', message: 'Too late.', vi: 'Đã quá hạn.' });
onConstraint('kit_thing_name_key', () => nameTaken({}, ['input', 'name']));

const server = useKitDatabase();
let dataSource: DataSource;
let db: Database;

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'no error';
};
const names = async (): Promise<string[]> =>
  (await server.query<{ name: string }>('select name from kit_thing order by name')).map((row) => row.name);
/** Everybody waits until this many have come. */
const meeting = (expected: number): (() => Promise<void>) => {
  let [missing, open] = [expected, (): void => undefined];
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    missing -= 1;
    if (missing === 0) open();
    return opened;
  };
};
const insert = (name: string): Promise<number> => db.execute(sql`insert into kit_thing (name) values (${name})`);

beforeAll(async () => {
  await server.query(`
    create table kit_thing (name text constraint kit_thing_name_key unique, amount bigint, day date, n int constraint kit_n_small check (n < 10));
    create table kit_account (id int primary key, balance int not null);
    grant all on kit_thing, kit_account to ${server.appRole}`);
  dataSource = await createDataSource(server.config, []).initialize();
  db = new Database(dataSource);
});

afterAll(async () => {
  await dataSource.destroy();
});

beforeEach(async () => {
  await server.query('truncate kit_thing, kit_account');
});

describe('a transaction', () => {
  it('commits what it wrote, through statements and through the entity manager alike', async () => {
    await db.transaction(async () => {
      await insert('a');
      await db.manager.query('insert into kit_thing (name) values ($1)', ['b']);
      expect(await names()).toEqual([]);
    });
    expect(await names()).toEqual(['a', 'b']);
  });

  it('joins a running one, so an outer failure undoes the inner work', async () => {
    await expect(db.transaction(async () => {
      await db.transaction(() => insert('inner'));
      expect(await db.row('select name from kit_thing')).toEqual({ name: 'inner' });
      throw new Error('outer failed');
    })).rejects.toThrow('outer failed');
    expect(await names()).toEqual([]);
  });

  it('refuses to join when more isolation is wanted than the running one has', async () => {
    await expect(db.transaction(() => db.transaction(() => insert('x'), { isolation: 'SERIALIZABLE' })))
      .rejects.toThrow('cannot join');
  });

  it('keeps two concurrent transactions apart', async () => {
    const [written, seen] = [meeting(2), meeting(2)];
    await Promise.all(['a', 'b'].map((name) => db.transaction(async () => {
      await insert(name);
      await written();
      expect(await db.rows('select name from kit_thing')).toEqual([{ name }]);
      await seen();
    })));
    expect(await names()).toEqual(['a', 'b']);
  });

  it('runs statements sent at once one after the other', async () => {
    const rows = await db.transaction(() => Promise.all([1, 2, 3].map((n) => db.row(sql`select ${n}::int as n`))));
    expect(rows).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  it('does not pretend to commit when an error of a statement was swallowed', async () => {
    await expect(db.transaction(async () => {
      await insert('a');
      await db.rows('select 1/0').catch(() => undefined);
    })).rejects.toThrow('swallowed');
    expect(await names()).toEqual([]);
  });

  it('refuses statements that come after its end', async () => {
    let late: Promise<unknown> = Promise.resolve();
    await db.transaction(async () => {
      late = delay(30).then(() => insert('late'));
    });
    await expect(late).rejects.toThrow('after its transaction had ended');
    expect(await names()).toEqual([]);
  });

  it('gives its connection back whatever happens', async () => {
    const small = await createDataSource(Config.fromEnv({ NODE_ENV: 'test', DATABASE_URL: server.appUrl, DATABASE_POOL: '2' }), []).initialize();
    try {
      const narrow = new Database(small);
      for (let n = 0; n < 10; n += 1) {
        await narrow.transaction(() => Promise.reject(new Error('no'))).catch(() => undefined);
        await narrow.transaction(() => narrow.rows('select 1'));
        await narrow.rows('select broken').catch(() => undefined);
      }
      expect(await narrow.row('select 1 as one')).toEqual({ one: 1 });
    } finally {
      await small.destroy();
    }
  });
});

describe('retrying', () => {
  it('runs the whole work again after a real serialisation failure, and loses no update', async () => {
    await server.query('insert into kit_account values (1, 0)');
    let runs = 0;
    const effects: number[] = [];
    await Promise.all(Array.from({ length: 4 }, (_, worker) => db.transaction(async () => {
      runs += 1;
      db.afterCommit(() => effects.push(worker));
      const account = await db.row<{ balance: number }>('select balance from kit_account where id = 1');
      await delay(20 + 5 * worker);
      await db.execute(sql`update kit_account set balance = ${(account?.balance ?? 0) + 1} where id = 1`);
    }, { isolation: 'SERIALIZABLE' })));
    expect(await server.query('select balance from kit_account')).toEqual([{ balance: 4 }]);
    expect(runs).toBeGreaterThan(4);
    expect(effects.sort()).toEqual([0, 1, 2, 3]);
  });

  it('runs the loser of a real deadlock again', async () => {
    await server.query('insert into kit_account values (1, 0), (2, 0)');
    let runs = 0;
    const transfer = (from: number, to: number) => db.transaction(async () => {
      runs += 1;
      await db.execute(sql`update kit_account set balance = balance - 1 where id = ${from}`);
      await delay(100);
      await db.execute(sql`update kit_account set balance = balance + 1 where id = ${to}`);
    });
    await Promise.all([transfer(1, 2), transfer(2, 1)]);
    expect(runs).toBe(3);
    expect(await server.query('select id, balance from kit_account order by id')).toEqual([{ id: 1, balance: 0 }, { id: 2, balance: 0 }]);
  }, 20_000);

  it('gives up after three more attempts and says the service is busy', async () => {
    let runs = 0;
    const code = await codeOf(db.transaction(async () => {
      runs += 1;
      await db.rows("do $$ begin raise exception 'no' using errcode = '40001'; end $$");
    }));
    expect([runs, code]).toEqual([4, 'UNAVAILABLE']);
  });

  it('does not repeat work that failed for another reason', async () => {
    await insert('a');
    let runs = 0;
    const code = await codeOf(db.transaction(async () => {
      runs += 1;
      await insert('a');
    }));
    expect([runs, code]).toEqual([1, 'KIT_NAME_TAKEN']);
  });
});

describe('afterCommit', () => {
  it('runs in order, after the commit, outside the transaction', async () => {
    const seen: unknown[] = [];
    await db.transaction(async () => {
      await insert('a');
      db.afterCommit(async () => seen.push(await names(), db.inTransaction));
      await db.transaction(async () => {
        db.afterCommit(() => seen.push('inner'));
      });
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual([['a'], false, 'inner']);
  });

  it('does not run after a rollback', async () => {
    let ran = false;
    await db.transaction(async () => {
      db.afterCommit(() => { ran = true; });
      throw new Error('no');
    }).catch(() => undefined);
    expect(ran).toBe(false);
  });

  it('cannot undo a commit by failing', async () => {
    await db.transaction(async () => {
      await insert('a');
      db.afterCommit(() => Promise.reject(new Error('mail is down')));
    });
    expect(await names()).toEqual(['a']);
  });
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

describe('values', () => {
  it('come back exact: money as a number, a date as text, an instant as Date', async () => {
    await db.execute(sql`insert into kit_thing (name, amount, day) values ('v', ${4_200_000_000}, ${'2026-11-20'})`);
    expect(await db.row('select amount, day, array[day] as days, count(*) over () as n from kit_thing'))
      .toEqual({ amount: 4_200_000_000, day: '2026-11-20', days: ['2026-11-20'], n: 1 });
    await expect(db.rows('select 9007199254740993::bigint as n')).rejects.toThrow('beyond 2^53');
    expect(Math.abs((await db.now()).getTime() - Date.now())).toBeLessThan(5_000);
  });
});

describe('prepared statements', () => {
  it('are prepared once per connection and used again', async () => {
    const prepared = await db.transaction(async () => {
      for (let n = 0; n < 5; n += 1) await db.rows(sql`select name from kit_thing where n = ${n}`);
      return db.rows("select statement, (generic_plans + custom_plans)::int as runs from pg_prepared_statements where name like 'khoi_%' and statement like '%where n = %'");
    });
    expect(prepared).toEqual([{ statement: 'select name from kit_thing where n = $1', runs: 4 }]);
  });
});

describe('onStatement', () => {
  it('tells every statement, also those of the entity manager, until stopped', async () => {
    const seen: string[] = [];
    const stop = db.onStatement((text) => seen.push(text));
    await db.rows('select 1');
    await db.manager.query('select 2');
    stop();
    await db.rows('select 3');
    expect(seen).toEqual(['select 1', 'select 2']);
  });
});

describe('nextNumber', () => {
  const tenant = newId();

  it('leaves no gap and no duplicate under 20 transactions of which every third rolls back', async () => {
    const numbers = await runAs(systemViewer(tenant), () => Promise.all(Array.from({ length: 20 }, (_, n) => db.transaction(async () => {
      const number = await db.nextNumber('KIT', 2026);
      await delay(Math.random() * 5);
      if (n % 3 === 0) throw new Error('rolled back');
      return number;
    }).catch(() => null))));
    expect(numbers.filter((number) => number !== null).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });

  it('counts per tenant, book and year', async () => {
    const first = (book: string, year: number, id: string) => db.transaction(() => db.nextNumber(book, year, id));
    expect([await first('KIT', 2027, tenant), await first('OTHER', 2026, tenant), await first('KIT', 2026, newId())]).toEqual([1, 1, 1]);
  });

  it('refuses to count outside a transaction', async () => {
    await expect(db.nextNumber('KIT', 2026, tenant)).rejects.toThrow('needs a transaction');
  });
});
