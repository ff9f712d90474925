import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addDays } from '@kit/clock';
import { runAs } from '@kit/context';
import { newId } from '@kit/ids';
import { FindConflicts } from '../../libs/domain/evaluation/usecases/find-conflicts.js';
import { aCampaignWith, aCouncilOf, aSessionWith, ASKING, conflictsOf, declareKin, REPLACE, warningsOf } from '../factories/conflicts.js';
import { actOn, declare, linesOf, presetRules, seeSession, type Session, step, submitSheet } from '../factories/evaluation.js';
import { UNKNOWN } from '../factories/evaluation-views.js';
import type { Actor } from '../factories/identity.js';
import { anAccepted, aScene, type Scene, type Seen, viewerOf } from '../factories/initiative.js';
import { asSuperuser } from '../factories/register.js';
import { aUnit } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';
import { countStatements } from '../setup/statements.js';

// Several people sign in and act one after the other; a busy machine needs time for it.
jest.setTimeout(60_000);
const app = useApp();
const rules = presetRules('ward-start');
let scene: Scene;
let officer: Actor;
let lead: Actor;
let five: readonly Actor[];
let campaignId: string;

beforeAll(async () => {
  scene = await aScene(app());
  officer = await scene.person({ roles: ['INTAKE_OFFICER'] });
  lead = await scene.person();
  five = [];
  // Everybody of the council works somewhere else than the authors.
  for (let index = 0; index < 5; index += 1) five = [...five, await away()];
  campaignId = await aCampaignWith(app(), scene, { conflicts: ASKING, vote: { method: 'SECRET', majority: { num: 2, den: 3 }, base: 'ALL_APPOINTED' } });
}, 120_000);

const away = async (fullName?: string): Promise<Actor> => scene.person({ person: { unitId: await aUnit(app(), scene.ward), ...(fullName !== undefined && { fullName }) } });
const anInitiative = (author = lead): Promise<Seen> => anAccepted({ ...scene, campaignId }, author, officer);
const namesOf = async (actor: Actor, session: Pick<Session, 'id'>): Promise<[string, number][]> =>
  (await actor.client.ask<{ replacementCandidates: { person: { fullName: string }; undecidedItems: number }[] }>(
    'query ($id: ID!) { replacementCandidates(sessionId: $id) { person { id fullName } undecidedItems } }', { id: session.id }))
    .replacementCandidates.map(({ person, undecidedItems }) => [person.fullName, undecidedItems]);

interface SeenMember {
  readonly id: string;
  readonly person: { readonly id: string };
  readonly role: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly replacedById: string | null;
  readonly basisNumber: string | null;
}
const membersOf = async (actor: Actor, councilId: string): Promise<SeenMember[]> =>
  (await actor.client.ask<{ councils: { id: string; members: SeenMember[] }[] }>('{ councils { id members { id person { id } role validFrom validTo replacedById basisNumber } } }'))
    .councils.find(({ id }) => id === councilId)!.members;
const replacement = (councilId: string, memberId: string, personId: string, from = scene.today) =>
  ({ councilId, memberId, personId, from, decisionNumber: '77/QĐ-UBND', decisionDate: scene.today });

