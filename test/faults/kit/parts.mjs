import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isGone, statOf } from '../../measure/processes.mjs';

/** Ids of all processes below one, nearest first. */
export function descendants(pid) {
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = statOf(name)?.parent;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [];
  for (let next = [pid]; next.length > 0;) {
    next = next.flatMap((parent) => children.get(parent) ?? []);
    found.push(...next);
  }
  return found;
}

/** One process of the city, with all it started: it can be killed, stopped like a frozen machine, and started again. */
export class Part {
  #run = null;
  #beginning = null;

  /**
   * @param {string} name
   * @param {() => Promise<{ pid: number, exited: Promise<unknown>, hasExited: () => boolean, stop: () => Promise<void> }>} start
   *   answers when the part is ready
   */
  constructor(name, start) {
    this.name = name;
    this.begin = start;
  }

  get pid() {
    return this.#run?.pid ?? null;
  }

  get isUp() {
    return this.#run !== null && !this.#run.hasExited();
  }

  /** Starts it, or waits for the start that is under way. */
  start() {
    this.#beginning ??= this.begin().then((run) => { this.#run = run; }).finally(() => { this.#beginning = null; });
    return this.#beginning;
  }

  #pids() {
    return this.pid === null ? [] : [this.pid, ...descendants(this.pid)];
  }

  #signal(signal) {
    for (const pid of this.#pids()) {
      try {
        process.kill(pid, signal);
      } catch (error) {
        if (error.code !== 'ESRCH') throw error;
      }
    }
  }

  /** `kill -9` of the process and all below it, without a word. Resolves when none of them is left. */
  async kill() {
    const pids = this.#pids();
    this.#signal('SIGKILL');
    await this.#run?.exited;
    while (!pids.every(isGone)) await sleep(10);
  }

  /** Freezes the part: its ports stay open and nobody answers. */
  freeze() {
    this.#signal('SIGSTOP');
  }

  thaw() {
    this.#signal('SIGCONT');
  }

  /** Asks it to end, as an operator does. */
  async stop() {
    this.thaw();
    await this.#run?.stop();
  }
}
