import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { t } from '../language.mjs';
import { findProgram } from '../programs.mjs';
import { step } from '../terminal.mjs';
import { clamav } from './clamav.mjs';
import { redis } from './redis.mjs';
import { s3 } from './s3.mjs';

/**
 * A real server that some tests speak with. Nobody but the test run uses it; it lies in a folder that disappears with it.
 * @typedef {object} Service
 * @property {string} name what a skipped test calls it: `Redis`
 * @property {string} variable environment variable that tells the tests its address
 * @property {readonly string[]} packages Debian packages that bring it
 * @property {readonly string[]} programs what must be on the machine
 * @property {(life: import('../lifecycle.mjs').Lifecycle, folder: string) => Promise<string>} start answers the value of `variable`
 */

/** @type {readonly Service[]} */
export const services = [redis, s3, clamav];

/** Debian packages that bring the services this machine does not have. */
export const missingPackages = () => services.filter((service) => !isInstalled(service)).flatMap(({ packages }) => packages);

/** Whether everything a service needs is installed. */
export const isInstalled = ({ programs }) => programs.every((program) => findProgram(program) !== null);

/**
 * Starts every installed service that the environment does not name already.
 * @param {import('../lifecycle.mjs').Lifecycle} life
 * @returns {Promise<{ env: Record<string, string>, missing: Service[] }>}
 */
export async function startServices(life) {
  const env = {};
  const missing = [];
  for (const service of services) {
    if (process.env[service.variable]) continue;
    if (!isInstalled(service)) {
      missing.push(service);
      continue;
    }
    const folder = mkdtempSync(path.join(tmpdir(), `khoi-${service.name.toLowerCase().replaceAll(' ', '-')}-`));
    life.defer(async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    env[service.variable] = await step(t(`Khởi động ${service.name} để kiểm thử`, `Start ${service.name} for the tests`),
      () => service.start(life, folder), { announce: false });
  }
  return { env, missing };
}

/** What to tell where a service is missing: the command that brings it. */
export const missingService = ({ name, packages }) => t(
  `skipped: no ${name} – máy này chưa có ${name}. Vui lòng cài: sudo apt-get install --no-install-recommends ${packages.join(' ')}`,
  `skipped: no ${name} on this machine. Please install it: sudo apt-get install --no-install-recommends ${packages.join(' ')}`,
);
