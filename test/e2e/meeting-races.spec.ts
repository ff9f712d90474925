import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { seeSession, sessionMutation, type Session, step } from '../factories/evaluation.js';
import { aJudgedWard, aScoredSession, type Judged, THREE_MEMBERS } from '../factories/judged.js';
import { actOnMeeting, CALL_ROLL, callRoll, CAST, type Choice, CLOSE_BALLOT, closeBallot, nameBoard, OPEN_BALLOT, openBallot, sign, sit } from '../factories/meeting.js';
import { asSuperuser } from '../factories/register.js';
import { useApp } from '../setup/app.js';
import type { GraphqlAnswer } from '../setup/graphql.js';

/* What happens when people of a council act at the same instant: nine members, chair and secretary among them. */

jest.setTimeout(240_000);
const app = useApp();
let judged: Judged;
let cast: Judged['cast'];

beforeAll(async () => {
  judged = await aJudgedWard(app(), undefined, [...THREE_MEMBERS, ...THREE_MEMBERS, { role: 'MEMBER' }]);
  cast = judged.cast;
}, 120_000);

const codeOf = (answer: GraphqlAnswer<unknown>): string => answer.errors?.[0]?.extensions.code ?? 'OK';
const codes = async (sent: readonly Promise<GraphqlAnswer<unknown>>[]): Promise<string[]> => (await Promise.all(sent)).map(codeOf);
const count = async (statement: string, value: string): Promise<number> => (await app().sql<{ n: number }>(`select count(*)::int as n from ${statement}`, [value]))[0]!.n;
/** Three sheets suffice for a session that is about its ballots. */
const scored = (items = 1): Promise<Session> => aScoredSession(judged, { items, scorers: cast.everybody.slice(0, 5) });

async function after<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  await new Promise((resolve) => { setTimeout(resolve, milliseconds); });
  return work();
}

const CHOICES: readonly Choice[] = ['AGREE', 'AGREE', 'DISAGREE', 'AGREE', 'BLANK', 'AGREE', 'AGREE', 'AGREE', 'DISAGREE'];
const COUNTS = 'select issued, returned, valid, invalid, agree, disagree from ballot_item where item_id = $1 and state = $2';

describe('nine members who vote at the same instant', () => {
  it('put nine ballots in, each their own', async () => {
    const session = await scored();
    const [item] = session.items;
    await sit(cast, session);
    await openBallot(cast.secretary, item!);
    expect(await codes(cast.everybody.map((voter, index) => voter.client.send(CAST, { input: { itemId: item!.id, choice: CHOICES[index] } })))).toEqual(CHOICES.map(() => 'OK'));
    await closeBallot(cast.secretary, item!);
    expect(await app().sql(COUNTS, [item!.id, 'CLOSED'])).toEqual([{ issued: 9, returned: 9, valid: 8, invalid: 1, agree: 6, disagree: 2 }]);
  });

  it('and press several times each have one ballot', async () => {
    const session = await scored();
    const [item] = session.items;
    await sit(cast, session);
    await openBallot(cast.secretary, item!);
    const answers = await codes(cast.everybody.flatMap((voter) => [1, 2, 3].map(() => voter.client.send(CAST, { input: { itemId: item!.id, choice: 'AGREE' } }))));
    expect(answers.toSorted()).toEqual([...Array.from({ length: 18 }, () => 'BALLOT_ALREADY_CAST'), ...Array.from({ length: 9 }, () => 'OK')]);
    await closeBallot(cast.secretary, item!);
    expect(await app().sql(COUNTS, [item!.id, 'CLOSED'])).toEqual([{ issued: 9, returned: 9, valid: 9, invalid: 0, agree: 9, disagree: 0 }]);
  });
});

describe('voting while the ballot is being closed', () => {
  const ROUNDS = 50;

  it(`counts every vote that was acknowledged and none that was refused, ${ROUNDS} times`, async () => {
    const session = await scored();
    const [item] = session.items;
    await sit(cast, session);
    let late = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      await openBallot(cast.secretary, item!);
      const choices = cast.everybody.map((_, index) => CHOICES[(index + round) % CHOICES.length]!);
      // Members come one after the other, and the closing falls somewhere among them.
      const close = after((round % 10) * 15, () => cast.secretary.client.send(CLOSE_BALLOT, { id: item!.id }));
      const votes = cast.everybody.map((voter, index) => after(index * 15, () => voter.client.send(CAST, { input: { itemId: item!.id, choice: choices[index] } })));
      const [closed, ...answers] = await codes([close, ...votes]);
      expect(closed).toBe('OK');
      expect(answers.filter((code) => code !== 'OK' && code !== 'BALLOT_CLOSED')).toEqual([]);
      const acknowledged = choices.filter((_, index) => answers[index] === 'OK');
      const of = (choice: Choice): number => acknowledged.filter((one) => one === choice).length;
      const [agree, disagree, invalid] = [of('AGREE'), of('DISAGREE'), of('BLANK')];
      expect(await app().sql(COUNTS, [item!.id, 'CLOSED'])).toEqual([{ issued: 9, returned: acknowledged.length, valid: agree + disagree, invalid, agree, disagree }]);
      expect(await app().sql('select person_id as id from ballot_issue i join ballot_item b on b.id = i.ballot_item_id where b.item_id = $1 and b.state = $2 and i.is_returned order by 1', [item!.id, 'CLOSED']))
        .toEqual(cast.everybody.filter((_, index) => answers[index] === 'OK').map(({ personId }) => ({ id: personId })).toSorted((a, b) => (a.id < b.id ? -1 : 1)));
      late += 9 - acknowledged.length;
      await again(item!.id);
    }
    // Otherwise nothing was raced for.
    expect(late).toBeGreaterThan(0);
    expect(late).toBeLessThan(9 * ROUNDS);
  });

  /** The closed ballot of the item never was, so that the next round has a box of its own. */
  async function again(itemId: string): Promise<void> {
    await asSuperuser(app(), async (client) => {
      for (const table of ['ballot', 'ballot_issue']) await client.query(`delete from ${table} where ballot_item_id in (select id from ballot_item where item_id = $1)`, [itemId]);
      await client.query('delete from ballot_item where item_id = $1', [itemId]);
    });
  }
});

