import { VerifySession } from '@domain/evaluation';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { runAs } from '@kit/context';
import type { Actor } from '../factories/identity.js';
import { refusal, seeSession, type Session, step } from '../factories/evaluation.js';
import { aJudgedWard, aScoredSession, type Judged, seeResult } from '../factories/judged.js';
import { actOnMeeting, CALL_ROLL, callRoll, concludeAndLock, nameBoard, sign, sit, vote } from '../factories/meeting.js';
import { useApp } from '../setup/app.js';

/* From the count to the lock: the counting board, the minutes, who signs what, and what a member who comes late changes. */

jest.setTimeout(120_000);
const app = useApp();
let judged: Judged;
let cast: Judged['cast'];
let board: readonly Actor[];

beforeAll(async () => {
  judged = await aJudgedWard(app());
  cast = judged.cast;
  board = cast.members.slice(1);
}, 120_000);

/** A session whose one item has been voted on in a sitting of these members that is still open. */
async function aVoted(present: readonly Actor[] = cast.everybody): Promise<Session> {
  const session = await aScoredSession(judged);
  await sit(cast, session, present);
  await vote(cast, session.items[0]!, ['AGREE'], present);
  return session;
}

async function aCounted(present: readonly Actor[] = cast.everybody, counting = board): Promise<Session> {
  const session = await aVoted(present);
  await nameBoard(cast, session, counting);
  return step(cast.secretary, 'countSession', session);
}

async function refusedAct(actor: Actor, mutation: string, session: Pick<Session, 'id'>, given: object = {}): ReturnType<Actor['client']['refusal']> {
  const { revision } = await seeSession(cast.secretary, session.id);
  return refusal(actor, mutation, { sessionId: session.id, revision, ...given });
}

interface SeenMinutes {
  readonly id: string;
  readonly kind: string;
  readonly number: number;
  readonly sha256: string;
  readonly conclusion: string;
  readonly items: readonly object[];
  readonly signatures: readonly { readonly capacity: string }[];
}
const MINUTES = 'minutes { id kind number sha256 conclusion items { itemId outcome notes vote { issued returned valid invalid agree disagree } } signatures { capacity } }';
async function seeMinutes(session: Pick<Session, 'id'>, kind: string, actor: Actor = cast.secretary): Promise<SeenMinutes | undefined> {
  return (await seeSession<{ minutes: SeenMinutes[] }>(actor, session.id, MINUTES)).minutes.find((one) => one.kind === kind);
}
const verified = (session: Pick<Session, 'id'>) => runAs(judged.scene.ward.system, () => app().get(VerifySession).execute(session.id));

