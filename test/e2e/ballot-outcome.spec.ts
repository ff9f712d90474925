import { describe, expect, it, jest } from '@jest/globals';
import type { Actor } from '../factories/identity.js';
import { aConvenedSession, linesOf, refusal, seeItem, seeSession, type Session, someAccepted, step, submitSheet } from '../factories/evaluation.js';
import { aBook, aJudgedWard, aScoredSession, type Judged, RESULT, seeResult } from '../factories/judged.js';
import { callRoll, castBallot, CAST, type Choice, closeBallot, concludeAndLock, nameBoard, OPEN_BALLOT, openBallot, sit, vote } from '../factories/meeting.js';
import { useApp } from '../setup/app.js';

/*
 * How sheets, the room and the ballot come to a result, through the API and with real people. The council has five voting
 * members: chair, secretary and three members (domain 3.7).
 */

jest.setTimeout(120_000);
const app = useApp();

const TOTAL = 'Tổng điểm trung bình 80,00 ≥ 70,00 (ngưỡng công nhận hiệu quả áp dụng và khả năng nhân rộng).';

async function counted({ cast }: Pick<Judged, 'cast'>, session: Session, board: readonly Actor[] = cast.everybody.slice(0, 2)): Promise<Session> {
  await nameBoard(cast, session, board);
  return step(cast.secretary, 'countSession', session);
}

/** Ballots of everybody who holds one, in the order of the council. */
async function voted(judged: Judged, session: Session, choices: readonly Choice[], voters: readonly Actor[]): Promise<void> {
  const [item] = session.items;
  await openBallot(judged.cast.secretary, item!);
  for (const [index, voter] of voters.entries()) await castBallot(voter, item!, choices[index]!);
  await closeBallot(judged.cast.secretary, item!);
}

describe('a council of five with one recusal, in which three of four agree,', () => {
  it.each([
    ['ALL_APPOINTED', 'NOT_RECOGNISED', 'FAILED', 5, 4, [
      { code: 'VOTE_NOT_PASSED', text: 'Có 3 phiếu đồng ý trên 5 thành viên được tính, cần ít nhất 4 phiếu.' },
    ]],
    ['APPOINTED_MINUS_RECUSED', 'EFFECTIVE_AND_REPLICABLE', 'PASSED', 4, 3, [
      { code: 'TOTAL_REACHED', text: TOTAL }, { code: 'VOTE_PASSED', text: 'Có 3 phiếu đồng ý trên 4 thành viên được tính, đạt mức cần thiết là 3 phiếu.' },
    ]],
    ['PRESENT', 'EFFECTIVE_AND_REPLICABLE', 'PASSED', 4, 3, [
      { code: 'TOTAL_REACHED', text: TOTAL }, { code: 'VOTE_PASSED', text: 'Có 3 phiếu đồng ý trên 4 thành viên được tính, đạt mức cần thiết là 3 phiếu.' },
    ]],
  ] as const)('by %s: %s', async (base, outcome, voteState, baseCount, needed, reasons) => {
    const judged = await aJudgedWard(app(), aBook({ vote: { base } }));
    const { cast } = judged;
    const recused = cast.members[2]!;
    const session = await aScoredSession(judged, { recused: [recused] });
    // The recused member sits in the room: for the quorum of the meeting they count (domain 3.7).
    await sit(cast, session);
    await voted(judged, session, ['AGREE', 'AGREE', 'AGREE', 'DISAGREE'], cast.everybody.slice(0, 4));
    await counted(judged, session);
    expect(await seeResult(cast.chair, session)).toEqual({
      outcome, sheetCount: 4, isProvisional: false, voteState, reasons,
      vote: { method: 'SECRET', base, baseCount, needed, appointed: 5, recused: 1, present: 5, issued: 4, returned: 4, valid: 4, invalid: 0, agree: 3, disagree: 1 },
    });
  });
});

