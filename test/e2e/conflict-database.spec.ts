import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { newId } from '@kit/ids';
import pg from 'pg';
import { aCampaignWith, aCouncilOf, aSessionWith, ASKING, conflictsOf, DECIDE, declareKin, object, type SeenConflict } from '../factories/conflicts.js';
import { DECLARE, linesOf, presetRules, REOPEN, seeItem, seeSession, type Session, sessionMutation, step, SUBMIT, submitSheet } from '../factories/evaluation.js';
import type { Actor } from '../factories/identity.js';
import { anAccepted, aScene, type Scene } from '../factories/initiative.js';
import { aUnit } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';
import type { GraphqlAnswer } from '../setup/graphql.js';

/*
 * What holds of conflicts whoever writes, and whoever writes at the same time.
 */

const clients = new Map<'application' | 'owner', pg.Client>();
// Before the app stops, which drops the database: hooks run in the order in which they are written.
afterAll(() => Promise.all([...clients.values()].map((client) => client.end())));

// Several people sign in and act one after the other; a busy machine needs time for it.
jest.setTimeout(60_000);
const app = useApp();
const rules = presetRules('ward-start');
let scene: Scene;
let officer: Actor;
let lead: Actor;
let chair: Actor;
let secretary: Actor;
/** Works beside the lead. */
let member: Actor;
let others: readonly Actor[];
let campaignId: string;
let councilId: string;

beforeAll(async () => {
  scene = await aScene(app());
  const elsewhere = await aUnit(app(), scene.ward);
  const away = () => scene.person({ person: { unitId: elsewhere } });
  officer = await scene.person({ roles: ['INTAKE_OFFICER'] });
  [lead, member] = [await scene.person(), await scene.person()];
  [chair, secretary] = [await away(), await away()];
  others = [await away(), await away(), await away()];
  campaignId = await aCampaignWith(app(), scene, { conflicts: ASKING });
  councilId = await aCouncilOf(scene, [chair, secretary, member, ...others]);
  for (const [name, connectionString] of [['application', app().databaseUrls.appUrl], ['owner', app().databaseUrls.ownerUrl]] as const) {
    const client = new pg.Client({ connectionString });
    await client.connect();
    clients.set(name, client);
  }
}, 120_000);

const aSession = async (upTo: 'DRAFT' | 'CONVENED' | 'SCORING' = 'SCORING'): Promise<Session> =>
  aSessionWith(secretary, { councilId, campaignId }, [await anAccepted({ ...scene, campaignId }, lead, officer)], upTo);
const itemOf = ({ items }: Session): string => items[0]!.id;

