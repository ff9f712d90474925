import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Actor } from '../factories/identity.js';
import { aConvenedSession, refusal, seeItem, seeSession, type Session, someAccepted, step } from '../factories/evaluation.js';
import { aJudgedWard, aScoredSession, type Judged } from '../factories/judged.js';
import { actOnMeeting, CALL_ROLL, callRoll, castBallot, CLOSE_BALLOT, concludeAndLock, nameBoard, OPEN_BALLOT, openBallot, sit, vote } from '../factories/meeting.js';
import { useApp } from '../setup/app.js';

/*
 * How a council comes together: roll-call, quorum, who presides, adjourning. Five voting members; a quorum is four of them,
 * among them whoever presides and the secretary (domain 3.7).
 */

jest.setTimeout(120_000);
const app = useApp();
let judged: Judged;
let cast: Judged['cast'];
let deputy: Actor;

beforeAll(async () => {
  judged = await aJudgedWard(app(), undefined, [{ role: 'DEPUTY_CHAIR' }, { role: 'MEMBER' }, { role: 'MEMBER' }]);
  cast = judged.cast;
  deputy = cast.members[0]!;
}, 120_000);

const convened = async (): Promise<Session> => aConvenedSession(judged.scene, cast, await someAccepted(judged.scene, judged.officer, 1));
const without = (...absent: readonly Actor[]): Actor[] => cast.everybody.filter((one) => !absent.includes(one));

async function refusedSitting(session: Pick<Session, 'id'>, given: object = {}): ReturnType<Actor['client']['refusal']> {
  const { revision } = await seeSession(cast.secretary, session.id);
  return refusal(cast.secretary, 'openSitting', { sessionId: session.id, revision, ...given });
}

async function rows(session: Pick<Session, 'id'>): Promise<object> {
  const [row] = await app().sql(`select s.state, s.revision, s.fixed_at, (select count(*)::int from sitting t where t.session_id = s.id) as sittings,
    (select count(*)::int from session_member m where m.session_id = s.id) as members from evaluation_session s where s.id = $1`, [session.id]);
  return row!;
}

const MEETING = 'meeting { sittings { number present required appointed ending endingReason authorisation presiding { id } } attendance { person { id } mode stays { mode outAt } isExcused } }';
interface SeenMeeting {
  readonly meeting: {
    readonly sittings: readonly Record<string, unknown>[];
    readonly attendance: readonly { readonly person: { readonly id: string }; readonly mode: string | null; readonly stays: readonly { readonly outAt: string | null }[]; readonly isExcused: boolean | null }[];
  };
}
const seeMeeting = async (session: Pick<Session, 'id'>): Promise<SeenMeeting['meeting']> => (await seeSession<SeenMeeting>(cast.secretary, session.id, MEETING)).meeting;

describe('opening a meeting', () => {
  it('is refused to three of five, and nothing is fixed', async () => {
    const session = await convened();
    for (const actor of cast.everybody.slice(0, 3)) await callRoll(cast.secretary, session, actor, 'PRESENT');
    const before = await rows(session);
    expect(await refusedSitting(session)).toEqual({ code: 'QUORUM_NOT_MET', details: { present: 3, required: 4, missing: ['MEMBERS'] } });
    expect(await rows(session)).toEqual(before);
    expect(before).toMatchObject({ state: 'CONVENED', fixed_at: null, sittings: 0, members: 0 });
  });

  it.each([['the chair', 'CHAIR', 0], ['the secretary', 'SECRETARY', 1]] as const)('is refused without %s, though four are there', async (_, missing, index) => {
    const session = await convened();
    for (const actor of without(cast.everybody[index]!)) await callRoll(cast.chair, session, actor, 'PRESENT');
    expect(await refusedSitting(session)).toMatchObject({ code: 'QUORUM_NOT_MET', details: { present: 4, required: 4, missing: [missing] } });
  });

  it('counts who is online like who is in the room, and not who has left', async () => {
    const session = await convened();
    await callRoll(cast.secretary, session, cast.chair, 'ONLINE');
    for (const actor of cast.everybody.slice(1, 4)) await callRoll(cast.secretary, session, actor, 'PRESENT');
    await callRoll(cast.secretary, session, deputy, 'LEFT');
    expect(await refusedSitting(session)).toMatchObject({ code: 'QUORUM_NOT_MET', details: { present: 3 } });
    await callRoll(deputy, session, deputy, 'ONLINE');
    await sit(cast, session, []);
    const { sittings, attendance } = await seeMeeting(session);
    expect(sittings).toEqual([{ number: 1, present: 4, required: 4, appointed: 5, ending: null, endingReason: null, authorisation: null, presiding: { id: cast.chair.personId } }]);
    expect(attendance.map(({ mode }) => mode)).toEqual(['ONLINE', 'PRESENT', 'ONLINE', 'PRESENT', null]);
    expect(attendance[2]!.stays.map(({ outAt }) => outAt === null)).toEqual([false, true]);
  });

  it('happens once', async () => {
    const session = await convened();
    await sit(cast, session);
    expect(await refusedSitting(session)).toMatchObject({ code: 'SITTING_OPEN' });
  });
});