describe('under the starting regulation', () => {
  let judged: Judged;
  const ward = async (): Promise<Judged> => (judged ??= await aJudgedWard(app()));

  it('a blank paper and one that nobody returned are counted apart, and neither is in favour', async () => {
    const { cast } = await ward();
    const session = await aScoredSession(judged);
    await sit(cast, session);
    await voted(judged, session, ['AGREE', 'AGREE', 'AGREE', 'BLANK'], cast.everybody.slice(0, 4));
    await counted(judged, session);
    expect(await seeResult(cast.chair, session)).toMatchObject({
      outcome: 'NOT_RECOGNISED', voteState: 'FAILED', vote: { issued: 5, returned: 4, valid: 3, invalid: 1, agree: 3, disagree: 0, baseCount: 5, needed: 4 },
    });
  });

  it('the sheet of a member who never came does not count, and their written opinion is kept and not counted', async () => {
    const { cast } = await ward();
    const session = await aScoredSession(judged);
    const [absent] = cast.members.slice(-1);
    expect(await seeResult(cast.chair, session)).toMatchObject({ sheetCount: 5, isProvisional: true, voteState: 'PENDING', vote: null });
    await callRoll(cast.secretary, session, absent!, 'EXCUSED', { reason: 'Đi công tác.', writtenOpinion: 'Tôi đồng ý với sáng kiến.' });
    await sit(cast, session, cast.everybody.slice(0, 4));
    expect(await absent!.client.refusal(OPEN_BALLOT, { id: session.items[0]!.id })).toMatchObject({ code: 'FORBIDDEN' });
    await openBallot(cast.secretary, session.items[0]!);
    expect(await absent!.client.refusal(CAST, { input: { itemId: session.items[0]!.id, choice: 'AGREE' } })).toMatchObject({ code: 'BALLOT_NOT_ISSUED' });
    for (const voter of cast.everybody.slice(0, 4)) await castBallot(voter, session.items[0]!, 'AGREE');
    await closeBallot(cast.secretary, session.items[0]!);
    await counted(judged, session);
    expect(await seeResult(cast.chair, session)).toMatchObject({
      outcome: 'EFFECTIVE_AND_REPLICABLE', sheetCount: 4, vote: { appointed: 5, present: 4, issued: 4, returned: 4, agree: 4, needed: 4 },
    });
    const { meeting } = await seeSession<{ meeting: { attendance: object[] } }>(cast.chair, session.id, 'meeting { attendance { person { id } mode isExcused absenceReason writtenOpinion } }');
    expect(meeting.attendance[4]).toEqual({
      person: { id: absent!.personId }, mode: null, isExcused: true, absenceReason: 'Đi công tác.', writtenOpinion: 'Tôi đồng ý với sáng kiến.',
    });
  });

  it('an item that nobody voted on is put off, and says what it would have taken', async () => {
    const { cast } = await ward();
    const session = await aScoredSession(judged, { items: 2 });
    await sit(cast, session);
    await vote(cast, session.items[0]!);
    await counted(judged, session);
    expect(await seeResult(cast.chair, session, 0)).toMatchObject({ outcome: 'EFFECTIVE_AND_REPLICABLE', voteState: 'PASSED' });
    expect(await seeResult(cast.chair, session, 1)).toEqual({
      outcome: 'DEFERRED', sheetCount: 5, isProvisional: false, voteState: 'NOT_TAKEN', vote: null,
      reasons: [{ code: 'VOTE_NOT_TAKEN', text: 'Chưa biểu quyết được; cần ít nhất 4 phiếu đồng ý trên 5 thành viên được tính.' }],
    });
  });

  it('a vote that was given up is destroyed unread, and the next round decides', async () => {
    const { cast } = await ward();
    const session = await aScoredSession(judged);
    const item = session.items[0]!;
    await sit(cast, session);
    await openBallot(cast.secretary, item);
    for (const voter of cast.everybody.slice(0, 3)) await castBallot(voter, item, 'DISAGREE');
    const { annulBallot } = await cast.secretary.client.ask<{ annulBallot: object }>(
      'mutation ($input: AnnulBallotInput!) { annulBallot(input: $input) { ballot { round state returned annulReason agree disagree issues { isReturned choice } } } }',
      { input: { itemId: item.id, reason: 'Một thành viên phải ra ngoài.' } });
    expect(annulBallot).toEqual({ ballot: {
      round: 1, state: 'ANNULLED', returned: 3, annulReason: 'Một thành viên phải ra ngoài.', agree: null, disagree: null,
      issues: expect.arrayContaining([{ isReturned: true, choice: null }, { isReturned: false, choice: null }]) as unknown,
    } });
    expect(await app().sql('select v.choice from ballot v join ballot_item b on b.id = v.ballot_item_id where b.item_id = $1', [item.id])).toEqual([]);
    await vote(cast, item);
    expect(await seeItem(cast.chair, item.id, 'ballot { round state agree }')).toEqual({ ballot: { round: 2, state: 'CLOSED', agree: 5 } });
    await counted(judged, session);
    expect(await seeResult(cast.chair, session)).toMatchObject({ outcome: 'EFFECTIVE_AND_REPLICABLE', vote: { agree: 5, disagree: 0 } });
  });

  it('an initiative that the vote refuses is refused, whatever its points', async () => {
    const { cast } = await ward();
    const session = await aScoredSession(judged);
    await sit(cast, session);
    await vote(cast, session.items[0]!, ['DISAGREE']);
    await counted(judged, session);
    expect(await seeResult(cast.chair, session)).toMatchObject({
      outcome: 'NOT_RECOGNISED', reasons: [{ code: 'VOTE_NOT_PASSED', text: 'Có 0 phiếu đồng ý trên 5 thành viên được tính, cần ít nhất 4 phiếu.' }],
    });
  });
});

