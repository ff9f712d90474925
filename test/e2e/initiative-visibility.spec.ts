import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import { expectFacesAgree, policyOf } from '@kit/policy';
import { newId } from '@kit/ids';
import type { InitiativeFacts } from '@domain/initiative';
import type { Actor } from '../factories/identity.js';
import {
  act, aCompleteDraft, aDraft, aFault, aFile, anAccepted, aScene, aSubmission, aSubmitted, look, refusal, type Scene, viewerOf,
} from '../factories/initiative.js';
import { aUnit } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';
import { countStatements } from '../setup/statements.js';

const app = useApp({ JOBS: 'off', FILES_DIR: mkdtempSync(join(tmpdir(), 'khoi-files-')) });
const SECRET = 'CÔNG-THỨC-BÍ-MẬT-7391';
const BORN = '1979-03-14';

let scene: Scene;
let lead: Actor;
let coAuthor: Actor;
let colleague: Actor;
let officer: Actor;
let secretary: Actor;
let head: Actor;
let unitHead: Actor;
let otherHead: Actor;
let admin: Actor;
let stranger: Actor;

beforeAll(async () => {
  scene = await aScene(app());
  const elsewhere = await aUnit(app(), scene.ward);
  lead = await scene.person({ person: { birthDate: BORN, qualification: 'Thạc sĩ' } });
  coAuthor = await scene.person();
  colleague = await scene.person();
  officer = await scene.person({ roles: ['INTAKE_OFFICER'] });
  secretary = await scene.person({ roles: ['COUNCIL_SECRETARY'] });
  head = await scene.person({ roles: ['AUTHORITY_HEAD'] });
  unitHead = await scene.person({ roles: [['UNIT_HEAD', scene.unitId]] });
  otherHead = await scene.person({ roles: [['UNIT_HEAD', elsewhere]] });
  admin = await scene.person({ roles: ['TENANT_ADMIN', 'AUDITOR', 'SECURITY_OFFICER', 'CLERK'] });
  stranger = await (await aScene(app())).person({ roles: ['INTAKE_OFFICER', 'COUNCIL_SECRETARY', 'AUTHORITY_HEAD', 'TENANT_ADMIN'] });
}, 60_000);

const sees = async (actor: Actor, id: string): Promise<boolean> => {
  const { data, errors } = await actor.client.send<{ initiative: unknown }>('query ($id: ID) { initiative(id: $id) { id } }', { id });
  if (errors) expect(errors[0]!.extensions).toEqual({ code: 'NOT_FOUND', details: {} });
  return data?.initiative != null;
};

/** A dossier with everything that must not be seen by everybody. */
async function aSecretDossier(): Promise<string> {
  const { id, revision } = await aCompleteDraft(scene, lead, { confidentialParts: SECRET });
  const two = await act(lead, 'setAuthors', { id, revision, authors: [{ personId: lead.personId, shareBp: 6000 }, { personId: coAuthor.personId, shareBp: 4000 }] });
  await act(coAuthor, 'confirmAuthorship', { id, shareBp: 4000 });
  for (const confidentiality of ['INTERNAL', 'AUTHOR_SECRET']) {
    await act(lead, 'attachFile', { id, fileId: await aFile(app(), lead), kind: 'EVIDENCE', caption: confidentiality, supports: 'CONTENT', confidentiality });
  }
  return (await act(lead, 'submitInitiative', aSubmission({ id, revision: two.revision }))).id;
}

describe('who sees an initiative', () => {
  it('as a draft: its authors, confirmed or not, and nobody else', async () => {
    const { id, revision } = await aDraft(scene, lead);
    await act(lead, 'setAuthors', { id, revision, authors: [{ personId: lead.personId, shareBp: 6000 }, { personId: coAuthor.personId, shareBp: 4000 }] });
    for (const actor of [lead, coAuthor]) expect(await sees(actor, id)).toBe(true);
    for (const actor of [colleague, officer, secretary, head, unitHead, otherHead, admin, stranger]) expect(await sees(actor, id)).toBe(false);
  });

  it('from the submission on: also the officers of the ward and the head of the unit', async () => {
    const { id } = await aSubmitted(scene, lead);
    for (const actor of [lead, officer, secretary, head, unitHead]) expect(await sees(actor, id)).toBe(true);
    for (const actor of [colleague, otherHead, admin, stranger]) expect(await sees(actor, id)).toBe(false);
  });

  it('never comes to the officers as a draft that was withdrawn', async () => {
    const { id } = await aDraft(scene, lead);
    await act(lead, 'withdrawInitiative', { id, reason: 'Thôi' });
    for (const actor of [officer, head, unitHead]) expect(await sees(actor, id)).toBe(false);
  });

  it('finds it by code as by id, and answers a foreign, an unknown and a malformed id alike', async () => {
    const { id, code } = await aSubmitted(scene, lead);
    const byCode = 'query ($code: String) { initiative(code: $code) { id } }';
    expect(await officer.client.ask(byCode, { code })).toEqual({ initiative: { id } });
    expect(await stranger.client.refusal(byCode, { code })).toEqual({ code: 'NOT_FOUND', details: {} });
    for (const unknown of [id, newId(), 'x']) expect(await sees(stranger, unknown)).toBe(false);
    for (const unknown of [id, newId(), 'x']) {
      expect(await refusal(stranger, 'acceptInitiative', { id: unknown, versionNumber: 1 })).toEqual({ code: 'NOT_FOUND', path: ['input', 'id'], details: {} });
    }
  });
});

