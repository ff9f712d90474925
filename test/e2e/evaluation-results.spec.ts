import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { newId } from '@kit/ids';
import type { EvaluationRules } from '@domain/regulation';
import { aCampaign, aRegulationInForce } from '../factories/campaign.js';
import type { Actor } from '../factories/identity.js';
import { aScene, look, type Scene } from '../factories/initiative.js';
import { aWard } from '../factories/organisation.js';
import {
  aCouncil, anOpenSession, type Cast, linesOf, presetRules, refusal, seeItem, seeSession, type Session, someAccepted, step, submitSheet,
} from '../factories/evaluation.js';
import { meetAndLock } from '../factories/meeting.js';
import { useApp } from '../setup/app.js';
import { countStatements } from '../setup/statements.js';

// Several people sign in and act one after the other; a busy machine needs time for it.
jest.setTimeout(60_000);
const app = useApp();

/** A ward that judges by a rule book, with a council of four. */
interface Judged {
  readonly scene: Scene;
  readonly officer: Actor;
  readonly cast: Cast;
  readonly rules: EvaluationRules;
}

async function judgedBy(rules: EvaluationRules): Promise<Judged> {
  const ward = await aWard(app());
  const regulationId = await aRegulationInForce(app(), ward, { rules: JSON.stringify(rules) });
  const scene = await aScene(app(), { ward, campaignId: await aCampaign(app(), ward, { regulationId }) });
  return { scene, officer: await scene.person({ roles: ['INTAKE_OFFICER'] }), cast: await aCouncil(scene), rules };
}

const RESULT = `result { outcome sheetCount totalSum average isCityCandidate gradeCode gradeLabel rank isTied
  criteria { code name sum count average maxPoints } groups { code sum average } measures { code name sum count average maxPoints }
  reasons { code text } warnings { code text } }`;
interface Result {
  readonly outcome: string; readonly totalSum: number; readonly average: number; readonly rank: number | null;
  readonly reasons: { code: string; text: string }[]; readonly warnings: { code: string; text: string }[];
}

/** Every member gives these points on every item; the session is then closed. */
async function closedWith({ scene, officer, cast, rules }: Judged, ...sheets: readonly Readonly<Record<string, number>>[][]): Promise<Session> {
  const session = await anOpenSession(scene, cast, await someAccepted(scene, officer, sheets.length));
  for (const [index, ofItem] of sheets.entries()) {
    for (const [who, points] of ofItem.entries()) await submitSheet(cast.everybody[who]!, session.items[index]!.id, linesOf(rules, points));
  }
  return step(cast.chair, 'closeScoring', session);
}
const resultOf = async (judged: Judged, session: Session, index = 0): Promise<Result> =>
  (await seeItem<{ result: Result }>(judged.cast.members[0]!, session.items[index]!.id, RESULT)).result;

/** 70 % of every criterion of the starting regulation: 70 points. */
const SEVENTY = { NOVELTY: 1400, ECONOMIC: 1050, SOCIAL: 1400, EVIDENCE: 700, TRANSFER: 1050, CONDITIONS_COST: 700, SPREAD: 700 };

describe('exact averages', () => {
  it('69,995 shows as 70,00 and fails a threshold of 70', async () => {
    const start = presetRules('ward-start');
    const finest = await judgedBy({ ...start, criteria: start.criteria.map((criterion) => ({ ...criterion, step: 1 })) });
    const session = await closedWith(finest, [SEVENTY, SEVENTY, SEVENTY, { ...SEVENTY, SOCIAL: 1398 }]);
    const result = await resultOf(finest, session);
    expect(result).toMatchObject({ outcome: 'RECOGNISED_ONLY', sheetCount: 4, totalSum: 27_998, average: 7000 });
    expect(result.reasons).toEqual([
      { code: 'TOTAL_REACHED', text: 'Tổng điểm trung bình 70,00 ≥ 50,00 (ngưỡng công nhận sáng kiến).' },
      { code: 'TOTAL_BELOW', text: 'Tổng điểm trung bình 69,995 < 70,00 (ngưỡng công nhận hiệu quả áp dụng và khả năng nhân rộng).' },
    ]);
  }, 60_000);
});