describe('a council of five', () => {
  it('is warned as soon as two recusals make the majority impossible, is told who could come, and can decide with a replacement', async () => {
    const [chair, secretary, first, second] = five as [Actor, Actor, Actor, Actor, Actor];
    const councilId = await aCouncilOf(scene, five);
    // People of earlier councils: one free of interests, one beside the author, one married to the author, one who has left.
    const [free, beside, married, gone] = [await away('Lê Thị Ánh'), await scene.person({ person: { fullName: 'Trần Văn An' } }), await away('Phạm Thị Bình'), await away('Đỗ Văn Cường')];
    await aCouncilOf(scene, [await away('Ngô Chủ Tịch'), await away('Vũ Thư Ký'), free, beside, married, gone]);
    await declareKin(married, lead.personId, 'SPOUSE');
    await app().sql('update person set left_on = vn_today() where id = $1', [gone.personId]);

    const [item] = [await anInitiative()];
    await declareKin(first, lead.personId, 'SIBLING');
    const session = await aSessionWith(secretary, { councilId, campaignId }, [item!]);
    expect(await warningsOf(secretary, session)).toEqual([]);
    await declareKin(second, lead.personId, 'PARENT');
    for (const actor of [secretary, chair]) expect(await warningsOf(actor, session)).toEqual(['MAJORITY_IMPOSSIBLE 3/5 4']);
    expect(await namesOf(secretary, session)).toEqual([['Lê Thị Ánh', 0], ['Vũ Thư Ký', 0], ['Ngô Chủ Tịch', 0], ['Trần Văn An', 1]].sort((one, two) => Number(one[1]) - Number(two[1])) as [string, number][]);
    for (const actor of [first, lead]) expect((await actor.client.refusal('query ($id: ID!) { replacementCandidates(sessionId: $id) { undecidedItems } }', { id: session.id })).code).toBe('NOT_FOUND');

    const old = (await membersOf(secretary, councilId)).find(({ person }) => person.id === second.personId)!;
    await secretary.client.ask(REPLACE, { input: replacement(councilId, old.id, free.personId) });
    expect(await warningsOf(secretary, session)).toEqual([]);
    const members = await membersOf(secretary, councilId);
    const came = members.find(({ person }) => person.id === free.personId)!;
    expect(members.find(({ id }) => id === old.id)).toMatchObject({ validTo: addDays(scene.today, -1), replacedById: came.id, basisNumber: null });
    expect(came).toMatchObject({ role: 'MEMBER', validFrom: scene.today, replacedById: null, basisNumber: '77/QĐ-UBND' });
  });

  it('has warnings shown to whoever may know of the item: to the chair when the secretary is recused, and the other way round', async () => {
    const [chair, secretary] = [await away(), await away()];
    const councilId = await aCouncilOf(scene, [chair, secretary, await away(), await away(), await away()]);
    const initiative = await anInitiative(secretary);
    const drafting = await scene.person({ roles: ['COUNCIL_SECRETARY'] });
    const session = await aSessionWith(drafting, { councilId, campaignId }, [initiative]);
    await step(drafting, 'conveneSession', session);
    await declare(chair, session.items[0]!.id, 'OTHER', 'Từng phản biện.');
    expect(await warningsOf(secretary, session)).toEqual([]);
    expect(await warningsOf(chair, session)).toEqual([]);
    expect(await warningsOf(drafting, session)).toEqual(['MAJORITY_IMPOSSIBLE 3/5 4', 'NOBODY_PRESIDES 3/5']);
    // Nor does a missing name among the replacements tell of the item.
    const kin = await away('Hà Duy Nhất');
    await aCouncilOf(scene, [kin, await away(), await away()]);
    await declareKin(kin, secretary.personId, 'SIBLING');
    expect((await namesOf(secretary, session)).map(([name]) => name)).toContain('Hà Duy Nhất');
    expect((await namesOf(drafting, session)).map(([name]) => name)).not.toContain('Hà Duy Nhất');
  });
});

it('a union representative is asked for where an author is a union member (INV-14)', async () => {
  const member = await scene.person({ person: { isUnionMember: true } });
  const [, secretary] = five as [Actor, Actor];
  const session = await aSessionWith(secretary, { councilId: await aCouncilOf(scene, five), campaignId }, [await anInitiative(member)]);
  expect(await warningsOf(secretary, session)).toEqual(['UNION_REPRESENTATIVE_MISSING 5/5']);
});

