import pg from 'pg';
import { brokenInvariants, told } from './invariants.mjs';

/** Sentences a test file breaks on purpose, by writing rows as no product would, and why: `{ 'register-exact': 'entries without …' }`. */
export type Exceptions = Readonly<Record<string, string>>;

/** Asks a database for everything that must be true of it at the end of a test file. @throws naming each broken sentence and its rows */
export async function expectWholeDatabase(ownerUrl: string, exceptions: Exceptions = {}): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const broken = await brokenInvariants(client, { except: Object.keys(exceptions) });
    if (broken.length > 0) throw new Error(`After these tests the database says what must never be true:\n${told(broken)}`);
  } finally {
    await client.end();
  }
}
