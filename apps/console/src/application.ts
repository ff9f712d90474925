import { Config } from '@kit/config';
import { runAs, systemViewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TerminalLog } from './terminal-log.js';

/**
 * Runs `work` inside the application without its HTTP server and without working off jobs:
 * the relay of the serving process takes care of what the command publishes.
 */
export async function withApplication<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const [{ AppModule }, { features }] = await Promise.all([
    import('../../api/src/app.module.js'),
    import('../../api/src/features.js'),
  ]);
  const config = Config.fromEnv({ ...process.env, JOBS: 'off' });
  const app = await NestFactory.createApplicationContext(AppModule.with(config, features), {
    abortOnError: false,
    logger: new TerminalLog(),
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** The same, as the system inside the tenant with this code. */
export async function withTenant<T>(code: string, work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  return withApplication(async (app) => {
    const tenant = await app.get(Database).row<{ id: string }>(sql`SELECT id FROM tenant WHERE code = ${code}`);
    if (!tenant) throw new CommandError(`There is no tenant with the code "${code}".`);
    return runAs(systemViewer(tenant.id), () => work(app));
  });
}

/** A command cannot be carried out; the message is one sentence for the operator. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
