import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { Actor } from '../factories/identity.js';
import { anAccepted, aScene, type Scene } from '../factories/initiative.js';
import {
  aConvenedSession, aCouncil, anOpenSession, type Cast, declare, linesOf, presetRules, saveSheet, type Session, type Sheet, someAccepted, step, submitSheet,
} from '../factories/evaluation.js';
import { meetAndCount, meetAndLock } from '../factories/meeting.js';
import { useApp } from '../setup/app.js';

/*
 * What the database refuses whoever asks, past every use case: as the application's role, and as the owner of the tables.
 */

type RoleName = 'application' | 'owner';
const clients = new Map<RoleName, pg.Client>();
// Before the app stops, which drops the database: hooks run in the order in which they are written.
afterAll(() => Promise.all([...clients.values()].map((client) => client.end())));

// Several people sign in and act one after the other; a busy machine needs time for it.
jest.setTimeout(60_000);
const app = useApp({}, { 'acts-audited': 'scoring is closed by SQL, past the use case' });
const rules = presetRules('ward-start');
let scene: Scene;
let officer: Actor;
let cast: Cast;

beforeAll(async () => {
  scene = await aScene(app());
  officer = await scene.person({ roles: ['INTAKE_OFFICER'] });
  cast = await aCouncil(scene, { secretaryVotes: false, size: 3 });
  const { appUrl, ownerUrl } = app().databaseUrls;
  for (const [name, connectionString] of [['application', appUrl], ['owner', ownerUrl]] as const) {
    const client = new pg.Client({ connectionString });
    await client.connect();
    clients.set(name, client);
  }
}, 60_000);

const open = async (): Promise<Session> => anOpenSession(scene, cast, await someAccepted(scene, officer, 1));
const onlyItem = ({ items }: Session): string => items[0]!.id;

/** The first words of a refusal: our code, a constraint, or "permission denied". A statement that is not refused is undone. */
async function refused(role: RoleName, text: string, values: readonly unknown[] = []): Promise<string> {
  const client = clients.get(role)!;
  await client.query('begin');
  try {
    const { rowCount } = await client.query(text, [...values]);
    await client.query('set constraints all immediate');
    return `done: ${rowCount ?? 0}`;
  } catch (error) {
    const { message, constraint } = error as { message: string; constraint?: string };
    return constraint ?? /^KHOI:\w+|^permission denied/.exec(message)?.[0] ?? message;
  } finally {
    await client.query('rollback');
  }
}

/** Application and owner alike, unless told otherwise. */
async function expectRefused(text: string, values: readonly unknown[], owner: string, application = owner): Promise<void> {
  expect({ text, owner: await refused('owner', text, values), application: await refused('application', text, values) }).toEqual({ text, owner, application });
}

const INSERT_SHEET = `insert into score_sheet (tenant_id, item_id, person_id) values ($1, $2, $3)`;
const INSERT_RESULT = `insert into item_result (tenant_id, item_id, sheet_count, total_sum, breakdown, outcome, reasons) values ($1, $2, 0, 0, '{}', 'DEFERRED', '[]')`;
const INSERT_SUBMISSION = `insert into score_sheet_submission (tenant_id, sheet_id, number, content, total, sha256, previous_sha256)
  values ($1, $2, $3, '{}', 0, repeat('a', 64), $4)`;

