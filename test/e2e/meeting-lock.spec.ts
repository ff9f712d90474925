import { CreateSession, VerifySession } from '@domain/evaluation';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { runAs } from '@kit/context';
import { Database } from '@kit/database';
import pg from 'pg';
import { SealsRepository } from '../../libs/domain/evaluation/data/seals.repository.js';
import { type SealedPart, sealOf } from '../../libs/domain/evaluation/domain/seal.js';
import { sha256 } from '../../libs/domain/evaluation/usecases/sha256.js';
import { seeSession, type Session, step } from '../factories/evaluation.js';
import { aJudgedWard, aScoredSession, type Judged } from '../factories/judged.js';
import { callRoll, concludeAndLock, nameBoard, sit, vote } from '../factories/meeting.js';
import { asSuperuser } from '../factories/register.js';
import { useApp } from '../setup/app.js';

/* INV-24: after the lock the database itself refuses every change of the record; and a change made past it has a name. */

type RoleName = 'application' | 'owner';
const clients = new Map<RoleName, pg.Client>();
afterAll(() => Promise.all([...clients.values()].map((client) => client.end())));

jest.setTimeout(120_000);
const app = useApp();
let judged: Judged;
let session: Session;

beforeAll(async () => {
  judged = await aJudgedWard(app(), undefined, [{ role: 'MEMBER' }, { role: 'MEMBER' }, { role: 'MEMBER' }, { role: 'MEMBER' }]);
  const { cast } = judged;
  const absent = cast.members[3]!;
  session = await aScoredSession(judged, { items: 1, recused: [cast.members[2]!], scorers: cast.everybody.slice(0, 4) });
  await callRoll(cast.secretary, session, absent, 'EXCUSED', { reason: 'Ốm.', writtenOpinion: 'Đồng ý.' });
  await sit(cast, session, cast.everybody.filter((one) => one !== absent));
  await cast.secretary.client.ask('mutation ($input: SaveProceedingsInput!) { saveProceedings(input: $input) { id } }', { input: { itemId: session.items[0]!.id, revision: 0, notes: 'Ghi chép.' } });
  await vote(cast, session.items[0]!, ['AGREE', 'AGREE', 'AGREE', 'DISAGREE']);
  await nameBoard(cast, session, [cast.chair, cast.members[0]!]);
  await step(cast.secretary, 'countSession', session);
  await concludeAndLock({ ...cast, everybody: [cast.chair, cast.members[0]!] }, session);
  const { appUrl, ownerUrl } = app().databaseUrls;
  for (const [name, connectionString] of [['application', appUrl], ['owner', ownerUrl]] as const) {
    const client = new pg.Client({ connectionString });
    await client.connect();
    clients.set(name, client);
  }
}, 180_000);

/** The first words of a refusal; a statement that is not refused is undone. */
async function said(role: RoleName, text: string): Promise<string> {
  const client = clients.get(role)!;
  await client.query('begin');
  try {
    const { rowCount } = await client.query(text);
    await client.query('set constraints all immediate');
    return `done: ${rowCount ?? 0}`;
  } catch (error) {
    const { message, constraint } = error as { message: string; constraint?: string };
    return /^KHOI:\w+|^permission denied/.exec(message)?.[0] ?? constraint ?? message;
  } finally {
    await client.query('rollback');
  }
}

/** Rows of a table that belong to the session, as a condition on `t`. */
const BY_SESSION = `t.session_id = '$session'`;
const BY_ITEM = `t.item_id in (select id from agenda_item where session_id = '$session')`;
const BY_BALLOT = `t.ballot_item_id in (select id from ballot_item where session_id = '$session')`;
const BY_MINUTES = `t.minutes_id in (select id from minutes where session_id = '$session')`;

