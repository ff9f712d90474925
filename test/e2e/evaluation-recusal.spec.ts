import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { InitiativeFacade } from '@domain/initiative';
import { runAs } from '@kit/context';
import { newId } from '@kit/ids';
import { type Actor } from '../factories/identity.js';
import { act, aCompleteDraft, anAccepted, aScene, aSubmission, look, type Scene, type Seen } from '../factories/initiative.js';
import {
  aCouncil, aDraftSession, anOpenSession, type Cast, declare, DECLARE, linesOf, presetRules, refusal, seeItem, seeSession, 
  type Session, someAccepted, step, submitSheet,
} from '../factories/evaluation.js';
import { meetAndLock } from '../factories/meeting.js';
import { ITEM_QUERY, QUEUE_QUERY, type SeenItem, type SeenSession, UNKNOWN, WHOLE_ITEM, WHOLE_SESSION } from '../factories/evaluation-views.js';
import { useApp } from '../setup/app.js';

// Several people sign in and act one after the other; a busy machine needs time for it.
jest.setTimeout(60_000);
const app = useApp({}, { 'states-follow-decisions': 'an initiative is recognised through the facade, without a decision' });
const rules = presetRules('ward-start');
let scene: Scene;
let officer: Actor;
let cast: Cast;

beforeAll(async () => {
  scene = await aScene(app());
  officer = await scene.person({ roles: ['INTAKE_OFFICER'] });
  cast = await aCouncil(scene);
}, 60_000);

describe('a recused member', () => {
  let lead: Actor;
  let own: Cast;
  let session: Session;
  let authored: Seen;
  let other: Seen;

  beforeAll(async () => {
    lead = await scene.person();
    own = await aCouncil(scene, { also: [lead] });
    authored = await anAccepted(scene, lead, officer);
    [other] = (await someAccepted(scene, officer, 1)) as [Seen];
    session = await anOpenSession(scene, own, [authored, other]);
  }, 60_000);

  const hiddenItem = (): string => session.items[0]!.id;

  it('finds the item nowhere: not in the session, the queue, the work or by its id', async () => {
    // First that it is there for others.
    expect((await seeSession<SeenSession>(own.chair, session.id, WHOLE_SESSION)).items.map(({ code }) => code)).toEqual([authored.code, other.code]);
    expect(await own.chair.client.ask(QUEUE_QUERY)).toMatchObject({ scoringQueue: { total: 2 } });

    expect((await seeSession<SeenSession>(lead, session.id, WHOLE_SESSION)).items.map(({ code, position }) => [code, position])).toEqual([[other.code, 1]]);
    expect(await lead.client.ask(QUEUE_QUERY)).toMatchObject({ scoringQueue: { items: [{ code: other.code, position: 1 }], submitted: 0, total: 1 } });
    const { myWork } = await lead.client.ask<{ myWork: { kind: string; count: number }[] }>('{ myWork { kind count } }');
    expect(myWork.filter(({ kind }) => kind === 'SCORE_SHEETS')).toEqual([{ kind: 'SCORE_SHEETS', count: 1 }]);
    expect(await lead.client.refusal(ITEM_QUERY, { id: hiddenItem() })).toEqual({ code: 'NOT_FOUND', details: {} });
    const nested = await lead.client.ask<{ agendaItem: { session: SeenSession } }>(`query ($id: ID!) { agendaItem(id: $id) { session { items { code } } } }`, { id: session.items[1]!.id });
    expect(nested.agendaItem.session.items).toEqual([{ code: other.code }]);
  });

  it('hears of every act on it what an unknown item answers', async () => {
    const input = { revision: 0, lines: linesOf(rules) };
    const acts: [string, object][] = [
      ['saveScoreSheet', input], ['submitScoreSheet', { ...input, idempotencyKey: newId() }], ['reopenScoreSheet', { revision: 1 }],
    ];
    for (const [mutation, given] of acts) {
      const hidden = await refusal(lead, mutation, { ...given, itemId: hiddenItem() });
      expect(hidden).toEqual({ code: 'NOT_FOUND', details: {} });
      const key = 'idempotencyKey' in given ? { idempotencyKey: newId() } : {};
      expect(await refusal(lead, mutation, { ...given, ...key, itemId: UNKNOWN })).toEqual(hidden);
    }
    expect(await lead.client.refusal(DECLARE, { input: { itemId: hiddenItem(), kind: 'OTHER', reason: 'Lý do.' } })).toEqual({ code: 'NOT_FOUND', details: {} });
  });

  it('cannot subtract: places and counts are those of what is seen', async () => {
    for (const actor of own.everybody) {
      for (const [index, { id }] of session.items.entries()) {
        if (actor !== lead || index === 1) await submitSheet(actor, id, linesOf(rules, {}, index === 0 ? 95 : 70));
      }
    }
    await step(own.chair, 'closeScoring', session);
    const ranks = async (actor: Actor) => (await seeSession<SeenSession>(actor, session.id, WHOLE_SESSION)).items.map(({ code, result }) => [code, result?.rank]);
    expect(await ranks(own.chair)).toEqual([[authored.code, 1], [other.code, 2]]);
    expect(await ranks(lead)).toEqual([[other.code, 1]]);
    expect(await seeItem<SeenItem>(lead, session.items[1]!.id, WHOLE_ITEM)).toMatchObject({ position: 1, result: { rank: 1 } });
    expect(await look(lead, authored.id, 'state result { average }')).toEqual({ state: 'UNDER_EVALUATION', result: null });
  });

  it('who is an author hears the result with the decision, and not before', async () => {
    await meetAndLock(own, session);
    const result = async (actor: Actor) => (await look<{ result: { average: number; rank: number } | null }>(actor, authored.id, 'result { average rank }')).result;
    const [row] = await app().sql<{ average: number }>('select round(total_sum::numeric / sheet_count)::int as average from item_result where item_id = $1', [hiddenItem()]);
    expect(await result(officer)).toEqual({ average: row!.average, rank: 1 });
    expect(await result(lead)).toBeNull();
    await runAs(scene.ward.system, () => app().get(InitiativeFacade).recognise([authored.id]));
    expect(await result(lead)).toEqual({ average: row!.average, rank: 1 });
  });
});

