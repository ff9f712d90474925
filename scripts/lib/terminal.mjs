import { language, t } from './language.mjs';

/** A failure that is explained by one sentence to the person at the terminal; no stack is shown. */
export class Refusal extends Error {
  /**
   * @param {string} vi
   * @param {string} en
   * @param {{ details?: string }} [more] `details`: output of a tool, shown below the sentence
   */
  constructor(vi, en, { details } = {}) {
    super(t(vi, en));
    this.details = details;
  }
}

/** Work was given up because the person asked to stop. */
export class Interrupted extends Error {}

const seconds = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Time since `start` (milliseconds of `performance.now()`), as "1,2 giây" or "1.2 s". */
export const elapsed = (start) => `${seconds.format((performance.now() - start) / 1000)} ${t('giây', 's')}`;

/**
 * Runs one step and prints its line with the seconds it took.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @param {{ announce?: boolean }} [options] `announce`: also print a line when the step begins
 * @returns {Promise<T>}
 */
export async function step(label, work, { announce = true } = {}) {
  if (announce) console.log(`→ ${label} …`);
  const start = performance.now();
  try {
    const result = await work();
    console.log(`✔ ${label} · ${elapsed(start)}`);
    return result;
  } catch (error) {
    if (!(error instanceof Interrupted)) console.log(`✖ ${label} · ${elapsed(start)}`);
    throw error;
  }
}

/** Prints why the command failed: the sentence of a {@link Refusal}, or everything known about an unforeseen error. */
export function reportFailure(error) {
  if (error instanceof Refusal) {
    if (error.details) console.error(error.details.trimEnd());
    console.error(`✖ ${error.message}`);
  } else {
    console.error(error);
  }
}

/**
 * Lays rows out as a table of aligned columns.
 * @param {(string | undefined)[][]} rows first row: headings
 */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => [...String(row[column] ?? '')].length)));
  const line = (row) => `  ${row.map((cell, i) => String(cell ?? '').padEnd(widths[i])).join('  ')}`.trimEnd();
  return [line(rows[0]), `  ${widths.map((width) => '─'.repeat(width)).join('  ')}`, ...rows.slice(1).map(line)].join('\n');
}
