import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addDays } from '@kit/clock';
import { aCampaign } from '../factories/campaign.js';
import type { Actor } from '../factories/identity.js';
import { anAccepted, aScene, look, type Scene, type Seen } from '../factories/initiative.js';
import {
  aConvenedSession, aCouncil, anOpenSession, aPlannedSession, actOn, type Cast, linesOf, presetRules, refusal, seeSession, 
  someAccepted, step, submitSheet,
} from '../factories/evaluation.js';
import { castBallot, closeBallot, meetAndLock, nameBoard, openBallot, sign, sit } from '../factories/meeting.js';
import { useApp } from '../setup/app.js';

// Several people sign in and act one after the other; a busy machine needs time for it.
jest.setTimeout(60_000);
const app = useApp();
let scene: Scene;
let officer: Actor;
let cast: Cast;

beforeAll(async () => {
  scene = await aScene(app());
  officer = await scene.person({ roles: ['INTAKE_OFFICER'] });
  cast = await aCouncil(scene);
}, 60_000);

const one = async (): Promise<Seen> => (await someAccepted(scene, officer, 1))[0]!;
const stateOf = async ({ id }: Pick<Seen, 'id'>): Promise<string> => (await look(officer, id)).state;
const actionsOf = async (actor: Actor, id: string): Promise<string[]> => (await seeSession<{ actions: string[] }>(actor, id, 'actions')).actions;
const eventsOf = async (sessionId: string): Promise<string[]> =>
  (await app().sql<{ type: string }>(`select type from outbox where payload ->> 'sessionId' = $1 order by id`, [sessionId])).map(({ type }) => type);
const WORK = '{ myWork { kind title dueOn link count } }';
const workOf = async (actor: Actor, title: string) => {
  const { myWork } = await actor.client.ask<{ myWork: { kind: string; title: string; dueOn: string | null; link: string; count: number | null }[] }>(WORK);
  return myWork.filter((item) => item.title === title).map(({ title: _title, ...item }) => item);
};

/** What is offered of a meeting before it opens. */
const MEETING = ['CALL_ROLL', 'OPEN_SITTING'];

