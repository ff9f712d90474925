import { beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { runAs, systemViewer } from '@kit/context';
import { type Database, newId, sql } from '@kit/database';
import { useKitThings } from './kit-things.js';

const things = useKitThings();
let db: Database;

beforeAll(() => {
  ({ db } = things);
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
