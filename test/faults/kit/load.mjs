import { verdict } from './checks.mjs';
import { Client, Record } from './client.mjs';
import { within } from './clock.mjs';
import { Ledger } from './ledger.mjs';
import { holdersOf, newcomers, scorers, theWard } from './people.mjs';
import { wordsOf } from './trouble.mjs';
import { Worker } from './work.mjs';

/** After the faults, how long work that was begun may still take to be finished. */
const FINISH_MS = 30_000;

/** Everybody who works in the city while it breaks; made once, used by every scenario. */
export async function staff(city, { authors = 6 } = {}) {
  const ward = await theWard(city);
  return {
    ward, authors: await newcomers(city, ward, authors), officers: (await holdersOf(city, ward, 'INTAKE_OFFICER')).slice(0, 1),
    members: (await scorers(city, ward)).slice(0, 2),
  };
}

/**
 * Lets everybody work while something happens to the city, lets them finish, and asks whether all is well.
 * @param {import('./city.mjs').City} city
 * @param {Awaited<ReturnType<typeof staff>>} people
 * @param {(load: { record: Record, ledger: Ledger }) => Promise<void>} during
 * @returns {Promise<{ faults: string[], ledger: Ledger, record: Record }>}
 */
export async function underLoad(city, people, during) {
  const [record, ledger] = [new Record(), new Ledger()];
  let open = true;
  const worker = ({ token }, pauseMs) => new Worker({ client: new Client(city, token, record), ward: people.ward, ledger, isOpen: () => open, pauseMs });
  const work = [
    ...people.authors.map((person) => worker(person, 100).author()),
    ...people.officers.map((person) => worker(person, 150).officer()),
    ...people.members.map((person) => worker(person, 200).member(person)),
  ];
  const all = Promise.all(work);
  const faults = [];
  const happening = during({ record, ledger });
  try {
    await Promise.race([happening, all.then(() => { throw new Error('the work ended before its time'); })]);
  } catch (error) {
    faults.push(wordsOf(error));
  }
  // Whatever befell the work, nothing may happen to the city any more while it is asked.
  await happening.catch(() => {});
  open = false;
  ledger.closesAt = Date.now() + FINISH_MS;
  try {
    if (faults.length > 0) await city.mend();
    await within(all, 'the work that was begun ends', 2 * FINISH_MS);
    faults.push(...await verdict(city, ledger, record));
  } catch (error) {
    faults.push(wordsOf(error));
  }
  return { faults, ledger, record };
}