describe('a session', () => {
  it('says how many sheets an item needs, and offers a decision as soon as one item has a result', async () => {
    const [initiative] = await someAccepted(scene, officer, 1);
    const session = await anOpenSession(scene, cast, [initiative!]);
    const { requiredSheets } = await seeSession<{ requiredSheets: number }>(cast.secretary, session.id, 'requiredSheets');
    const voters = [cast.chair, cast.secretary, ...cast.members];
    expect([voters.length, requiredSheets]).toEqual([4, 3]);
    for (const voter of voters.slice(0, requiredSheets)) await submitSheet(voter, session.items[0]!.id, linesOf(presetRules('ward-start')));
    await step(cast.secretary, 'closeScoring', session);
    await meetAndLock(cast, session);
    expect(await actionsOf(cast.secretary, session.id)).toEqual(['PROPOSE_DECISION']);
  });

  it('goes from draft to lock, and each step says who can do what next', async () => {
    const initiatives = await someAccepted(scene, officer, 2);
    const { id } = await aPlannedSession(scene, cast);
    const [chair, secretary, member] = [cast.chair, cast.secretary, cast.members[0]!];
    const actions = async () => [await actionsOf(chair, id), await actionsOf(secretary, id)];

    expect(await actions()).toEqual([[], ['EDIT_AGENDA', 'CANCEL']]);
    await actOn(secretary, 'setAgenda', { sessionId: id, revision: 1, initiativeIds: initiatives.map((initiative) => initiative.id) });
    expect(await actions()).toEqual([[], ['EDIT_AGENDA', 'CONVENE', 'CANCEL']]);
    expect(await step(secretary, 'conveneSession', { id })).toMatchObject({ state: 'CONVENED', revision: 3 });
    expect(await actions()).toEqual([MEETING, ['EDIT_AGENDA', ...MEETING, 'OPEN_SCORING', 'CANCEL']]);
    expect(await stateOf(initiatives[0]!)).toBe('ACCEPTED');
    expect(await step(secretary, 'openScoring', { id })).toMatchObject({ state: 'SCORING', revision: 4 });
    expect(await actions()).toEqual([[...MEETING, 'CLOSE_SCORING'], [...MEETING, 'CLOSE_SCORING', 'CANCEL']]);
    expect(await stateOf(initiatives[0]!)).toBe('UNDER_EVALUATION');
    expect(await step(secretary, 'closeScoring', { id })).toMatchObject({ state: 'SCORED', revision: 5 });
    expect(await actions()).toEqual([MEETING, MEETING]);
    await sit(cast, { id });
    const inSitting = ['CALL_ROLL', 'OPEN_BALLOT', 'COUNT', 'END_SITTING'];
    expect(await actions()).toEqual([inSitting, inSitting]);
    expect(await step(secretary, 'countSession', { id })).toMatchObject({ state: 'COUNTED', revision: 7 });
    expect(await actions()).toEqual([['CALL_ROLL', 'END_SITTING'], ['CALL_ROLL', 'DRAFT_MINUTES', 'END_SITTING']]);
    await step(secretary, 'endSitting', { id });
    await actOn(secretary, 'draftMinutes', { sessionId: id, revision: 8, conclusion: 'Chưa có phiếu chấm; hoãn các hồ sơ.' });
    expect(await actions()).toEqual([['SIGN_MINUTES', 'LOCK'], ['DRAFT_MINUTES', 'SIGN_MINUTES']]);
    expect(await refusal(chair, 'lockSession', { sessionId: id, revision: 9 })).toEqual({ code: 'MINUTES_NOT_SIGNED', details: { missing: ['PRESIDING', 'SECRETARY'] } });
    await sign(chair, { id }, 'MEETING');
    await sign(secretary, { id }, 'MEETING');
    expect(await actions()).toEqual([['LOCK'], ['DRAFT_MINUTES']]);
    expect(await step(chair, 'lockSession', { id })).toMatchObject({ state: 'LOCKED', revision: 10 });
    // Nobody handed in a sheet: everything is deferred and there is nothing to decide.
    expect(await actions()).toEqual([[], []]);
    expect(await actionsOf(member, id)).toEqual([]);
    // Nothing tells the outcome before the decision: the initiative is as it was.
    expect(await stateOf(initiatives[0]!)).toBe('UNDER_EVALUATION');
    expect(await eventsOf(id)).toEqual([
      'evaluation.session-created', 'evaluation.agenda-set', 'evaluation.session-convened', 'evaluation.scoring-opened',
      'evaluation.scoring-closed', ...cast.everybody.map(() => 'evaluation.roll-called'), 'evaluation.sitting-opened', 'evaluation.session-counted',
      'evaluation.sitting-ended', 'evaluation.minutes-drafted', 'evaluation.minutes-signed', 'evaluation.minutes-signed', 'evaluation.session-locked',
    ]);
  });

  it('says what waits for whom at every step', async () => {
    const initiatives = await someAccepted(scene, officer, 2);
    const title = 'Phiên họp có việc chờ';
    const dueOn = addDays(scene.today, 5);
    const { id } = await aPlannedSession(scene, cast, { title, scoringDueOn: dueOn, heldOn: addDays(scene.today, 3) });
    const [chair, secretary, member] = [cast.chair, cast.secretary, cast.members[0]!];
    await actOn(secretary, 'setAgenda', { sessionId: id, revision: 1, initiativeIds: initiatives.map((initiative) => initiative.id) });
    await step(secretary, 'conveneSession', { id });
    const link = `/thu-ky/phien-hop/${id}`;
    expect(await workOf(secretary, title)).toEqual([{ kind: 'OPEN_SCORING', dueOn: addDays(scene.today, 3), link, count: null }]);
    expect(await workOf(member, title)).toEqual([]);

    const { items } = await step(secretary, 'openScoring', { id });
    const toScore = (count: number) => ({ kind: 'SCORE_SHEETS', dueOn, link: '/cham-diem', count });
    expect(await workOf(member, title)).toEqual([toScore(2)]);
    await submitSheet(member, items[0]!.id, linesOf(presetRules('ward-start')));
    expect(await workOf(member, title)).toEqual([toScore(1)]);
    expect(await workOf(chair, title)).toEqual([toScore(2)]);
    for (const actor of cast.everybody) {
      for (const item of actor === member ? items.slice(1) : items) await submitSheet(actor, item.id, linesOf(presetRules('ward-start')));
    }
    expect(await workOf(chair, title)).toEqual([{ kind: 'CLOSE_SCORING', dueOn, link, count: null }]);
    await step(secretary, 'closeScoring', { id });
    expect(await workOf(chair, title)).toEqual([]);
    const heldOn = addDays(scene.today, 3);
    expect(await workOf(secretary, title)).toEqual([{ kind: 'HOLD_MEETING', dueOn: heldOn, link, count: null }]);
    const session = await sit(cast, { id });
    await openBallot(secretary, items[0]!);
    expect(await workOf(member, title)).toEqual([{ kind: 'CAST_BALLOT', dueOn: null, link: `/phien-hop/${id}`, count: null }]);
    await castBallot(member, items[0]!, 'AGREE');
    expect(await workOf(member, title)).toEqual([]);
    await closeBallot(secretary, items[0]!);
    await nameBoard(cast, session, cast.members);
    await step(secretary, 'countSession', session);
    const toSign = [{ kind: 'SIGN_MINUTES', dueOn: null, link, count: null }];
    expect(await workOf(member, title)).toEqual(toSign);
    for (const each of cast.members) await sign(each, session, 'COUNTING');
    expect(await workOf(member, title)).toEqual([]);
    await step(secretary, 'endSitting', session);
    const { revision } = await seeSession(secretary, id);
    await actOn(secretary, 'draftMinutes', { sessionId: id, revision, conclusion: '' });
    expect([await workOf(chair, title), await workOf(secretary, title)]).toEqual([toSign, toSign]);
    await sign(chair, session, 'MEETING');
    expect(await workOf(chair, title)).toEqual([]);
    await sign(secretary, session, 'MEETING');
    expect(await workOf(chair, title)).toEqual([{ kind: 'LOCK_SESSION', dueOn: null, link, count: null }]);
  }, 30_000);

  it('is prepared by the secretary and locked by the chair, and by nobody else', async () => {
    const session = await aConvenedSession(scene, cast, [await one()]);
    const input = { sessionId: session.id, revision: session.revision };
    for (const actor of [cast.chair, cast.members[0]!]) {
      for (const mutation of ['openScoring', 'cancelSession']) expect(await refusal(actor, mutation, input)).toEqual({ code: 'FORBIDDEN', details: {} });
    }
    const open = await step(cast.secretary, 'openScoring', session);
    expect(await refusal(cast.members[0]!, 'closeScoring', { sessionId: open.id, revision: open.revision })).toEqual({ code: 'FORBIDDEN', details: {} });
    const scored = await step(cast.chair, 'closeScoring', open);
    for (const actor of [cast.secretary, cast.members[0]!]) {
      expect(await refusal(actor, 'lockSession', { sessionId: scored.id, revision: scored.revision })).toEqual({ code: 'FORBIDDEN', details: {} });
    }
  });

  it('refuses a step that does not fit its state, and one that builds on an old revision', async () => {
    const session = await aConvenedSession(scene, cast, [await one()]);
    expect(await refusal(cast.secretary, 'closeScoring', { sessionId: session.id, revision: session.revision }))
      .toEqual({ code: 'SESSION_WRONG_STATE', details: { state: 'CONVENED' } });
    expect(await refusal(cast.secretary, 'openScoring', { sessionId: session.id, revision: session.revision - 1 }))
      .toEqual({ code: 'REVISION_CONFLICT', details: { current: session.revision }, path: ['input', 'revision'] });
  });

  it('is not convened without an agenda', async () => {
    const { id, revision } = await aPlannedSession(scene, cast);
    expect(await refusal(cast.secretary, 'conveneSession', { sessionId: id, revision })).toEqual({ code: 'AGENDA_EMPTY', details: {} });
  });

  it('belongs to a council and a campaign of the ward that can still judge', async () => {
    const elsewhere = await aScene(app());
    const planned = { councilId: cast.councilId, campaignId: scene.campaignId, title: 'Phiên họp' };
    const create = (given: object) => refusal(cast.secretary, 'createSession', { ...planned, ...given });
    expect(await create({ campaignId: elsewhere.campaignId })).toEqual({ code: 'NOT_FOUND', details: {}, path: ['input', 'campaignId'] });
    expect(await create({ councilId: (await aCouncil(elsewhere)).councilId })).toEqual({ code: 'NOT_FOUND', details: {}, path: ['input', 'councilId'] });
    expect(await create({ campaignId: await aCampaign(app(), scene.ward, { state: 'PLANNED' }) }))
      .toEqual({ code: 'SESSION_CAMPAIGN_UNFIT', details: { state: 'PLANNED' }, path: ['input', 'campaignId'] });
    expect(await create({ scoringDueOn: addDays(scene.today, -1) })).toEqual({ code: 'SESSION_DUE_DATE_PASSED', details: {}, path: ['input', 'scoringDueOn'] });
    expect(await refusal(cast.chair, 'createSession', planned)).toEqual({ code: 'FORBIDDEN', details: {} });
  });
});

