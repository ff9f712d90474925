import { beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { newId } from '@kit/ids';
import type { Actor } from '../factories/identity.js';
import { aScene, type Scene } from '../factories/initiative.js';
import {
  aConvenedSession, aCouncil, anOpenSession, type Cast, type Item, type Line, linesOf, presetRules, refusal, reopenSheet, saveSheet, seeItem, SHEET,
  type Session, type Sheet, someAccepted, step, submitSheet,
} from '../factories/evaluation.js';
import { useApp } from '../setup/app.js';

// Several people sign in and act one after the other; a busy machine needs time for it.
jest.setTimeout(60_000);
const app = useApp();
const rules = presetRules('ward-start');
let scene: Scene;
let officer: Actor;
let cast: Cast;
let session: Session;
let item: Item;
let member: Actor;

beforeAll(async () => {
  scene = await aScene(app());
  officer = await scene.person({ roles: ['INTAKE_OFFICER'] });
  cast = await aCouncil(scene, { secretaryVotes: false });
  member = cast.members[0]!;
}, 60_000);
beforeEach(async () => {
  session = await anOpenSession(scene, cast, await someAccepted(scene, officer, 1));
  item = session.items[0]!;
});

const mine = async (actor = member): Promise<Sheet | null> => (await seeItem<{ mySheet: Sheet | null }>(actor, item.id, `mySheet { ${SHEET} }`)).mySheet;
const replaced = (criterionCode: string, given: Partial<Line>): Line[] =>
  linesOf(rules).map((line) => (line.criterionCode === criterionCode ? { ...line, ...given } : line));
const indexOf = (criterionCode: string): number => linesOf(rules).findIndex((line) => line.criterionCode === criterionCode);

describe('a draft', () => {
  it('is kept as it goes: in the order of the rule book, with the sum so far', async () => {
    expect(await mine()).toBeNull();
    const saved = await saveSheet(member, item.id, [
      { criterionCode: 'SOCIAL', points: 1500 }, { criterionCode: 'NOVELTY', levelCode: 'L2', points: 1400, comment: '  Khá mới. ' }, { criterionCode: 'GATE_NEW', met: true },
    ], { privateNote: 'Hỏi lại tác giả.' });
    const blank = { levelCode: null, points: null, met: null, comment: null };
    expect(saved).toEqual({
      id: saved.id, itemId: item.id, state: 'DRAFT', revision: 1, total: 2900, submissionNumber: 0, submittedAt: null, proposal: null,
      generalComment: '', privateNote: 'Hỏi lại tác giả.',
      lines: [
        { ...blank, criterionCode: 'GATE_NEW', met: true },
        { ...blank, criterionCode: 'NOVELTY', levelCode: 'L2', points: 1400, comment: 'Khá mới.' },
        { ...blank, criterionCode: 'SOCIAL', points: 1500 },
      ],
    });
    expect(await mine()).toEqual(saved);
  });

  it('keeps what an input leaves out, and changes what it names', async () => {
    await saveSheet(member, item.id, [], { generalComment: 'Tốt.', privateNote: 'Riêng.', proposal: 'RECOGNISE' });
    const second = await saveSheet(member, item.id, linesOf(rules), { revision: 1 });
    expect(second).toMatchObject({ revision: 2, generalComment: 'Tốt.', privateNote: 'Riêng.', proposal: 'RECOGNISE' });
    const third = await saveSheet(member, item.id, [], { revision: 2, generalComment: '', proposal: null });
    expect(third).toMatchObject({ revision: 3, lines: [], total: 0, generalComment: '', privateNote: 'Riêng.', proposal: null });
  });

  it('may be unfinished, but not impossible', async () => {
    const bad = [
      { criterionCode: 'NOVELTY', points: 2050 }, { criterionCode: 'UNKNOWN', points: 1 }, { criterionCode: 'SOCIAL', levelCode: 'L9' },
      { criterionCode: 'SOCIAL', points: 1 }, { criterionCode: 'GATE_NEW', points: 100 },
    ];
    const { code, faults } = await refusal(member, 'saveScoreSheet', { itemId: item.id, revision: 0, lines: bad });
    expect(code).toBe('VALIDATION_FAILED');
    expect(faults).toEqual([
      { code: 'SHEET_POINTS_OUTSIDE_CRITERION', path: ['input', 'lines', 0, 'points'], details: { criterionCode: 'NOVELTY', min: 0, max: 2000 } },
      { code: 'SHEET_UNKNOWN_CRITERION', path: ['input', 'lines', 1, 'criterionCode'], details: { criterionCode: 'UNKNOWN' } },
      { code: 'SHEET_UNKNOWN_LEVEL', path: ['input', 'lines', 2, 'levelCode'], details: { criterionCode: 'SOCIAL' } },
      { code: 'SHEET_CRITERION_TWICE', path: ['input', 'lines', 3, 'criterionCode'], details: { criterionCode: 'SOCIAL' } },
      { code: 'SHEET_FIELD_NOT_ALLOWED', path: ['input', 'lines', 4, 'points'], details: { criterionCode: 'GATE_NEW' } },
    ]);
    expect(await mine()).toBeNull();
  });

  it('of two windows is saved by the one that read last', async () => {
    await saveSheet(member, item.id, linesOf(rules));
    await saveSheet(member, item.id, linesOf(rules, {}, 60), { revision: 1 });
    expect(await refusal(member, 'saveScoreSheet', { itemId: item.id, revision: 1, lines: [] }))
      .toEqual({ code: 'REVISION_CONFLICT', details: { current: 2 }, path: ['input', 'revision'] });
    expect((await mine())?.lines).toHaveLength(12);
  });

  it('takes no text that is too long or cannot be stored', async () => {
    const long = await refusal(member, 'saveScoreSheet', {
      itemId: item.id, revision: 0, generalComment: 'a'.repeat(20_001), lines: [{ criterionCode: 'NOVELTY', comment: 'b'.repeat(5001) }],
    });
    expect(long.faults?.map(({ code, path }) => [code, path.join('.')]).sort()).toEqual([
      ['TEXT_TOO_LONG', 'input.generalComment'], ['TEXT_TOO_LONG', 'input.lines.0.comment'],
    ]);
    const odd = await refusal(member, 'saveScoreSheet', { itemId: item.id, revision: 0, lines: [{ criterionCode: 'NOVELTY', comment: 'a\u0000b' }] });
    expect(odd.faults).toMatchObject([{ code: 'INVALID_TEXT', path: ['input', 'lines', 0, 'comment'] }]);
    const decomposed = await saveSheet(member, item.id, [{ criterionCode: 'NOVELTY', comment: 'Tốt'.normalize('NFD') }]);
    expect(decomposed.lines[0]?.comment).toBe('Tốt');
  });
});

describe('a submission', () => {
  it('asks for everything, and tells all that is missing at once', async () => {
    const lines = linesOf(rules).filter((line) => line.criterionCode !== 'SPREAD').map((line): Line => {
      if (line.criterionCode === 'GATE_NEW') return { ...line, met: null };
      if (line.criterionCode === 'GATE_BENEFIT') return { ...line, met: false, comment: ' ' };
      if (line.criterionCode === 'NOVELTY') return { ...line, points: 1800, levelCode: 'L1', comment: null };
      if (line.criterionCode === 'ECONOMIC') return { ...line, points: 700, levelCode: 'L4', comment: '' };
      if (line.criterionCode === 'SOCIAL') return { ...line, points: 1300, levelCode: 'L1' };
      if (line.criterionCode === 'EVIDENCE') return { ...line, points: 825, levelCode: null };
      if (line.criterionCode === 'TRANSFER') return { ...line, points: null };
      return line;
    });
    const { code, faults } = await refusal(member, 'submitScoreSheet', { itemId: item.id, revision: 0, lines, idempotencyKey: newId() });
    expect(code).toBe('VALIDATION_FAILED');
    const at = (criterionCode: string, field: string): string => `input.lines.${lines.findIndex((line) => line.criterionCode === criterionCode)}.${field}`;
    expect(faults?.map((fault) => [fault.code, fault.path.join('.')])).toEqual([
      ['SHEET_ANSWER_REQUIRED', at('GATE_NEW', 'met')],
      ['SHEET_COMMENT_REQUIRED', at('GATE_BENEFIT', 'comment')],
      ['SHEET_COMMENT_REQUIRED', at('NOVELTY', 'comment')],
      ['SHEET_COMMENT_REQUIRED', at('ECONOMIC', 'comment')],
      ['SHEET_POINTS_OUTSIDE_LEVEL', at('SOCIAL', 'points')],
      ['SHEET_LEVEL_REQUIRED', at('EVIDENCE', 'levelCode')],
      ['SHEET_POINTS_OFF_STEP', at('EVIDENCE', 'points')],
      ['SHEET_POINTS_REQUIRED', at('TRANSFER', 'points')],
      ['SHEET_LINE_MISSING', 'input.lines'],
    ]);
    expect(await mine()).toBeNull();
  });

  it.each([
    ['points outside the level', { points: 1700, levelCode: 'L2' }, { code: 'SHEET_POINTS_OUTSIDE_LEVEL', details: { criterionCode: 'SOCIAL', levelCode: 'L2', min: 1300, max: 1650 } }],
    ['points off the step', { points: 1325, levelCode: 'L2' }, { code: 'SHEET_POINTS_OFF_STEP', details: { criterionCode: 'SOCIAL', step: 50 } }],
    ['points beyond the criterion', { points: 2001, levelCode: 'L1' }, { code: 'SHEET_POINTS_OUTSIDE_CRITERION', details: { criterionCode: 'SOCIAL', min: 0, max: 2000 } }],
    ['negative points', { points: -50, levelCode: 'L4' }, { code: 'SHEET_POINTS_OUTSIDE_CRITERION', details: { criterionCode: 'SOCIAL', min: 0, max: 2000 } }],
  ])('refuses %s with the path of the field', async (_what, given, fault) => {
    const { faults } = await refusal(member, 'submitScoreSheet', { itemId: item.id, revision: 0, lines: replaced('SOCIAL', given), idempotencyKey: newId() });
    expect(faults).toEqual([{ ...fault, path: ['input', 'lines', indexOf('SOCIAL'), 'points'] }]);
  });

  it('fixes the sheet until its owner takes it back, and keeps every submission in a chain of hashes', async () => {
    const first = await submitSheet(member, item.id, linesOf(rules), { proposal: 'RECOGNISE', privateNote: 'Riêng.' });
    expect(first).toMatchObject({ state: 'SUBMITTED', revision: 2, submissionNumber: 1, total: 8000, submittedAt: expect.any(String) });
    const input = { itemId: item.id, revision: 2, lines: linesOf(rules, {}, 60) };
    expect(await refusal(member, 'saveScoreSheet', input)).toEqual({ code: 'SHEET_SUBMITTED', details: {} });
    expect(await refusal(member, 'submitScoreSheet', { ...input, idempotencyKey: newId() })).toEqual({ code: 'SHEET_SUBMITTED', details: {} });

    const reopened = await reopenSheet(member, first);
    expect(reopened).toMatchObject({ state: 'DRAFT', revision: 3, submissionNumber: 1, total: 8000, submittedAt: null });
    expect(await refusal(member, 'reopenScoreSheet', { itemId: item.id, revision: 3 })).toEqual({ code: 'SHEET_NOT_SUBMITTED', details: {} });
    const second = await submitSheet(member, item.id, linesOf(rules, {}, 60), { revision: 3 });
    expect(second).toMatchObject({ state: 'SUBMITTED', submissionNumber: 2, total: 6000, proposal: 'RECOGNISE' });

    const kept = await app().sql<{ number: number; total: number; sha256: string; previous: string | null; content: object }>(
      'select number, total, sha256, previous_sha256 as previous, content from score_sheet_submission where sheet_id = $1 order by number', [first.id]);
    expect(kept.map(({ number, total, previous }) => [number, total, previous])).toEqual([[1, 8000, null], [2, 6000, kept[0]!.sha256]]);
    expect(kept[0]!.sha256).not.toBe(kept[1]!.sha256);
    expect(JSON.stringify(kept)).not.toContain('Riêng.');
    expect((await app().sql<{ type: string }>(`select type from outbox where payload ->> 'sheetId' = $1 order by id`, [first.id])).map(({ type }) => type))
      .toEqual(['evaluation.score-sheet-submitted', 'evaluation.score-sheet-reopened', 'evaluation.score-sheet-submitted']);
  });

  it('sent again under its key is one submission, also after scoring closed', async () => {
    const key = newId();
    const sent = { itemId: item.id, revision: 0, lines: linesOf(rules), idempotencyKey: key };
    const first = await submitSheet(member, item.id, sent.lines, { idempotencyKey: key });
    expect(await submitSheet(member, item.id, sent.lines, { idempotencyKey: key })).toEqual(first);
    expect(await refusal(member, 'submitScoreSheet', { ...sent, lines: linesOf(rules, {}, 60) }))
      .toEqual({ code: 'IDEMPOTENCY_KEY_REUSED', details: {}, path: ['input', 'idempotencyKey'] });
    await step(cast.chair, 'closeScoring', session);
    expect(await submitSheet(member, item.id, sent.lines, { idempotencyKey: key })).toEqual(first);
    expect(await app().sql('select number from score_sheet_submission where sheet_id = $1', [first.id])).toEqual([{ number: 1 }]);
  });

  it('counts drafts neither in the result nor among the sheets', async () => {
    for (const actor of [cast.chair, member, cast.members[1]!]) await submitSheet(actor, item.id, linesOf(rules));
    const sheet = await mine();
    await reopenSheet(member, sheet!);
    const scored = await step(cast.chair, 'closeScoring', session, 'id state revision items { id initiativeId position result { outcome sheetCount } sheets { member { id } } }');
    expect(scored.items[0]).toMatchObject({
      result: { outcome: 'DEFERRED', sheetCount: 2 }, sheets: [{ member: { id: cast.chair.personId } }, { member: { id: cast.members[1]!.personId } }],
    });
    expect(await mine()).toMatchObject({ state: 'DRAFT', total: 8000 });
  });
});

describe('who scores', () => {
  it('are voting members while the session scores; others are told why not', async () => {
    const input = { itemId: item.id, revision: 0, lines: [] };
    expect(await refusal(cast.secretary, 'saveScoreSheet', input)).toEqual({ code: 'FORBIDDEN', details: {} });
    const convened = await aConvenedSession(scene, cast, await someAccepted(scene, officer, 1));
    expect(await refusal(member, 'saveScoreSheet', { ...input, itemId: convened.items[0]!.id })).toEqual({ code: 'SCORING_NOT_OPEN', details: {} });
    const sheet = await submitSheet(member, item.id, linesOf(rules));
    await step(cast.chair, 'closeScoring', session);
    const closed = { code: 'SCORING_CLOSED', details: { state: 'SCORED' } };
    expect(await refusal(member, 'saveScoreSheet', { ...input, revision: sheet.revision })).toEqual(closed);
    expect(await refusal(member, 'reopenScoreSheet', { itemId: item.id, revision: sheet.revision })).toEqual(closed);
    expect(await refusal(cast.members[1]!, 'submitScoreSheet', { ...input, lines: linesOf(rules), idempotencyKey: newId() })).toEqual(closed);
  });

  it('have in their queue what they score, in the order of the agenda', async () => {
    const own = await aCouncil(scene);
    const initiatives = await someAccepted(scene, officer, 2);
    const open = await anOpenSession(scene, own, initiatives);
    await submitSheet(own.chair, open.items[1]!.id, linesOf(rules));
    await saveSheet(own.chair, open.items[0]!.id, [{ criterionCode: 'SOCIAL', points: 1500 }]);
    const QUEUE = '{ scoringQueue { items { itemId sessionId position code unitName fieldName sheetState total dueOn } submitted total } }';
    const { scoringQueue } = await own.chair.client.ask<{ scoringQueue: { items: object[] } }>(QUEUE);
    const shared = { sessionId: open.id, fieldName: 'Cải cách hành chính', dueOn: expect.any(String), unitName: expect.any(String) };
    expect(scoringQueue).toEqual({
      submitted: 1, total: 2,
      items: [
        { ...shared, itemId: open.items[0]!.id, position: 1, code: initiatives[0]!.code, sheetState: 'DRAFT', total: 1500 },
        { ...shared, itemId: open.items[1]!.id, position: 2, code: initiatives[1]!.code, sheetState: 'SUBMITTED', total: 8000 },
      ],
    });
    await step(own.secretary, 'closeScoring', open);
    expect(await own.chair.client.ask(QUEUE)).toEqual({ scoringQueue: { items: [], submitted: 0, total: 0 } });
  });
});
