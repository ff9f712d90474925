import http from 'node:http';
import { statOf } from '../measure/processes.mjs';
import { quantile } from '../measure/statistics.mjs';

/** As many requests are on their way at any time. */
const CONNECTIONS = 8;

/** @typedef {{ url: string, body?: string }} Target a GET, or a POST of a JSON body */

/**
 * One request; answers the parsed body.
 * @param {Target} target
 */
export function ask({ url, body }, agent) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { agent, method: body === undefined ? 'GET' : 'POST', headers: body === undefined ? {} : { 'content-type': 'application/json' } }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}: ${Buffer.concat(parts).toString().slice(0, 500)}`));
        else resolve(Buffer.concat(parts));
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

/**
 * Sends the same request over and over.
 * @param {Target} target
 * @param {{ warmMs: number, measureMs: number, pid: number }} options `pid`: the server, to read its processor time
 * @returns {Promise<{ perSecond: number, cpuMs: number | null, p95Ms: number }>} `cpuMs`: processor time of the server's process for a request
 */
export async function load(target, { warmMs, measureMs, pid }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times = [];
  const stage = { isMeasuring: false, isOver: false };
  const worker = async () => {
    // oxlint-disable-next-line no-unmodified-loop-condition -- the timer below ends it
    while (!stage.isOver) {
      const start = performance.now();
      await ask(target, agent);
      if (stage.isMeasuring) times.push(performance.now() - start);
    }
  };
  const workers = Array.from({ length: CONNECTIONS }, worker);
  const pause = (ms) => Promise.race([new Promise((resolve) => setTimeout(resolve, ms)), Promise.all(workers)]);
  await pause(warmMs);
  const [begin, cpuBefore] = [performance.now(), statOf(pid)?.cpuMs ?? null];
  stage.isMeasuring = true;
  await pause(measureMs);
  stage.isMeasuring = false;
  const [seconds, cpuAfter] = [(performance.now() - begin) / 1_000, statOf(pid)?.cpuMs ?? null];
  stage.isOver = true;
  await Promise.all(workers);
  agent.destroy();
  return {
    perSecond: times.length / seconds, p95Ms: quantile(times, 0.95),
    cpuMs: cpuBefore === null ? null : (cpuAfter - cpuBefore) / times.length,
  };
}
