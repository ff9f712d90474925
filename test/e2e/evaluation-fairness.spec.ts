import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { EvaluationRules } from '@domain/regulation';
import { newId } from '@kit/ids';
import { aCampaign, aRegulationInForce } from '../factories/campaign.js';
import { aCouncil, anOpenSession, type Cast, declare, linesOf, presetRules, saveSheet, seeSession, type Session, someAccepted, step, submitSheet } from '../factories/evaluation.js';
import { meetAndLock } from '../factories/meeting.js';
import type { Actor } from '../factories/identity.js';
import { anAccepted, aScene, type Scene } from '../factories/initiative.js';
import { aWard } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';
import { countStatements } from '../setup/statements.js';

// Several people sign in and act one after the other; a busy machine needs time for it.
jest.setTimeout(60_000);
const app = useApp();

const OUTCOME = '{ average rank outcome isCityCandidate }';
const REPORT = `query ($id: ID!) { sessionFairness(sessionId: $id) { sessionId isNamed design memberCount sheetCount adjustmentGap degreesOfFreedom
  members { number person { id } isMine sheetCount average leniency spread residual }
  items { itemId position code title sheetCount raw ${OUTCOME} adjusted ${OUTCOME} flips }
  agreement { form value gap fits } } }`;

interface Report {
  readonly isNamed: boolean; readonly design: string; readonly memberCount: number; readonly sheetCount: number;
  readonly adjustmentGap: string | null; readonly degreesOfFreedom: number | null;
  readonly members: { number: number; person: { id: string } | null; isMine: boolean; sheetCount: number | null; average: number | null; leniency: number | null; spread: number | null; residual: number | null }[];
  readonly items: { itemId: string; position: number; sheetCount: number; raw: object; adjusted: object | null; flips: boolean }[];
  readonly agreement: { form: string; value: number | null; gap: string | null; fits: boolean }[];
}

const reportFor = async (actor: Actor, { id }: Pick<Session, 'id'>): Promise<Report | null> =>
  (await actor.client.ask<{ sessionFairness: Report | null }>(REPORT, { id })).sessionFairness;

/** The scale of Đà Nẵng, recognised from 50 points; two sheets are enough for a result. */
const START = presetRules('da-nang-2026');
const RULES: EvaluationRules = { ...START, averaging: { ...START.averaging, trim: 'NONE', minSheets: { atLeast: 2, shareOfAppointed: { num: 0, den: 1 } } } };

let scene: Scene;
let officer: Actor;
let head: Actor;

beforeAll(async () => {
  const ward = await aWard(app());
  const regulationId = await aRegulationInForce(app(), ward, { rules: JSON.stringify(RULES) });
  scene = await aScene(app(), { ward, campaignId: await aCampaign(app(), ward, { regulationId }) });
  officer = await scene.person({ roles: ['INTAKE_OFFICER'] });
  head = await scene.person({ roles: ['AUTHORITY_HEAD'] });
}, 60_000);

/** A sheet of so many points in all. */
const sheetOf = (total: number) => linesOf(RULES, { APPLICABILITY: 2000, BENEFIT: 1500, NOVELTY: total - 3500 });

/** Totals by item, one column per member in the order of the council; `null` where somebody hands in nothing. */
async function judged({ everybody }: Cast, session: Session, table: readonly (readonly (number | null)[])[]): Promise<void> {
  for (const [item, totals] of table.entries()) {
    for (const [member, total] of totals.entries()) {
      if (total !== null) await submitSheet(everybody[member]!, session.items[item]!.id, sheetOf(total));
    }
  }
}

/**
 * Chair, secretary and first member lie 2 above, 2 below and on the average; the items are worth 49, 50 and 70 points.
 * The chair's generosity recognises the first, the secretary's severity refuses the second.
 */
const TABLE = [[5100, null, 4900], [null, 4800, 5000], [7200, 6800, null]];
const RECOGNISED = { outcome: 'EFFECTIVE_AND_REPLICABLE', isCityCandidate: false };
const REFUSED = { outcome: 'NOT_RECOGNISED', isCityCandidate: false };
const ITEMS = [
  { position: 1, sheetCount: 2, raw: { average: 5000, rank: 2, ...RECOGNISED }, adjusted: { average: 4900, rank: 3, ...REFUSED }, flips: true },
  { position: 2, sheetCount: 2, raw: { average: 4900, rank: 3, ...REFUSED }, adjusted: { average: 5000, rank: 2, ...RECOGNISED }, flips: true },
  { position: 3, sheetCount: 2, raw: { average: 7000, rank: 1, ...RECOGNISED }, adjusted: { average: 7000, rank: 1, ...RECOGNISED }, flips: false },
];

