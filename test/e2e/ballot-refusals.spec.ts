import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { newId } from '@kit/ids';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import pg from 'pg';
import type { Actor } from '../factories/identity.js';
import { aConvenedSession, DECLARE, linesOf, refusal, SAVE, seeSession, type Session, someAccepted, step, SUBMIT } from '../factories/evaluation.js';
import { aJudgedWard, aScoredSession, type Judged } from '../factories/judged.js';
import { callRoll, CAST, castBallot, CLOSE_BALLOT, closeBallot, nameBoard, OPEN_BALLOT, openBallot, sit, vote } from '../factories/meeting.js';
import { useApp } from '../setup/app.js';

/* What a council refuses, by the rule behind it; each time with a code, and with every row as it was. */

jest.setTimeout(120_000);
let owner: pg.Client;
afterAll(() => owner.end());
const app = useApp();
let judged: Judged;
let cast: Judged['cast'];
/** A council in which one member has no vote and one is recused: chair, secretary, three members vote; the guest does not. */
let guest: Actor;
let recused: Actor;
let voter: Actor;
let session: Session;
let item: Session['items'][number];

beforeAll(async () => {
  judged = await aJudgedWard(app(), undefined, [{ role: 'MEMBER' }, { role: 'MEMBER' }, { role: 'MEMBER' }, { role: 'MEMBER' }, { role: 'EXPERT', isVoting: false }]);
  cast = judged.cast;
  [voter, recused] = [cast.members[0]!, cast.members[3]!];
  guest = cast.members[4]!;
  session = await aScoredSession(judged, { items: 2, recused: [recused], scorers: cast.everybody.slice(0, 3) });
  item = session.items[0]!;
  owner = new pg.Client({ connectionString: app().databaseUrls.ownerUrl });
  await owner.connect();
}, 120_000);

/** Every row of the meeting, its ballots and its results, as one text. */
async function everything(): Promise<string> {
  const tables = ['evaluation_session', 'session_member', 'sitting', 'attendance', 'absence', 'ballot_item', 'ballot_issue', 'ballot', 'item_result', 'score_sheet',
    'score_sheet_submission', 'counting_board_member', 'minutes', 'minutes_signature', 'session_seal', 'outbox', 'agenda_item', 'conflict'];
  const rows = await Promise.all(tables.map((table) => app().sql<{ text: string }>(`select coalesce(string_agg(t::text, ' ' order by t::text), '') as text from ${table} t`)));
  return rows.map(([row], index) => `${tables[index]}: ${row!.text}`).join('\n');
}

/** What was refused; that nothing else happened is part of it. */
async function refusedWhole(work: () => Promise<unknown>): Promise<unknown> {
  const before = await everything();
  const answer = await work();
  expect(await everything()).toBe(before);
  return answer;
}
const ballotOf = (actor: Actor, given: object = {}) => () => actor.client.refusal(CAST, { input: { itemId: item.id, choice: 'AGREE', ...given } });

/** What the database says to the owner of the tables; nothing of it stays. */
async function saidToOwner(text: string, values: readonly unknown[] = []): Promise<string> {
  await owner.query('begin');
  try {
    await owner.query(text, [...values]);
    await owner.query('set constraints all immediate');
    return 'done';
  } catch (error) {
    const { message, constraint } = error as { message: string; constraint?: string };
    return constraint ?? /^KHOI:\w+/.exec(message)?.[0] ?? message;
  } finally {
    await owner.query('rollback');
  }
}

