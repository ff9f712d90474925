import { beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { newId } from '@kit/ids';
import type { Actor } from '../factories/identity.js';
import { anAccepted, aScene, look, type Scene } from '../factories/initiative.js';
import {
  aConvenedSession, aCouncil, anOpenSession, aPlannedSession, type Cast, DECLARE, linesOf, presetRules, REOPEN, SAVE, seeItem, seeSession, type Session, sessionMutation,
  someAccepted, SUBMIT, submitSheet,
} from '../factories/evaluation.js';
import { useApp } from '../setup/app.js';
import type { GraphqlAnswer } from '../setup/graphql.js';

// Several people sign in and act one after the other; a busy machine needs time for it.
jest.setTimeout(60_000);
const app = useApp();
const rules = presetRules('ward-start');
let scene: Scene;
let officer: Actor;
let cast: Cast;

beforeAll(async () => {
  scene = await aScene(app());
  officer = await scene.person({ roles: ['INTAKE_OFFICER'] });
  cast = await aCouncil(scene);
}, 60_000);

const ROUNDS = 8;
const codeOf = (answer: GraphqlAnswer<unknown>): string => answer.errors?.[0]?.extensions.code ?? 'OK';
const codes = async (sent: readonly Promise<GraphqlAnswer<unknown>>[]): Promise<string[]> => (await Promise.all(sent)).map(codeOf);
const sheetInput = (itemId: string, share = 80) => ({ itemId, revision: 0, lines: linesOf(rules, {}, share), idempotencyKey: newId() });
const count = async (statement: string, value: string): Promise<number> =>
  (await app().sql<{ n: number }>(`select count(*)::int as n from ${statement}`, [value]))[0]!.n;

/** The sum over the sheets as the council sees it once scoring has closed. */
async function provisional(session: Session): Promise<{ sheetCount: number; totalSum: number }> {
  const { result } = await seeItem<{ result: { sheetCount: number; totalSum: number } }>(cast.chair, session.items[0]!.id, 'result { sheetCount totalSum }');
  return result;
}

/** The same, added up again from the rows. */
async function recomputed(session: Session): Promise<object> {
  const [row] = await app().sql(`select count(*)::int as "sheetCount", sum(total)::int as "totalSum" from score_sheet where item_id = $1 and state = 'SUBMITTED'`, [session.items[0]!.id]);
  return row!;
}

describe('closing while members submit', () => {
  it('counts a sheet or refuses it, and never loses one between', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const session = await anOpenSession(scene, cast, await someAccepted(scene, officer, 1));
      const itemId = session.items[0]!.id;
      await submitSheet(cast.chair, itemId, linesOf(rules));
      const others = cast.everybody.slice(1).map((actor, index) => actor.client.send(SUBMIT, { input: sheetInput(itemId, 60 + index * 10) }));
      const close = cast.secretary.client.send(sessionMutation('closeScoring'), { input: { sessionId: session.id, revision: session.revision } });
      const [closed, ...answers] = await codes([close, ...others]);
      expect(closed).toBe('OK');
      expect(answers.filter((code) => code !== 'OK' && code !== 'SCORING_CLOSED')).toEqual([]);
      const accepted = 1 + answers.filter((code) => code === 'OK').length;
      expect(await count(`score_sheet where state = 'SUBMITTED' and item_id = $1`, itemId)).toBe(accepted);
      expect(await count('score_sheet_submission u join score_sheet h on h.id = u.sheet_id where h.item_id = $1', itemId)).toBe(accepted);
      const seen = await provisional(session);
      expect(seen).toEqual(await recomputed(session));
      expect(seen.sheetCount).toBe(accepted);
    }
  }, 60_000);

  it('happens once, however many press', async () => {
    const session = await anOpenSession(scene, cast, await someAccepted(scene, officer, 1));
    const input = { sessionId: session.id, revision: session.revision };
    const answers = await codes([cast.chair, cast.secretary, cast.chair, cast.secretary].map((actor) => actor.client.send(sessionMutation('closeScoring'), { input })));
    expect(answers.sort()).toEqual(['OK', 'SESSION_WRONG_STATE', 'SESSION_WRONG_STATE', 'SESSION_WRONG_STATE']);
    expect(await count(`evaluation_session where id = $1 and state = 'SCORED'`, session.id)).toBe(1);
    expect(await count(`outbox where type = 'evaluation.scoring-closed' and payload ->> 'sessionId' = $1`, session.id)).toBe(1);
  });
});

