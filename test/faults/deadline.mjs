import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { quantile } from '../measure/statistics.mjs';
import { Client, Record } from './kit/client.mjs';
import { Ledger } from './kit/ledger.mjs';
import { asOwner, newcomers } from './kit/people.mjs';
import { Worker } from './kit/work.mjs';

const SUBMISSIONS = 500;
const DRAFTERS = 25;
const SUBMIT = 'mutation ($input: SubmitInitiativeInput!) { submitInitiative(input: $input) { id receipt { number at } } }';

/** Whole drafts of many people, ready to be handed in. */
async function drafts({ city, people }, record, count) {
  const authors = await newcomers(city, people.ward, DRAFTERS);
  const ledger = new Ledger();
  const made = [];
  await Promise.all(authors.map(async ({ token }) => {
    const worker = new Worker({ client: new Client(city, token, record), ward: people.ward, ledger, pauseMs: 1 });
    while (made.length < count) {
      const entry = await worker.draft();
      if (entry === null || !(await worker.edit(entry)) || !(await worker.records(entry))) continue;
      const { revision } = await worker.look(entry.id);
      made.push({ id: entry.id, revision, client: worker.client });
    }
  }));
  return made.slice(0, count);
}

const clockOf = (client) => client.query('SELECT clock_timestamp() AS now').then(({ rows }) => rows[0].now.getTime());

/** Hands everything in, evenly spread over a time around the deadline; many are late, and half of the last ones come in the last second. */
async function storm(made, deadline, spanMs) {
  const begin = deadline - spanMs * 0.75;
  return Promise.all(made.map(async ({ id, revision, client }, index) => {
    const aim = index % 4 === 0 ? deadline - 500 + Math.random() * 1_000 : begin + (index / made.length) * spanMs;
    await sleep(Math.max(0, aim - Date.now()));
    const input = { id, revision, declarationAccepted: true, idempotencyKey: randomUUID() };
    const sentAt = Date.now();
    const outcome = await client.insist(SUBMIT, { input }, { until: () => deadline + 60_000, what: 'submitInitiative' });
    return { id, sentAt, answeredAt: Date.now(), outcome };
  }));
}

function faultsOf(answers, rows, deadline, skew) {
  const faults = [];
  const stored = new Map(rows.map((row) => [row.id, row]));
  for (const { id, sentAt, answeredAt, outcome } of answers) {
    const row = stored.get(id);
    const isAccepted = outcome.kind === 'done';
    if (!isAccepted && outcome.code !== 'CAMPAIGN_CLOSED') faults.push(`${id} was answered ${outcome.code}`);
    if (isAccepted !== (row.receipt_number !== null)) faults.push(`${id} was ${isAccepted ? 'accepted' : 'refused'} and is ${row.state}`);
    if (isAccepted && outcome.data.submitInitiative.receipt?.number !== row.receipt_number) faults.push(`${id} has another receipt than it was told`);
    if (row.submitted_at !== null && row.submitted_at.getTime() >= deadline) faults.push(`${id} was taken ${row.submitted_at.getTime() - deadline} ms late`);
    if (!isAccepted && answeredAt + skew < deadline) faults.push(`${id} was refused ${deadline - answeredAt} ms before the deadline`);
    if (isAccepted && sentAt + skew >= deadline + 5) faults.push(`${id} was accepted and sent ${sentAt - deadline} ms late`);
  }
  return faults;
}

/** The deadline night: hundreds hand in around the last minute; the clock of the database decides, and nothing else. */
async function run(context) {
  const { city, people, seconds } = context;
  const record = new Record();
  const count = Math.max(50, Math.min(SUBMISSIONS, Math.round((SUBMISSIONS * seconds) / 30)));
  const made = await drafts(context, record, count);
  return asOwner(city, async (client) => {
    const { rows: [{ closes }] } = await client.query('SELECT submission_closes_at AS closes FROM campaign WHERE id = $1', [people.ward.campaignId]);
    const skew = (await clockOf(client)) - Date.now();
    const spanMs = seconds * 1_000;
    const { rows: [{ deadline }] } = await client.query(`
      UPDATE campaign SET submission_closes_at = date_trunc('milliseconds', clock_timestamp() + make_interval(secs => $2)) WHERE id = $1 RETURNING submission_closes_at AS deadline`,
    [people.ward.campaignId, (spanMs * 0.75) / 1_000 + 1]);
    const times = new Record();
    for (const { client: author } of made) author.record = times;
    const answers = await storm(made, deadline.getTime(), spanMs);
    const { rows } = await client.query('SELECT id, state, receipt_number, submitted_at FROM initiative WHERE id = ANY ($1::uuid[])', [made.map(({ id }) => id)]);
    await client.query('UPDATE campaign SET submission_closes_at = $2 WHERE id = $1', [people.ward.campaignId, closes]);
    const accepted = answers.filter(({ outcome }) => outcome.kind === 'done').length;
    return {
      figures: {
        submissions: `${count} in ${seconds} s around the deadline: ${accepted} accepted, ${count - accepted} late`,
        'answer times': `p50 ${Math.round(quantile(times.times, 0.5))} ms, p95 ${Math.round(quantile(times.times, 0.95))} ms, longest ${Math.round(Math.max(...times.times))} ms`,
      },
      faults: [...faultsOf(answers, rows, deadline.getTime(), skew), ...record.faults, ...times.faults, ...times.slow],
    };
  });
}

export const scenarios = [{ name: 'deadline-storm', sentence: 'Five hundred hand in around the last minute of a campaign', isAlone: true, run }];
