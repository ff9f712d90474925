import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { Actor } from '../factories/identity.js';
import type { Scene } from '../factories/initiative.js';
import { aConvenedSession, aCouncil, type Cast, declare, linesOf, presetRules, SAVE, type Session, seeSession, sessionMutation, someAccepted, step, SUBMIT } from '../factories/evaluation.js';
import { anApplication, anAssigningScene, APPLY, assign, panel, seeAssignment, UNDO } from '../factories/assignment.js';
import { newId } from '@kit/ids';
import { useApp } from '../setup/app.js';

/*
 * What the database keeps of an assignment whoever asks, past every use case: as the application's role and as the owner of
 * the tables; and what becomes of two acts at a time.
 */

type RoleName = 'application' | 'owner';
const clients = new Map<RoleName, pg.Client>();
// Before the app stops, which drops the database: hooks run in the order in which they are written.
afterAll(() => Promise.all([...clients.values()].map((client) => client.end())));

// Several people sign in and act one after the other; a busy machine needs time for it.
jest.setTimeout(60_000);
const app = useApp();
const rules = presetRules('ward-start');
const ROUNDS = 5;
let scene: Scene;
let officer: Actor;
let cast: Cast;

/** Chair, secretary and four members; the secretary does not vote, and three score each item. */
beforeAll(async () => {
  scene = await anAssigningScene(app());
  officer = await scene.person({ roles: ['INTAKE_OFFICER'] });
  cast = await aCouncil(scene, { size: 4, secretaryVotes: false });
  const { appUrl, ownerUrl } = app().databaseUrls;
  for (const [name, connectionString] of [['application', appUrl], ['owner', ownerUrl]] as const) {
    const client = new pg.Client({ connectionString });
    await client.connect();
    clients.set(name, client);
  }
}, 60_000);

const person = (place: number): string => cast.everybody[place]!.personId;
const assigned = async (...places: number[]): Promise<Session> => {
  const session = await aConvenedSession(scene, cast, await someAccepted(scene, officer, 1));
  await assign(cast.chair, session, [{ itemId: session.items[0]!.id, personIds: places.map(person) }]);
  return session;
};
const open = (session: Session): Promise<Session> => step(cast.secretary, 'openScoring', session);

/** The first words of a refusal: our code, a constraint, or "permission denied". Everything is undone. */
async function refused(role: RoleName, ...statements: (readonly [text: string, values: readonly unknown[]])[]): Promise<string> {
  const client = clients.get(role)!;
  await client.query('begin');
  try {
    let done = 0;
    for (const [text, values] of statements) done = (await client.query(text, [...values])).rowCount ?? 0;
    await client.query('set constraints all immediate');
    return `done: ${done}`;
  } catch (error) {
    const { message, constraint } = error as { message: string; constraint?: string };
    return constraint ?? /^KHOI:\w+|^permission denied/.exec(message)?.[0] ?? message;
  } finally {
    await client.query('rollback');
  }
}

const INSERT = 'insert into assignment (tenant_id, item_id, person_id, plan_id) values ($1, $2, $3, $4)';
const INSERT_SHEET = 'insert into score_sheet (tenant_id, item_id, person_id) values ($1, $2, $3)';
const PLAN = `insert into assignment_plan (id, tenant_id, session_id, kind, undoes_id, added, removed, by_person_id)
  values ($1, $2, $3, $4, $5, jsonb_build_array(jsonb_build_object('itemId', $6::uuid, 'personId', $7::uuid)), $8, $9)`;

/** A change that adds the member of this place to the one item, and the row itself. */
function addition(session: Session, place: number, { planned = place, personId = person(place) }: { planned?: number; personId?: string } = {}): (readonly [string, readonly unknown[]])[] {
  const [planId, itemId] = [newId(), session.items[0]!.id];
  return [
    [PLAN, [planId, scene.ward.id, session.id, 'APPLY', null, itemId, planned === place ? personId : person(planned), '[]', cast.chair.personId]],
    [INSERT, [scene.ward.id, itemId, personId, planId]],
  ];
}

const roles = ['application', 'owner'] as const;

