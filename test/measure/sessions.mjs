import { createHash, randomBytes } from 'node:crypto';

const hashOf = (token) => createHash('sha256').update(token).digest();

/**
 * Gives accounts a session of a day each, without their passwords.
 * @template {{ accountId: string }} Person
 * @param {import('pg').Client} client owner of the tables
 * @param {readonly Person[]} people
 * @returns {Promise<(Person & { token: string })[]>} the same people with the bearer tokens of their sessions
 */
export async function withSessions(client, people) {
  const signedIn = people.map((person) => ({ ...person, token: randomBytes(32).toString('base64url') }));
  await client.query(`INSERT INTO session (tenant_id, account_id, kind, token_hash, expires_at)
    SELECT a.tenant_id, a.id, 'API', s.hash, clock_timestamp() + interval '1 day' FROM unnest($1::uuid[], $2::bytea[]) AS s (id, hash) JOIN account a ON a.id = s.id`,
  [signedIn.map(({ accountId }) => accountId), signedIn.map(({ token }) => hashOf(token))]);
  return signedIn;
}
