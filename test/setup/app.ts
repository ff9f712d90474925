import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config } from '@kit/config';
import pg from 'pg';
import { createApp } from '../../apps/api/src/create-app.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { GraphqlClient } from './graphql.js';
import { type Exceptions, expectWholeDatabase } from './whole-database.js';

/** The real API on a database of its own, listening on a free port. */
export class TestApp {
  private constructor(
    private readonly nest: NestFastifyApplication,
    private readonly database: TestDatabase,
    private readonly owner: pg.Client,
    private readonly files: string,
    readonly url: string,
  ) {}

  static async start(env: Readonly<Record<string, string>> = {}): Promise<TestApp> {
    const database = await createTestDatabase();
    const files = await mkdtemp(join(tmpdir(), 'khoi-files-'));
    const config = Config.fromEnv({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATABASE_URL: database.appUrl, FILES_DIR: files, ...env });
    const nest = await createApp({ config });
    await nest.listen(0, '127.0.0.1');
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    return new TestApp(nest, database, owner, files, await nest.getUrl());
  }

  /** A provider of any feature: a use case, a repository, the database. */
  get<T>(token: Type<T>): T {
    return this.nest.get(token, { strict: false });
  }

  /** A client that is not signed in, with a cookie jar of its own. */
  client(): GraphqlClient {
    return new GraphqlClient(this.url);
  }

  /** Addresses of the database, to try by SQL what the product would not do. */
  get databaseUrls(): Pick<TestDatabase, 'ownerUrl' | 'appUrl'> {
    return this.database;
  }

  /** One statement as the owner of the tables, past every use case: for looking, and for moving time. */
  async sql<T extends object>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    return (await this.owner.query(text, [...values])).rows as T[];
  }

  /** Ends the API, asks its database for everything that must be true of it, and drops it. */
  async stop(exceptions: Exceptions = {}): Promise<void> {
    await this.nest.close();
    await this.owner.end();
    try {
      await expectWholeDatabase(this.database.ownerUrl, exceptions);
    } finally {
      await this.database.drop();
      await rm(this.files, { recursive: true, force: true });
    }
  }
}

/**
 * Gives the tests of a file one running API, started before the first and stopped after the last.
 * @param exceptions sentences about the whole database that these tests break on purpose, and why
 */
export function useApp(env: Readonly<Record<string, string>> = {}, exceptions: Exceptions = {}): () => TestApp {
  let app: TestApp | undefined;
  beforeAll(async () => {
    app = await TestApp.start(env);
  }, 120_000);
  afterAll(() => app?.stop(exceptions));
  return () => {
    if (app === undefined) throw new Error('the app runs only inside tests and hooks');
    return app;
  };
}
