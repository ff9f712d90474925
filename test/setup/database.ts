import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import { migrate } from '@kit/database';
import { migrateQueues } from '@kit/jobs';
import pg from 'pg';
import { type Exceptions, expectWholeDatabase } from './whole-database.js';

/** A migrated database of one test file. */
export interface TestDatabase {
  readonly name: string;
  /** Address for the role that owns every table; for arranging what the application may not do. */
  readonly ownerUrl: string;
  /** Address for the role the application runs under, so that missing and excessive grants show. */
  readonly appUrl: string;
  /** Removes the database, closing connections that are still open. */
  drop(): Promise<void>;
}

const OWNER = 'khoi_test_owner';
const APP = 'khoi_test_app';

/** "KHOI" and the number of this purpose: one process at a time makes the template. */
const TEMPLATE_LOCK = [0x4b484f49, 1001] as const;

function adminUrl(): string {
  const url = process.env.KHOI_TEST_PG_URL;
  if (url === undefined) throw new Error('KHOI_TEST_PG_URL is missing: test/setup/global-setup.mjs sets it for the Jest projects that need a database');
  return url;
}

const templateName = (): string => process.env.KHOI_TEST_TEMPLATE ?? 'khoi_template';

/** The same password in every worker without passing one around; it opens a throw-away server on loopback only. */
const passwordOf = (role: string): string => createHash('sha256').update(`${role} ${adminUrl()}`).digest('hex');

function urlOf(role: string, database: string): string {
  const url = new URL(adminUrl());
  Object.assign(url, { username: role, password: passwordOf(role), pathname: `/${database}` });
  return url.href;
}

/** Works on the server as its superuser. */
export async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function createRole(client: pg.Client, role: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  await client.query(`${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${role} LOGIN NOSUPERUSER PASSWORD '${passwordOf(role)}'`);
}

/** Makes the migrated template once per server; a template that a failed run left half-made is made again. */
async function ensureTemplate(): Promise<void> {
  const template = templateName();
  await asAdmin(async (client) => {
    await client.query('SELECT pg_advisory_lock($1, $2)', [...TEMPLATE_LOCK]);
    const { rows } = await client.query<{ complete: boolean }>('SELECT datistemplate AS complete FROM pg_database WHERE datname = $1', [template]);
    if (rows[0]?.complete === true) return;
    await createRole(client, OWNER);
    await createRole(client, APP);
    await client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${template} OWNER ${OWNER}`);
    await migrate(urlOf(OWNER, template), APP);
    await migrateQueues(urlOf(OWNER, template), APP);
    await client.query(`ALTER DATABASE ${template} IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  });
}

/**
 * Makes a database with the newest schema and no rows, or the rows of another template. Takes about as long as copying
 * the template's files.
 */
export async function createTestDatabase(template: string = templateName()): Promise<TestDatabase> {
  await ensureTemplate();
  const name = `khoi_w${process.env.JEST_WORKER_ID ?? '1'}_${randomBytes(6).toString('hex')}`;
  await asAdmin((client) => client.query(`CREATE DATABASE ${name} OWNER ${OWNER} TEMPLATE ${template}`));
  return {
    name,
    ownerUrl: urlOf(OWNER, name),
    appUrl: urlOf(APP, name),
    drop: async () => {
      await asAdmin((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

/**
 * Gives the tests of a file one database, made before the first, asked for everything that must be true of it and dropped after the last.
 * @param exceptions sentences about the whole database that these tests break on purpose, and why
 */
export function useTestDatabase(exceptions: Exceptions = {}): () => TestDatabase {
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await createTestDatabase();
  }, 60_000);
  afterAll(async () => {
    if (database === undefined) return;
    try {
      await expectWholeDatabase(database.ownerUrl, exceptions);
    } finally {
      await database.drop();
    }
  });
  return () => {
    if (database === undefined) throw new Error('the test database exists only inside tests and hooks');
    return database;
  };
}