describe('where the regulation says otherwise', () => {
  it('counts sheets of members who never came, and still not their vote', async () => {
    const judged = await aJudgedWard(app(), aBook({ scoring: { countsAbsent: true } }));
    const { cast } = judged;
    const session = await aScoredSession(judged);
    await sit(cast, session, cast.everybody.slice(0, 4));
    await vote(cast, session.items[0]!, ['AGREE'], cast.everybody.slice(0, 4));
    await counted(judged, session);
    expect(await seeResult(cast.chair, session)).toMatchObject({ sheetCount: 5, vote: { present: 4, issued: 4, agree: 4 } });
  });

  it('goes from the points to the count when there is no ballot', async () => {
    const judged = await aJudgedWard(app(), aBook({ vote: { method: 'NONE' } }));
    const { cast } = judged;
    const session = await aScoredSession(judged);
    await sit(cast, session);
    expect(await cast.secretary.client.refusal(OPEN_BALLOT, { id: session.items[0]!.id })).toMatchObject({ code: 'BALLOT_NOT_IN_RULES' });
    expect((await step(cast.secretary, 'countSession', session)).state).toBe('COUNTED');
    expect(await seeResult(cast.chair, session)).toEqual({
      outcome: 'EFFECTIVE_AND_REPLICABLE', sheetCount: 5, isProvisional: false, voteState: 'NOT_REQUIRED', vote: null, reasons: [{ code: 'TOTAL_REACHED', text: TOTAL }],
    });
    expect((await concludeAndLock(cast, session, false)).state).toBe('LOCKED');
  });

  it('shows who voted how in an open vote, once it is closed and not before, and needs no counting board', async () => {
    const judged = await aJudgedWard(app(), aBook({ vote: { method: 'OPEN' } }));
    const { cast } = judged;
    const session = await aScoredSession(judged);
    const item = session.items[0]!;
    await sit(cast, session);
    await openBallot(cast.secretary, item);
    const choices = ['AGREE', 'AGREE', 'DISAGREE', 'AGREE', 'BLANK'] as const;
    for (const [index, voter] of cast.everybody.entries()) await castBallot(voter, item, choices[index]!);
    const BALLOT = 'ballot { method state returned agree disagree invalid issues { person { id } choice } }';
    const before = await Promise.all(cast.everybody.map((actor) => seeItem<{ ballot: { agree: unknown; issues: { choice: unknown }[] | null } }>(actor, item.id, BALLOT)));
    expect(before.map(({ ballot }) => [ballot.agree, (ballot.issues ?? []).filter(({ choice }) => choice !== null)])).toEqual(cast.everybody.map(() => [null, []]));
    await closeBallot(cast.secretary, item);
    const shown = await seeItem<{ ballot: { issues: { person: { id: string }; choice: string }[] } }>(cast.secretary, item.id, BALLOT);
    expect(shown).toMatchObject({ ballot: { method: 'OPEN', state: 'CLOSED', returned: 5, agree: 3, disagree: 1, invalid: 1 } });
    expect(new Map(shown.ballot.issues.map(({ person, choice }) => [person.id, choice]))).toEqual(new Map(cast.everybody.map(({ personId }, index) => [personId, choices[index]!])));
    expect((await step(cast.secretary, 'countSession', session)).state).toBe('COUNTED');
    expect(await seeItem(cast.chair, item.id, RESULT)).toMatchObject({ result: { outcome: 'NOT_RECOGNISED', vote: { method: 'OPEN', agree: 3, needed: 4 } } });
  });

  it('refuses a secret ballot that two people would fill, and lets the same two vote openly', async () => {
    const recusals = async (method: 'SECRET' | 'OPEN'): Promise<unknown> => {
      const judged = await aJudgedWard(app(), aBook({ vote: { method } }));
      const { cast } = judged;
      const session = await aScoredSession(judged, { recused: cast.members });
      await sit(cast, session);
      const { errors, data } = await cast.secretary.client.send(OPEN_BALLOT, { id: session.items[0]!.id });
      return errors?.[0]?.extensions ?? data;
    };
    expect(await recusals('SECRET')).toMatchObject({ code: 'BALLOT_TOO_FEW_VOTERS', details: { eligible: 2, least: 3 } });
    expect(await recusals('OPEN')).toEqual({ openBallot: { ballot: { state: 'OPEN', issued: 2 } } });
  });

  it('lets members score in the meeting only', async () => {
    const judged = await aJudgedWard(app(), aBook({ scoring: { time: 'IN_MEETING' } }));
    const { cast, scene, officer, rules } = judged;
    const session = await aConvenedSession(scene, cast, await someAccepted(scene, officer, 1));
    expect(await refusal(cast.secretary, 'openScoring', { sessionId: session.id, revision: session.revision })).toMatchObject({ code: 'SITTING_NOT_OPEN' });
    expect(await app().sql('select state, fixed_at, rules from evaluation_session where id = $1', [session.id])).toEqual([{ state: 'CONVENED', fixed_at: null, rules: null }]);
    await sit(cast, session);
    expect((await step(cast.secretary, 'openScoring', session)).state).toBe('SCORING');
    for (const member of cast.everybody) await submitSheet(member, session.items[0]!.id, linesOf(rules));
    await step(cast.chair, 'closeScoring', session);
    await vote(cast, session.items[0]!);
    await counted(judged, session);
    expect(await seeResult(cast.chair, session)).toMatchObject({ outcome: 'EFFECTIVE_AND_REPLICABLE', sheetCount: 5 });
  });
});
