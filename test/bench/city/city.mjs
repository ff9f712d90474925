import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { withSessions } from '../../measure/sessions.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));

/** Runs statements as a superuser on the database of the product. */
async function asAdmin(adminUrl, work) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Writes the city of the figures beside the demo ward.
 * @param {string} adminUrl address of the product's database with a superuser
 * @param {{ wards?: number }} [size] 10 wards are 20,000 initiatives, 198,000 sheets and 1,000,000 audit rows
 * @returns {Promise<Record<string, number>>} how many rows the large tables have
 */
export function fillCity(adminUrl, { wards = 10 } = {}) {
  return asAdmin(adminUrl, async (client) => {
    await client.query('SELECT set_config($1, $2, false)', ['bench.wards', String(wards)]);
    for (const statement of readFileSync(path.join(HERE, 'fill.sql'), 'utf8').trim().split('\n\n')) await client.query(statement);
    const { rows: [counts] } = await client.query(`SELECT (SELECT count(*) FROM initiative)::int AS initiatives, (SELECT count(*) FROM score_sheet)::int AS sheets,
      (SELECT count(*) FROM audit_event)::int AS "audit rows", (SELECT count(*) FROM register_entry)::int AS "register entries"`);
    return counts;
  });
}

/** Which people of a ward do what: the council, the intake desk, the council's secretary; everybody else writes. */
const ROLES = [
  { role: 'member', first: 1, last: 11 }, { role: 'officer', first: 12, last: 13 }, { role: 'secretary', first: 14, last: 14 }, { role: 'author', first: 20, last: 300 },
];
/** Of a hundred users, so many of each; the others visit the public register without an account. */
const SHARES = { author: 55, member: 12, officer: 6, secretary: 2 };

/**
 * Signs people of all wards in, without their passwords; answers them with their tokens.
 * @returns {Promise<{ role: string, token: string | null, personId: string | null }[]>} as many as wanted, mixed
 */
export function signIn(adminUrl, count) {
  return asAdmin(adminUrl, async (client) => {
    const users = [];
    for (const { role, first, last } of ROLES) {
      const wanted = Math.round((count * SHARES[role]) / 100);
      const { rows } = await client.query(`
        SELECT a.id AS "accountId", a.person_id AS "personId" FROM account a
         WHERE a.username ~ '^nguoi-' AND split_part(a.username, '-', 3)::int BETWEEN $1 AND $2 ORDER BY split_part(a.username, '-', 3)::int, a.id LIMIT $3`, [first, last, wanted]);
      users.push(...rows.map((row) => ({ ...row, role })));
    }
    const visitors = Array.from({ length: Math.max(0, count - users.length) }, () => ({ role: 'visitor', token: null, personId: null }));
    return [...await withSessions(client, users), ...visitors];
  });
}
