import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../../scripts/lib/ports.mjs';
import { keep } from '../../../scripts/lib/processes.mjs';
import { findProgram } from '../../../scripts/lib/programs.mjs';
import { untilOpen } from '../../../scripts/lib/services/until-open.mjs';
import { Part } from './parts.mjs';

/** Every acknowledged job is on the disk: a kill must lose none. */
const SETTINGS = ['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction', '--save', ''];

/** Redis as a part that can be killed and comes back with its data. */
export async function startRedis(life, home) {
  const [folder, port] = [path.join(home, 'redis'), await freePort()];
  mkdirSync(folder, { recursive: true });
  const part = new Part('redis', async () => {
    const server = await keep(life, {
      command: findProgram('redis-server'), args: ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, ...SETTINGS],
      env: process.env, cwd: folder, logFile: path.join(home, 'redis.log'), stopSignal: 'SIGTERM', forceSignal: 'SIGKILL', patienceMs: 5_000,
    });
    await untilOpen(port, server);
    return server;
  });
  await part.start();
  return { part, port };
}