describe('the starting regulation', () => {
  let judged: Judged;
  beforeAll(async () => { judged = await judgedBy(presetRules('ward-start')); }, 60_000);

  it('recognises effectiveness and replicability from 70 points, and shows how it adds up', async () => {
    const session = await closedWith(judged, [SEVENTY, SEVENTY, SEVENTY]);
    const result = await resultOf(judged, session);
    expect(result).toMatchObject({
      outcome: 'EFFECTIVE_AND_REPLICABLE', sheetCount: 3, totalSum: 21_000, average: 7000, isCityCandidate: false, gradeCode: null, gradeLabel: null, rank: 1, isTied: false,
      groups: [{ code: 'NOVELTY', sum: 4200, average: 1400 }, { code: 'EFFECTIVENESS', sum: 9450, average: 3150 }, { code: 'REPLICABILITY', sum: 7350, average: 2450 }],
      measures: [
        { code: 'NOVELTY', name: 'Tính mới', sum: 4200, count: 3, average: 1400, maxPoints: 2000 },
        { code: 'EFFECTIVENESS', name: 'Hiệu quả áp dụng', sum: 9450, count: 3, average: 3150, maxPoints: 4500 },
        { code: 'REPLICABILITY', name: 'Khả năng nhân rộng', sum: 7350, count: 3, average: 2450, maxPoints: 3500 },
      ],
      reasons: [{ code: 'TOTAL_REACHED', text: 'Tổng điểm trung bình 70,00 ≥ 70,00 (ngưỡng công nhận hiệu quả áp dụng và khả năng nhân rộng).' }],
      warnings: [],
    });
  });

  it('speaks the language of the reader', async () => {
    const session = await closedWith(judged, [SEVENTY, SEVENTY]);
    const { data } = await judged.cast.chair.client.send<{ agendaItem: { result: Result } }>(
      `query ($id: ID!) { agendaItem(id: $id) { ${RESULT} } }`, { id: session.items[0]!.id }, { 'accept-language': 'en' });
    expect(data?.agendaItem.result.reasons[0]?.text).toBe('Only 2 valid score sheets; at least 3 are needed (council of 4).');
  });

  it('names the sheets that lie far apart, and does not change the outcome for them', async () => {
    const high = Object.fromEntries(judged.rules.criteria.map(({ code, maxPoints }) => [code, maxPoints]));
    const session = await closedWith(judged, [SEVENTY, SEVENTY, SEVENTY, high]);
    expect(await resultOf(judged, session)).toMatchObject({ outcome: 'EFFECTIVE_AND_REPLICABLE', average: 7750, warnings: [{ code: 'SPREAD_WIDE' }] });
  });

  it('ranks by exact total, then by effectiveness, and leaves real ties to the chair', async () => {
    const effective = { ...SEVENTY, NOVELTY: 1300, SOCIAL: 1500 };
    const best = { ...SEVENTY, SOCIAL: 1500 };
    const session = await closedWith(judged, ...[SEVENTY, effective, best, SEVENTY].map((points) => [points, points, points]));
    const { items } = await seeSession<{ items: { result: { rank: number; isTied: boolean } }[] }>(judged.cast.chair, session.id, 'items { result { rank isTied } }');
    const expected = [{ rank: 3, isTied: true }, { rank: 2, isTied: false }, { rank: 1, isTied: false }, { rank: 3, isTied: true }];
    expect(items.map(({ result }) => result)).toEqual(expected);
    // One item alone tells the same place as the list.
    for (const [index, item] of session.items.entries()) {
      expect(await seeItem(judged.cast.chair, item.id, 'result { rank isTied }')).toEqual({ result: expected[index] });
    }
  }, 30_000);
});

describe('the scale of Đà Nẵng', () => {
  let judged: Judged;
  beforeAll(async () => { judged = await judgedBy(presetRules('da-nang-2026')); }, 60_000);

  it('gives grade A for 85 points with 30 for novelty', async () => {
    const points = { NOVELTY: 3100, APPLICABILITY: 2700, BENEFIT: 2700 };
    expect(await resultOf(judged, await closedWith(judged, [points, points, points]))).toMatchObject({ average: 8500, gradeCode: 'A', gradeLabel: 'Loại A', warnings: [] });
  });

  it('warns when the total fits grade A and novelty does not, and never gives grade B instead', async () => {
    const points = { NOVELTY: 2900, APPLICABILITY: 3000, BENEFIT: 3000 };
    expect(await resultOf(judged, await closedWith(judged, [points, points, points]))).toMatchObject({
      average: 8900, outcome: 'EFFECTIVE_AND_REPLICABLE', gradeCode: null, gradeLabel: null,
      warnings: [{
        code: 'GRADE_CRITERION_MINIMUM',
        text: 'Tổng điểm 89,00 đạt mức Loại A nhưng tiêu chí “Tính mới” 29,00 < 30,00: không đủ điều kiện xếp loại.',
      }],
    });
  });

  it('refuses recognition when one criterion is below 10, whatever the total', async () => {
    const points = { NOVELTY: 900, APPLICABILITY: 3000, BENEFIT: 3000 };
    const result = await resultOf(judged, await closedWith(judged, [points, points, points]));
    expect(result).toMatchObject({ average: 6900, outcome: 'NOT_RECOGNISED', gradeCode: null });
    expect(result.reasons).toEqual([{ code: 'CRITERION_BELOW', text: 'Tiêu chí “Tính mới” 9,00 < 10,00 (ngưỡng công nhận sáng kiến).' }]);
  });
});