describe.each(roles)('to the %s', (role) => {
  it('a row comes with the change that names it, for a voting member who is not recused', async () => {
    const session = await assigned(0);
    expect(await refused(role, ...addition(session, 2))).toBe('done: 1');
    expect(await refused(role, ...addition(session, 2, { planned: 3 }))).toBe('KHOI:APPEND_ONLY');
    expect(await refused(role, ...addition(session, 0))).toBe('assignment_once');
    expect(await refused(role, ...addition(session, 1))).toBe('KHOI:NOT_A_SCORER');
    expect(await refused(role, ...addition(session, 2, { personId: officer.personId }))).toBe('KHOI:NOT_A_SCORER');
    await declare(cast.everybody[2]!, session.items[0]!.id);
    expect(await refused(role, ...addition(session, 2))).toBe('KHOI:RECUSED');
    const [elsewhere] = addition(await assigned(0), 3);
    const [, row] = addition(session, 3);
    expect(await refused(role, elsewhere!, [row![0], [...row![1].slice(0, 3), elsewhere![1][0]]])).toBe('KHOI:APPEND_ONLY');
  });

  it('no row changes, no change is altered, and neither table is emptied', async () => {
    const session = await assigned(0);
    const mine = [session.items[0]!.id];
    expect(await refused(role, ['update assignment set person_id = $2 where item_id = $1', [...mine, person(3)]])).toBe('KHOI:APPEND_ONLY');
    expect(await refused(role, ["update assignment_plan set added = '[]' where session_id = $1", [session.id]])).toBe('KHOI:APPEND_ONLY');
    expect(await refused(role, ['delete from assignment_plan where session_id = $1', [session.id]])).toMatch(/^KHOI:APPEND_ONLY|^assignment_by_plan/);
    for (const table of ['assignment', 'assignment_plan cascade']) {
      expect(await refused(role, [`truncate ${table}`, []])).toBe(role === 'owner' ? 'KHOI:APPEND_ONLY' : 'permission denied');
    }
    expect(await refused(role, ['delete from assignment where item_id = $1', mine])).toBe('done: 1');
  });

  it('a change is undone once, in its own session, and only when it was applied', async () => {
    const [session, other] = [await assigned(0), await assigned(0)];
    const [plan] = await app().sql<{ id: string }>('select id from assignment_plan where session_id = $1', [session.id]);
    const undoing = (of: Session, undoes: string): [string, unknown[]] =>
      [PLAN, [newId(), scene.ward.id, of.id, 'UNDO', undoes, of.items[0]!.id, person(0), '[]', cast.chair.personId]];
    expect(await refused(role, undoing(session, plan!.id))).toBe('done: 1');
    expect(await refused(role, undoing(session, plan!.id), undoing(session, plan!.id))).toBe('assignment_plan_undone_once');
    expect(await refused(role, undoing(other, plan!.id))).toBe('KHOI:APPEND_ONLY');
    const first = undoing(session, plan!.id);
    expect(await refused(role, first, undoing(session, String(first[1][0])))).toBe('KHOI:APPEND_ONLY');
  });

  it('once members score nothing is taken off, and only what is missing is added', async () => {
    const session = await open(await assigned(0, 2, 3));
    const [item] = session.items;
    expect(await refused(role, ['delete from assignment where item_id = $1', [item!.id]])).toBe('KHOI:ASSIGNMENT_FIXED');
    expect(await refused(role, ...addition(session, 4))).toBe('KHOI:ASSIGNMENT_FIXED');
    const [plan] = await app().sql<{ id: string }>('select id from assignment_plan where session_id = $1', [session.id]);
    for (const [kind, undoes, removed] of [['UNDO', plan!.id, '[]'], ['OPENING', null, '[]'], ['APPLY', null, '[{}]']] as const) {
      const values = [newId(), scene.ward.id, session.id, kind, undoes, item!.id, person(4), removed, cast.chair.personId];
      expect(await refused(role, [PLAN, values])).toBe('KHOI:ASSIGNMENT_FIXED');
    }
    await declare(cast.everybody[2]!, item!.id);
    expect(await refused(role, ...addition(session, 4))).toBe('done: 1');
    expect(await refused(role, ...addition(session, 4), ...addition(session, 5))).toBe('KHOI:ASSIGNMENT_FIXED');
  });

  it('a sheet is written by who is assigned', async () => {
    const session = await open(await assigned(0, 2, 3));
    const item = session.items[0]!.id;
    expect(await refused(role, [INSERT_SHEET, [scene.ward.id, item, person(2)]])).toBe('done: 1');
    expect(await refused(role, [INSERT_SHEET, [scene.ward.id, item, person(4)]])).toBe('KHOI:NOT_ASSIGNED');
  });

  it('nothing of it changes once scoring has closed', async () => {
    const session = await open(await assigned(0, 2, 3));
    await declare(cast.everybody[2]!, session.items[0]!.id);
    await step(cast.chair, 'closeScoring', session);
    expect(await refused(role, ['delete from assignment where item_id = $1', [session.items[0]!.id]])).toBe('KHOI:ASSIGNMENT_FIXED');
    expect(await refused(role, ...addition(session, 4))).toBe('KHOI:ASSIGNMENT_FIXED');
  });
});

