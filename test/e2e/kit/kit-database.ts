import { afterAll, beforeAll } from '@jest/globals';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { Config } from '@kit/config';
import { createTestDatabase, type TestDatabase } from '../../setup/database.js';

/** A database of one test file, with a way to look at it from outside the product. */
export interface KitDatabase extends TestDatabase {
  readonly appRole: string;
  readonly config: Config;
  /** One statement as the owner of the tables. */
  query<T extends object>(text: string, values?: readonly unknown[]): Promise<T[]>;
  /** Ends a server process as an administrator would. */
  terminate(pid: number | undefined): Promise<void>;
}

/** Opens the database before the first test of the file and drops it after the last. Expected refusals are not logged. */
export function useKitDatabase(env: Readonly<Record<string, string>> = {}): KitDatabase {
  const holder: { database?: KitDatabase; close?: () => Promise<void> } = {};
  beforeAll(async () => {
    Logger.overrideLogger(false);
    const made = await createTestDatabase();
    const owner = new pg.Client({ connectionString: made.ownerUrl });
    const adminUrl = new URL(process.env['KHOI_TEST_PG_URL'] ?? '');
    adminUrl.pathname = `/${made.name}`;
    const admin = new pg.Client({ connectionString: adminUrl.href });
    await Promise.all([owner.connect(), admin.connect()]);
    holder.database = {
      ...made,
      appRole: new URL(made.appUrl).username,
      config: Config.fromEnv({ NODE_ENV: 'test', DATABASE_URL: made.appUrl, DATABASE_POOL: '20', ...env }),
      query: async <T extends object>(text: string, values: readonly unknown[] = []) => (await owner.query(text, [...values])).rows as T[],
      terminate: async (pid) => {
        await admin.query('select pg_terminate_backend($1)', [pid]);
      },
    };
    holder.close = async () => {
      await Promise.all([owner.end(), admin.end()]);
      await made.drop();
    };
  }, 120_000);
  afterAll(() => holder.close?.());

  return new Proxy({} as KitDatabase, {
    get: (_, property) => {
      if (holder.database === undefined) throw new Error('the test database exists only inside tests and hooks');
      return holder.database[property as keyof KitDatabase];
    },
  });
}