describe('the counting board', () => {
  it('has two or three different members of the session', async () => {
    const session = await aVoted();
    const ids = (...people: readonly Actor[]) => ({ personIds: people.map(({ personId }) => personId) });
    const size = { code: 'COUNTING_BOARD_SIZE', details: { least: 2, most: 3 }, path: ['input', 'personIds'] };
    expect(await refusedAct(cast.secretary, 'nameCountingBoard', session, ids(cast.chair))).toEqual(size);
    expect(await refusedAct(cast.secretary, 'nameCountingBoard', session, ids(...cast.everybody.slice(0, 4)))).toEqual(size);
    expect(await refusedAct(cast.secretary, 'nameCountingBoard', session, ids(cast.chair, cast.chair))).toEqual(size);
    expect(await refusedAct(cast.secretary, 'nameCountingBoard', session, ids())).toEqual(size);
    expect(await refusedAct(cast.secretary, 'nameCountingBoard', session, ids(cast.chair, judged.officer))).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'personIds', 1] });
    expect(await refusedAct(cast.members[0]!, 'nameCountingBoard', session, ids(...board))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await app().sql('select person_id from counting_board_member where session_id = $1', [session.id])).toEqual([]);
    await nameBoard(cast, session, [...board, cast.chair]);
    await nameBoard(cast, session, board);
    expect(await app().sql('select person_id as id from counting_board_member where session_id = $1 order by position', [session.id])).toEqual(board.map(({ personId }) => ({ id: personId })));
  });

  it('is needed for the count of secret ballots, and each of them signs before the minutes are drafted', async () => {
    const session = await aVoted();
    expect(await refusedAct(cast.secretary, 'countSession', session)).toMatchObject({ code: 'COUNTING_BOARD_MISSING' });
    expect((await seeSession(cast.secretary, session.id)).state).toBe('BALLOTING');
    await nameBoard(cast, session, board);
    await step(cast.secretary, 'countSession', session);
    expect(await refusedAct(cast.secretary, 'nameCountingBoard', session, { personIds: cast.everybody.slice(0, 2).map(({ personId }) => personId) })).toMatchObject({ code: 'SESSION_WRONG_STATE' });
    const counting = (await seeMinutes(session, 'COUNTING'))!;
    expect(counting).toMatchObject({ number: 1, signatures: [], items: [{ outcome: 'EFFECTIVE_AND_REPLICABLE', vote: { issued: 5, returned: 5, valid: 5, invalid: 0, agree: 5, disagree: 0 } }] });
    expect(await cast.chair.client.refusal('mutation ($input: SignMinutesInput!) { signMinutes(input: $input) { id } }', { input: { minutesId: counting.id, sha256: counting.sha256 } }))
      .toMatchObject({ code: 'NOT_A_SIGNER' });
    await sign(board[0]!, session, 'COUNTING');
    await sign(board[0]!, session, 'COUNTING');
    await actOnMeeting(cast.secretary, 'endSitting', session, {});
    expect(await refusedAct(cast.secretary, 'draftMinutes', session, { conclusion: 'Kết luận.' })).toMatchObject({ code: 'COUNTING_NOT_SIGNED', details: { missing: 1 } });
    await sign(board[1]!, session, 'COUNTING');
    await actOnMeeting(cast.secretary, 'draftMinutes', session, { conclusion: 'Kết luận.' });
    expect((await seeMinutes(session, 'COUNTING'))!.signatures).toEqual([{ capacity: 'COUNTING_BOARD' }, { capacity: 'COUNTING_BOARD' }]);
  });
});

