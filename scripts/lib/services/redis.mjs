import path from 'node:path';
import { freePort } from '../ports.mjs';
import { keep } from '../processes.mjs';
import { findProgram } from '../programs.mjs';
import { untilOpen } from './until-open.mjs';

/** The settings under which acknowledged jobs outlive a crash; the product complains at boot about others. */
const SETTINGS = ['--appendonly', 'yes', '--maxmemory-policy', 'noeviction', '--save', ''];

/**
 * A Redis on loopback whose data lie in the folder, so that it can be started there again.
 * @param {import('../lifecycle.mjs').Lifecycle} life
 * @param {{ folder: string, port: number, sync: 'everysec' | 'always' }} where `sync`: how often it writes what it acknowledges to the disk
 */
export async function startRedis(life, { folder, port, sync }) {
  const server = await keep(life, {
    command: findProgram('redis-server'), args: ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--appendfsync', sync, ...SETTINGS],
    env: process.env, cwd: folder, logFile: path.join(folder, 'redis.log'), stopSignal: 'SIGTERM', forceSignal: 'SIGKILL', patienceMs: 5_000,
  });
  await untilOpen(port, server);
  return server;
}

/** @type {import('./index.mjs').Service} */
export const redis = {
  name: 'Redis',
  variable: 'KHOI_TEST_REDIS_URL',
  packages: ['redis-server'],
  programs: ['redis-server'],
  async start(life, folder) {
    const port = await freePort();
    await startRedis(life, { folder, port, sync: 'everysec' });
    return `redis://127.0.0.1:${port}`;
  },
};
