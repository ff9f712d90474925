import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { keep } from '../../../scripts/lib/processes.mjs';
import { s3 } from '../../../scripts/lib/services/s3.mjs';
import { untilOpen } from '../../../scripts/lib/services/until-open.mjs';
import { isGone } from '../../measure/processes.mjs';
import { Part } from './parts.mjs';

/** The running gateway of our own Ceph, and the command it was started with. */
function gateway(folder) {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
      if (path.basename(args[0]) === 'radosgw' && args.some((arg) => arg.startsWith(folder))) return { pid: Number(pid), args };
    } catch {
      // It ended while we were looking.
    }
  }
  throw new Error('the gateway of the store does not run');
}

/** A real S3 server, whose gateway can be killed and started again. */
export async function startStore(life, home) {
  const folder = path.join(home, 'store');
  mkdirSync(folder, { recursive: true });
  const address = new URL(await s3.start(life, folder));
  const port = Number(address.port);
  const first = gateway(folder);
  let adopted = true;
  const part = new Part('store', async () => {
    if (adopted) {
      adopted = false;
      return { pid: first.pid, exited: Promise.resolve(), hasExited: () => isGone(first.pid), stop: async () => {} };
    }
    const server = await keep(life, {
      command: first.args[0], args: first.args.slice(1), env: process.env, cwd: folder, logFile: path.join(home, 'store.log'),
      stopSignal: 'SIGTERM', forceSignal: 'SIGKILL', patienceMs: 5_000,
    });
    await untilOpen(port, server);
    return server;
  });
  await part.start();
  const { Client } = await import('minio');
  const client = new Client({ endPoint: '127.0.0.1', port, useSSL: false, accessKey: address.username, secretKey: address.password, pathStyle: true, region: 'us-east-1' });
  return {
    part, port, client, accessKey: address.username, secretKey: address.password,
    makeBucket: (name) => client.makeBucket(name, 'us-east-1'),
    /** Keys of every object. */
    async keys(bucket) {
      const found = [];
      for await (const object of client.listObjectsV2(bucket, '', true)) found.push(object.name);
      return found;
    },
  };
}
