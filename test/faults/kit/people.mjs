import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { withSessions } from '../../measure/sessions.mjs';

/** Runs some statements as the owner of the tables, past every proxy. */
export async function asOwner(city, work) {
  const client = new pg.Client({ connectionString: city.database.ownerUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** The ward of the demo that has an open campaign, with what a dossier needs around it. */
export function theWard(city) {
  return asOwner(city, async (client) => {
    const { rows } = await client.query(`
      SELECT c.tenant_id AS "tenantId", c.id AS "campaignId", vn_today()::text AS today, (vn_today() - 90)::text AS "appliedFrom",
        (SELECT u.id FROM org_unit u WHERE u.tenant_id = c.tenant_id AND u.kind = 'OFFICE' ORDER BY u.code LIMIT 1) AS "unitId",
        (SELECT f.id FROM field f WHERE f.tenant_id = c.tenant_id ORDER BY f.code LIMIT 1) AS "fieldId"
      FROM campaign c WHERE c.state = 'OPEN' AND c.submission_closes_at > clock_timestamp() ORDER BY c.id LIMIT 1`);
    return rows[0];
  });
}

/** New people of the ward, each with an account and a session. */
export function newcomers(city, ward, count) {
  return asOwner(city, async (client) => {
    const { rows } = await client.query(`
      WITH who AS (
        INSERT INTO person (tenant_id, unit_id, full_name, position, email)
        SELECT $1, $2, 'Nguyễn Thử ' || n, 'Chuyên viên', 'thu.' || n || '.' || $4 || '@ward.example' FROM generate_series(1, $3::int) n RETURNING id
      )
      INSERT INTO account (tenant_id, person_id, username, password_hash)
      SELECT $1, id, 'thu.' || replace(id::text, '-', ''), '$argon2id$none' FROM who RETURNING id AS "accountId", person_id AS "personId"`,
    [ward.tenantId, ward.unitId, count, randomBytes(4).toString('hex')]);
    return withSessions(client, rows);
  });
}

/** Everybody of the ward who holds a role now. */
export function holdersOf(city, ward, role) {
  return asOwner(city, async (client) => {
    const { rows } = await client.query(`
      SELECT a.id AS "accountId", a.person_id AS "personId" FROM role_assignment r JOIN account a ON a.person_id = r.person_id
       WHERE r.tenant_id = $1 AND r.role = $2 AND r.ended_at IS NULL AND r.valid_from <= vn_today() AND coalesce(r.valid_to, vn_today()) >= vn_today()
         AND NOT a.must_change_password`, [ward.tenantId, role]);
    return withSessions(client, rows);
  });
}

/** Voting members of the session that scores, each with the items that are still to be scored, and lines as others gave them. */
export function scorers(city, ward) {
  return asOwner(city, async (client) => {
    const { rows } = await client.query(`
      SELECT acc.id AS "accountId", m.person_id AS "personId", json_agg(a.id) AS items
        FROM evaluation_session s JOIN session_member m ON m.session_id = s.id AND m.is_voting JOIN agenda_item a ON a.session_id = s.id
        JOIN account acc ON acc.person_id = m.person_id
       WHERE s.tenant_id = $1 AND s.state = 'SCORING' AND NOT EXISTS (SELECT FROM item_recusal b WHERE b.item_id = a.id AND b.person_id = m.person_id)
         AND NOT EXISTS (SELECT FROM score_sheet h WHERE h.item_id = a.id AND h.person_id = m.person_id AND h.state <> 'DRAFT')
       GROUP BY 1, 2`, [ward.tenantId]);
    const { rows: [given] } = await client.query(`
      SELECT h.lines, h.proposal FROM score_sheet h JOIN agenda_item a ON a.id = h.item_id JOIN evaluation_session s ON s.id = a.session_id
       WHERE s.tenant_id = $1 AND s.state = 'SCORING' AND h.state = 'SUBMITTED' ORDER BY h.id LIMIT 1`, [ward.tenantId]);
    return (await withSessions(client, rows)).map((member) => ({ ...member, given }));
  });
}