describe('the scale of Sơn La', () => {
  let judged: Judged;
  let session: Session;
  beforeAll(async () => {
    judged = await judgedBy(presetRules('son-la'));
    session = await anOpenSession(judged.scene, judged.cast, await someAccepted(judged.scene, judged.officer, 1));
  }, 60_000);

  const withNovelty = (levelCode: string | null, points: number) =>
    linesOf(judged.rules).map((line) => (line.criterionCode === 'NOVELTY' ? { ...line, levelCode, points } : line));
  const faultsOf = async (levelCode: string | null, points: number) => (await refusal(judged.cast.chair, 'submitScoreSheet', {
    itemId: session.items[0]!.id, revision: 0, lines: withNovelty(levelCode, points), idempotencyKey: newId(),
  })).faults;
  const fault = (code: string, field: string, details: object) => ({ code, path: ['input', 'lines', 0, field], details: { criterionCode: 'NOVELTY', ...details } });

  it('asks for one level first, and for points inside it', async () => {
    expect(await faultsOf(null, 2700)).toEqual([fault('SHEET_LEVEL_REQUIRED', 'levelCode', {})]);
    expect(await faultsOf('L2', 2700)).toEqual([fault('SHEET_POINTS_OUTSIDE_LEVEL', 'points', { levelCode: 'L2', min: 2100, max: 2600 })]);
    expect(await faultsOf('L1', 2600)).toEqual([fault('SHEET_POINTS_OUTSIDE_LEVEL', 'points', { levelCode: 'L1', min: 2700, max: 3000 })]);
    expect(await faultsOf('L4', 0)).toEqual([fault('SHEET_POINTS_OUTSIDE_LEVEL', 'points', { levelCode: 'L4', min: 100, max: 1500 })]);
    expect(await faultsOf('L1', 2750)).toEqual([fault('SHEET_POINTS_OFF_STEP', 'points', { step: 100 })]);
  });

  it('takes both ends of every level, and 0 as a level of its own', async () => {
    const [chair, secretary, member] = judged.cast.everybody;
    const novelty = async (actor: Actor, levelCode: string, points: number) =>
      (await submitSheet(actor, session.items[0]!.id, withNovelty(levelCode, points))).lines[0];
    expect(await novelty(chair!, 'L1', 3000)).toMatchObject({ levelCode: 'L1', points: 3000 });
    expect(await novelty(secretary!, 'L2', 2100)).toMatchObject({ levelCode: 'L2', points: 2100 });
    expect(await novelty(member!, 'L5', 0)).toMatchObject({ levelCode: 'L5', points: 0 });
    const scored = await step(judged.cast.chair, 'closeScoring', session);
    // 30 + 21 + 0 for novelty, and 24 + 32 from each for the others.
    expect(await resultOf(judged, scored)).toMatchObject({ sheetCount: 3, totalSum: 5100 + 3 * 5600, average: 7300, outcome: 'EFFECTIVE_AND_REPLICABLE' });
  });
});

describe('Initiative.result', () => {
  it('is the same as on the agenda, and asked for all initiatives of a page in one statement', async () => {
    const judged = await judgedBy(presetRules('ward-start'));
    const high = { ...SEVENTY, SOCIAL: 1500 };
    const session = await closedWith(judged, [SEVENTY, SEVENTY, SEVENTY], [high, high, high], []);
    const id = session.items[0]!.initiativeId;
    expect(await look(judged.officer, id, RESULT)).toEqual({ result: null });
    await meetAndLock(judged.cast, session);
    expect(await look(judged.officer, id, RESULT)).toEqual({ result: await resultOf(judged, session) });
    const LIST = `query ($first: Int!) { intakeQueue(first: $first, filter: { states: [UNDER_EVALUATION] }) { edges { node { id ${RESULT} } } } }`;
    const page = await judged.officer.client.ask<{ intakeQueue: { edges: { node: { id: string; result: Result } }[] } }>(LIST, { first: 3 });
    expect(page.intakeQueue.edges.map(({ node }) => [node.id, node.result.rank])).toEqual([[session.items[0]!.initiativeId, 2], [session.items[1]!.initiativeId, 1], [session.items[2]!.initiativeId, null]]);
    expect(await countStatements(app(), () => judged.officer.client.ask(LIST, { first: 3 }))).toBe(await countStatements(app(), () => judged.officer.client.ask(LIST, { first: 1 })));
  }, 60_000);
});