/** The first words of a refusal: our code, a constraint, or "permission denied". A statement that is not refused is undone. */
async function refused(role: 'application' | 'owner', text: string, values: readonly unknown[]): Promise<string> {
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

describe('the database', () => {
  let session: Session;
  let pending: SeenConflict;
  let absolute: SeenConflict;
  beforeAll(async () => {
    session = await aSession();
    await declareKin(lead, others[2]!.personId, 'SIBLING');
    const found = await conflictsOf(chair, itemOf(session));
    pending = found.find(({ decision }) => decision === 'PENDING')!;
    absolute = found.find(({ isAbsolute }) => isAbsolute)!;
  }, 60_000);

  it('lets nobody write a sheet whose interest waits', async () => {
    const insert = 'insert into score_sheet (tenant_id, item_id, person_id) values ($1, $2, $3)';
    expect(await refused('application', insert, [scene.ward.id, itemOf(session), others[0]!.personId])).toBe('done: 1');
    await expectRefused(insert, [scene.ward.id, itemOf(session), member.personId], 'KHOI:CONFLICT_UNDECIDED');
    await expectRefused(insert, [scene.ward.id, itemOf(session), others[2]!.personId], 'KHOI:RECUSED');
  });

  it('knows who decided and why, and that nobody decides about themself', async () => {
    const allow = (by: string | null, why: string | null) => [
      `update conflict set decision = 'ALLOWED', decided_by_person_id = $2, decision_reason = $3, decided_at = case when $2::uuid is null then null else clock_timestamp() end where id = $1`,
      [pending.id, by, why]] as const;
    expect(await refused('application', ...allow(chair.personId, 'Lý do.'))).toBe('done: 1');
    await expectRefused(...allow(chair.personId, null), 'conflict_allowed_says_why');
    await expectRefused(...allow(null, 'Lý do.'), 'conflict_allowed_says_why');
    await expectRefused(...allow(member.personId, 'Lý do.'), 'conflict_not_decided_by_oneself');
    await expectRefused(`update conflict set decided_by_person_id = $2, decided_at = clock_timestamp() where id = $1`, [pending.id, chair.personId], 'conflict_pending_is_undecided');
  });

  it('never allows what bars for good', async () => {
    const allowed = `decision = 'ALLOWED', decided_by_person_id = $2, decision_reason = 'Lý do.', decided_at = clock_timestamp()`;
    await expectRefused(`update conflict set ${allowed} where id = $1`, [absolute.id, chair.personId], 'conflict_absolute_recuses');
    await expectRefused(`update conflict set is_absolute = false, ${allowed} where id = $1`, [absolute.id, chair.personId], 'KHOI:CONFLICT_CANNOT_BE_ALLOWED');
    for (const kind of ['AUTHOR', 'ADOPTER']) {
      await expectRefused(`insert into conflict (tenant_id, item_id, person_id, kind, source, decision) values ($1, $2, $3, $4, 'SELF', 'RECUSED')`,
        [scene.ward.id, itemOf(session), others[0]!.personId, kind], 'conflict_author_and_adopter_are_absolute');
    }
  });

  it('keeps a conflict with its item, member, kind and source, and lets none vanish while members score', async () => {
    for (const [column, value] of [['item_id', newId()], ['person_id', chair.personId], ['kind', 'OTHER'], ['source', 'SELF']]) {
      await expectRefused(`update conflict set ${column} = $2 where id = $1`, [pending.id, value], 'KHOI:APPEND_ONLY');
    }
    await expectRefused('delete from conflict where id = $1', [pending.id], 'KHOI:SESSION_LOCKED');
    await expectRefused('truncate conflict cascade', [], 'KHOI:APPEND_ONLY', 'permission denied');
  });

  it('does not close scoring while an interest waits', async () => {
    const close = `update evaluation_session set state = 'SCORED', scoring_closed_at = clock_timestamp() where id = $1`;
    expect(await refused('owner', close, [session.id])).toBe('KHOI:CONFLICT_UNDECIDED');
    expect(await refused('application', close, [session.id])).toBe('KHOI:CONFLICT_UNDECIDED');
  });

  it('keeps objections and declared ties as they were written', async () => {
    await object(officer, session.items[0]!.initiativeId, others[1]!.personId);
    for (const text of [`update objection set reason = 'khác'`, 'delete from objection']) await expectRefused(text, [], 'KHOI:APPEND_ONLY');
    await expectRefused('delete from kinship', [], 'KHOI:APPEND_ONLY');
    await expectRefused(`update kinship set kind = 'OTHER_INTEREST'`, [], 'KHOI:APPEND_ONLY');
    for (const table of ['objection', 'kinship']) await expectRefused(`truncate ${table}`, [], 'KHOI:APPEND_ONLY', 'permission denied');
    const tie = `insert into kinship (tenant_id, person_a_id, person_b_id, kind, declared_by_person_id) values ($1, $2, $3, 'CHILD', $4)`;
    await expectRefused(tie, [scene.ward.id, lead.personId, lead.personId, lead.personId], 'kinship_of_two');
    await expectRefused(tie, [scene.ward.id, lead.personId, chair.personId, chair.personId], 'kinship_declared_by_oneself');
    await expectRefused(tie, [scene.ward.id, lead.personId, others[2]!.personId, lead.personId], 'kinship_once');
    const neighbour = await (await aScene(app())).person();
    await expectRefused(tie, [scene.ward.id, lead.personId, neighbour.personId, lead.personId], 'kinship_person_b');
  });

  it('lets nobody preside who has an interest, nor choose themself', async () => {
    const preside = 'insert into item_presider (item_id, tenant_id, person_id, chosen_by_person_id) values ($1, $2, $3, $4)';
    expect(await refused('application', preside, [itemOf(session), scene.ward.id, others[0]!.personId, chair.personId])).toBe('done: 1');
    for (const barred of [member, others[2]!]) await expectRefused(preside, [itemOf(session), scene.ward.id, barred.personId, chair.personId], 'KHOI:RECUSED');
    await expectRefused(preside, [itemOf(session), scene.ward.id, others[0]!.personId, others[0]!.personId], 'item_presider_chosen_by_another');
  });

  it('keeps one chair, when members are replaced too, and no appointment that ends before it begins', async () => {
    const appoint = `insert into council_member (tenant_id, council_id, person_id, role, is_voting, position, valid_from) values ($1, $2, $3, 'CHAIR', true, 9, vn_today())`;
    await expectRefused(appoint, [scene.ward.id, councilId, officer.personId], 'council_member_one_chair');
    await expectRefused('update council_member set valid_to = valid_from - 1 where council_id = $1', [councilId], 'council_member_period');
    await expectRefused('update council_member set valid_to = null, replaced_by_id = id where council_id = $1', [councilId], 'council_member_replaced_has_left');
  });
});

const ROUNDS = 6;
const codeOf = (answer: GraphqlAnswer<unknown>): string => answer.errors?.[0]?.extensions.code ?? 'OK';
const sheetOf = async (actor: Actor, item: string): Promise<string | undefined> =>
  (await app().sql<{ state: string }>('select state from score_sheet where item_id = $1 and person_id = $2', [item, actor.personId]))[0]?.state;

describe('at the same instant', () => {
  it('declaring and handing in leave no sheet that counts', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const session = await aSession();
      const item = itemOf(session);
      const [one] = others;
      const [declared, submitted] = (await Promise.all([
        one!.client.send(DECLARE, { input: { itemId: item, kind: 'OTHER', reason: 'Có liên quan.' } }),
        one!.client.send(SUBMIT, { input: { itemId: item, revision: 0, lines: linesOf(rules), idempotencyKey: newId() } }),
      ])).map(codeOf);
      expect(declared).toBe('OK');
      expect(['OK', 'NOT_FOUND']).toContain(submitted);
      expect(await sheetOf(one!, item)).toBe(submitted === 'OK' ? 'VOID' : undefined);
    }
  });

  it('an objection and handing in leave a sheet that waits or none', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const session = await aSession();
      const item = itemOf(session);
      const [, one] = others;
      const [, submitted] = await Promise.all([
        object(officer, session.items[0]!.initiativeId, one!.personId), one!.client.send(SUBMIT, { input: { itemId: item, revision: 0, lines: linesOf(rules), idempotencyKey: newId() } }),
      ]);
      expect(['OK', 'CONFLICT_UNDECIDED']).toContain(codeOf(submitted));
      const sheet = await seeItem<{ mySheet: { revision: number } | null }>(one!, item, 'mySheet { revision }');
      expect(sheet.mySheet === null).toBe(codeOf(submitted) !== 'OK');
      if (sheet.mySheet !== null) expect(codeOf(await one!.client.send(REOPEN, { input: { itemId: item, revision: sheet.mySheet.revision } }))).toBe('CONFLICT_UNDECIDED');
    }
  });

  it('deciding and closing follow one another, and the result counts what was decided', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const session = await aSession();
      const item = itemOf(session);
      const [one] = others;
      for (const actor of [chair, secretary, one!]) await submitSheet(actor, item, linesOf(rules));
      await object(officer, session.items[0]!.initiativeId, one!.personId);
      const objection = (await conflictsOf(chair, item)).find(({ source }) => source === 'OBJECTION')!;
      const { revision } = await seeSession(secretary, session.id);
      const [decided, closed] = (await Promise.all([
        chair.client.send(DECIDE, { input: { sessionId: session.id, conflictIds: [objection.id], decision: 'ALLOWED', reason: 'Không có căn cứ.' } }),
        secretary.client.send(sessionMutation('closeScoring'), { input: { sessionId: session.id, revision } }),
      ])).map(codeOf);
      expect(closed).toBe('OK');
      expect(['OK', 'SCORING_CLOSED']).toContain(decided);
      const counts = decided === 'OK';
      expect(await sheetOf(one!, item)).toBe(counts ? 'SUBMITTED' : 'VOID');
      expect(await seeItem(chair, item, 'result { sheetCount }')).toEqual({ result: { sheetCount: counts ? 3 : 2 } });
    }
  });

  it('two who decide differently are one after the other, and the record names the last', async () => {
    const session = await aSession();
    const item = itemOf(session);
    const found = (await conflictsOf(chair, item)).find(({ person }) => person.id === member.personId)!;
    const decide = (decision: string) => chair.client.send(DECIDE, { input: { sessionId: session.id, conflictIds: [found.id], decision, reason: 'Lý do.' } });
    expect((await Promise.all(['ALLOWED', 'RECUSED', 'ALLOWED', 'RECUSED'].map(decide))).map(codeOf)).toEqual(['OK', 'OK', 'OK', 'OK']);
    const [last] = await app().sql<{ decision: string }>(`select details ->> 'decision' as decision from audit_event where object_id = $1 and action = 'evaluation.conflict-decided' order by at desc limit 1`, [item]);
    expect((await conflictsOf(chair, item)).find(({ id }) => id === found.id)!.decision).toBe(last!.decision);
    await step(secretary, 'cancelSession', session);
  });
});