it('a quorum needs enough members on the day of the meeting', async () => {
  const [chair, secretary, ...others] = [await away(), await away(), await away(), await away(), await away()];
  const councilId = await aCouncilOf(scene, [chair, secretary, ...others]);
  const session = await aSessionWith(secretary, { councilId, campaignId }, [await anInitiative()]);
  await actOn(secretary, 'rescheduleSession', { sessionId: session.id, revision: session.revision, heldOn: addDays(scene.today, 10) });
  expect(await warningsOf(secretary, session)).toEqual([]);
  for (const { personId } of others.slice(0, 2)) await app().sql('update council_member set valid_to = $2 where council_id = $1 and person_id = $3', [councilId, addDays(scene.today, 5), personId]);
  expect(await warningsOf(secretary, session)).toEqual(['QUORUM_IMPOSSIBLE 3/5 4']);
});

describe('replacing a member', () => {
  let council: readonly [Actor, Actor, Actor, Actor];
  let councilId: string;
  beforeAll(async () => {
    council = [await away(), await away(), await away(), await away()];
    councilId = await aCouncilOf(scene, council);
  }, 60_000);
  const appointmentOf = async ({ personId }: Actor) => (await membersOf(council[1], councilId)).filter(({ person }) => person.id === personId).at(-1)!;
  const refused = (actor: Actor, input: object) => actor.client.refusal(REPLACE, { input });

  it('is refused for days that cannot be, people who are there, and whoever may not', async () => {
    const [chair, secretary, member, other] = council;
    const old = await appointmentOf(member);
    const somebody = await away();
    for (const from of [addDays(scene.today, -1), addDays(scene.today, 400)]) {
      expect(await refused(secretary, replacement(councilId, old.id, somebody.personId, from))).toMatchObject({ code: 'COUNCIL_REPLACEMENT_TOO_EARLY', details: { earliest: scene.today } });
    }
    expect(await refused(secretary, replacement(councilId, old.id, other.personId))).toMatchObject({ code: 'COUNCIL_MEMBER_TWICE' });
    expect(await refused(secretary, replacement(councilId, old.id, UNKNOWN))).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'personId'] });
    expect(await refused(secretary, replacement(councilId, UNKNOWN, somebody.personId))).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'memberId'] });
    expect(await refused(chair, replacement(councilId, old.id, somebody.personId))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused(lead, replacement(councilId, old.id, somebody.personId))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('finds the interests of who comes before they can read anything, also when they come later', async () => {
    const [, secretary, member] = council;
    const session = await aSessionWith(secretary, { councilId, campaignId }, [await anInitiative()], 'CONVENED');
    const wife = await away();
    await declareKin(wife, lead.personId, 'SPOUSE');
    await secretary.client.ask(REPLACE, { input: replacement(councilId, (await appointmentOf(member)).id, wife.personId, addDays(scene.today, 3)) });
    expect((await conflictsOf(secretary, session.items[0]!.id)).map(({ person, kind, decision }) => [person.id, kind, decision])).toEqual([[wife.personId, 'KIN', 'RECUSED']]);
    // Until then the one who leaves is a member; afterwards the appointment is over.
    expect((await seeSession<{ members: { person: { id: string } }[] }>(secretary, session.id, 'members { person { id } }')).members.map(({ person }) => person.id)).toContain(member.personId);
    expect(await refused(secretary, replacement(councilId, (await appointmentOf(member)).id, (await away()).personId, addDays(scene.today, 2)))).toMatchObject({ code: 'COUNCIL_MEMBER_HAS_LEFT' });
  });

  it('does not touch a session whose scoring has opened (INV-15), and the chair is replaced by one chair', async () => {
    const [chair, secretary, , other] = council;
    const session = await aSessionWith(secretary, { councilId, campaignId }, [await anInitiative()], 'SCORING');
    const [next, nextChair] = [await away(), await away()];
    await secretary.client.ask(REPLACE, { input: replacement(councilId, (await appointmentOf(other)).id, next.personId) });
    await secretary.client.ask(REPLACE, { input: replacement(councilId, (await appointmentOf(chair)).id, nextChair.personId) });
    await submitSheet(other, session.items[0]!.id, linesOf(rules));
    expect(await next.client.refusal('query ($id: ID!) { agendaItem(id: $id) { id } }', { id: session.items[0]!.id })).toEqual({ code: 'NOT_FOUND', details: {} });
    expect((await step(chair, 'closeScoring', session)).state).toBe('SCORED');
    expect(await app().sql(`select count(*)::int as n from audit_event where action = 'evaluation.council-member-replaced' and object_id = $1`, [councilId])).toEqual([{ n: 3 }]);
  });
});