describe('day, place and last day for sheets', () => {
  const DATES = 'heldOn place scoringDueOn';
  const told = async (sessionId: string): Promise<number[]> => (await app().sql<{ members: number }>(`
    select jsonb_array_length(payload -> 'memberIds') as members from outbox where type = 'evaluation.session-rescheduled' and payload ->> 'sessionId' = $1`,
  [sessionId])).map(({ members }) => members);

  it('can be changed until scoring opens, and whoever was invited hears of it', async () => {
    const dates = { heldOn: addDays(scene.today, 20), place: 'Phòng họp B', scoringDueOn: addDays(scene.today, 12) };
    const draft = await aPlannedSession(scene, cast);
    expect((await actOn(cast.secretary, 'rescheduleSession', { sessionId: draft.id, revision: draft.revision, ...dates })).revision).toBe(draft.revision + 1);
    expect([await seeSession(cast.secretary, draft.id, DATES), await told(draft.id)]).toEqual([dates, [0]]);
    const convened = await aConvenedSession(scene, cast, [await one()]);
    const { revision } = await actOn(cast.secretary, 'rescheduleSession', { sessionId: convened.id, revision: convened.revision, heldOn: dates.heldOn });
    expect([await seeSession(cast.chair, convened.id, `${DATES} state`), await told(convened.id)])
      .toEqual([{ heldOn: dates.heldOn, place: null, scoringDueOn: null, state: 'CONVENED' }, [cast.everybody.length]]);
    const { notifications } = await cast.members[0]!.client.ask<{ notifications: { edges: { node: { kind: string; params: { name: string; value: string }[] } }[] } }>(
      '{ notifications(first: 1) { edges { node { kind params { name value } } } } }');
    expect(notifications.edges[0]!.node.kind).toBe('SESSION_RESCHEDULED');
    expect(notifications.edges[0]!.node.params).toContainEqual({ name: 'heldOn', value: dates.heldOn });
    await step(cast.secretary, 'openScoring', convened);
    expect(await refusal(cast.secretary, 'rescheduleSession', { sessionId: convened.id, revision: revision + 1, ...dates }))
      .toEqual({ code: 'SESSION_WRONG_STATE', details: { state: 'SCORING' } });
  });

  it('are refused in the past, from others than the secretary, and over a newer revision', async () => {
    const { id: sessionId, revision } = await aConvenedSession(scene, cast, [await one()]);
    const yesterday = addDays(scene.today, -1);
    const change = (actor: Actor, given: object) => refusal(actor, 'rescheduleSession', { sessionId, revision, ...given });
    expect(await change(cast.secretary, { scoringDueOn: yesterday })).toEqual({ code: 'SESSION_DUE_DATE_PASSED', details: {}, path: ['input', 'scoringDueOn'] });
    expect(await change(cast.chair, {})).toEqual({ code: 'FORBIDDEN', details: {} });
    expect(await change(cast.secretary, { revision: revision - 1 })).toMatchObject({ code: 'REVISION_CONFLICT', details: { current: revision } });
    // What was set in time may stay while something else changes.
    await app().sql('update evaluation_session set scoring_due_on = $2 where id = $1', [sessionId, yesterday]);
    await actOn(cast.secretary, 'rescheduleSession', { sessionId, revision, scoringDueOn: yesterday, place: 'Phòng họp C' });
    expect(await seeSession(cast.secretary, sessionId, 'place scoringDueOn')).toEqual({ place: 'Phòng họp C', scoringDueOn: yesterday });
  });
});

