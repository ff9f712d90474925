import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aCampaignWith, aCouncilOf, aSessionWith, ASKING, conflictsOf, type ConflictRules, declareKin } from '../factories/conflicts.js';
import { seeItem, seeSession, type Session, step } from '../factories/evaluation.js';
import type { Actor } from '../factories/identity.js';
import { act, aCompleteDraft, anAccepted, aScene, aSubmission, look, type Scene, type Seen } from '../factories/initiative.js';
import { aUnit } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';

// Several people sign in and act one after the other; a busy machine needs time for it.
jest.setTimeout(60_000);
const app = useApp();

/** A tree of units, a lead in the lowest, and a council of everybody who could have an interest in the lead's initiative. */
interface Cast {
  readonly lead: Actor;
  readonly secretary: Actor;
  readonly named: Readonly<Record<string, Actor>>;
  readonly councilId: string;
}

let scene: Scene;
let officer: Actor;
let cast: Cast;

beforeAll(async () => {
  scene = await aScene(app());
  officer = await scene.person({ roles: ['INTAKE_OFFICER'] });
  const elsewhere = await aUnit(app(), scene.ward);
  const upper = await aUnit(app(), scene.ward);
  const team = await aUnit(app(), scene.ward, { parentId: upper });
  const of = (unitId: string, roles: Parameters<Scene['person']>[0] = {}) => scene.person({ ...roles, person: { unitId } });
  const lead = await of(team);
  const [chair, secretary] = [await of(elsewhere), await of(elsewhere)];
  const named = {
    stranger: await of(elsewhere), adopter: await of(elsewhere), wife: await of(elsewhere), brotherInLaw: await of(elsewhere), colleague: await of(team),
    unitHead: await of(team, { roles: [['UNIT_HEAD', team]] }), superior: await of(elsewhere, { roles: [['UNIT_HEAD', upper]] }),
    coAuthor: await of(elsewhere), otherHead: await of(elsewhere, { roles: [['UNIT_HEAD', elsewhere]] }),
  };
  await declareKin(named.wife, lead.personId, 'SPOUSE');
  await declareKin(lead, named.brotherInLaw.personId, 'IN_LAW');
  await aJointSubmission(lead, named.coAuthor);
  const everybody = [chair, secretary, ...Object.values(named), lead];
  cast = { lead, secretary, named: { ...named, lead }, councilId: await aCouncilOf(scene, everybody) };
}, 120_000);

/** Another initiative of two people, submitted today. */
async function aJointSubmission(lead: Actor, other: Actor): Promise<void> {
  const draft = await aCompleteDraft(scene, lead);
  const { revision } = await look(lead, draft.id);
  await act(lead, 'setAuthors', { id: draft.id, revision, authors: [{ personId: lead.personId, shareBp: 6000 }, { personId: other.personId, shareBp: 4000 }] });
  await act(other, 'confirmAuthorship', { id: draft.id, shareBp: 4000 });
  await act(lead, 'submitInitiative', aSubmission(await look(lead, draft.id)));
}

/** An initiative of the lead in a campaign with these rules, with the adopter of the cast. */
async function anInitiative(campaignId: string): Promise<Seen> {
  const { lead, named } = cast;
  const draft = await aCompleteDraft({ ...scene, campaignId }, lead);
  await act(lead, 'setFirstAdopters', {
    id: draft.id, revision: (await look(lead, draft.id)).revision, adopters: [{ personId: named['adopter']!.personId, fullName: 'Người áp dụng', workDone: 'Áp dụng thử.' }],
  });
  const submitted = await act(lead, 'submitInitiative', aSubmission(await look(lead, draft.id)));
  return act(officer, 'acceptInitiative', { id: draft.id, versionNumber: submitted.currentVersion });
}

async function aSession(conflicts: ConflictRules): Promise<Session> {
  const campaignId = await aCampaignWith(app(), scene, { conflicts });
  return aSessionWith(cast.secretary, { ...cast, campaignId }, [await anInitiative(campaignId)]);
}