describe('finding conflicts', () => {
  it('asks the database as often for 200 items and 9 members as for one item', async () => {
    const nine: Actor[] = [];
    for (let index = 0; index < 9; index += 1) nine.push(await (index < 3 ? scene.person() : away()));
    const secretary = nine[1]!;
    const councilId = await aCouncilOf(scene, nine);
    const first = await anInitiative();
    const session = await aSessionWith(secretary, { councilId, campaignId }, [first]);
    const search = () => runAs(viewerOf(secretary), () => app().get(FindConflicts).execute(scene.ward.id, session.id, secretary.personId));
    const one = await countStatements(app(), search);
    await copies(first.id, session.id, 199);
    const many = await countStatements(app(), search);
    expect(many).toBe(one);
    expect(many).toBeLessThanOrEqual(14);
    expect(await app().sql('select count(*)::int as n from conflict x join agenda_item a on a.id = x.item_id where a.session_id = $1', [session.id])).toEqual([{ n: 200 * 3 }]);
    await withoutCopies(first.id, session.id);
  });
});

/** Puts copies of an accepted initiative on an agenda, past the use cases: making each the long way would take minutes. */
async function copies(initiativeId: string, sessionId: string, count: number): Promise<void> {
  await asSuperuser(app(), async (client) => {
    await client.query('set session_replication_role = replica');
    const columnsOf = async (table: string): Promise<string[]> => (await client.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`, [table])).rows.map(({ name }) => name);
    const copy = async (table: string, changes: Record<string, string>): Promise<void> => {
      const columns = await columnsOf(table);
      const values = columns.map((column) => (column in changes ? changes[column]! : `t.${column}`));
      await client.query(`insert into ${table} (${columns.join()}) select ${values.join()} from ${table} t cross join twin where t.${table === 'initiative' ? 'id' : 'initiative_id'} = '${initiativeId}'`);
    };
    await client.query('create temp table twin (id uuid, n int)');
    await client.query('insert into twin select * from unnest($1::uuid[], $2::int[])', [Array.from({ length: count }, () => newId()), Array.from({ length: count }, (_, index) => index + 2)]);
    await copy('initiative', { id: 'twin.id', code: `'SK-2199-' || lpad(twin.n::text, 4, '0')`, receipt_number: `'BN-2199-' || twin.n` });
    await copy('initiative_version', { id: 'uuidv7()', initiative_id: 'twin.id' });
    await copy('initiative_author', { id: 'uuidv7()', initiative_id: 'twin.id' });
    await copy('agenda_item', { id: 'uuidv7()', initiative_id: 'twin.id', position: 'twin.n', session_id: `'${sessionId}'` });
    await client.query('set session_replication_role = origin');
  });
}

/** The database as it is without them: nothing else of a copy fits together. */
async function withoutCopies(initiativeId: string, sessionId: string): Promise<void> {
  await asSuperuser(app(), async (client) => {
    await client.query('set session_replication_role = replica');
    const others = `select initiative_id from agenda_item where session_id = '${sessionId}' and initiative_id <> '${initiativeId}'`;
    await client.query(`create temp table copied as ${others}`);
    await client.query('delete from conflict x using agenda_item a where a.id = x.item_id and a.initiative_id in (select initiative_id from copied)');
    for (const table of ['agenda_item', 'initiative_author', 'initiative_version']) await client.query(`delete from ${table} where initiative_id in (select initiative_id from copied)`);
    await client.query('delete from initiative where id in (select initiative_id from copied)');
    await client.query('set session_replication_role = origin');
  });
}
