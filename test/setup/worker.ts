import { type Running, startNode } from './launcher.js';

/** Starts a worker as a process of its own, and waits until it says that it is ready. */
export async function startWorker(main: string, env: Readonly<Record<string, string>>): Promise<Running> {
  const worker = startNode([main], { NODE_ENV: 'test', LOG_LEVEL: 'info', ...env });
  await worker.says('The worker is ready.');
  return worker;
}