/** Who has which conflict, by the names of the cast. */
async function found(session: Session): Promise<Record<string, string>> {
  const names = new Map(Object.entries(cast.named).map(([name, { personId }]) => [personId, name]));
  const table: Record<string, string[]> = {};
  for (const { person, kind, source, decision, isAbsolute } of await conflictsOf(cast.secretary, session.items[0]!.id)) {
    expect({ source, isAbsolute }).toEqual({ source: 'AUTO', isAbsolute: decision === 'RECUSED' });
    (table[names.get(person.id) ?? person.id] ??= []).push(`${kind} ${decision}`);
  }
  return Object.fromEntries(Object.entries(table).map(([name, kinds]) => [name, kinds.sort().join(', ')]));
}

const BY_LAW = { lead: 'AUTHOR RECUSED', adopter: 'ADOPTER RECUSED', wife: 'KIN RECUSED', brotherInLaw: 'KIN PENDING' };
const rule = (one: 'FORBID' | 'DECLARE' | 'ALLOW'): ConflictRules => ({ sameUnit: one, sameUnitHead: one, superior: one, coAuthor: { rule: one, years: 3 } });

describe('interests of real people', () => {
  it.each<[string, ConflictRules, Record<string, string>]>([
    ['the presets', ASKING, { colleague: 'SAME_UNIT PENDING', unitHead: 'SUPERVISOR RECUSED', superior: 'SUPERVISOR PENDING', coAuthor: 'CO_AUTHOR PENDING' }],
    ['a rule book that forbids', rule('FORBID'), { colleague: 'SAME_UNIT RECUSED', unitHead: 'SAME_UNIT RECUSED, SUPERVISOR RECUSED', superior: 'SUPERVISOR RECUSED', coAuthor: 'CO_AUTHOR RECUSED' }],
    ['a rule book that asks', rule('DECLARE'), { colleague: 'SAME_UNIT PENDING', unitHead: 'SAME_UNIT PENDING, SUPERVISOR PENDING', superior: 'SUPERVISOR PENDING', coAuthor: 'CO_AUTHOR PENDING' }],
    ['a rule book that allows', rule('ALLOW'), {}],
  ])('are found under %s', async (_name, rules, byRegulation) => {
    expect(await found(await aSession(rules))).toEqual({ ...BY_LAW, ...byRegulation });
  });

  it('are found anew with the agenda: a tie that was ended counts no more', async () => {
    const session = await aSession(rule('ALLOW'));
    const friend = cast.named['otherHead']!;
    const { declareKinship } = await friend.client.ask<{ declareKinship: { id: string }[] }>(
      'mutation ($input: DeclareKinshipInput!) { declareKinship(input: $input) { id } }', { input: { personId: cast.lead.personId, kind: 'OTHER_INTEREST' } });
    // The declaration itself reaches a session that is being prepared.
    expect(await found(session)).toEqual({ ...BY_LAW, otherHead: 'KIN PENDING' });
    await friend.client.ask('mutation ($id: ID!) { endKinship(id: $id) { id } }', { id: declareKinship[0]!.id });
    const { revision } = await seeSession(cast.secretary, session.id);
    await cast.secretary.client.ask('mutation ($input: SetAgendaInput!) { setAgenda(input: $input) { id } }',
      { input: { sessionId: session.id, revision, initiativeIds: session.items.map(({ initiativeId }) => initiativeId) } });
    expect(await found(session)).toEqual(BY_LAW);
  });

  it('are those of the rules that scoring opened with', async () => {
    const session = await aSession(ASKING);
    await step(cast.secretary, 'conveneSession', session);
    await step(cast.secretary, 'openScoring', session);
    expect(await found(session)).toEqual({ ...BY_LAW, colleague: 'SAME_UNIT PENDING', unitHead: 'SUPERVISOR RECUSED', superior: 'SUPERVISOR PENDING', coAuthor: 'CO_AUTHOR PENDING' });
  });

  it('are told to their owner where the item can be seen, and to no other member', async () => {
    const session = await aSession(ASKING);
    await step(cast.secretary, 'conveneSession', session);
    const item = session.items[0]!.id;
    const own = 'myInterests { kind source decision } conflicts { id }';
    expect(await seeItem(cast.named['colleague']!, item, own)).toEqual({ myInterests: [{ kind: 'SAME_UNIT', source: 'AUTO', decision: 'PENDING' }], conflicts: [] });
    expect(await seeItem(cast.named['stranger']!, item, own)).toEqual({ myInterests: [], conflicts: [] });
    for (const hidden of ['wife', 'unitHead', 'adopter', 'lead']) {
      expect(await cast.named[hidden]!.client.refusal('query ($id: ID!) { agendaItem(id: $id) { id } }', { id: item })).toEqual({ code: 'NOT_FOUND', details: {} });
    }
  });
});