describe('a score sheet', () => {
  let session: Session;
  let item: string;
  let sheet: Sheet;
  let tenant: string;
  beforeAll(async () => {
    session = await open();
    item = onlyItem(session);
    tenant = scene.ward.id;
    sheet = await submitSheet(cast.chair, item, linesOf(rules));
  }, 30_000);

  it('is written by a voting member of the session only', async () => {
    // First that there is something to refuse: a member who votes may.
    expect(await refused('application', INSERT_SHEET, [tenant, item, cast.members[0]!.personId])).toBe('done: 1');
    await expectRefused(INSERT_SHEET, [tenant, item, cast.secretary.personId], 'KHOI:NOT_A_SCORER');
    await expectRefused(INSERT_SHEET, [tenant, item, officer.personId], 'KHOI:NOT_A_SCORER');
  });

  it('exists once for each member and item', async () => {
    await expectRefused(INSERT_SHEET, [tenant, item, cast.chair.personId], 'score_sheet_one_per_member');
  });

  it('is not written by a recused member, and not kept alive either', async () => {
    const recusedMember = cast.members[2]!;
    await saveSheet(recusedMember, item, []);
    await declare(recusedMember, item);
    const [own] = await app().sql<{ id: string; state: string; reason: string }>(
      'select id, state, void_reason as reason from score_sheet where item_id = $1 and person_id = $2', [item, recusedMember.personId]);
    expect(own).toMatchObject({ state: 'VOID', reason: 'Người thân của tác giả.' });
    await expectRefused(`update score_sheet set state = 'DRAFT', void_reason = null where id = $1`, [own!.id], 'KHOI:SHEET_VOID');
    const other = await open();
    await declare(cast.members[1]!, onlyItem(other));
    await expectRefused(INSERT_SHEET, [tenant, onlyItem(other), cast.members[1]!.personId], 'KHOI:RECUSED');
  });

  it('is not written by an author, even without a conflict on record', async () => {
    const lead = await scene.person();
    const own = await aCouncil(scene, { also: [lead] });
    const authored = await anOpenSession(scene, own, [await anAccepted(scene, lead, officer)]);
    await app().sql('alter table conflict disable trigger conflict_follows');
    await app().sql('delete from conflict where item_id = $1', [onlyItem(authored)]);
    await app().sql('alter table conflict enable trigger conflict_follows');
    await expectRefused(INSERT_SHEET, [tenant, onlyItem(authored), lead.personId], 'KHOI:RECUSED');
  });

  it.each([
    ['lines', `update score_sheet set lines = '[]' where id = $1`],
    ['total', 'update score_sheet set total = total + 1 where id = $1'],
    ['comment', `update score_sheet set general_comment = 'khác' where id = $1`],
    ['proposal', `update score_sheet set proposal = 'RETURN' where id = $1`],
    ['time', 'update score_sheet set submitted_at = clock_timestamp() where id = $1'],
  ])('keeps its %s once it is submitted', (_what, text) => expectRefused(text, [sheet.id], 'KHOI:SHEET_SUBMITTED'));

  it.each([
    ['item', 'update score_sheet set item_id = uuidv7() where id = $1', 'KHOI:SCORING_CLOSED'],
    ['member', 'update score_sheet set person_id = uuidv7() where id = $1', 'KHOI:APPEND_ONLY'],
    ['number', `update score_sheet set submission_number = 0 where id = $1`, 'KHOI:SHEET_SUBMITTED'],
    ['revision', `update score_sheet set revision = 0 where id = $1`, 'KHOI:APPEND_ONLY'],
  ])('never changes its %s', (_what, text, code) => expectRefused(text, [sheet.id], code));

  it('is neither deleted nor truncated', async () => {
    await expectRefused('delete from score_sheet where id = $1', [sheet.id], 'KHOI:APPEND_ONLY', 'permission denied');
    await expectRefused('truncate score_sheet cascade', [], 'KHOI:APPEND_ONLY', 'permission denied');
  });

  it('that is submitted has a total, a time and a number; a void one has a reason', async () => {
    const draft = await saveSheet(cast.members[0]!, item, []);
    await expectRefused(`update score_sheet set state = 'SUBMITTED' where id = $1`, [draft.id], 'score_sheet_submitted_has_total');
    await expectRefused(`update score_sheet set state = 'VOID' where id = $1`, [draft.id], 'score_sheet_void_says_why');
  });

  it('has submissions in a chain without gaps, which nobody changes', async () => {
    const [last] = await app().sql<{ sha256: string }>('select sha256 from score_sheet_submission where sheet_id = $1', [sheet.id]);
    expect(await refused('application', INSERT_SUBMISSION, [tenant, sheet.id, 2, last!.sha256])).toBe('done: 1');
    await expectRefused(INSERT_SUBMISSION, [tenant, sheet.id, 3, last!.sha256], 'KHOI:APPEND_ONLY');
    await expectRefused(INSERT_SUBMISSION, [tenant, sheet.id, 2, 'b'.repeat(64)], 'KHOI:APPEND_ONLY');
    await expectRefused(INSERT_SUBMISSION, [tenant, sheet.id, 2, null], 'KHOI:APPEND_ONLY');
    await expectRefused('update score_sheet_submission set total = 0 where sheet_id = $1', [sheet.id], 'KHOI:APPEND_ONLY', 'permission denied');
    await expectRefused('delete from score_sheet_submission where sheet_id = $1', [sheet.id], 'KHOI:APPEND_ONLY', 'permission denied');
    await expectRefused('truncate score_sheet_submission', [], 'KHOI:APPEND_ONLY', 'permission denied');
  });
});