describe('what is secret or personal', () => {
  const EVERYTHING = `confidentialParts hasConfidentialParts authors { birthDate qualification } attachments { caption file { id } }
    versions { changes { path segments { text } } } steps { note } formalChecks { message } faults { code } similar { title }`;

  it('reaches authors and officers, and no byte of it the head of the unit', async () => {
    const id = await aSecretDossier();
    type Secrets = { confidentialParts: string | null; authors: { birthDate: string | null }[]; attachments: { caption: string }[] };
    for (const actor of [lead, coAuthor, officer, secretary, head]) {
      const seen = await look<Secrets>(actor, id, EVERYTHING);
      expect([seen.confidentialParts, seen.authors[0]!.birthDate, seen.attachments.map(({ caption }) => caption)]).toEqual([SECRET, BORN, ['INTERNAL', 'AUTHOR_SECRET']]);
    }
    const seen = await look<Secrets>(unitHead, id, EVERYTHING);
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${SECRET}|${BORN}|Thạc sĩ|AUTHOR_SECRET`));
    expect(seen).toMatchObject({ confidentialParts: null, hasConfidentialParts: null, authors: [{ birthDate: null, qualification: null }, {}], attachments: [{ caption: 'INTERNAL' }] });
  });

  it('stays out of the differences between versions', async () => {
    const id = await aSecretDossier();
    await act(officer, 'requestSupplement', { id, versionNumber: 1, faults: [aFault('CONFIDENTIAL_NOT_MARKED', 'CONFIDENTIAL')], message: '' });
    const { revision } = await look(lead, id);
    const saved = await act(lead, 'saveInitiative', { id, revision, confidentialParts: `${SECRET} và thêm`, content: 'Đổi nội dung' });
    await act(lead, 'resubmitInitiative', aSubmission(saved));
    type Versions = { versions: { changes: { path: string }[] | null }[] };
    const paths = async (actor: Actor) => (await look<Versions>(actor, id, 'versions { changes { path } }')).versions[1]!.changes!.map(({ path }) => path);
    expect(await paths(officer)).toEqual(['content', 'confidentialParts']);
    expect(await paths(unitHead)).toEqual(['content']);
  });

  it('is not given away by files: a secret one is opened only by those who may read secrets', async () => {
    const id = await aSecretDossier();
    const { attachments } = await look<{ attachments: { caption: string; file: { id: string } }[] }>(officer, id, 'attachments { caption file { id } }');
    const [internal, secret] = attachments.map(({ file }) => file.id);
    const opens = async (actor: Actor, fileId: string | undefined): Promise<boolean> =>
      (await actor.client.send('mutation ($id: ID!) { downloadLink(fileId: $id) { url } }', { id: fileId })).errors === undefined;
    expect([await opens(officer, internal), await opens(officer, secret)]).toEqual([true, true]);
    expect([await opens(unitHead, internal), await opens(unitHead, secret)]).toEqual([true, false]);
    for (const actor of [colleague, otherHead, admin, stranger]) expect([await opens(actor, internal), await opens(actor, secret)]).toEqual([false, false]);
  });

  it('is not written into events', async () => {
    await aSecretDossier();
    const rows = await app().sql<{ payload: unknown }>('select payload from outbox');
    expect(JSON.stringify(rows)).not.toContain(SECRET);
  });
});

describe('the two faces of the policy', () => {
  it('agree for every action over dossiers in many states', async () => {
    await aDraft(scene, lead);
    await aSubmitted(scene, officer);
    await anAccepted(scene, lead, officer);
    const facts = await allFacts();
    const roles = (...names: string[]): Viewer['roles'] => names.map((role) => ({ role, unitId: null }));
    const viewers = [
      viewerOf(lead), viewerOf(coAuthor), viewerOf(colleague), viewerOf(officer, roles('INTAKE_OFFICER')), viewerOf(head, roles('AUTHORITY_HEAD')),
      viewerOf(unitHead, [{ role: 'UNIT_HEAD', unitId: scene.unitId }]), viewerOf(stranger, roles('INTAKE_OFFICER', 'AUTHORITY_HEAD')), null,
    ];
    const policy = policyOf('initiative.read')!;
    const select = async (condition: Parameters<Parameters<typeof expectFacesAgree>[0]['select']>[0]) =>
      (await app().get(Database).rows<{ id: string }>(sql`select subject.id from initiative subject where ${condition}`)).map(({ id }) => id);
    for (const action of policy.actions) await expectFacesAgree({ policy: policy as never, action, viewers, facts: facts as never, select });
  });

  async function allFacts(): Promise<ReadonlyMap<string, InitiativeFacts>> {
    const rows = await app().sql<InitiativeFacts & { id: string }>(`
      select i.id, i.tenant_id as "tenantId", i.state, i.submitted_at as "submittedAt", i.submitting_unit_id as "submittingUnitId",
        (select array_agg(a.person_id::text) from initiative_author a where a.initiative_id = i.id) as "authorIds",
        (select a.person_id from initiative_author a where a.initiative_id = i.id and a.role = 'LEAD') as "leadId",
        coalesce((select array_agg(r.unit_id::text) from application_record r where r.initiative_id = i.id and r.unit_id is not null), '{}') as "recordUnitIds"
      from initiative i`);
    return new Map(rows.map((row) => [row.id, row]));
  }
});

describe('the lists', () => {
  const NODE = 'id code title actions faults { code } authors { person { fullName unit { shortName } } } campaign { name } submittingUnit { shortName } receipt { number } versions { number } steps { transition } attachments { caption }';
  const LISTS: Readonly<Record<string, string>> = {
    myInitiatives: `{ myInitiatives { edges { node { ${NODE} } } } }`,
    intakeQueue: `{ intakeQueue(filter: { states: [SUBMITTED] }) { edges { node { ${NODE} } } } }`,
    applicationsToConfirm: `{ applicationsToConfirm { edges { node { ${NODE} } } } }`,
  };
  const sizeOf = async (actor: Actor, name: string): Promise<number> =>
    (await actor.client.ask<Record<string, { edges: unknown[] }>>(LISTS[name]!))[name]!.edges.length;

  it.each(Object.keys(LISTS))('%s asks as many statements for three initiatives as for one', async (name) => {
    const fresh = await aScene(app());
    const author = await fresh.person();
    const reader = name === 'myInitiatives' ? author : await fresh.person({ roles: ['INTAKE_OFFICER', ['UNIT_HEAD', fresh.unitId]] });
    await aSubmitted(fresh, author);
    const one = await countStatements(app(), () => sizeOf(reader, name));
    await aSubmitted(fresh, author);
    await aSubmitted(fresh, author);
    expect(await countStatements(app(), () => sizeOf(reader, name))).toBe(one);
    expect(await sizeOf(reader, name)).toBe(3);
  });

  it('count what they show: every view of the intake queue', async () => {
    const fresh = await aScene(app());
    const [author, clerk] = [await fresh.person(), await fresh.person({ roles: ['INTAKE_OFFICER'] })];
    const [late] = [await aSubmitted(fresh, author), await aSubmitted(fresh, author), await aSubmitted(fresh, clerk)];
    const returned = await aSubmitted(fresh, author);
    await act(clerk, 'requestSupplement', { id: returned.id, versionNumber: 1, faults: [aFault('FIELD_MISMATCH')], message: '' });
    await anAccepted(fresh, author, clerk);
    await aDraft(fresh, author);
    await app().sql(`update initiative set formal_check_due_on = vn_today() - 1 where id = $1`, [late!.id]);
    const list = async (filter: string) =>
      (await clerk.client.ask<{ intakeQueue: { edges: unknown[] } }>(`{ intakeQueue(filter: ${filter}) { edges { node { id } } } }`)).intakeQueue.edges.length;
    const lists = {
      waiting: await list('{ states: [SUBMITTED] }'), supplement: await list('{ states: [SUPPLEMENT_REQUIRED] }'),
      overdue: await list('{ isOverdue: true }'), accepted: await list('{ states: [ACCEPTED, WAITING_APPLICATION] }'),
    };
    expect(lists).toEqual({ waiting: 3, supplement: 1, overdue: 1, accepted: 1 });
    expect(await clerk.client.ask('{ intakeCounts { waiting supplement overdue accepted } }')).toEqual({ intakeCounts: lists });
    const { myWork } = await clerk.client.ask<{ myWork: { kind: string; urgency: string; count: number | null }[] }>('{ myWork { kind urgency count } }');
    // The own dossier waits for others; it is not in the officer's queue of checks.
    expect(myWork).toEqual([{ kind: 'CHECK_FORMALLY', urgency: 'OVERDUE', count: 2 }, { kind: 'WAIT_FORMAL_CHECK', urgency: 'WAITING', count: null }]);
  });

  it('filter the intake queue by words without marks, unit and campaign, and page through it', async () => {
    const fresh = await aScene(app());
    const [author, clerk] = [await fresh.person(), await fresh.person({ roles: ['COUNCIL_SECRETARY'] })];
    const titles = ['Đổi mới tiếp dân tại phường', 'Số hóa hồ sơ hộ tịch', 'Số hóa kho lưu trữ'];
    for (const title of titles) await aSubmitted(fresh, author, { title });
    type Page = { intakeQueue: { edges: { node: { title: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } };
    const ask = async (filter: object, page: object = {}) => (await clerk.client.ask<Page>(
      'query ($filter: IntakeFilter, $first: Int, $after: String) { intakeQueue(filter: $filter, first: $first, after: $after) { edges { node { title } } pageInfo { hasNextPage endCursor } } }',
      { filter, ...page })).intakeQueue;
    const found = async (filter: object) => (await ask(filter)).edges.map(({ node }) => node.title);
    expect(await found({ search: 'so hoa' })).toEqual(titles.slice(1));
    expect(await found({ search: 'DOI MOI' })).toEqual(titles.slice(0, 1));
    expect(await found({ search: '%' })).toEqual([]);
    expect(await found({ campaignId: fresh.campaignId, unitId: fresh.unitId })).toEqual(titles);
    for (const filter of [{ campaignId: newId() }, { unitId: 'x' }, { states: [] }]) expect(await found(filter)).toEqual([]);
    const first = await ask({}, { first: 2 });
    expect([first.edges.length, first.pageInfo.hasNextPage]).toEqual([2, true]);
    const second = await ask({}, { first: 2, after: first.pageInfo.endCursor });
    expect([...first.edges, ...second.edges].map(({ node }) => node.title)).toEqual(titles);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it('sort the own initiatives by where they stand', async () => {
    const fresh = await aScene(app());
    const author = await fresh.person();
    const [draft, submitted, withdrawn] = [await aDraft(fresh, author), await aSubmitted(fresh, author), await aDraft(fresh, author)];
    await act(author, 'withdrawInitiative', { id: withdrawn.id, reason: 'Thôi' });
    type Mine = { myInitiatives: { edges: { node: { id: string } }[] } };
    const mine = async (filter: string) => (await author.client.ask<Mine>(`{ myInitiatives(filter: ${filter}) { edges { node { id } } } }`)).myInitiatives.edges.map(({ node }) => node.id);
    expect([await mine('ALL'), await mine('DRAFTS'), await mine('IN_PROGRESS'), await mine('FINISHED')]).toEqual([
      [withdrawn.id, submitted.id, draft.id], [draft.id], [submitted.id], [withdrawn.id],
    ]);
    const { myWork } = await author.client.ask<{ myWork: { kind: string; code: string | null; link: string }[] }>('{ myWork { kind code link } }');
    expect(myWork).toEqual([
      { kind: 'FINISH_DRAFT', code: draft.code, link: `/ho-so/${draft.code}` }, { kind: 'WAIT_FORMAL_CHECK', code: submitted.code, link: `/ho-so/${submitted.code}` },
    ]);
  });

  it('are closed to whoever has no part in them', async () => {
    for (const query of ['{ intakeQueue { edges { node { id } } } }', '{ intakeCounts { waiting } }', '{ applicationsToConfirm { edges { node { id } } } }']) {
      expect(await admin.client.refusal(query)).toEqual({ code: 'FORBIDDEN', details: {} });
      expect(await app().client().refusal(query)).toEqual({ code: 'UNAUTHENTICATED', details: {} });
    }
  });
});

describe('the library of reasons', () => {
  it('speaks the language of the client', async () => {
    const query = '{ reasonTemplates(kind: FORMAL_REFUSAL) { code text legalBasis } }';
    const vietnamese = await officer.client.ask<{ reasonTemplates: { code: string; text: string }[] }>(query);
    expect(vietnamese.reasonTemplates.map(({ code }) => code)).toEqual(['NOT_CORRECTED', 'NO_RIGHT_TO_FILE', 'FILED_LATE']);
    const english = await officer.client.send<typeof vietnamese>(query, {}, { 'accept-language': 'en' });
    expect(english.data!.reasonTemplates[2]!.text).toBe('The request was filed more than one year after the first application.');
  });
});
