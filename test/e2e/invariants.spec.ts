import { beforeAll, describe, expect, it } from '@jest/globals';
import { fillDemoWard } from '@database/demo';
import type { INestApplicationContext } from '@nestjs/common';
import { asSuperuser } from '../factories/register.js';
import { useApp } from '../setup/app.js';
import { INVARIANTS } from '../setup/invariants.mjs';
import { expectWholeDatabase } from '../setup/whole-database.js';
import { PLANTS } from './invariants.plants.js';

const app = useApp({ JOBS: 'off', DEMO: 'true' });

beforeAll(async () => {
  const context = { get: app().get.bind(app()) } as unknown as INestApplicationContext;
  await fillDemoWard(context, () => undefined);
}, 180_000);

/** Breaks something and answers which sentences tell; nothing of it stays. */
async function toldOf(plant: string, asked: readonly string[] = INVARIANTS.map(({ code }) => code)): Promise<string[]> {
  return asSuperuser(app(), async (client) => {
    await client.query('begin');
    try {
      await client.query(plant);
      const broken: string[] = [];
      for (const { code, statement } of INVARIANTS) {
        if (asked.includes(code) && (await client.query(statement)).rows.length > 0) broken.push(code);
      }
      return broken;
    } finally {
      await client.query('rollback');
    }
  });
}

describe('what must be true of the whole database', () => {
  it('is true of a ward with three campaigns behind it', async () => {
    await expect(expectWholeDatabase(app().databaseUrls.ownerUrl)).resolves.toBeUndefined();
  });

  it('is said in sentences of their own, each with a way to break it', () => {
    expect(INVARIANTS.map(({ code }) => code).sort()).toEqual(Object.keys(PLANTS).sort());
    expect(new Set(INVARIANTS.map(({ sentence }) => sentence)).size).toBe(INVARIANTS.length);
  });

  it.each(INVARIANTS.map(({ sentence, code }) => [sentence, code]))('shows when it is broken: %s', async (_, code) => {
    expect(await toldOf(PLANTS[code] ?? '', [code])).toEqual([code]);
  });

  it('tells which sentence is broken and the rows that break it', async () => {
    await asSuperuser(app(), (client) => client.query(`update initiative_author set share_bp = 9999 where share_bp = 10000 and position = 1`));
    await expect(expectWholeDatabase(app().databaseUrls.ownerUrl)).rejects.toThrow(
      /Broken: The shares of every submitted dossier are exactly 100 %.*\[shares-whole\]\n {4}\{.*"sum_bp":"9999"/);
    await asSuperuser(app(), (client) => client.query('update initiative_author set share_bp = 10000 where share_bp = 9999'));
  });

  it('knows no exception that is no sentence', async () => {
    await expect(expectWholeDatabase(app().databaseUrls.ownerUrl, { 'shares-hole': 'a slip of the pen' })).rejects.toThrow('there is no invariant “shares-hole”');
  });
});