describe('an author in office', () => {
  it.each(['AUTHORITY_HEAD', 'COUNCIL_SECRETARY', 'INTAKE_OFFICER'] as const)('as %s sees neither the own item nor its result', async (role) => {
    const lead = await scene.person({ roles: [role] });
    const authored = await anAccepted(scene, lead, officer);
    const [other] = await someAccepted(scene, officer, 1);
    const session = await anOpenSession(scene, cast, [authored, other!]);
    for (const actor of cast.everybody) for (const { id } of session.items) await submitSheet(actor, id, linesOf(rules));
    await step(cast.chair, 'closeScoring', session);
    await meetAndLock(cast, session);
    expect(await lead.client.refusal(ITEM_QUERY, { id: session.items[0]!.id })).toEqual({ code: 'NOT_FOUND', details: {} });
    expect(await look(lead, authored.id, 'result { average }')).toEqual({ result: null });
    // There is something to hide, and the office is not what hides it.
    expect(await look(lead, other!.id, 'result { average }')).toEqual({ result: { average: 8000 } });
    if (role !== 'INTAKE_OFFICER') {
      const seen = await seeSession<SeenSession>(lead, session.id, WHOLE_SESSION);
      expect(seen.items.map(({ code, position }) => [code, position])).toEqual([[other!.code, 1]]);
      expect(seen.progress?.filter(({ itemId }) => itemId === session.items[0]!.id)).toEqual([]);
    }
  }, 30_000);

  it('who is secretary keeps the own initiative on the agenda without seeing it there', async () => {
    const secretary = await scene.person({ roles: ['COUNCIL_SECRETARY'] });
    const authored = await anAccepted(scene, secretary, officer);
    const [other] = await someAccepted(scene, officer, 1);
    const draft = await aDraftSession(scene, cast, [authored, other!]);
    const seen = await seeSession(secretary, draft.id);
    expect(seen.items).toHaveLength(1);
    await secretary.client.ask(`mutation ($input: SetAgendaInput!) { setAgenda(input: $input) { id } }`,
      { input: { sessionId: draft.id, revision: seen.revision, initiativeIds: [other!.id] } });
    expect((await seeSession(cast.secretary, draft.id)).items.map(({ initiativeId }) => initiativeId)).toEqual([other!.id, authored.id]);
  });
});

