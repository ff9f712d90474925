import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { findMain } from './build.mjs';
import { ROOT } from './paths.mjs';
import { keep } from './processes.mjs';
import { Refusal } from './terminal.mjs';

const READY_WITHIN_MS = 60_000;

/**
 * Starts the API and waits until it says it is ready.
 * @param {import('./lifecycle.mjs').Lifecycle} life
 * @param {NodeJS.ProcessEnv} env
 * @param {string} logFile takes everything the API prints
 */
export async function startApi(life, env, logFile) {
  const server = await keep(life, {
    command: process.execPath, args: ['--enable-source-maps', findMain('api')], env, cwd: ROOT, logFile,
    stopSignal: 'SIGTERM', forceSignal: 'SIGKILL', patienceMs: 10_000,
  });
  const reachable = ['0.0.0.0', '::'].includes(env.HOST) ? '127.0.0.1' : env.HOST;
  const health = `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${env.PORT}/health/ready`;
  const end = Date.now() + READY_WITHIN_MS;
  while (Date.now() < end && !server.hasExited()) {
    life.check();
    const answer = await fetch(health, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (answer?.ok) return server;
    await sleep(100);
  }
  throw new Refusal(
    `Máy chủ API không khởi động được; vui lòng xem ${logFile}.`,
    `The API server does not start; please see ${logFile}.`,
    { details: readFileSync(logFile, 'utf8').split('\n').slice(-20).join('\n') },
  );
}