describe('one sheet written twice at a time', () => {
  let itemId: string;
  let member: Actor;
  beforeEach(async () => {
    itemId = (await anOpenSession(scene, cast, await someAccepted(scene, officer, 1))).items[0]!.id;
    member = cast.members[0]!;
  });

  it('is submitted once under one key, and every copy hears the same', async () => {
    const input = sheetInput(itemId);
    const answers = await Promise.all(Array.from({ length: 10 }, () => member.client.send(SUBMIT, { input })));
    expect(answers.map(codeOf)).toEqual(Array.from({ length: 10 }, () => 'OK'));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(await count('score_sheet_submission u join score_sheet h on h.id = u.sheet_id where h.item_id = $1', itemId)).toBe(1);
    expect(await count(`outbox where type = 'evaluation.score-sheet-submitted' and payload ->> 'itemId' = $1`, itemId)).toBe(1);
  });

  it('is begun once, and the slower window hears which revision stands', async () => {
    const answers = await Promise.all([60, 70, 80].map((share) => member.client.send(SAVE, { input: { itemId, revision: 0, lines: linesOf(rules, {}, share) } })));
    expect(answers.map(codeOf).sort()).toEqual(['OK', 'REVISION_CONFLICT', 'REVISION_CONFLICT']);
    for (const { errors } of answers) if (errors) expect(errors[0]!.extensions.details).toEqual({ current: 1 });
  });

  it('is saved by one of two windows with the same revision', async () => {
    await member.client.ask(SAVE, { input: { itemId, revision: 0, lines: [] } });
    const answers = await codes([60, 80].map((share) => member.client.send(SAVE, { input: { itemId, revision: 1, lines: linesOf(rules, {}, share) } })));
    expect(answers.sort()).toEqual(['OK', 'REVISION_CONFLICT']);
  });

  it('is taken back once', async () => {
    const { revision } = await submitSheet(member, itemId, linesOf(rules));
    const answers = await codes([1, 2].map(() => member.client.send(REOPEN, { input: { itemId, revision } })));
    expect(answers.sort()).toEqual(['OK', 'SHEET_NOT_SUBMITTED']);
  });

  it('is void or never written when its member declares a conflict at that moment', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const session = await anOpenSession(scene, cast, await someAccepted(scene, officer, 1));
      const id = session.items[0]!.id;
      const [submitted, declared] = await codes([
        member.client.send(SUBMIT, { input: sheetInput(id) }),
        member.client.send(DECLARE, { input: { itemId: id, kind: 'KIN', reason: 'Người thân.' } }),
      ]);
      expect(declared).toBe('OK');
      expect(['OK', 'NOT_FOUND']).toContain(submitted);
      expect(await count(`score_sheet where state <> 'VOID' and item_id = $1`, id)).toBe(0);
    }
  }, 60_000);
});

describe('two acts on initiatives at a time', () => {
  it('put an initiative on one agenda only', async () => {
    const [initiative] = await someAccepted(scene, officer, 1);
    const sessions = [await aPlannedSession(scene, cast), await aPlannedSession(scene, cast)];
    const answers = await codes(sessions.map(({ id }) =>
      cast.secretary.client.send(sessionMutation('setAgenda'), { input: { sessionId: id, revision: 1, initiativeIds: [initiative!.id] } })));
    expect(answers.sort()).toEqual(['OK', 'VALIDATION_FAILED']);
    expect(await count('agenda_item where initiative_id = $1', initiative!.id)).toBe(1);
  });

  it('open scoring or withdraw, never both', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const lead = await scene.person();
      const initiative = await anAccepted(scene, lead, officer);
      const session = await aConvenedSession(scene, cast, [initiative]);
      const [opened, withdrawn] = await codes([
        cast.secretary.client.send(sessionMutation('openScoring'), { input: { sessionId: session.id, revision: session.revision } }),
        lead.client.send('mutation ($input: WithdrawInitiativeInput!) { withdrawInitiative(input: $input) { id } }', { input: { id: initiative.id, reason: 'Rút.' } }),
      ]);
      const state = (await look(officer, initiative.id)).state;
      const sessionState = (await seeSession(cast.secretary, session.id)).state;
      if (opened === 'OK') expect([withdrawn, state, sessionState]).toEqual(['WITHDRAWAL_DURING_EVALUATION', 'UNDER_EVALUATION', 'SCORING']);
      else expect([opened, withdrawn, state, sessionState]).toEqual(['VALIDATION_FAILED', 'OK', 'WITHDRAWN', 'CONVENED']);
    }
  }, 60_000);

  it('change the agenda or open scoring, and both see one order', async () => {
    const initiatives = await someAccepted(scene, officer, 2);
    const session = await aConvenedSession(scene, cast, initiatives);
    const input = { sessionId: session.id, revision: session.revision };
    const answers = await codes([
      cast.secretary.client.send(sessionMutation('openScoring'), { input }),
      cast.secretary.client.send(sessionMutation('setAgenda'), { input: { ...input, initiativeIds: [initiatives[0]!.id] } }),
    ]);
    expect(answers.filter((code) => code === 'OK')).toHaveLength(1);
    const { items, state } = await seeSession(cast.secretary, session.id);
    expect([state, items.length]).toEqual(answers[0] === 'OK' ? ['SCORING', 2] : ['CONVENED', 1]);
  });
});