describe('a session', () => {
  it('begins as a draft and goes forward only', async () => {
    const convened = await aConvenedSession(scene, cast, await someAccepted(scene, officer, 1));
    await expectRefused(`insert into evaluation_session (tenant_id, council_id, campaign_id, title, state, rules, scoring_opened_at)
      select tenant_id, council_id, campaign_id, title, 'SCORING', '{}', now() from evaluation_session where id = $1`, [convened.id], 'KHOI:SESSION_WRONG_STATE');
    for (const state of ['DRAFT', 'SCORED', 'LOCKED']) {
      await expectRefused('update evaluation_session set state = $2 where id = $1', [convened.id, state], 'KHOI:SESSION_WRONG_STATE');
    }
    await expectRefused(`update evaluation_session set state = 'SCORING' where id = $1`, [convened.id], 'evaluation_session_scoring_is_fixed');
  });

  it('keeps rules, members and agenda once scoring opened', async () => {
    const session = await open();
    const fixed: [string, string][] = [
      [`update evaluation_session set rules = '{}' where id = $1`, 'KHOI:SESSION_RULES_FIXED'],
      [`update evaluation_session set rules_sha256 = repeat('a', 64) where id = $1`, 'KHOI:SESSION_RULES_FIXED'],
      [`update evaluation_session set regulation_id = null where id = $1`, 'KHOI:SESSION_RULES_FIXED'],
      [`update evaluation_session set fixed_at = now() where id = $1`, 'KHOI:SESSION_RULES_FIXED'],
      [`update evaluation_session set scoring_opened_at = now() where id = $1`, 'KHOI:SESSION_LOCKED'],
      [`update evaluation_session set state = 'CONVENED' where id = $1`, 'KHOI:SESSION_WRONG_STATE'],
      ['update evaluation_session set held_on = vn_today() + 90 where id = $1', 'KHOI:SESSION_WRONG_STATE'],
      ['update evaluation_session set scoring_due_on = vn_today() + 90 where id = $1', 'KHOI:SESSION_WRONG_STATE'],
      [`update evaluation_session set place = 'Nơi khác' where id = $1`, 'KHOI:SESSION_WRONG_STATE'],
      [`update evaluation_session set state = 'COUNTED', scoring_closed_at = now(), counted_at = now() where id = $1`, 'KHOI:SESSION_WRONG_STATE'],
      [`update evaluation_session set council_id = uuidv7() where id = $1`, 'KHOI:APPEND_ONLY'],
      [`update session_member set is_voting = not is_voting where session_id = $1`, 'KHOI:SESSION_LOCKED'],
      [`delete from session_member where session_id = $1`, 'KHOI:SESSION_LOCKED'],
      [`insert into session_member (tenant_id, session_id, person_id, role, is_voting, position)
        select tenant_id, $1, id, 'EXPERT', true, 9 from person limit 1`, 'KHOI:SESSION_LOCKED'],
      [`update agenda_item set position = 9 where session_id = $1`, 'KHOI:SESSION_LOCKED'],
      [`delete from agenda_item where session_id = $1`, 'KHOI:SESSION_LOCKED'],
      [`update agenda_item set session_id = uuidv7() where session_id = $1`, 'KHOI:APPEND_ONLY'],
    ];
    for (const [text, code] of fixed) await expectRefused(text, [session.id], code);
  });

  it('is neither deleted nor truncated, and neither is what belongs to it', async () => {
    const session = await open();
    await expectRefused('delete from evaluation_session where id = $1', [session.id], 'KHOI:APPEND_ONLY', 'permission denied');
    for (const table of ['evaluation_session', 'agenda_item', 'session_member', 'conflict']) {
      await expectRefused(`truncate ${table} cascade`, [], 'KHOI:APPEND_ONLY', 'permission denied');
    }
  });

  it('that is closed takes no sheet, no submission, no conflict and no other result', async () => {
    const session = await open();
    const item = onlyItem(session);
    const sheet = await submitSheet(cast.chair, item, linesOf(rules));
    await step(cast.chair, 'closeScoring', session);
    const { id: tenant } = scene.ward;
    await expectRefused(INSERT_SHEET, [tenant, item, cast.members[0]!.personId], 'KHOI:SCORING_CLOSED');
    await expectRefused(`update score_sheet set private_note = 'x' where id = $1`, [sheet.id], 'KHOI:SCORING_CLOSED');
    await expectRefused(INSERT_SUBMISSION, [tenant, sheet.id, 2, 'a'.repeat(64)], 'KHOI:SCORING_CLOSED');
    await expectRefused(`insert into conflict (tenant_id, item_id, person_id, kind, source, decision) values ($1, $2, $3, 'KIN', 'SELF', 'RECUSED')`,
      [tenant, item, cast.members[0]!.personId], 'KHOI:SESSION_LOCKED');
    await meetAndCount(cast, session);
    await expectRefused(INSERT_RESULT, [tenant, item], 'KHOI:SESSION_WRONG_STATE');
    await expectRefused(`update item_result set total_sum = 0 where item_id = $1`, [item], 'KHOI:APPEND_ONLY', 'permission denied');
    await expectRefused('delete from item_result where item_id = $1', [item], 'KHOI:APPEND_ONLY', 'permission denied');
    await expectRefused(`update evaluation_session set state = 'SCORING' where id = $1`, [session.id], 'KHOI:SESSION_WRONG_STATE');
    await expectRefused('update evaluation_session set scoring_closed_at = now() where id = $1', [session.id], 'KHOI:SESSION_LOCKED');
  });

  it('that is locked or cancelled does not change at all', async () => {
    const locked = await open();
    await step(cast.chair, 'closeScoring', locked);
    await meetAndLock(cast, locked);
    const cancelled = await open();
    await step(cast.secretary, 'cancelSession', cancelled);
    for (const { id } of [locked, cancelled]) {
      await expectRefused(`update evaluation_session set title = 'Tên khác' where id = $1`, [id], 'KHOI:SESSION_LOCKED');
      await expectRefused(`update evaluation_session set state = 'SCORING' where id = $1`, [id], 'KHOI:SESSION_LOCKED');
    }
    await expectRefused(INSERT_SHEET, [scene.ward.id, onlyItem(cancelled), cast.chair.personId], 'KHOI:SCORING_CLOSED');
  });
});