describe('before a ballot is open', () => {
  it('nobody votes, and nobody opens one without a meeting', async () => {
    expect(await refusedWhole(ballotOf(voter))).toMatchObject({ code: 'BALLOT_CLOSED' });
    expect(await refusedWhole(() => cast.secretary.client.refusal(OPEN_BALLOT, { id: item.id }))).toMatchObject({ code: 'SITTING_NOT_OPEN' });
    expect(await refusedWhole(() => cast.secretary.client.refusal(CLOSE_BALLOT, { id: item.id }))).toMatchObject({ code: 'BALLOT_CLOSED' });
  });

  it('no meeting opens without a quorum', async () => {
    await callRoll(cast.secretary, session, cast.chair, 'PRESENT');
    await callRoll(cast.secretary, session, cast.secretary, 'PRESENT');
    const { revision } = await seeSession(cast.secretary, session.id);
    expect(await refusedWhole(() => refusal(cast.secretary, 'openSitting', { sessionId: session.id, revision })))
      .toEqual({ code: 'QUORUM_NOT_MET', details: { present: 2, required: 4, missing: ['MEMBERS'] } });
    expect(await saidToOwner(`insert into sitting (tenant_id, session_id, number, presiding_person_id, appointed, present, required, opened_by_person_id)
      values ($1, $2, 1, $3, 6, 6, 4, $3)`, [judged.scene.ward.id, session.id, cast.chair.personId])).toBe('KHOI:QUORUM_NOT_MET');
  });

  it('a ballot is run by chair and secretary alone', async () => {
    for (const actor of [voter, guest]) expect(await refusedWhole(() => actor.client.refusal(OPEN_BALLOT, { id: item.id }))).toMatchObject({ code: 'FORBIDDEN' });
    for (const actor of [judged.officer, recused]) expect(await refusedWhole(() => actor.client.refusal(OPEN_BALLOT, { id: item.id }))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('while a ballot is open', () => {
  beforeAll(async () => {
    // All but the third member; they come when ballots have been handed out.
    const late = cast.members[2]!;
    await sit(cast, session, [voter, cast.members[1]!, recused, guest]);
    await openBallot(cast.secretary, item);
    await callRoll(late, session, late, 'PRESENT');
  }, 60_000);

  it.each([
    ['a recused member, to whom the item does not exist', () => recused, 'NOT_FOUND'],
    ['a member without a vote', () => guest, 'BALLOT_NOT_ISSUED'],
    ['a member who came after the ballots were handed out', () => cast.members[2]!, 'BALLOT_NOT_ISSUED'],
    ['somebody who is not of the council', () => judged.officer, 'NOT_FOUND'],
  ])('%s does not vote', async (_, who, code) => {
    expect(await refusedWhole(ballotOf(who()))).toMatchObject({ code });
  });

  it('a member who left the room does not vote, and does when back', async () => {
    const leaver = cast.members[1]!;
    await callRoll(leaver, session, leaver, 'LEFT');
    expect(await refusedWhole(ballotOf(leaver))).toMatchObject({ code: 'NOT_IN_MEETING' });
    await callRoll(leaver, session, leaver, 'PRESENT');
    await castBallot(leaver, item, 'DISAGREE');
  });

  it('nobody votes twice, be it the same or something else', async () => {
    await castBallot(voter, item, 'AGREE');
    expect(await refusedWhole(ballotOf(voter))).toMatchObject({ code: 'BALLOT_ALREADY_CAST' });
    expect(await refusedWhole(ballotOf(voter, { choice: 'DISAGREE' }))).toMatchObject({ code: 'BALLOT_ALREADY_CAST' });
  });

  it('there is no second ballot on the item, and a choice is one of three', async () => {
    expect(await refusedWhole(() => cast.secretary.client.refusal(OPEN_BALLOT, { id: item.id }))).toMatchObject({ code: 'BALLOT_EXISTS' });
    expect(await refusedWhole(ballotOf(cast.chair, { choice: 'MAYBE' }))).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('an item of another ward, of nobody, or no id at all is not there', async () => {
    const other = await aJudgedWard(app());
    const [foreign] = (await aScoredSession(other)).items;
    for (const itemId of [foreign!.id, newId(), 'khong-co']) {
      for (const ask of [ballotOf(cast.chair, { itemId }), () => cast.chair.client.refusal(OPEN_BALLOT, { id: itemId }), () => cast.chair.client.refusal(CLOSE_BALLOT, { id: itemId })]) {
        expect(await refusedWhole(ask)).toMatchObject({ code: 'NOT_FOUND' });
      }
    }
  });

  it('a paper more or less than the list says keeps the box from being closed, by SQL of the owner too', async () => {
    const [open] = await app().sql<{ id: string }>(`select id from ballot_item where item_id = $1`, [item.id]);
    expect(await saidToOwner(`with more as (insert into ballot (ballot_item_id, choice) values ($1, 'AGREE') returning 1) select from more`, [open!.id])).toBe('done');
    const unequal = async (spoil: string): Promise<string> => saidToOwner(`do $do$ begin ${spoil}; perform close_ballot('${open!.id}'); end $do$`);
    expect(await unequal(`insert into ballot (ballot_item_id, choice) values ('${open!.id}', 'AGREE')`)).toBe('KHOI:BALLOT_COUNTS_UNEQUAL');
    expect(await unequal(`delete from ballot where ballot_item_id = '${open!.id}' and choice = 'AGREE'`)).toBe('KHOI:BALLOT_COUNTS_UNEQUAL');
    expect(await unequal(`update ballot_issue set is_returned = true where ballot_item_id = '${open!.id}'`)).toBe('KHOI:BALLOT_COUNTS_UNEQUAL');
    expect(await saidToOwner(`update ballot_item set state = 'CLOSED', closed_at = clock_timestamp(), returned = 2, valid = 2, invalid = 0, agree = 2, disagree = 0 where id = $1`, [open!.id])).toBe('KHOI:BALLOT_COUNTS_UNEQUAL');
    expect(await saidToOwner(`update ballot set choice = 'AGREE' where ballot_item_id = $1`, [open!.id])).toBe('KHOI:APPEND_ONLY');
    expect(await saidToOwner(`insert into ballot_issue (ballot_item_id, person_id) values ($1, $2)`, [open!.id, recused.personId])).toBe('KHOI:BALLOT_NOT_ISSUED');
    expect(await saidToOwner(`insert into ballot_issue (ballot_item_id, person_id, is_returned) values ($1, $2, true)`, [open!.id, cast.members[2]!.personId])).toBe('KHOI:BALLOT_NOT_ISSUED');
  });
});

describe('when a ballot is closed', () => {
  beforeAll(() => closeBallot(cast.chair, item), 60_000);

  it('nobody votes any more, and nobody closes, annuls or takes it again', async () => {
    expect(await refusedWhole(ballotOf(cast.chair))).toMatchObject({ code: 'BALLOT_CLOSED' });
    expect(await refusedWhole(() => cast.secretary.client.refusal(CLOSE_BALLOT, { id: item.id }))).toMatchObject({ code: 'BALLOT_CLOSED' });
    expect(await refusedWhole(() => cast.secretary.client.refusal(OPEN_BALLOT, { id: item.id }))).toMatchObject({ code: 'BALLOT_EXISTS' });
    expect(await refusedWhole(() => cast.secretary.client.refusal('mutation ($input: AnnulBallotInput!) { annulBallot(input: $input) { id } }', { input: { itemId: item.id, reason: 'Lần nữa.' } })))
      .toMatchObject({ code: 'BALLOT_CLOSED' });
  });

  it('its numbers stand, and a paper more in the box is refused', async () => {
    const [closed] = await app().sql<{ id: string }>(`select id from ballot_item where item_id = $1`, [item.id]);
    for (const statement of ['update ballot_item set agree = 2, disagree = 0 where id = $1', `update ballot_item set state = 'OPEN' where id = $1`,
      `insert into ballot (ballot_item_id, choice) values ($1, 'AGREE')`, 'delete from ballot where ballot_item_id = $1', 'update ballot_issue set is_returned = true where ballot_item_id = $1']) {
      expect([statement, await saidToOwner(statement, [closed!.id])]).toEqual([statement, 'KHOI:BALLOT_CLOSED']);
    }
  });

  it('a sheet comes too late', async () => {
    const sheet = { itemId: item.id, revision: 0, lines: linesOf(judged.rules) };
    expect(await refusedWhole(() => cast.members[2]!.client.refusal(SAVE, { input: sheet }))).toMatchObject({ code: 'SCORING_CLOSED' });
    expect(await refusedWhole(() => cast.members[2]!.client.refusal(SUBMIT, { input: { ...sheet, idempotencyKey: newId() } }))).toMatchObject({ code: 'SCORING_CLOSED' });
    expect(await refusedWhole(() => cast.members[2]!.client.refusal(DECLARE, { input: { itemId: item.id, kind: 'KIN', reason: 'Người thân.' } }))).toHaveProperty('code');
  });
});

describe('rules and averages', () => {
  it('do not change after the first sheet, whatever happens to the regulation', async () => {
    for (const column of [`rules = jsonb_set(rules, '{vote,base}', '"PRESENT"')`, `rules_sha256 = repeat('0', 64)`, 'regulation_id = uuidv7()', 'fixed_at = clock_timestamp()']) {
      expect([column, await saidToOwner(`update evaluation_session set ${column} where id = $1`, [session.id])]).toEqual([column, 'KHOI:SESSION_RULES_FIXED']);
    }
    const head = await judged.scene.person({ roles: ['AUTHORITY_HEAD', 'COUNCIL_SECRETARY'] });
    const [regulation] = await app().sql<{ id: string; revision: number }>('select r.id, r.revision from evaluation_regulation r join campaign c on c.regulation_id = r.id where c.id = $1', [judged.scene.campaignId]);
    expect(await refusedWhole(() => head.client.refusal('mutation ($input: SaveRegulationInput!) { saveRegulation(input: $input) { id } }', { input: { ...regulation, rules: JSON.stringify(judged.rules) } })))
      .toHaveProperty('code');
  });

  it('are not a chair’s to overwrite: there is no such act, and a result is refused before the count and for ever after', async () => {
    const mutations = Object.keys(app().get(GraphQLSchemaHost).schema.getMutationType()!.getFields());
    expect(mutations.filter((name) => /result|average|total|scor/i.test(name)).toSorted()).toEqual(['closeScoring', 'openScoring', 'reopenScoreSheet', 'saveScoreSheet', 'submitScoreSheet']);
    expect(await saidToOwner(`insert into item_result (tenant_id, item_id, sheet_count, total_sum, breakdown, outcome, reasons) values ($1, $2, 3, 30000, '{}', 'EFFECTIVE_AND_REPLICABLE', '[]')`,
      [judged.scene.ward.id, item.id])).toBe('KHOI:SESSION_WRONG_STATE');
    await vote(cast, session.items[1]!);
    await nameBoard(cast, session, [cast.chair, voter]);
    await step(cast.secretary, 'countSession', session);
    for (const statement of ['update item_result set total_sum = 30000 where item_id = $1', `update item_result set outcome = 'EFFECTIVE_AND_REPLICABLE' where item_id = $1`, 'delete from item_result where item_id = $1']) {
      expect([statement, await saidToOwner(statement, [item.id])]).toEqual([statement, 'KHOI:APPEND_ONLY']);
    }
  });
});

describe('a session that has not come to its ballots', () => {
  it('takes none', async () => {
    const early = await aConvenedSession(judged.scene, cast, await someAccepted(judged.scene, judged.officer, 1));
    await sit(cast, early);
    expect(await refusedWhole(() => cast.secretary.client.refusal(OPEN_BALLOT, { id: early.items[0]!.id }))).toMatchObject({ code: 'SESSION_WRONG_STATE', details: { state: 'CONVENED' } });
    expect(await refusedWhole(() => cast.members[0]!.client.refusal(CAST, { input: { itemId: early.items[0]!.id, choice: 'AGREE' } }))).toMatchObject({ code: 'BALLOT_CLOSED' });
  });
});