describe('the fairness report', () => {
  let cast: Cast;
  let session: Session;

  beforeAll(async () => {
    cast = await aCouncil(scene);
    session = await anOpenSession(scene, cast, await someAccepted(scene, officer, 3));
    await judged(cast, session, TABLE);
    // Neither counts: one is a draft, the other becomes void.
    const idle = cast.members[1]!;
    await saveSheet(idle, session.items[0]!.id, sheetOf(3500));
    await submitSheet(idle, session.items[1]!.id, sheetOf(7400));
    await declare(idle, session.items[1]!.id);
  }, 60_000);

  it('is for nobody before scoring has closed', async () => {
    for (const actor of [cast.chair, cast.secretary, cast.members[0]!, head]) expect(await reportFor(actor, session)).toBeNull();
    await step(cast.chair, 'closeScoring', session);
    expect(await reportFor(cast.chair, session)).not.toBeNull();
  });

  it('names the members to the chair, the most severe first', async () => {
    const { isNamed, members, ...report } = (await reportFor(cast.chair, session))!;
    expect(report).toMatchObject({ design: 'INCOMPLETE', memberCount: 3, sheetCount: 6, adjustmentGap: null, degreesOfFreedom: 1 });
    expect(isNamed).toBe(true);
    const [secretary, member, chair] = [cast.secretary, cast.members[0]!, cast.chair].map(({ personId }) => ({ person: { id: personId } }));
    expect(members).toEqual([
      { number: 1, ...secretary, isMine: false, sheetCount: 2, average: 5800, leniency: -200, spread: 1414, residual: 0 },
      { number: 2, ...member, isMine: false, sheetCount: 2, average: 4950, leniency: 0, spread: 71, residual: 0 },
      { number: 3, ...chair, isMine: true, sheetCount: 2, average: 6150, leniency: 200, spread: 1485, residual: 0 },
    ]);
  });

  it('compares items as scored with items as if all members were equally severe', async () => {
    const { items } = (await reportFor(cast.chair, session))!;
    expect(items).toMatchObject(ITEMS.map((item, index) => ({ itemId: session.items[index]!.id, ...item })));
  });

  it('starts from the results as they were worked out', async () => {
    const { items } = (await reportFor(cast.chair, session))!;
    const results = (await seeSession<{ items: { result: object }[] }>(cast.chair, session.id, `items { result { average rank outcome isCityCandidate sheetCount } }`)).items;
    expect(items.map(({ raw, sheetCount }) => ({ ...raw, sheetCount }))).toEqual(results.map(({ result }) => result));
  });

  it('says which coefficients cannot be computed, and why', async () => {
    const { agreement } = (await reportFor(cast.chair, session))!;
    expect(agreement.map(({ form, value, gap, fits }) => [form, value ?? gap, fits])).toEqual([
      ['ICC_1_1', 0.972, true], ['ICC_1_K', 0.986, true], ['ICC_2_1', 'NOT_COMPLETE', false], ['ICC_2_K', 'NOT_COMPLETE', false],
      ['ICC_3_1', 'NOT_COMPLETE', false], ['ICC_3_K', 'NOT_COMPLETE', false], ['ALPHA_INTERVAL', 0.965, true], ['ALPHA_ORDINAL', 0.571, false],
    ]);
    for (const { value, gap } of agreement) expect(value === null).toBe(gap !== null);
  });

  it.each([
    ['the secretary', () => cast.secretary, [0]],
    ['a member', () => cast.members[0]!, [1]],
    ['a member whose sheets do not count', () => cast.members[1]!, []],
  ] as const)('names nobody but themselves to %s', async (_who, who, own) => {
    const { isNamed, members } = (await reportFor(who(), session))!;
    expect(isNamed).toBe(false);
    expect(members.map(({ number, leniency }) => [number, leniency])).toEqual([[1, -200], [2, 0], [3, 200]]);
    const isOwn = members.map((_, index) => own.some((one) => one === index));
    expect(members.map(({ person, isMine }) => [person?.id ?? null, isMine])).toEqual(isOwn.map((is) => [is ? who().personId : null, is]));
    expect(members.map(({ sheetCount, average }) => sheetCount === null && average === null)).toEqual(isOwn.map((is) => !is));
  });

  it('is for the head from the lock on, without names', async () => {
    expect(await reportFor(head, session)).toBeNull();
    await meetAndLock(cast, session);
    const { isNamed, members, items } = (await reportFor(head, session))!;
    expect(isNamed).toBe(false);
    expect(members.map(({ person, sheetCount, average, isMine }) => [person, sheetCount, average, isMine])).toEqual(members.map(() => [null, null, null, false]));
    expect(items.map(({ flips }) => flips)).toEqual([true, true, false]);
  });

  it('does not exist for others, like a session that never was', async () => {
    const neighbour = await (await aScene(app())).person({ roles: ['COUNCIL_SECRETARY', 'AUTHORITY_HEAD'] });
    for (const actor of [officer, neighbour]) expect(await actor.client.refusal(REPORT, { id: session.id })).toEqual({ code: 'NOT_FOUND', details: {} });
    for (const id of [newId(), 'không có']) expect(await cast.chair.client.refusal(REPORT, { id })).toEqual({ code: 'NOT_FOUND', details: {} });
  });
});