describe('a deputy', () => {
  it('presides with the written authorisation of the chair only, and a member not at all', async () => {
    const session = await convened();
    for (const actor of without(cast.chair)) await callRoll(cast.secretary, session, actor, 'PRESENT');
    const refused = { code: 'PRESIDING_NOT_AUTHORISED', path: ['input', 'presidingPersonId'] };
    expect(await refusedSitting(session, { presidingPersonId: deputy.personId })).toMatchObject(refused);
    expect(await refusedSitting(session, { presidingPersonId: cast.members[1]!.personId, authorisation: '01/UQ-HĐSK' })).toMatchObject(refused);
    expect(await refusedSitting(session, { presidingPersonId: judged.officer.personId, authorisation: '01/UQ-HĐSK' })).toMatchObject(refused);
    expect(await rows(session)).toMatchObject({ fixed_at: null, sittings: 0 });
    await sit(cast, session, [], { presidingPersonId: deputy.personId, authorisation: '01/UQ-HĐSK ngày 20/11/2026' });
    expect((await seeMeeting(session)).sittings).toMatchObject([{ present: 4, authorisation: '01/UQ-HĐSK ngày 20/11/2026', presiding: { id: deputy.personId } }]);
  });

  it('who presided must be there at the ballot, and signs the minutes instead of the chair', async () => {
    const session = await aScoredSession(judged);
    await sit(cast, session, without(cast.chair), { presidingPersonId: deputy.personId, authorisation: '01/UQ-HĐSK' });
    await callRoll(deputy, session, deputy, 'LEFT');
    await callRoll(cast.secretary, session, cast.chair, 'PRESENT');
    expect(await cast.secretary.client.refusal(OPEN_BALLOT, { id: session.items[0]!.id }))
      .toMatchObject({ code: 'QUORUM_NOT_MET', details: { present: 4, required: 4, missing: ['CHAIR'] } });
    await callRoll(deputy, session, deputy, 'PRESENT');
    await vote(cast, session.items[0]!);
    await nameBoard(cast, session);
    await step(cast.secretary, 'countSession', session);
    expect((await concludeAndLock({ ...cast, chair: deputy }, session)).state).toBe('LOCKED');
    expect(await app().sql(`select g.person_id as person, g.capacity from minutes_signature g join minutes m on m.id = g.minutes_id where m.session_id = $1 and m.kind = 'MEETING' order by g.capacity`, [session.id]))
      .toEqual([{ person: deputy.personId, capacity: 'PRESIDING' }, { person: cast.secretary.personId, capacity: 'SECRETARY' }]);
  });
});

describe('a quorum that is lost', () => {
  it('stops the ballot of the second item and the count, until the council meets again', async () => {
    const session = await aScoredSession(judged, { items: 2 });
    const [first, second] = session.items;
    await sit(cast, session, cast.everybody.slice(0, 4));
    await vote(cast, first!);
    await callRoll(cast.members[1]!, session, cast.members[1]!, 'LEFT');
    const lost = { code: 'QUORUM_NOT_MET', details: { present: 3, required: 4, missing: ['MEMBERS'] } };
    expect(await cast.secretary.client.refusal(OPEN_BALLOT, { id: second!.id })).toMatchObject(lost);
    await nameBoard(cast, session, [cast.secretary, deputy]);
    const { revision } = await seeSession(cast.secretary, session.id);
    expect(await refusal(cast.secretary, 'countSession', { sessionId: session.id, revision })).toMatchObject(lost);
    expect(await app().sql('select item_id from ballot_item where session_id = $1', [session.id])).toEqual([{ item_id: first!.id }]);

    await actOnMeeting(cast.secretary, 'endSitting', session, { adjournedBecause: 'Không đủ thành phần.' });
    expect((await seeMeeting(session)).attendance.map(({ mode }) => mode)).toEqual([null, null, null, null, null]);
    expect(await cast.secretary.client.refusal(OPEN_BALLOT, { id: second!.id })).toMatchObject({ code: 'SITTING_NOT_OPEN' });
    await sit(cast, session);
    await vote(cast, second!, ['AGREE', 'AGREE', 'AGREE', 'AGREE', 'DISAGREE']);
    expect((await step(cast.secretary, 'countSession', session)).state).toBe('COUNTED');
    expect((await seeMeeting(session)).sittings).toMatchObject([
      { number: 1, present: 4, ending: 'ADJOURNED', endingReason: 'Không đủ thành phần.' }, { number: 2, present: 5, ending: null },
    ]);
    // Who came to one of the two sittings was there: the sheet of the fifth member counts for both items.
    expect(await app().sql('select r.sheet_count as n, (r.vote ->> $2)::int as issued from item_result r join agenda_item a on a.id = r.item_id where a.session_id = $1 order by a.position', [session.id, 'issued']))
      .toEqual([{ n: 5, issued: 4 }, { n: 5, issued: 5 }]);
  });
});

