import { beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { Config } from '@kit/config';
import { createDataSource, Database, sql } from '@kit/database';
import { codeOf, useKitThings } from './kit-things.js';

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

const things = useKitThings();
const { server, insert, names } = things;
let db: Database;

beforeAll(() => {
  ({ db } = things);
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