describe('two of whoever runs the meeting', () => {
  it('open one ballot', async () => {
    const session = await scored();
    const [item] = session.items;
    await sit(cast, session);
    expect((await codes([cast.chair, cast.secretary, cast.chair, cast.secretary].map((actor) => actor.client.send(OPEN_BALLOT, { id: item!.id })))).toSorted())
      .toEqual(['BALLOT_EXISTS', 'BALLOT_EXISTS', 'BALLOT_EXISTS', 'OK']);
    expect(await count('ballot_item where item_id = $1', item!.id)).toBe(1);
    expect(await count('ballot_issue i join ballot_item b on b.id = i.ballot_item_id where b.item_id = $1', item!.id)).toBe(9);
  });

  it('open one sitting, close a ballot once, count once and lock once', async () => {
    const session = await scored();
    const [item] = session.items;
    await sit(cast, session);
    await actOnMeeting(cast.secretary, 'endSitting', session, { adjournedBecause: 'Nghỉ giữa giờ.' });
    const together = async (mutation: string, people = [cast.chair, cast.secretary, cast.chair]): Promise<string[]> => {
      const { revision } = await seeSession(cast.secretary, session.id);
      return (await codes(people.map((actor) => actor.client.send(sessionMutation(mutation), { input: { sessionId: session.id, revision } })))).toSorted();
    };
    for (const actor of cast.everybody) await callRoll(cast.secretary, session, actor, 'PRESENT');
    expect(await together('openSitting')).toEqual(['OK', 'REVISION_CONFLICT', 'REVISION_CONFLICT']);
    expect(await count('sitting where ended_at is null and session_id = $1', session.id)).toBe(1);

    await openBallot(cast.secretary, item!);
    expect((await codes([cast.chair, cast.secretary, cast.chair].map((actor) => actor.client.send(CLOSE_BALLOT, { id: item!.id })))).toSorted()).toEqual(['BALLOT_CLOSED', 'BALLOT_CLOSED', 'OK']);
    await nameBoard(cast, session);
    expect(await together('countSession')).toEqual(['OK', 'SESSION_WRONG_STATE', 'SESSION_WRONG_STATE']);
    expect(await count('item_result where item_id = $1', item!.id)).toBe(1);
    expect(await count(`outbox where type = 'evaluation.session-counted' and payload ->> 'sessionId' = $1`, session.id)).toBe(1);

    for (const member of cast.everybody.slice(-2)) await sign(member, session, 'COUNTING');
    await step(cast.secretary, 'endSitting', session);
    await actOnMeeting(cast.secretary, 'draftMinutes', session, { conclusion: 'Kết luận.' });
    await Promise.all([sign(cast.chair, session, 'MEETING'), sign(cast.chair, session, 'MEETING'), sign(cast.secretary, session, 'MEETING')]);
    expect(await count(`minutes_signature g join minutes m on m.id = g.minutes_id where m.kind = 'MEETING' and m.session_id = $1`, session.id)).toBe(2);
    expect(await together('lockSession', [cast.chair, cast.chair, cast.chair])).toEqual(['OK', 'SESSION_WRONG_STATE', 'SESSION_WRONG_STATE']);
    expect(await count('session_seal where session_id = $1', session.id)).toBe(1);
    expect(await count(`outbox where type = 'evaluation.session-locked' and payload ->> 'sessionId' = $1`, session.id)).toBe(1);
  });

  it('note one member as present at the same moment, and the member has one stay', async () => {
    const session = await scored();
    const input = { sessionId: session.id, personId: cast.members[0]!.personId, mark: 'PRESENT' };
    expect((await codes([cast.chair, cast.secretary, cast.members[0]!].map((actor) => actor.client.send(CALL_ROLL, { input })))).toSorted()).toEqual(['ALREADY_IN_MEETING', 'ALREADY_IN_MEETING', 'OK']);
    expect(await count('attendance where session_id = $1', session.id)).toBe(1);
  });
});
