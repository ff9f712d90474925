import { readFileSync } from 'node:fs';

const TICK_MS = 10;

/**
 * What Linux knows of a process.
 * @param {number | string} pid
 * @returns {{ isZombie: boolean, parent: number, cpuMs: number } | null} `cpuMs`: milliseconds of processor time so far; `null` when there
 *   is no such process, or the system does not tell
 */
export function statOf(pid) {
  try {
    const [state, parent, ...rest] = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
    return { isZombie: state === 'Z', parent: Number(parent), cpuMs: (Number(rest[9]) + Number(rest[10])) * TICK_MS };
  } catch {
    return null;
  }
}

/** Bytes a process has in memory. Linux only. */
export const residentBytes = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;

/** Whether nothing of a process runs any more, also when nobody has asked for its exit code yet. */
export const isGone = (pid) => statOf(pid)?.isZombie !== false;
