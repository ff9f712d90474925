import { describe, expect, it } from '@jest/globals';
import { ConfigError } from '@kit/config';
import pg from 'pg';
import { requireDatabase, StartupError, startupErrorOf } from '../../../apps/api/src/startup.js';
import { useTestDatabase } from '../../setup/database.js';

const database = useTestDatabase();
const changed = (change: (url: URL) => void): string => {
  const url = new URL(database().appUrl);
  change(url);
  return url.href;
};

describe('a process that is about to serve', () => {
  it('starts on a database that is migrated', async () => {
    await expect(requireDatabase(database().appUrl)).resolves.toBeUndefined();
  });

  it.each<[string, (url: URL) => void, RegExp]>([
    ['nothing answers', (url) => { url.port = '1'; }, /^The database at .+:1\/khoi_w\w+ cannot be used: nothing answers there\.$/],
    ['the password is wrong', (url) => { url.password = 'sai-mat-khau'; }, /cannot be used: the password is refused\.$/],
    ['the database is missing', (url) => { url.pathname = '/nowhere'; }, /\/nowhere cannot be used: there is no such database\.$/],
  ])('says in one sentence that %s, without the password', async (_, change, sentence) => {
    const url = changed(change);
    const error = await requireDatabase(url).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StartupError);
    expect((error as Error).message).toMatch(sentence);
    expect((error as Error).message).not.toContain(new URL(url).password);
  });

  it('says which migrations are missing, and what to do', async () => {
    const owner = new pg.Client({ connectionString: database().ownerUrl });
    await owner.connect();
    await owner.query('DELETE FROM schema_migration WHERE version > 1');
    await owner.end();
    await expect(requireDatabase(database().appUrl)).rejects.toThrow(
      /is not at the expected version: \d+ migrations are missing, the first is 0002-organisation\.sql\. Run "npm run console -- migrate"\.$/,
    );
  });

  it('has a sentence for a taken port and for a wrong configuration, and hides no fault of ours behind one', () => {
    const sentence = (error: unknown): unknown => (startupErrorOf(error) as Error).message;
    expect(sentence(Object.assign(new Error('listen'), { code: 'EADDRINUSE' }))).toBe('The port is already in use. Stop the other program or set PORT.');
    expect(sentence(new ConfigError('PORT: must be a number'))).toBe('PORT: must be a number');
    const fault = new TypeError('x is not a function');
    expect(startupErrorOf(fault)).toBe(fault);
  });
});