/** Every table of the record: whose rows, and a column to change. */
const RECORD: readonly (readonly [table: string, rows: string, change: string])[] = [
  ['evaluation_session', `t.id = '$session'`, `title = 'Phiên khác'`],
  ['session_member', BY_SESSION, 'is_voting = not is_voting'],
  ['agenda_item', BY_SESSION, 'position = position + 50'],
  ['conflict', BY_ITEM, `reason = 'Lý do khác'`],
  ['score_sheet', BY_ITEM, `general_comment = 'Ý kiến khác'`],
  ['score_sheet_submission', `t.sheet_id in (select h.id from score_sheet h join agenda_item a on a.id = h.item_id where a.session_id = '$session')`, 'total = total + 100'],
  ['sitting', BY_SESSION, `authorisation = '02/UQ'`],
  ['attendance', BY_SESSION, `mode = 'ONLINE'`],
  ['absence', BY_SESSION, `written_opinion = 'Không đồng ý.'`],
  ['ballot_item', BY_SESSION, 'agree = agree + 1'],
  ['ballot_issue', BY_BALLOT, 'is_returned = not is_returned'],
  ['ballot', BY_BALLOT, `choice = 'AGREE'`],
  ['item_result', BY_ITEM, 'total_sum = total_sum + 100'],
  ['item_proceedings', BY_ITEM, `notes = 'Khác.'`],
  ['counting_board_member', BY_SESSION, 'position = 3'],
  ['minutes', BY_SESSION, `content = '{}'`],
  ['minutes_signature', BY_MINUTES, `signed_at = clock_timestamp()`],
  ['session_seal', BY_SESSION, `sha256 = repeat('0', 64)`],
];
const here = (text: string): string => text.replaceAll('$session', session.id);
const REFUSED = /^(KHOI:(SESSION_\w+|APPEND_ONLY|BALLOT_CLOSED|SCORING_CLOSED|MINUTES_CHANGED)|permission denied)$/;

describe('a locked session', () => {
  it('has a row in every table of the record, so that there is something to refuse', async () => {
    for (const [table, rows] of RECORD) expect([table, (await app().sql(here(`select 1 from ${table} t where ${rows}`))).length > 0]).toEqual([table, true]);
  });

  describe.each(['application', 'owner'] as const)('and the %s by SQL', (role) => {
    it.each(RECORD)('%s: no update', async (table, rows, change) => {
      expect(await said(role, here(`update ${table} t set ${change} where ${rows}`))).toMatch(REFUSED);
    });

    it.each(RECORD)('%s: no delete', async (table, rows) => {
      expect(await said(role, here(`delete from ${table} t where ${rows}`))).toMatch(REFUSED);
    });

    it.each(RECORD)('%s: no truncate', async (table) => {
      expect(await said(role, `truncate ${table} cascade`)).toMatch(/^(KHOI:APPEND_ONLY|permission denied)$/);
    });

    it.each(RECORD.filter(([table]) => table !== 'evaluation_session'))('%s: no insert of one more such row', async (table, rows) => {
      const [columns] = await app().sql<{ names: string }>(`select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as names from information_schema.columns
        where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`, [table]);
      expect(await said(role, here(`insert into ${table} (${columns!.names}) select ${columns!.names} from ${table} t where ${rows} limit 1`))).toMatch(REFUSED);
    });
  });

  it('does not go back to an earlier state, by any of them', async () => {
    for (const state of ['MINUTES_DRAFT', 'COUNTED', 'SCORING', 'CANCELLED']) expect([state, await said('owner', here(`update evaluation_session set state = '${state}' where id = '$session'`))]).toEqual([state, 'KHOI:SESSION_LOCKED']);
  });

  it('is supplemented by another session that cites it, and says why', async () => {
    const { cast, scene } = judged;
    const id = await runAs(scene.ward.system, () => app().get(CreateSession).execute({
      councilId: cast.councilId, campaignId: scene.campaignId, title: 'Phiên họp bổ sung', supplementsSessionId: session.id, supplementReason: 'Kiểm phiếu nhầm.',
    }));
    expect(await seeSession(cast.secretary, id, 'state supplementsSessionId supplementReason'))
      .toEqual({ state: 'DRAFT', supplementsSessionId: session.id, supplementReason: 'Kiểm phiếu nhầm.' });
    expect(await said('owner', `update evaluation_session set supplement_reason = 'Khác.' where id = '${id}'`)).toBe('KHOI:APPEND_ONLY');
    expect((await seeSession(cast.secretary, session.id)).state).toBe('LOCKED');
  });
});

const verify = () => runAs(judged.scene.ward.system, () => app().get(VerifySession).execute(session.id));

/** What a superuser does with every trigger off, and undoes again. */
async function tampered<T>(statement: string, work: () => Promise<T>): Promise<T> {
  const table = /^(?:update|delete from|insert into) (\w+)/.exec(statement)![1]!;
  return asSuperuser(app(), async (client) => {
    await client.query(`create table kept_${table} as table ${table}`);
    try {
      const { rowCount } = await client.query(here(statement));
      if (rowCount === 0) throw new Error(`nothing to spoil: ${statement}`);
      return await work();
    } finally {
      await client.query(`delete from ${table}`);
      const { rows: [columns] } = await client.query<{ names: string }>(`select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
        where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`, [table]);
      await client.query(`insert into ${table} (${columns!.names}) select ${columns!.names} from kept_${table}`);
      await client.query(`drop table kept_${table}`);
    }
  });
}

