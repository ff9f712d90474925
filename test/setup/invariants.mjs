import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = path.join(path.dirname(fileURLToPath(import.meta.url)), 'invariants');
const SHOWN_ROWS = 5;

/** Reads `-- code: Sentence.`, reasons in further comments, and the statement below; invariants are apart by an empty line. */
function read(file) {
  return readFileSync(path.join(FOLDER, file), 'utf8').trim().split('\n\n').map((block) => {
    const [, code, sentence] = /^-- ([a-z-]+): (.+)\n/.exec(block) ?? [];
    if (code === undefined) throw new Error(`${file}: an invariant begins with “-- code: Sentence.”, not with ${block.slice(0, 60)}`);
    return { code, sentence, statement: block };
  });
}

/** What must be true of a whole database at any time, whoever wrote it: every statement answers no row. */
export const INVARIANTS = readdirSync(FOLDER).filter((file) => file.endsWith('.sql')).sort().flatMap(read);

/**
 * Asks a database for everything that must be true of it.
 * @param {import('pg').ClientBase} client may read every table
 * @param {{ except?: readonly string[], patienceSeconds?: number }} [options] `except`: codes that are not asked;
 *   `patienceSeconds`: how long an event may wait for its jobs
 * @returns {Promise<{ code: string, sentence: string, rows: object[] }[]>} what is broken, with the first rows that show it
 */
export async function brokenInvariants(client, { except = [], patienceSeconds = 600 } = {}) {
  for (const code of except) if (!INVARIANTS.some((one) => one.code === code)) throw new Error(`there is no invariant “${code}”`);
  const broken = [];
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    await client.query("SELECT set_config('khoi.patience_seconds', $1, true)", [String(patienceSeconds)]);
    for (const { code, sentence, statement } of INVARIANTS) {
      if (except.includes(code)) continue;
      const { rows } = await client.query(statement);
      if (rows.length > 0) broken.push({ code, sentence, rows });
    }
  } finally {
    await client.query('ROLLBACK');
  }
  return broken;
}

/** What a failing run says: each broken sentence with its first rows. */
export const told = (broken) => broken.map(({ code, sentence, rows }) => [
  `Broken: ${sentence} [${code}]`, ...rows.slice(0, SHOWN_ROWS).map((row) => `    ${JSON.stringify(row)}`),
  ...(rows.length > SHOWN_ROWS ? [`    … and ${rows.length - SHOWN_ROWS} more`] : []),
].join('\n')).join('\n');