describe('a meeting', () => {
  it('does not end, and the session is not counted, while a ballot is open', async () => {
    const session = await aScoredSession(judged);
    await sit(cast, session);
    await openBallot(cast.secretary, session.items[0]!);
    await castBallot(cast.chair, session.items[0]!, 'AGREE');
    await nameBoard(cast, session);
    const { revision } = await seeSession(cast.secretary, session.id);
    expect(await refusal(cast.secretary, 'endSitting', { sessionId: session.id, revision })).toMatchObject({ code: 'BALLOT_OPEN' });
    expect(await refusal(cast.secretary, 'countSession', { sessionId: session.id, revision })).toMatchObject({ code: 'BALLOT_OPEN' });
    await cast.secretary.client.ask(CLOSE_BALLOT, { id: session.items[0]!.id });
  });

  it('notes who comes twice, who left without being there, and who is not of the council', async () => {
    const session = await convened();
    const input = (actor: Actor, mark: string) => ({ input: { sessionId: session.id, personId: actor.personId, mark } });
    await callRoll(cast.secretary, session, deputy, 'PRESENT');
    expect(await cast.secretary.client.refusal(CALL_ROLL, input(deputy, 'ONLINE'))).toMatchObject({ code: 'ALREADY_IN_MEETING' });
    expect(await cast.secretary.client.refusal(CALL_ROLL, input(cast.chair, 'LEFT'))).toMatchObject({ code: 'NOT_IN_MEETING' });
    expect(await cast.secretary.client.refusal(CALL_ROLL, input(judged.officer, 'PRESENT'))).toMatchObject({ code: 'NOT_FOUND' });
    // A member speaks for themself, and for nobody else.
    expect(await cast.members[1]!.client.refusal(CALL_ROLL, input(cast.members[2]!, 'PRESENT'))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await cast.members[1]!.client.refusal(CALL_ROLL, input(cast.members[1]!, 'EXCUSED'))).toMatchObject({ code: 'FORBIDDEN' });
    await callRoll(cast.members[1]!, session, cast.members[1]!, 'ONLINE');
    expect((await seeMeeting(session)).attendance.map(({ mode }) => mode)).toEqual([null, null, 'PRESENT', 'ONLINE', null]);
  });

  it('forgets a stay that was noted by mistake, and an absence of somebody who came after all', async () => {
    const session = await convened();
    await callRoll(cast.secretary, session, deputy, 'PRESENT');
    await callRoll(cast.secretary, session, deputy, 'MISTAKEN', { reason: 'Nhầm người.' });
    await callRoll(cast.secretary, session, cast.chair, 'EXCUSED', { reason: 'Ốm.' });
    expect((await seeMeeting(session)).attendance[0]).toMatchObject({ isExcused: true });
    await callRoll(cast.chair, session, cast.chair, 'PRESENT');
    const { attendance } = await seeMeeting(session);
    expect(attendance[0]).toMatchObject({ mode: 'PRESENT', isExcused: null });
    expect(attendance[2]).toMatchObject({ mode: null, stays: [] });
    expect(await app().sql('select void_reason from attendance where session_id = $1 and person_id = $2', [session.id, deputy.personId])).toEqual([{ void_reason: 'Nhầm người.' }]);
  });

  it('shows the item at hand to everybody but those recused on it, who hear only that it is closed to them', async () => {
    const recused = cast.members[2]!;
    const session = await aScoredSession(judged, { recused: [recused] });
    await sit(cast, session);
    await cast.secretary.client.ask('mutation ($id: ID!) { showItem(itemId: $id) { id } }', { id: session.items[0]!.id });
    const shown = (actor: Actor) => seeSession(actor, session.id, 'meeting { currentItemId isClosedToViewer }');
    expect(await shown(deputy)).toEqual({ meeting: { currentItemId: session.items[0]!.id, isClosedToViewer: false } });
    expect(await shown(recused)).toEqual({ meeting: { currentItemId: null, isClosedToViewer: true } });
    const SAVE = 'mutation ($input: SaveProceedingsInput!) { saveProceedings(input: $input) { proceedings { notes revision } } }';
    const notes = { itemId: session.items[0]!.id, revision: 0, notes: 'Tác giả trả lời hai câu hỏi.' };
    expect(await cast.secretary.client.ask(SAVE, { input: notes })).toEqual({ saveProceedings: { proceedings: { notes: notes.notes, revision: 1 } } });
    expect(await cast.secretary.client.refusal(SAVE, { input: notes })).toMatchObject({ code: 'REVISION_CONFLICT', details: { current: 1 } });
    expect(await seeItem(cast.chair, notes.itemId, 'proceedings { notes }')).toEqual({ proceedings: { notes: notes.notes } });
    expect(await recused.client.refusal('query ($id: ID!) { agendaItem(id: $id) { proceedings { notes } } }', { id: notes.itemId })).toMatchObject({ code: 'NOT_FOUND' });
  });
});
