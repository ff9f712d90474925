import { randomUUID } from 'node:crypto';
import { leftovers, verdict } from './kit/checks.mjs';
import { Client, Record } from './kit/client.mjs';
import { aWhile, until, within } from './kit/clock.mjs';
import { Ledger } from './kit/ledger.mjs';
import { asOwner } from './kit/people.mjs';
import { isReady } from './kit/readiness.mjs';
import { isChecked } from './kit/service.mjs';
import { Worker } from './kit/work.mjs';

/** After the checks of a file died, how long it takes until another worker has them. */
const TAKEN_OVER_MS = 60_000;

/** One author at work, whose requests go to `api-1` alone until it is dead. */
function anAuthor({ city, people }) {
  const [record, ledger] = [new Record(), new Ledger()];
  const first = { urls: [city.parts['api-1'].url] };
  const make = (urls) => new Worker({ client: new Client(urls, people.authors[0].token, record), ward: people.ward, ledger, pauseMs: 1, until: aWhile });
  return { record, ledger, near: make(first), anywhere: make(city) };
}

async function aWholeDraft(worker) {
  const entry = await worker.draft();
  if (!(await worker.edit(entry)) || !(await worker.records(entry))) throw new Error('the draft did not come to be');
  return entry;
}

const kill = (part) => async () => {
  await part.kill();
};

/** Something falls at an exact moment of an act, and the same act, asked for again, is found done once. */
function submission(direction, fall) {
  return async (context) => {
    const { city, loops } = context;
    const { record, ledger, near, anywhere } = anAuthor(context);
    for (let n = 0; n < Math.min(loops, 3); n += 1) {
      const entry = await aWholeDraft(near);
      const seen = await near.look(entry.id);
      entry.key = randomUUID();
      const input = { id: entry.id, revision: seen.revision, declarationAccepted: true, idempotencyKey: entry.key };
      const query = 'mutation ($input: SubmitInitiativeInput!) { submitInitiative(input: $input) { id receipt { number } } }';
      const fallen = city.proxies.postgres.trap(direction, 'COMMIT', fall(city));
      const before = await near.client.send(query, { input }, 'submitInitiative');
      await within(fallen, 'a submission commits', 30_000);
      if (before.kind !== 'unknown') ledger.faults.push(`an act whose commit nobody heard of was answered ${before.kind} ${before.code ?? ''}`);
      const after = await anywhere.client.insist(query, { input }, { until: aWhile(), what: 'submitInitiative' });
      if (after.kind !== 'done') ledger.faults.push(`asked again it was answered ${after.code}`);
      else {
        entry.receipt = after.data.submitInitiative.receipt.number;
        ledger.submitted.add(entry.id);
      }
      if (!city.parts['api-1'].isUp) await city.parts['api-1'].start();
      await until(() => isReady(city), 'the city is ready');
    }
    return { figures: { acknowledged: ledger.summary() }, faults: await verdict(city, ledger, record) };
  };
}

async function isOutboxEmpty(city) {
  const { rows } = await asOwner(city, (client) => client.query('SELECT FROM outbox WHERE dispatched_at IS NULL LIMIT 1'));
  return rows.length === 0;
}

/** A worker falls at an exact moment of the check of a file; another finishes it, once, and nothing stays behind. */
function inspection(bytes) {
  return async (context) => {
    const { city, loops } = context;
    const { record, ledger, near } = anAuthor(context);
    const worker = city.parts['worker-1'];
    for (let n = 0; n < Math.min(loops, 3); n += 1) {
      const entry = await near.draft();
      await until(() => isOutboxEmpty(city), 'everything before is in the queue', 30_000);
      // A statement crosses the line in words once for each connection; a worker that has just started has said none yet.
      await Promise.all([worker.stop(), city.parts['worker-2'].stop()]);
      await worker.start();
      const fallen = city.proxies.postgresOfWorkers.trap('toTarget', bytes, kill(worker));
      const fileId = await near.upload(entry);
      await within(fallen, `a worker says ${bytes}`, 30_000);
      await Promise.all([worker.start(), city.parts['worker-2'].start()]);
      await until(() => isChecked(city, fileId), 'the file is checked', TAKEN_OVER_MS);
      const { rows } = await asOwner(city, (client) => client.query(`SELECT FROM audit_event WHERE action = 'file.checked' AND object_id = $1`, [fileId]));
      if (rows.length !== 1) ledger.faults.push(`the file was decided about ${rows.length} times`);
    }
    const left = (await leftovers(city)).filter((key) => [...ledger.files.keys()].some((id) => key.includes(id)));
    return { figures: { acknowledged: ledger.summary() }, faults: [...await verdict(city, ledger, record), ...left.map((key) => `left behind: ${key}`)] };
  };
}

