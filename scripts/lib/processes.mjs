import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './paths.mjs';
import { Interrupted } from './terminal.mjs';

const KEEPER = path.join(path.dirname(fileURLToPath(import.meta.url)), 'keeper.mjs');
const isWindows = process.platform === 'win32';

/** Whether a process with this id exists, also when it belongs to somebody else. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Command line of a process on Linux, words separated by spaces; null where it cannot be known. */
export function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return null;
  }
}

/** Sends a signal to a command and everything it started. */
function signalGroup(child, signal) {
  try {
    if (isWindows) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * Runs a command to its end.
 * @param {import('./lifecycle.mjs').Lifecycle} life stops the command, with all it started, on Ctrl-C
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, uid?: number, gid?: number, onLine?: (line: string) => void }} [options]
 * @returns {Promise<{ code: number | null, output: string, stdout: string }>} `output`: both streams as they came
 * @throws {Interrupted} when the person asked to stop
 */
export async function run(life, command, args, { env = process.env, cwd = ROOT, uid, gid, onLine } = {}) {
  if (life.signal.aborted) throw new Interrupted();
  const child = spawn(command, args, { cwd, env, uid, gid, detached: !isWindows, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
  const whole = { output: '', stdout: '' };
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    whole.output += chunk;
    whole.stdout += chunk;
    if (!onLine) return;
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    lines.forEach(onLine);
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => { whole.output += chunk; });

  let killer;
  const interrupt = () => {
    signalGroup(child, 'SIGTERM');
    killer = setTimeout(() => signalGroup(child, 'SIGKILL'), 5_000);
  };
  life.signal.addEventListener('abort', interrupt, { once: true });
  const undo = life.onForce(() => signalGroup(child, 'SIGKILL'));
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (rest) onLine?.(rest);
    if (life.signal.aborted) throw new Interrupted();
    return { code, ...whole };
  } finally {
    clearTimeout(killer);
    life.signal.removeEventListener('abort', interrupt);
    undo();
  }
}

/** Runs a JavaScript tool of the checkout with this very Node. Takes and answers what {@link run} does. */
export const runNode = (life, args, options) => run(life, process.execPath, args, options);

/**
 * Starts a server under a keeper that stops it when this process ends, however it ends.
 * @param {import('./lifecycle.mjs').Lifecycle} life
 * @param {{ command: string, args: string[], env: NodeJS.ProcessEnv, cwd: string, logFile: string, uid?: number, gid?: number,
 *   stopSignal: NodeJS.Signals, forceSignal: NodeJS.Signals, patienceMs: number, removeAfter?: string }} spec
 *   `patienceMs`: time to stop by itself before `forceSignal`; `removeAfter`: folder deleted once the server has ended
 * @returns {Promise<{ pid: number, exited: Promise<{ code: number | null, signal: string | null }>, hasExited: () => boolean, stop: () => Promise<void> }>}
 */
export async function keep(life, spec) {
  const keeper = spawn(process.execPath, [KEEPER], {
    cwd: spec.cwd, detached: !isWindows, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], windowsHide: true,
  });
  let pid = null;
  let ended = null;
  const exited = new Promise((resolve) => {
    keeper.on('message', (message) => {
      if ('code' in message) ended = message;
    });
    keeper.once('exit', () => {
      if (!ended && pid && isAlive(pid)) process.kill(pid, spec.stopSignal);
      ended ??= { code: null, signal: null };
      resolve(ended);
    });
  });
  const started = new Promise((resolve, reject) => {
    keeper.on('message', (message) => {
      if (message.pid) {
        pid = message.pid;
        resolve();
      }
      if (message.failed) reject(new Error(message.failed));
    });
    void exited.then(() => reject(new Error('the keeper ended before the server started')));
  });
  const stop = async () => {
    if (!ended && keeper.connected) keeper.send('stop', () => {});
    await exited;
  };
  life.defer(stop);
  life.onForce(() => { if (!ended && keeper.connected) keeper.send('force', () => {}); });
  keeper.send(spec);
  await started;
  return { pid, exited, hasExited: () => ended !== null, stop };
}