describe('a chair who is recused', () => {
  it('closes and locks the session, and does not see how far others are with the item', async () => {
    const own = await aCouncil(scene);
    const session = await anOpenSession(scene, own, await someAccepted(scene, officer, 2));
    const [hidden, seen] = session.items.map(({ id }) => id);
    await submitSheet(own.chair, hidden!, linesOf(rules));
    await declare(own.chair, hidden!, 'SUPERVISOR', 'Tôi là thủ trưởng của tác giả.');
    await submitSheet(own.members[0]!, hidden!, linesOf(rules));

    const progress = async (actor: Actor) => (await seeSession<SeenSession>(actor, session.id, WHOLE_SESSION)).progress ?? [];
    expect((await progress(own.secretary)).filter(({ itemId }) => itemId === hidden).map(({ mark }) => mark)).toEqual(['VOID', 'NOT_STARTED', 'SUBMITTED', 'NOT_STARTED']);
    expect((await progress(own.chair)).map(({ itemId }) => itemId)).toEqual(own.everybody.map(() => seen));
    // The secretary learns of the conflict and why; members do not.
    expect((await seeItem<SeenItem>(own.secretary, hidden!, WHOLE_ITEM)).conflicts).toEqual([{ person: { id: own.chair.personId }, kind: 'SUPERVISOR', reason: 'Tôi là thủ trưởng của tác giả.' }]);
    expect((await seeItem<SeenItem>(own.members[0]!, hidden!, WHOLE_ITEM)).conflicts).toEqual([]);

    await step(own.chair, 'closeScoring', session);
    await meetAndLock(own, session);
    expect(await own.chair.client.refusal(ITEM_QUERY, { id: hidden! })).toEqual({ code: 'NOT_FOUND', details: {} });
    expect(await own.chair.client.ask('query ($id: ID!) { evaluationSession(id: $id) { items { id } } }', { id: session.id })).toEqual({ evaluationSession: { items: [{ id: seen }] } });
    // The void sheet counts for nobody.
    expect((await seeItem<SeenItem>(own.members[0]!, hidden!, WHOLE_ITEM)).sheets?.map(({ member }) => member.id)).toEqual([own.members[0]!.personId]);
  });
});

describe('a first adopter on the council', () => {
  it('is recused like an author', async () => {
    const [lead, adopter] = [await scene.person(), await scene.person()];
    const draft = await aCompleteDraft(scene, lead);
    await act(lead, 'setFirstAdopters', { id: draft.id, revision: (await look(lead, draft.id)).revision, adopters: [{ personId: adopter.personId, fullName: 'Người áp dụng', workDone: 'Áp dụng thử.' }] });
    const submitted = await act(lead, 'submitInitiative', aSubmission(await look(lead, draft.id)));
    await act(officer, 'acceptInitiative', { id: draft.id, versionNumber: submitted.currentVersion });
    const own = await aCouncil(scene, { also: [adopter] });
    const session = await anOpenSession(scene, own, [draft]);
    expect((await seeSession<SeenSession>(adopter, session.id, WHOLE_SESSION)).items).toEqual([]);
    expect((await seeItem<SeenItem>(own.chair, session.items[0]!.id, WHOLE_ITEM)).conflicts).toEqual([{ person: { id: adopter.personId }, kind: 'ADOPTER', reason: null }]);
  });
});
