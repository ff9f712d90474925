import { Client } from './client.mjs';
import { aWhile } from './clock.mjs';
import { asOwner } from './people.mjs';
import { isReady } from './readiness.mjs';
import { Worker } from './work.mjs';

/**
 * Whether service is back, as people feel it: something begun after the fault goes the whole way. A draft is stored (API, PostgreSQL), a
 * file arrives (store), its check is queued (Redis) and done (worker); and every API process says that all of its parts work.
 * Readiness alone would not do, because an answer of it is good for a second.
 * @returns {() => Promise<boolean>} to be asked again and again; each question tries once what has not come about yet
 */
export function wholeWay({ city, people, record, ledger }) {
  const worker = new Worker({ client: new Client(city, people.authors[0].token, record), ward: people.ward, ledger, until: aWhile });
  let [entry, fileId] = [null, null];
  return async () => {
    if (fileId === null) {
      entry ??= await worker.draft();
      fileId = entry && await worker.upload(entry);
    }
    return fileId !== null && await isChecked(city, fileId) && isReady(city);
  };
}

/** Whether the check of a file is done and it may be used. */
export const isChecked = (city, fileId) => asOwner(city, async (client) =>
  (await client.query('SELECT state FROM file WHERE id = $1', [fileId])).rows[0]?.state === 'READY');

/** Ids of the files that wait for their check. */
export const filesToCheck = (city) => asOwner(city, async (client) => (await client.query(`SELECT id FROM file WHERE state = 'RECEIVED'`)).rows.map(({ id }) => id));