/** One row of each part of the record, changed behind the product's back. */
const SPOILT: readonly (readonly [part: SealedPart | 'seal' | 'recount', statement: string])[] = [
  ['session', `update evaluation_session set held_on = '2026-01-01' where id = '$session'`],
  ['session', `update evaluation_session set counted_at = counted_at + interval '1 microsecond' where id = '$session'`],
  ['rules', `update evaluation_session set rules = jsonb_set(rules, '{vote,base}', '"PRESENT"') where id = '$session'`],
  ['members', `update session_member set is_voting = false where session_id = '$session' and role = 'MEMBER'`],
  ['members', `delete from session_member where session_id = '$session' and position = 6`],
  ['agenda', `update agenda_item set position = 9 where session_id = '$session'`],
  ['agenda', `update initiative_version set sha256 = repeat('0', 64)`],
  ['conflicts', `update conflict set reason = 'Lý do khác.' where item_id in (select id from agenda_item where session_id = '$session')`],
  ['sheets', `update score_sheet set general_comment = general_comment || '.' where item_id in (select id from agenda_item where session_id = '$session')`],
  ['sheets', `update score_sheet set private_note = 'không thuộc hồ sơ', state = 'VOID', void_reason = 'Lý do.' where item_id in (select id from agenda_item where session_id = '$session')`],
  ['sheets', `update score_sheet_submission set sha256 = repeat('0', 64)`],
  ['sheets', `update score_sheet_submission set content = jsonb_set(content, '{generalComment}', '"Khác"')`],
  ['attendance', `update attendance set out_at = out_at + interval '1 microsecond' where session_id = '$session'`],
  ['attendance', `update sitting set present = present + 1 where session_id = '$session'`],
  ['attendance', `update absence set written_opinion = 'Không đồng ý.' where session_id = '$session'`],
  ['ballots', `update ballot_item set agree = agree - 1, disagree = disagree + 1 where session_id = '$session'`],
  ['ballots', `update ballot set choice = 'AGREE' where ballot_item_id in (select id from ballot_item where session_id = '$session')`],
  ['ballots', `delete from ballot where ballot_item_id in (select id from ballot_item where session_id = '$session') and choice = 'DISAGREE'`],
  ['ballots', `update ballot_issue set is_returned = false where ballot_item_id in (select id from ballot_item where session_id = '$session')`],
  ['results', `update item_result set outcome = 'RECOGNISED_ONLY' where item_id in (select id from agenda_item where session_id = '$session')`],
  ['results', `update item_result set total_sum = total_sum + 1 where item_id in (select id from agenda_item where session_id = '$session')`],
  ['proceedings', `update item_proceedings set notes = 'Khác.' where item_id in (select id from agenda_item where session_id = '$session')`],
  ['minutes', `update minutes set content = jsonb_set(content, '{conclusion}', '"Khác."') where session_id = '$session'`],
  ['minutes', `update minutes_signature set signed_at = signed_at + interval '1 day'`],
  ['minutes', `delete from minutes_signature where capacity = 'SECRETARY'`],
  ['minutes', `update counting_board_member set position = position + 1 where session_id = '$session' and position = 2`],
  ['seal', `update session_seal set sha256 = repeat('0', 64) where session_id = '$session'`],
];

describe('verification', () => {
  it('finds a locked session equal, as often as it is asked, and changes nothing', async () => {
    const { seal } = await seeSession<{ seal: { sha256: string } }>(judged.cast.chair, session.id, 'seal { sha256 }');
    const equal = { isEqual: true, sha256: seal.sha256, items: 1 };
    expect([await verify(), await verify()]).toEqual([equal, equal]);
  });

  it.each(SPOILT)('names %s after: %s', async (part, statement) => {
    expect(await tampered(statement, verify)).toMatchObject({ isEqual: false, part });
    expect(await verify()).toMatchObject({ isEqual: true });
  });

  it('names the item whose result is not what its sheets and ballots give, even when somebody sealed it anew', async () => {
    const found = await tampered(`update item_result set total_sum = total_sum + 1 where item_id in (select id from agenda_item where session_id = '$session')`, async () => {
      const forged = await runAs(judged.scene.ward.system, () => app().get(Database).transaction(async () => sealOf(await app().get(SealsRepository).recordOf(session.id), sha256)));
      return tampered(`update session_seal set sha256 = '${forged.sha256}', parts = '${JSON.stringify(forged.parts)}' where session_id = '$session'`, verify);
    });
    expect(found).toEqual({ isEqual: false, part: 'recount', itemId: session.items[0]!.id });
  });
});