describe('what is fixed when scoring opens', () => {
  it('are rules with their hash and the members in force, whatever happens to the council afterwards', async () => {
    const own = await aCouncil(scene);
    const session = await aConvenedSession(scene, own, [await one()]);
    expect(await seeSession(own.chair, session.id, 'rules { scale }')).toEqual({ rules: null });
    await step(own.secretary, 'openScoring', session);
    const leaver = own.members[1]!;
    await app().sql(`update council_member set valid_to = vn_today() - 1 where council_id = $1 and person_id = $2`, [own.councilId, leaver.personId]);
    expect(await seeSession(own.chair, session.id, 'rules { scale minSheets } members { role isVoting position person { id } }')).toEqual({
      rules: { scale: 10_000, minSheets: 3 },
      members: own.everybody.map(({ personId }, index) => ({
        role: ['CHAIR', 'SECRETARY'][index] ?? 'MEMBER', isVoting: true, position: index + 1, person: { id: personId },
      })),
    });
    const [row] = await app().sql<{ same: boolean; frozen: boolean }>(`
      select s.rules_sha256 = r.rules_sha256 and s.rules = r.rules as same, r.frozen_at is not null as frozen
      from evaluation_session s join evaluation_regulation r on r.id = s.regulation_id where s.id = $1`, [session.id]);
    expect(row).toEqual({ same: true, frozen: true });
  });

  it('needs a council in its term with all it takes', async () => {
    const own = await aCouncil(scene);
    const session = await aConvenedSession(scene, own, [await one()]);
    const input = { sessionId: session.id, revision: session.revision };
    // The ward's other secretary tries: the own one has left.
    const other = await scene.person({ roles: ['COUNCIL_SECRETARY'] });
    await app().sql(`update council_member set valid_to = vn_today() - 1 where council_id = $1 and role = 'SECRETARY'`, [own.councilId]);
    expect(await refusal(other, 'openScoring', input)).toMatchObject({ code: 'COUNCIL_NOT_IN_FORCE', details: { termTo: addDays(scene.today, 300) } });
  });

  it('finds the author among members before they come, and among those who were appointed after the agenda was set', async () => {
    const lead = await scene.person();
    const own = await aCouncil(scene, { also: [lead] });
    const place = (from: string, to: string) => app().sql(`update council_member set valid_from = ${from}, valid_to = ${to} where council_id = $1 and person_id = $2`, [own.councilId, lead.personId]);
    const AUTHOR = { personId: lead.personId, kind: 'AUTHOR', source: 'AUTO', decision: 'RECUSED' };
    await place('vn_today() - 2', 'vn_today() - 1');
    const session = await aConvenedSession(scene, own, [await anAccepted(scene, lead, officer)]);
    const conflicts = () => app().sql(`select person_id as "personId", kind, source, decision from conflict where item_id = $1`, [session.items[0]!.id]);
    expect(await conflicts()).toEqual([]);
    await place('vn_today() + 1', 'null');
    const { revision } = await seeSession(own.secretary, session.id);
    await actOn(own.secretary, 'setAgenda', { sessionId: session.id, revision, initiativeIds: session.items.map(({ initiativeId }) => initiativeId) });
    expect(await conflicts()).toEqual([AUTHOR]);
    await app().sql('delete from conflict where item_id = $1', [session.items[0]!.id]);
    await place('vn_today()', 'null');
    await step(own.secretary, 'openScoring', session);
    expect(await conflicts()).toEqual([AUTHOR]);
  });
});

