import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { newSecrets } from './secrets.mjs';

/** Nothing here has to survive a crash; everything has to be quick. */
const SETTINGS = {
  fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0',
  max_connections: '200', shared_buffers: '128MB', max_wal_size: '4GB', checkpoint_timeout: '1h',
};

/**
 * Starts a PostgreSQL of its own for one test run, in a temporary folder that disappears with it.
 * @param {import('./lifecycle.mjs').Lifecycle} life
 * @param {{ settings?: Record<string, string> }} [options] `settings`: more settings of the server
 * @returns {Promise<{ adminUrl: string, folder: string }>} `adminUrl`: address with a superuser, for `KHOI_TEST_PG_URL`;
 *   `folder`: for what belongs to the run, for `KHOI_TEST_FOLDER`
 */
export async function startTestCluster(life, { settings = {} } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'khoi-test-'));
  chmodSync(folder, 0o755);
  life.defer(async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const server = await startPostgres(life, {
    folder: path.join(folder, 'postgres'), logFile: path.join(folder, 'postgres.log'), port: await freePort(),
    superPassword: newSecrets().postgres, settings: { ...SETTINGS, ...settings }, removeAfter: folder,
  });
  return { adminUrl: server.adminUrl, folder };
}
