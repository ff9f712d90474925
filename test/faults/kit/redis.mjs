import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../../scripts/lib/ports.mjs';
import { startRedis } from '../../../scripts/lib/services/redis.mjs';
import { Part } from './parts.mjs';

/** Redis as a part that can be killed and comes back with its data: every acknowledged job is on the disk, so that a kill must lose none. */
export async function startQueueServer(life, home) {
  const [folder, port] = [path.join(home, 'redis'), await freePort()];
  mkdirSync(folder, { recursive: true });
  const part = new Part('redis', () => startRedis(life, { folder, port, sync: 'always' }));
  await part.start();
  return { part, port };
}