describe('a session that comes to nothing', () => {
  it('gives its initiatives back when it is cancelled, also while members score', async () => {
    const initiative = await one();
    const session = await anOpenSession(scene, cast, [initiative]);
    await submitSheet(cast.chair, session.items[0]!.id, linesOf(presetRules('ward-start')));
    expect(await step(cast.secretary, 'cancelSession', session)).toMatchObject({ state: 'CANCELLED' });
    expect(await stateOf(initiative)).toBe('ACCEPTED');
    expect(await actionsOf(cast.secretary, session.id)).toEqual([]);
    const again = await anOpenSession(scene, cast, [initiative]);
    expect(again.items.map(({ initiativeId }) => initiativeId)).toEqual([initiative.id]);
  });

  it('puts an initiative off, which then comes before another session and can be withdrawn before it', async () => {
    const lead = await scene.person();
    const initiative = await anAccepted(scene, lead, officer);
    const first = await anOpenSession(scene, cast, [initiative]);
    await submitSheet(cast.chair, first.items[0]!.id, linesOf(presetRules('ward-start')));
    const scored = await step(cast.chair, 'closeScoring', first, 'id state revision items { id initiativeId position result { outcome sheetCount reasons { code text } } }');
    expect(scored.items[0]).toMatchObject({
      result: {
        outcome: 'DEFERRED', sheetCount: 1,
        reasons: [{ code: 'TOO_FEW_SHEETS', text: 'Mới có 1 phiếu chấm hợp lệ, cần ít nhất 3 phiếu (Hội đồng có 4 thành viên).' }],
      },
    });
    const planned = await aPlannedSession(scene, cast);
    const wish = { sessionId: planned.id, revision: 1, initiativeIds: [initiative.id] };
    expect((await refusal(cast.secretary, 'setAgenda', wish)).faults).toMatchObject([{ code: 'AGENDA_INITIATIVE_TAKEN' }]);
    await meetAndLock(cast, first);
    expect((await look<{ actions: string[] }>(lead, initiative.id, 'actions')).actions).toEqual(['WITHDRAW']);

    const CANDIDATES = 'query ($id: ID!) { agendaCandidates(sessionId: $id, first: 100) { edges { node { id } } } }';
    const candidates = async () => (await cast.secretary.client.ask<{ agendaCandidates: { edges: { node: { id: string } }[] } }>(CANDIDATES, { id: planned.id }))
      .agendaCandidates.edges.map(({ node }) => node.id);
    expect(await candidates()).toContain(initiative.id);
    const second = await actOn(cast.secretary, 'setAgenda', wish);
    expect(await candidates()).not.toContain(initiative.id);
    await step(cast.secretary, 'conveneSession', second);
    expect(await step(cast.secretary, 'openScoring', second)).toMatchObject({ state: 'SCORING' });
    // Cancelled, it is where it was: put off, and not accepted anew.
    await step(cast.secretary, 'cancelSession', second);
    expect(await stateOf(initiative)).toBe('UNDER_EVALUATION');
    expect(await candidates()).toContain(initiative.id);
  }, 30_000);

  it('with one result that is no deferral does not free the initiative', async () => {
    const initiative = await one();
    const session = await anOpenSession(scene, cast, [initiative]);
    for (const actor of cast.everybody) await submitSheet(actor, session.items[0]!.id, linesOf(presetRules('ward-start')));
    await step(cast.chair, 'closeScoring', session);
    await meetAndLock(cast, session);
    const planned = await aPlannedSession(scene, cast);
    expect((await refusal(cast.secretary, 'setAgenda', { sessionId: planned.id, revision: 1, initiativeIds: [initiative.id] })).faults)
      .toMatchObject([{ code: 'AGENDA_INITIATIVE_NOT_READY' }]);
  });
});
