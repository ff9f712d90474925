import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilds, findMain } from './build.mjs';
import { runningInstance, takeInstanceLock } from './instance-lock.mjs';
import { databaseUrls, instanceSettings } from './instance-settings.mjs';
import { readJson } from './json-file.mjs';
import { kept, ROOT } from './paths.mjs';
import { freePort } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { ensureSecrets } from './secrets.mjs';
import { Interrupted } from './terminal.mjs';

/** Commands that look into no database. */
const isOffline = ([command = '']) => command === '' || command.startsWith('-') || command === 'help' || command.endsWith(':print');

/**
 * Runs a command of the console on this instance: on its database when `npm start` runs, on the same database started for the
 * command when it does not, and on the one that DATABASE_URL names when that is set.
 * @param {import('./lifecycle.mjs').Lifecycle} life
 * @returns {Promise<number>} exit code of the command
 */
export async function runConsole(life) {
  const args = process.argv.slice(2);
  // An installation without the sources has been built already.
  if (existsSync(path.join(ROOT, 'node_modules', '@nestjs', 'cli'))) await ensureBuilds(life, { only: ['console'], quiet: true });
  return run(life, args, await environment(life, args));
}

async function environment(life, args) {
  if (process.env.DATABASE_URL || isOffline(args) || !existsSync(kept.postgres)) return process.env;
  const secrets = ensureSecrets();
  const instance = runningInstance();
  const port = instance ? readJson(kept.state)?.postgresPort : await startForNow(life, secrets);
  return instanceSettings({ database: databaseUrls(port, secrets), secrets, url: instance?.url });
}

async function startForNow(life, secrets) {
  takeInstanceLock(life);
  const port = await freePort();
  await startPostgres(life, { folder: kept.postgres, logFile: path.join(kept.logs, 'postgres.log'), port, superPassword: secrets.postgres });
  return port;
}

/**
 * The command has the terminal to itself: it draws its progress there and hears Ctrl-C, which the terminal sends to both. What
 * only this process is sent, as by a service manager, is passed on; the command ends as it does by itself.
 */
function run(life, args, env) {
  life.check();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [findMain('console'), ...args], { env, stdio: 'inherit' });
    const passOn = (signal) => child.kill(signal);
    process.once('SIGTERM', passOn);
    const undo = life.onForce(() => child.kill('SIGKILL'));
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGTERM', passOn);
      undo();
      if (code === null && life.signal.aborted) reject(new Interrupted());
      else resolve(code ?? 1);
    });
  });
}
