// Keeps one server process: starts it, and stops it when told to or when the launcher is gone, however that died.
// It lives in a session of its own, so Ctrl-C reaches the launcher alone and the servers stop in the right order.
import { spawn } from 'node:child_process';
import { openSync, rmSync } from 'node:fs';

/** @type {import('node:child_process').ChildProcess | undefined} */
let child;
let stopping = false;

function stop(spec) {
  if (stopping || !child) return;
  stopping = true;
  child.kill(spec.stopSignal);
  setTimeout(() => child.kill(spec.forceSignal), spec.patienceMs).unref();
  setTimeout(() => child.kill('SIGKILL'), spec.patienceMs + 5_000).unref();
}

function tell(message) {
  if (process.connected) process.send(message, () => {});
}

process.once('message', (spec) => {
  const log = openSync(spec.logFile, 'a');
  child = spawn(spec.command, spec.args, {
    cwd: spec.cwd, env: spec.env, uid: spec.uid, gid: spec.gid, stdio: ['ignore', log, log], windowsHide: true,
  });
  const finish = (message) => {
    if (spec.removeAfter) rmSync(spec.removeAfter, { recursive: true, force: true, maxRetries: 5 });
    tell(message);
    setImmediate(() => process.exit(0));
  };
  child.once('spawn', () => tell({ pid: child.pid }));
  child.once('error', (error) => finish({ failed: error.message }));
  child.once('exit', (code, signal) => finish({ code, signal }));

  process.on('message', (order) => (order === 'force' ? child.kill(spec.forceSignal) : stop(spec)));
  process.on('disconnect', () => stop(spec));
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => stop(spec));
});