describe('a State-funded initiative of the head', () => {
  it('is not put before a council on which the head sits, nor opened there (INV-12)', async () => {
    const head = await scene.person({ roles: ['AUTHORITY_HEAD'] });
    const [chair, secretary, one, two] = [await scene.person(), await scene.person(), await scene.person(), await scene.person()];
    const { campaignId } = scene;
    const funded = await anAccepted(scene, head, officer, { isStateFunded: true });
    const own = await anAccepted(scene, head, officer, { isStateFunded: false });
    const sitting = await aCouncilOf(scene, [chair, secretary, one, two, head]);
    const { faults } = await secretary.client.refusal(`mutation ($input: SetAgendaInput!) { setAgenda(input: $input) { id } }`, {
      input: { sessionId: (await aSessionWith(secretary, { councilId: sitting, campaignId }, [own])).id, revision: 2, initiativeIds: [own.id, funded.id] },
    });
    expect(faults?.map(({ code, path }) => [code, path])).toEqual([['AGENDA_HEAD_IS_AUTHOR', ['input', 'initiativeIds', 1]]]);

    const without = await aCouncilOf(scene, [chair, secretary, one, two]);
    const session = await aSessionWith(secretary, { councilId: without, campaignId }, [funded], 'CONVENED');
    // The head joins the council after the agenda was set.
    await app().sql(`insert into council_member (tenant_id, council_id, person_id, role, is_voting, position, valid_from) values ($1, $2, $3, 'MEMBER', true, 5, vn_today())`, [scene.ward.id, without, head.personId]);
    const opening = () => secretary.client.refusal('mutation ($input: SessionActInput!) { openScoring(input: $input) { id } }', { input: { sessionId: session.id, revision: session.revision } });
    expect((await opening()).faults?.map(({ code }) => code)).toEqual(['AGENDA_HEAD_IS_AUTHOR']);
    await app().sql('delete from council_member where council_id = $1 and person_id = $2', [without, head.personId]);
    expect((await step(secretary, 'openScoring', session)).state).toBe('SCORING');
  });
});

it('a tie is declared to people of the ward, once each, and never to oneself', async () => {
  const [one, other] = [await scene.person(), await scene.person()];
  const foreign = await (await aScene(app())).person();
  const refused = (personId: string) => one.client.refusal('mutation ($input: DeclareKinshipInput!) { declareKinship(input: $input) { id } }', { input: { personId, kind: 'SIBLING' } });
  expect(await refused(one.personId)).toMatchObject({ code: 'KINSHIP_TO_ONESELF', path: ['input', 'personId'] });
  const unknown = await refused('01900000-0000-7000-8000-000000000000');
  expect(unknown).toMatchObject({ code: 'NOT_FOUND' });
  expect(await refused(foreign.personId)).toEqual(unknown);
  expect(await refused('không-phải-mã')).toEqual(unknown);
  await declareKin(one, other.personId, 'SIBLING');
  expect(await refused(other.personId)).toMatchObject({ code: 'KINSHIP_DECLARED' });

  const own = '{ myKinships { id kind person { id } } }';
  const { myKinships } = await one.client.ask<{ myKinships: { id: string; kind: string; person: { id: string } }[] }>(own);
  expect(myKinships).toEqual([{ id: expect.any(String), kind: 'SIBLING', person: { id: other.personId } }]);
  expect(await other.client.ask(own)).toEqual({ myKinships: [] });
  const end = 'mutation ($id: ID!) { endKinship(id: $id) { id } }';
  for (const stranger of [other, foreign]) expect(await stranger.client.refusal(end, { id: myKinships[0]!.id })).toEqual({ code: 'NOT_FOUND', details: {} });
  expect(await one.client.ask(end, { id: myKinships[0]!.id })).toEqual({ endKinship: [] });
  // Neither outbox nor audit name the two.
  const traces = await app().sql<{ row: string }>(`select o.payload::text as row from outbox o where o.type like 'organisation.kinship%' union all
    select a.details::text from audit_event a where a.action like 'organisation.kinship%'`);
  expect(traces.length).toBeGreaterThan(0);
  expect(JSON.stringify(traces)).not.toContain(other.personId);
});