/**
 * The mail server takes a letter and the worker dies before it hears so. A letter is promised at least once, and this one death makes it
 * exactly twice: as the same letter, under one Message-ID.
 */
async function mail(context) {
  const { city, people } = context;
  const { record, ledger, near } = anAuthor(context);
  await asOwner(city, (client) => client.query(`
    INSERT INTO notification_preference (person_id, tenant_id, has_quiet_hours) SELECT id, tenant_id, false FROM person WHERE tenant_id = $1
    ON CONFLICT (person_id) DO UPDATE SET has_quiet_hours = false`, [people.ward.tenantId]));
  const entry = await aWholeDraft(near);
  await near.submit(entry);
  const { letters, mood } = city.mailbox;
  const known = letters.length;
  mood.silentAfterData = 1;
  const officer = new Client(city, people.officers[0].token, record);
  await officer.insist('mutation ($input: AcceptInitiativeInput!) { acceptInitiative(input: $input) { id } }', { input: { id: entry.id, versionNumber: 1 } }, { until: aWhile(), what: 'acceptInitiative' });
  ledger.accepted.add(entry.id);
  await until(() => letters.length > known, 'the letter comes', 90_000);
  await Promise.all([city.parts['worker-1'].kill(), city.parts['worker-2'].kill()]);
  mood.silentAfterData = 0;
  await Promise.all([city.parts['worker-1'].start(), city.parts['worker-2'].start()]);
  const silent = letters[known];
  const again = await until(() => asOwner(city, async (client) => (await client.query(`
    SELECT FROM delivery WHERE state IN ('SENDING', 'QUEUED') AND attempts > 0`)).rows.length === 0), 'no letter is under way', 600_000);
  const copies = letters.filter(({ messageId }) => messageId === silent.messageId).length;
  const others = letters.slice(known).filter(({ messageId, to }) => messageId !== silent.messageId && to.join() === silent.to.join());
  const faults = copies === 2 ? [] : [`the letter nobody heard of came ${copies} times, and not twice`];
  if (others.length > 0) faults.push(`the same people got ${others.length} more letters under other ids`);
  return { figures: { 'copies of the letter, all under one Message-ID': String(copies), 'settled after': `${Math.round(again / 1_000)} s` }, faults: [...faults, ...await verdict(city, ledger, record)] };
}

const cut = () => (link) => link.end(true);

/** A failure between each pair of side effects, at a moment that a proxy makes exact. */
export const scenarios = [
  { name: 'die-before-commit', isAlone: true, sentence: 'The API dies before the commit of a submission reaches PostgreSQL', run: submission('toTarget', (city) => kill(city.parts['api-1'])) },
  { name: 'die-after-commit', isAlone: true, sentence: 'The API dies after the commit of a submission, before it hears of it', run: submission('toCaller', (city) => kill(city.parts['api-1'])) },
  { name: 'cut-before-commit', isAlone: true, sentence: 'The line breaks before the commit of a submission', run: submission('toTarget', cut) },
  { name: 'cut-after-commit', isAlone: true, sentence: 'The line breaks after the commit of a submission, before anybody hears of it', run: submission('toCaller', cut) },
  { name: 'die-after-queueing', isAlone: true, sentence: 'A worker dies after it gave an event to the queue, before it noted that', run: inspection('update outbox set dispatched_at') },
  { name: 'die-after-moving', isAlone: true, sentence: 'A worker dies after it moved the bytes of a file, before it noted that', run: inspection('UPDATE "file" SET') },
  { name: 'die-after-mailing', isAlone: true, needs: 'mail', sentence: 'A worker dies after a letter was taken, before it hears of it', run: mail },
];
