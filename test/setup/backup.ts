import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDemoWard } from '@database/demo';
import { Config } from '@kit/config';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createApp } from '../../apps/api/src/create-app.js';
import { asAdmin, createTestDatabase } from './database.js';
import { GraphqlClient } from './graphql.js';
import { expectWholeDatabase } from './whole-database.js';

export const PASSPHRASE = 'mot cum tu bi mat rat dai de thu';

/** A place where the product can live: a database and folders of its own, and nothing in them. */
export interface Machine {
  readonly ownerUrl: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly config: Config;
  /** The same machine with other settings. */
  with(env: Readonly<Record<string, string>>): Config;
  /** One statement as the owner. */
  sql<T extends object>(text: string, values?: readonly unknown[]): Promise<T[]>;
  remove(): Promise<void>;
}

/** The same roles as every test database, and no schema at all unless `isMigrated`. */
export async function newMachine({ isMigrated = false, backups }: { readonly isMigrated?: boolean; readonly backups?: string } = {}): Promise<Machine> {
  const template = await createTestDatabase();
  const name = isMigrated ? template.name : `khoi_bare_${randomBytes(6).toString('hex')}`;
  const at = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  if (!isMigrated) {
    await asAdmin((admin) => admin.query(`create database ${name} owner ${new URL(template.ownerUrl).username}`));
    await template.drop();
  }
  const folder = mkdtempSync(join(tmpdir(), 'khoi-machine-'));
  const env = {
    NODE_ENV: 'test', LOG_LEVEL: 'silent', JOBS: 'off', DATABASE_URL: at(template.appUrl), DATABASE_OWNER_URL: at(template.ownerUrl),
    FILES_DIR: join(folder, 'files'), BACKUP_DIR: backups ?? join(folder, 'backups'), MAINTENANCE_FILE: join(folder, 'maintenance.json'),
    SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  return {
    ownerUrl: env.DATABASE_OWNER_URL, folder, env,
    config: Config.fromEnv(env),
    with: (more) => Config.fromEnv({ ...env, ...more }),
    sql: async <T extends object>(text: string, values: readonly unknown[] = []) => {
      const client = new pg.Client({ connectionString: env.DATABASE_OWNER_URL });
      await client.connect();
      return (await client.query(text, [...values]).finally(() => client.end())).rows as T[];
    },
    remove: async () => {
      await asAdmin((admin) => admin.query(`drop database if exists ${name} with (force)`));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The API of a machine, listening. */
export async function serve(machine: Machine, env: Readonly<Record<string, string>> = {}): Promise<{ app: NestFastifyApplication; url: string; client(): GraphqlClient }> {
  const app = await createApp({ config: machine.with(env) });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return { app, url, client: () => new GraphqlClient(url) };
}

/** A machine on which the demo ward was filled in. */
export async function demoMachine(): Promise<Machine> {
  const machine = await newMachine({ isMigrated: true });
  const { app } = await serve(machine);
  await fillDemoWard({ get: app.get.bind(app) } as unknown as INestApplicationContext, () => undefined);
  await app.close();
  return machine;
}

/** Every table with the number and a hash of its rows, the same whatever their order in the table. */
export async function rowHashes(machine: Machine, except: readonly string[] = []): Promise<Record<string, string>> {
  const tables = await machine.sql<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`);
  const hashes: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !except.includes(table.name))) {
    const [row] = await machine.sql<{ told: string }>(`select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as told from "${name}" t`);
    hashes[name] = row!.told;
  }
  return hashes;
}

export const expectWholeMachine = (machine: Machine): Promise<void> => expectWholeDatabase(machine.ownerUrl);

/** What `work` says on standard output and in errors. */
export async function heard(work: () => Promise<unknown>): Promise<string> {
  const said: string[] = [];
  const { write } = process.stdout;
  process.stdout.write = ((text: string) => said.push(String(text)) > 0) as typeof process.stdout.write;
  try {
    await work();
    return said.join('');
  } finally {
    process.stdout.write = write;
  }
}