describe('a result', () => {
  it('exists only when the session is counted: one written before is refused, at the commit at the latest', async () => {
    const session = await open();
    await expectRefused(INSERT_RESULT, [scene.ward.id, onlyItem(session)], 'KHOI:SESSION_WRONG_STATE');
    await step(cast.chair, 'closeScoring', session);
    await expectRefused(INSERT_RESULT, [scene.ward.id, onlyItem(session)], 'KHOI:SESSION_WRONG_STATE');
    const convened = await aConvenedSession(scene, cast, await someAccepted(scene, officer, 1));
    await expectRefused(INSERT_RESULT, [scene.ward.id, onlyItem(convened)], 'KHOI:SESSION_WRONG_STATE');
  });
});

describe('a conflict', () => {
  it('of an author is never allowed, and one that is allowed says why and by whom', async () => {
    const session = await open();
    const insert = `insert into conflict (tenant_id, item_id, person_id, kind, source, decision) values ($1, $2, $3, $4, 'SELF', 'ALLOWED')`;
    const values = [scene.ward.id, onlyItem(session), cast.chair.personId];
    await expectRefused(insert, [...values, 'AUTHOR'], 'conflict_allowed_says_why');
    const decided = `insert into conflict (tenant_id, item_id, person_id, kind, source, decision, is_absolute, decision_reason, decided_at, decided_by_person_id)
      values ($1, $2, $3, $5, 'SELF', 'ALLOWED', $6, 'Lý do.', now(), $4)`;
    const chairOf = cast.secretary.personId;
    await expectRefused(decided, [...values, chairOf, 'AUTHOR', false], 'conflict_author_and_adopter_are_absolute');
    await expectRefused(decided, [...values, chairOf, 'AUTHOR', true], 'conflict_absolute_recuses');
    await expectRefused(decided, [...values, cast.chair.personId, 'SAME_UNIT', false], 'conflict_not_decided_by_oneself');
    await expectRefused(insert, [...values, 'KIN'], 'conflict_allowed_says_why');
  });

  it('does not disappear while members score, and stays with its item and member', async () => {
    const session = await open();
    await declare(cast.members[0]!, onlyItem(session));
    await expectRefused('delete from conflict where item_id = $1', [onlyItem(session)], 'KHOI:SESSION_LOCKED');
    await expectRefused('update conflict set person_id = uuidv7() where item_id = $1', [onlyItem(session)], 'KHOI:APPEND_ONLY');
    await expectRefused(`update conflict set kind = 'OTHER' where item_id = $1`, [onlyItem(session)], 'KHOI:APPEND_ONLY');
  });
});