describe('the minutes', () => {
  it('are drafted when the meeting is over, and a session without both signatures is not locked', async () => {
    const session = await aCounted();
    for (const member of board) await sign(member, session, 'COUNTING');
    expect(await refusedAct(cast.secretary, 'draftMinutes', session, { conclusion: 'Kết luận.' })).toMatchObject({ code: 'SITTING_OPEN' });
    expect(await refusedAct(cast.chair, 'lockSession', session)).toMatchObject({ code: 'SESSION_WRONG_STATE' });
    await actOnMeeting(cast.secretary, 'endSitting', session, {});
    await actOnMeeting(cast.secretary, 'draftMinutes', session, { conclusion: 'Kết luận.' });
    expect(await refusedAct(cast.chair, 'lockSession', session)).toMatchObject({ code: 'MINUTES_NOT_SIGNED', details: { missing: ['PRESIDING', 'SECRETARY'] } });
    await sign(cast.secretary, session, 'MEETING');
    expect(await refusedAct(cast.chair, 'lockSession', session)).toMatchObject({ code: 'MINUTES_NOT_SIGNED', details: { missing: ['PRESIDING'] } });
    expect(await refusedAct(cast.secretary, 'lockSession', session)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await app().sql('select state, locked_at, (select count(*)::int from session_seal l where l.session_id = s.id) as seals from evaluation_session s where id = $1', [session.id]))
      .toEqual([{ state: 'MINUTES_DRAFT', locked_at: null, seals: 0 }]);
    await sign(cast.chair, session, 'MEETING');
    expect((await step(cast.chair, 'lockSession', session)).state).toBe('LOCKED');
    const { seal } = await seeSession<{ seal: { sha256: string } }>(cast.chair, session.id, 'seal { sha256 }');
    expect(await verified(session)).toEqual({ isEqual: true, sha256: seal.sha256, items: 1 });
  });

  it('drafted again are signed again, and nobody signs what they have not read', async () => {
    const SIGN = 'mutation ($input: SignMinutesInput!) { signMinutes(input: $input) { id } }';
    const session = await aCounted();
    for (const member of board) await sign(member, session, 'COUNTING');
    await actOnMeeting(cast.secretary, 'endSitting', session, {});
    await actOnMeeting(cast.secretary, 'draftMinutes', session, { conclusion: 'Bản một.' });
    await sign(cast.secretary, session, 'MEETING');
    await sign(cast.chair, session, 'MEETING');
    const first = (await seeMinutes(session, 'MEETING'))!;
    await actOnMeeting(cast.secretary, 'draftMinutes', session, { conclusion: 'Bản hai.' });
    const second = (await seeMinutes(session, 'MEETING'))!;
    expect(second).toMatchObject({ number: 2, conclusion: 'Bản hai.', signatures: [] });
    expect(second.sha256).not.toBe(first.sha256);
    expect(await refusedAct(cast.chair, 'lockSession', session)).toMatchObject({ code: 'MINUTES_NOT_SIGNED', details: { missing: ['PRESIDING', 'SECRETARY'] } });
    const changed = { code: 'MINUTES_CHANGED', path: ['input', 'sha256'] };
    expect(await cast.chair.client.refusal(SIGN, { input: { minutesId: second.id, sha256: first.sha256 } })).toMatchObject(changed);
    expect(await cast.chair.client.refusal(SIGN, { input: { minutesId: first.id, sha256: first.sha256 } })).toMatchObject(changed);
    expect(await cast.members[0]!.client.refusal(SIGN, { input: { minutesId: second.id, sha256: second.sha256 } })).toMatchObject({ code: 'NOT_A_SIGNER' });
    expect(await judged.officer.client.refusal(SIGN, { input: { minutesId: second.id, sha256: second.sha256 } })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await app().sql('select count(*)::int as n from minutes_signature where minutes_id = $1', [second.id])).toEqual([{ n: 0 }]);
    await sign(cast.chair, session, 'MEETING');
    await sign(cast.secretary, session, 'MEETING');
    expect((await step(cast.chair, 'lockSession', session)).state).toBe('LOCKED');
    expect(await cast.chair.client.refusal(SIGN, { input: { minutesId: second.id, sha256: second.sha256 } })).toMatchObject({ code: 'NOT_A_SIGNER' });
  });

  it('keep from a recused member what the council did with the item, and from nobody else', async () => {
    const recused = cast.members[0]!;
    const session = await aScoredSession(judged, { recused: [recused] });
    await sit(cast, session);
    await cast.secretary.client.ask('mutation ($input: SaveProceedingsInput!) { saveProceedings(input: $input) { id } }', { input: { itemId: session.items[0]!.id, revision: 0, notes: 'Ghi chép kín.' } });
    await vote(cast, session.items[0]!);
    await nameBoard(cast, session, board);
    await step(cast.secretary, 'countSession', session);
    await concludeAndLock(cast, session);
    expect((await seeMinutes(session, 'MEETING', recused))!.items).toEqual([]);
    expect((await seeMinutes(session, 'COUNTING', recused))!.items).toEqual([]);
    expect((await seeMinutes(session, 'MEETING', cast.members[1]!))!.items).toMatchObject([{ notes: 'Ghi chép kín.', vote: { issued: 4, agree: 4 } }]);
  });
});

describe('what was counted', () => {
  it('stays as it is when a member comes after the count: their sheet did not count, and still does not', async () => {
    const late = cast.members[0]!;
    const session = await aCounted([cast.chair, cast.secretary, ...board]);
    expect(await seeResult(cast.chair, session)).toMatchObject({ sheetCount: 4 });
    await callRoll(cast.secretary, session, late, 'PRESENT');
    expect(await seeResult(cast.chair, session)).toMatchObject({ sheetCount: 4 });
    expect(await verified(session)).toMatchObject({ isEqual: true });
    await concludeAndLock(cast, session);
    expect(await verified(session)).toMatchObject({ isEqual: true });
  });

  it('stays as it is when somebody says that a member who was counted was noted by mistake', async () => {
    const session = await aCounted();
    const input = { sessionId: session.id, personId: cast.members[0]!.personId, mark: 'MISTAKEN', reason: 'Nhầm.' };
    expect(await cast.secretary.client.refusal(CALL_ROLL, { input })).toMatchObject({ code: 'SESSION_WRONG_STATE' });
    expect(await verified(session)).toMatchObject({ isEqual: true });
    await concludeAndLock(cast, session);
    expect(await verified(session)).toMatchObject({ isEqual: true });
  });
});
