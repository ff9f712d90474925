import type { Progress } from '@kit/backup';

/** A line for the operator. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** A line about something that went wrong. */
export const warn = (line: string): void => void process.stderr.write(`${line}\n`);

const REDRAW_MS = 100;
const whole = new Intl.NumberFormat('en');

/** Tells the steps on standard output; on a terminal the latest line also counts. */
export function terminalProgress(signal?: AbortSignal, out: NodeJS.WriteStream = process.stdout): Progress & { done(): void } {
  let text = '';
  let drawnAt = 0;
  const end = (): void => {
    if (text !== '') out.write('\n');
    text = '';
  };
  return {
    ...(signal && { signal }),
    step(next) {
      end();
      text = `→ ${next}`;
      out.write(text);
    },
    at(done, total, unit) {
      if (!out.isTTY || (Date.now() - drawnAt < REDRAW_MS && done !== total)) return;
      drawnAt = Date.now();
      out.write(`\r\u001B[K${text} · ${whole.format(done)}${total > 0 ? ` of ${whole.format(total)}` : ''} ${unit}`);
    },
    done: end,
  };
}

/** `1.4 MB`. */
export function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1_000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`;
}

/** Runs `work` with a signal that Ctrl-C and a polite end of the process give, so that it can put things back before it goes. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, interrupt);
  try {
    return await work(interruption.signal);
  } finally {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, interrupt);
  }
}