describe('a council', () => {
  it('has one chair, one secretary and each person once at a time', async () => {
    const add = (role: string) => `insert into council_member (tenant_id, council_id, person_id, role, valid_from) values ($1, $2, $3, '${role}', vn_today())`;
    const values = [scene.ward.id, cast.councilId, officer.personId];
    expect(await refused('application', add('EXPERT'), values)).toBe('done: 1');
    await expectRefused(add('CHAIR'), values, 'council_member_one_chair');
    await expectRefused(add('SECRETARY'), values, 'council_member_one_secretary');
    await expectRefused(add('EXPERT'), [...values.slice(0, 2), cast.chair.personId], 'council_member_once');
  });
});

describe('a sheet that comes while scoring is being closed', () => {
  it('waits for the closing and is then refused, whatever it saw before', async () => {
    const session = await open();
    const item = onlyItem(session);
    const [closing, late] = [clients.get('owner')!, clients.get('application')!];
    await closing.query('begin');
    await closing.query(`update evaluation_session set state = 'SCORED', scoring_closed_at = clock_timestamp() where id = $1`, [session.id]);
    const waiting = late.query(INSERT_SHEET, [scene.ward.id, item, cast.chair.personId]).then(() => 'written', (error: Error) => error.message);
    const first = await Promise.race([waiting, new Promise((resolve) => { setTimeout(() => resolve('still waiting'), 300); })]);
    expect(first).toBe('still waiting');
    await closing.query('commit');
    expect(await waiting).toBe('KHOI:SCORING_CLOSED the session does not accept sheets');
  });
});