describe('two acts at a time', () => {
  type Sent = Promise<{ errors?: readonly { readonly extensions: { readonly code: string } }[] }>;
  const codes = async (sent: readonly Sent[]): Promise<string[]> => (await Promise.all(sent)).map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK');
  const rowsOf = (session: Session, ...places: number[]) => [{ itemId: session.items[0]!.id, personIds: places.map(person) }];
  const act = async ({ id }: Session) => ({ input: { sessionId: id, revision: (await seeSession(cast.chair, id)).revision } });

  it('apply and open scoring: what stands when members score was complete when it opened', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const session = await assigned(0, 2, 3);
      const [applied, opened] = await codes([
        cast.chair.client.send(APPLY, await anApplication(cast.chair, session, rowsOf(session, 0, 2))),
        cast.secretary.client.send(sessionMutation('openScoring'), await act(session)),
      ]);
      const after = panel(await seeAssignment(cast.chair, session), session.items[0]!.id, cast);
      const { state } = await seeSession(cast.chair, session.id);
      if (opened === 'OK') expect([applied, after, state]).toEqual([expect.stringMatching(/^ASSIGNMENT_FIXED$|^REVISION_CONFLICT$/), '0 2 3', 'SCORING']);
      else expect([applied, opened, after, state]).toEqual(['OK', expect.stringMatching(/^REVISION_CONFLICT$|^VALIDATION_FAILED$/), '0 2', 'CONVENED']);
    }
  });

  it('apply or undo with the same revision: one of them', async () => {
    const session = await assigned(0);
    const sent = [
      cast.chair.client.send(APPLY, await anApplication(cast.chair, session, rowsOf(session, 2))),
      cast.secretary.client.send(APPLY, await anApplication(cast.chair, session, rowsOf(session, 3))),
      cast.chair.client.send(UNDO, await act(session)),
    ];
    expect((await codes(sent)).sort()).toEqual(['OK', 'REVISION_CONFLICT', 'REVISION_CONFLICT']);
  });

  it('two changes that each add the last missing member: one comes, whoever sends them', async () => {
    const session = await open(await assigned(0, 2, 3));
    await declare(cast.everybody[2]!, session.items[0]!.id);
    const one = clients.get('application')!;
    const [first, second] = [addition(session, 4), addition(session, 5)];
    await one.query('begin');
    for (const [text, values] of first) await one.query(text, [...values]);
    const late = refused('owner', ...second);
    await new Promise((done) => setTimeout(done, 100));
    await one.query('commit');
    expect(await late).toBe('KHOI:ASSIGNMENT_FIXED');
    expect(panel(await seeAssignment(cast.chair, session), session.items[0]!.id, cast)).toBe('0 3 4');
  });

  it('a member who is added scores at that moment or is refused, and is on the item afterwards', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const session = await open(await assigned(0, 2, 3));
      const [item] = session.items;
      await declare(cast.everybody[2]!, item!.id);
      const [added, submitted] = await codes([
        cast.chair.client.send(APPLY, await anApplication(cast.chair, session, rowsOf(session, 0, 3, 4))),
        cast.everybody[4]!.client.send(SUBMIT, { input: { itemId: item!.id, revision: 0, lines: linesOf(rules), idempotencyKey: newId() } }),
      ]);
      expect(added).toBe('OK');
      expect(['OK', 'FORBIDDEN']).toContain(submitted);
      const revision = submitted === 'OK' ? 99 : 0;
      expect((await codes([cast.everybody[4]!.client.send(SAVE, { input: { itemId: item!.id, revision, lines: [] } })]))[0])
        .toBe(submitted === 'OK' ? 'SHEET_SUBMITTED' : 'OK');
    }
  });
});
