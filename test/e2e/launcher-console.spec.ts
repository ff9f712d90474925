import { once } from 'node:events';
import { type AddressInfo, createServer, Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { startNode, temporaryDataFolder } from '../setup/launcher.js';

describe('a command of the console that is asked to end', () => {
  it('takes along the process that does the work', async () => {
    const data = temporaryDataFolder();
    // A database that takes connections and never answers.
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const url = `postgresql://khoi:x@127.0.0.1:${port}/khoi`;
    const command = startNode(['scripts/console.mjs', 'migrate'], { NODE_ENV: 'test', KHOI_DATA_DIR: data.folder, DATABASE_URL: url, DATABASE_OWNER_URL: url });
    try {
      const worker = await Promise.race([once(silent, 'connection').then(([socket]) => socket as Socket), command.ending]);
      if (!(worker instanceof Socket)) throw new Error(`ended before it asked the database: ${worker.stdout}${worker.stderr}`);
      const gone = once(worker.resume(), 'close');
      command.process.kill('SIGTERM');
      await gone;
      expect((await command.ending).code).toBe(130);
    } finally {
      command.process.kill('SIGKILL');
      silent.close();
      data.remove();
    }
  }, 300_000);
});