describe('whoever is recused on an item', () => {
  it('reads the report as if the item had not been judged', async () => {
    const lead = await scene.person();
    const cast = await aCouncil(scene, { also: [lead] });
    const session = await anOpenSession(scene, cast, [...(await someAccepted(scene, officer, 3)), await anAccepted(scene, lead, officer)]);
    await judged(cast, session, [...TABLE, [4600, 7500, 5000]]);
    await step(cast.chair, 'closeScoring', session);

    const whole = (await reportFor(cast.members[1]!, session))!;
    expect([whole.items.length, whole.sheetCount]).toEqual([4, 9]);
    expect(whole.members.map(({ leniency }) => leniency)).not.toEqual([-200, 0, 200]);

    const { items, members, sheetCount, degreesOfFreedom } = (await reportFor(lead, session))!;
    expect(items).toMatchObject(ITEMS.map((item, index) => ({ itemId: session.items[index]!.id, ...item })));
    expect(items).toHaveLength(3);
    expect({ sheetCount, degreesOfFreedom }).toEqual({ sheetCount: 6, degreesOfFreedom: 1 });
    expect(members.map(({ leniency, residual }) => [leniency, residual])).toEqual([[-200, 0], [0, 0], [200, 0]]);
  });
});

describe('a session', () => {
  it('that one member scored has averages, and says why there is nothing more', async () => {
    const cast = await aCouncil(scene);
    const session = await anOpenSession(scene, cast, await someAccepted(scene, officer, 2));
    await judged(cast, session, [[6000], [7000]]);
    await step(cast.chair, 'closeScoring', session);
    const { adjustmentGap, members, items, agreement } = (await reportFor(cast.chair, session))!;
    expect(adjustmentGap).toBe('TOO_FEW_MEMBERS');
    expect(members).toMatchObject([{ sheetCount: 2, average: 6500, leniency: null, spread: 707, residual: null }]);
    expect(items.map(({ adjusted, flips }) => [adjusted, flips])).toEqual([[null, false], [null, false]]);
    expect(new Set(agreement.map(({ gap }) => gap))).toEqual(new Set(['TOO_FEW_MEMBERS']));
    // A single row without a name would have one all the same.
    expect((await reportFor(cast.members[0]!, session))!.members).toEqual([]);
  });

  it('is reported in as many statements, however much it judged', async () => {
    const cast = await aCouncil(scene);
    const counts: number[] = [];
    for (const items of [1, 3]) {
      const session = await anOpenSession(scene, cast, await someAccepted(scene, officer, items));
      await judged(cast, session, TABLE.slice(0, items).map((row) => row.map((total) => total ?? 6000)));
      await step(cast.chair, 'closeScoring', session);
      counts.push(await countStatements(app(), () => reportFor(cast.chair, session)));
    }
    expect(counts[1]).toBe(counts[0]);
  });
});
