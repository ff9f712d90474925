import { fileURLToPath } from 'node:url';
import { Database } from '@kit/database';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandError, withApplication } from '../application.js';

/** What `libs/database/demo/index.ts` offers. */
export interface DemoWard {
  /** Writes the ward through the use cases; tells each step. */
  fillDemoWard(app: INestApplicationContext, onStep: (step: string) => void): Promise<void>;
  /** One row per account: what it is for, its username and password. Needs no database. */
  demoAccounts(): readonly Readonly<Record<string, string>>[];
}

// Found by its place and not by its alias: an installation may leave the demo ward out.
const DEMO = new URL('../../../../libs/database/demo/index.js', import.meta.url);

/** Fills an empty database; a second run, or one on real data, is refused. */
export async function fillDemo(onStep: (step: string) => void): Promise<void> {
  const ward = await demoWard();
  await withApplication(async (app) => {
    const tenant = await app.get(Database, { strict: false }).row('SELECT FROM tenant LIMIT 1');
    if (tenant) throw new CommandError('The database is not empty: the demo ward is filled into an empty one only.');
    await ward.fillDemoWard(app, onStep);
  });
}

export async function listDemoAccounts(): Promise<readonly Readonly<Record<string, string>>[]> {
  return (await demoWard()).demoAccounts();
}

async function demoWard(): Promise<DemoWard> {
  try {
    return (await import(DEMO.href)) as DemoWard;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes(fileURLToPath(DEMO));
    throw isMissing ? new CommandError('This installation has no demo ward.') : error;
  }
}
