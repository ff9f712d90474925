import pg from 'pg';
import { BackupError, reasonOf } from './backup-error.js';
import { settle } from './copy.js';

/** "KHOI" and the number of this purpose; 1 belongs to the migrations, 2 to the queues. */
const LOCK = [0x4b484f49, 3] as const;

/**
 * Runs `work` as the owner, alone: a second backup or restore of this database is refused. Whatever was not committed is undone
 * when the process dies, because the server then closes the connection.
 */
export async function withOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>, signal?: AbortSignal): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'khoi-backup', connectionTimeoutMillis: 10_000, keepAlive: true });
  // Told again by the statement under way.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new BackupError(`The database cannot be reached: ${reasonOf(error)}.`, { cause: error });
  }
  // Ends the statement under way; the server undoes what was not committed.
  const interrupt = (): void => void client.end().catch(() => undefined);
  signal?.addEventListener('abort', interrupt);
  try {
    await settle(client);
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1, $2) as taken', [...LOCK]);
    if (rows[0]?.taken !== true) throw new BackupError('Another backup or restore of this database is under way.');
    return await work(client);
  } catch (error) {
    if (signal?.aborted !== true) throw error;
    throw new BackupError(error instanceof BackupError ? `Interrupted. ${error.message}` : 'Interrupted.', { cause: error });
  } finally {
    signal?.removeEventListener('abort', interrupt);
    await client.end().catch(() => undefined);
  }
}
