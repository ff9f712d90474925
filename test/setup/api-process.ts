import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type Running, startNode } from './launcher.js';

/** An API as a process of its own. */
export interface ApiProcess extends Running {
  readonly url: string;
}

/** Starts an API on a free port, or on one that was free before, and waits until it is ready. */
export async function startApiProcess(main: string, env: Readonly<Record<string, string>>, port?: number): Promise<ApiProcess> {
  const on = port ?? (await freePort());
  const url = `http://127.0.0.1:${on}`;
  const running = startNode([main], { NODE_ENV: 'test', LOG_LEVEL: 'warn', ...env, PORT: String(on) });
  for (const end = Date.now() + 60_000; Date.now() < end && running.process.exitCode === null; await delay(50)) {
    if ((await fetch(`${url}/health/ready`).catch(() => null))?.ok) return { ...running, url };
  }
  running.process.kill('SIGKILL');
  const { stdout, stderr } = await running.ending;
  throw new Error(`the API did not become ready: ${stdout}${stderr}`);
}

/** A port that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
