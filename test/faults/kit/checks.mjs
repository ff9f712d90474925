import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { brokenInvariants, told } from '../../setup/invariants.mjs';
import { asOwner } from './people.mjs';
import { markOf } from './work.mjs';

/** How long everything queued may take to be done once all is well again. */
const SETTLE_MS = 60_000;

const byId = (rows) => new Map(rows.map((row) => [row.id, row]));

/**
 * Waits until every event is given to the queue and no file waits for its check; answers how long that took, in milliseconds. Whether a
 * job that was done could also be noted as done says nothing about the work: the guard of the queues finds that out within a quarter of an hour.
 */
export async function settled(city) {
  const start = Date.now();
  for (;;) {
    const { rows: [waiting] } = await asOwner(city, (client) => client.query(`
      SELECT (SELECT count(*) FROM outbox WHERE dispatched_at IS NULL)::int AS events,
             (SELECT count(*) FROM file WHERE state = 'RECEIVED')::int AS files`));
    if (waiting.events === 0 && waiting.files === 0) return Date.now() - start;
    if (Date.now() - start > SETTLE_MS) throw new Error(`after a minute ${waiting.events} events and ${waiting.files} files still wait`);
    await sleep(200);
  }
}

/** Everything acknowledged that is not there, as sentences. */
async function lost(client, ledger) {
  const faults = [];
  const ids = [...ledger.drafts.keys()];
  const initiatives = byId((await client.query('SELECT id, title, state, content, receipt_number, accepted_version FROM initiative WHERE id = ANY ($1::uuid[])', [ids])).rows);
  for (const [id, { title, mark, receipt }] of ledger.drafts) {
    const row = initiatives.get(id);
    if (row === undefined) faults.push(`draft ${id} is gone`);
    else if (row.title !== title) faults.push(`draft ${id} has another title`);
    else if (markOf(row.content) < mark) faults.push(`edit ${mark} of ${id} is gone; stored is ${markOf(row.content)}`);
    else if (receipt !== null && row.receipt_number !== receipt) faults.push(`receipt ${receipt} of ${id} is ${row.receipt_number} now`);
    if (ledger.accepted.has(id) && row?.accepted_version !== 1) faults.push(`the acceptance of ${id} is gone`);
  }
  const twice = await client.query('SELECT title, count(*) FROM initiative WHERE title = ANY ($1) GROUP BY title HAVING count(*) > 1', [[...ledger.triedTitles]]);
  faults.push(...twice.rows.map(({ title }) => `one draft came to be twice: ${title}`));
  const attached = await client.query('SELECT initiative_id, file_id FROM attachment WHERE file_id = ANY ($1::uuid[])', [ledger.attachments.map(({ fileId }) => fileId)]);
  const there = new Set(attached.rows.map((row) => `${row.initiative_id} ${row.file_id}`));
  faults.push(...ledger.attachments.filter(({ initiativeId, fileId }) => !there.has(`${initiativeId} ${fileId}`)).map(({ fileId }) => `the attachment of ${fileId} is gone`));
  const sheets = byId((await client.query('SELECT id, revision, general_comment FROM score_sheet WHERE id = ANY ($1::uuid[])', [[...ledger.sheets.keys()]])).rows);
  for (const [id, { mark, revision }] of ledger.sheets) {
    const row = sheets.get(id);
    if (row === undefined || row.revision < revision || markOf(row.general_comment) < mark) faults.push(`save ${mark} of sheet ${id} is gone`);
  }
  return faults;
}

/** Files that were acknowledged and are not in use, or whose bytes are not those that were sent. */
async function lostFiles(city, client, ledger) {
  const faults = [];
  const rows = byId((await client.query('SELECT id, state, sha256, storage_key FROM file WHERE id = ANY ($1::uuid[])', [[...ledger.files.keys()]])).rows);
  for (const [id, { sha256 }] of ledger.files) {
    const row = rows.get(id);
    if (row?.state !== 'READY') faults.push(`file ${id} is ${row?.state ?? 'gone'}`);
    else if (row.sha256 !== sha256) faults.push(`file ${id} has another hash`);
    else if (createHash('sha256').update(await bytesOf(city, row.storage_key)).digest('hex') !== sha256) faults.push(`the bytes of file ${id} are not those that were sent`);
  }
  return faults;
}

async function bytesOf(city, key) {
  try {
    if (city.store === undefined) return readFileSync(path.join(city.env.FILES_DIR, key));
    const parts = [];
    for await (const part of await city.store.client.getObject('khoi', key)) parts.push(part);
    return Buffer.concat(parts);
  } catch {
    return Buffer.alloc(0);
  }
}

async function storedKeys(city) {
  if (city.store !== undefined) return city.store.keys('khoi');
  return readdirSync(city.env.FILES_DIR, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => path.relative(city.env.FILES_DIR, path.join(entry.parentPath, entry.name)));
}

/** Objects no row knows. What lies in quarantine belongs to the hourly round, which waits a day; everything else must be known at once. */
async function orphans(city, client) {
  const known = new Set((await client.query(`SELECT storage_key FROM file WHERE state = 'READY'`)).rows.map((row) => row.storage_key));
  return (await storedKeys(city)).filter((key) => key.startsWith('clean/') && !known.has(key)).map((key) => `nobody knows the object ${key}`);
}

/** Objects in quarantine that no upload under way needs. */
export async function leftovers(city) {
  return asOwner(city, async (client) => {
    const wanted = new Set((await client.query(`SELECT storage_key FROM file WHERE state IN ('AWAITING_BYTES', 'RECEIVED')`)).rows.map((row) => row.storage_key));
    return (await storedKeys(city)).filter((key) => !key.startsWith('clean/') && !wanted.has(key));
  });
}

/**
 * Asks the city, once it is at rest, whether everything that was acknowledged is there, nothing happened twice, and everything is
 * true that must always be true.
 * @returns {Promise<string[]>} what is wrong; nothing when all is well
 */
export async function verdict(city, ledger, record) {
  const faults = [...ledger.faults, ...record.faults.slice(0, 10), ...record.slow.slice(0, 10).map((text) => `a request hung: ${text}`)];
  try {
    await settled(city);
  } catch (error) {
    faults.push(error.message);
  }
  return asOwner(city, async (client) => {
    faults.push(...await lost(client, ledger), ...await lostFiles(city, client, ledger), ...await orphans(city, client));
    const broken = await brokenInvariants(client, { patienceSeconds: 30 });
    if (broken.length > 0) faults.push(told(broken));
    return faults;
  });
}
