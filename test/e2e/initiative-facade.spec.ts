import { beforeAll, describe, expect, it } from '@jest/globals';
import { InitiativeFacade, WithdrawalVetoes } from '@domain/initiative';
import { runAs, type Viewer } from '@kit/context';
import { sql } from '@kit/database';
import { defineError, type DomainError } from '@kit/errors';
import { selection } from '@kit/graphql';
import { newId } from '@kit/ids';
import type { Actor } from '../factories/identity.js';
import { act, aDraft, anAccepted, aScene, aSubmitted, look, refusal, type Scene, type Seen, viewerOf } from '../factories/initiative.js';
import { useApp } from '../setup/app.js';

const WITHOUT_LATER_STAGES = 'the facade is called as the later stages would, without their sessions and decisions';
const app = useApp({}, { 'under-evaluation': WITHOUT_LATER_STAGES, 'states-follow-decisions': WITHOUT_LATER_STAGES });
const testVeto = defineError({ code: 'TEST_SESSION_LOCKED', kind: 'CONFLICT', message: 'The session is locked.', vi: 'Phiên họp đã khóa.' });
const vetoed = new Map<string, DomainError>();

let scene: Scene;
let lead: Actor;
let officer: Actor;
let viewer: Viewer;

beforeAll(async () => {
  scene = await aScene(app());
  [lead, officer] = [await scene.person(), await scene.person({ roles: ['INTAKE_OFFICER'] })];
  viewer = viewerOf(officer, [{ role: 'COUNCIL_SECRETARY', unitId: null }]);
  app().get(WithdrawalVetoes).register({ vetoesOf: async () => vetoed });
}, 30_000);

const facade = <T>(work: (facade: InitiativeFacade) => Promise<T>, as = viewer): Promise<T> => runAs(as, () => work(app().get(InitiativeFacade)));
const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: DomainError) => error.code);
const stepsOf = async (id: string) => (await look<{ steps: { transition: string }[] }>(lead, id, 'steps { transition }')).steps.map(({ transition }) => transition);
const judged = async (): Promise<Seen> => {
  const seen = await anAccepted(scene, lead, officer);
  await facade((initiatives) => initiatives.startEvaluation([seen.id]));
  return seen;
};

describe('what later stages do to initiatives', () => {
  it('puts accepted ones under evaluation, all or none, with a step each', async () => {
    const [first, second, draft] = [await anAccepted(scene, lead, officer), await anAccepted(scene, lead, officer), await aDraft(scene, lead)];
    expect(await codeOf(facade((initiatives) => initiatives.startEvaluation([first.id, draft.id])))).toBe('INITIATIVE_WRONG_STATE');
    expect(await look(lead, first.id, 'state')).toEqual({ state: 'ACCEPTED' });
    await facade((initiatives) => initiatives.startEvaluation([second.id, first.id]));
    expect(await look(lead, first.id, 'state')).toEqual({ state: 'UNDER_EVALUATION' });
    expect(await stepsOf(first.id)).toEqual(['submit', 'accept', 'startEvaluation']);
  });

  it('waits until the first application is over', async () => {
    const { id } = await anAccepted(scene, lead, officer, { firstApplicationEndsOn: '2099-01-01' });
    expect(await codeOf(facade((initiatives) => initiatives.startEvaluation([id])))).toBe('INITIATIVE_FIRST_APPLICATION_RUNNING');
    await app().sql('alter table initiative disable trigger initiative_text_fixed');
    await app().sql('update initiative set first_application_ends_on = vn_today() where id = $1', [id]);
    await app().sql('alter table initiative enable trigger initiative_text_fixed');
    await facade((initiatives) => initiatives.startEvaluation([id]));
    expect(await stepsOf(id)).toEqual(['submit', 'acceptAwaitingApplication', 'finishFirstApplication', 'startEvaluation']);
  });

  it('never has one solution under evaluation twice (INV-10)', async () => {
    const original = await anAccepted(scene, lead, officer);
    const { id } = await aSubmitted(scene, lead);
    await act(officer, 'acceptInitiative', { id, versionNumber: 1, duplicateOfId: original.id });
    await facade((initiatives) => initiatives.startEvaluation([original.id]));
    expect(await codeOf(facade((initiatives) => initiatives.startEvaluation([id])))).toBe('INITIATIVE_DUPLICATE_UNDER_EVALUATION');
    await facade((initiatives) => initiatives.returnToAccepted([original.id], 'Phiên họp bị hủy.'));
    await facade((initiatives) => initiatives.startEvaluation([id]));
    expect(await look(lead, id, 'state')).toEqual({ state: 'UNDER_EVALUATION' });
  });

  it('recognises and refuses what was evaluated, once', async () => {
    const [good, weak] = [await judged(), await judged()];
    await facade((initiatives) => initiatives.recognise([good.id], '05/QĐ-UBND'));
    await facade((initiatives) => initiatives.refuse([weak.id], '05/QĐ-UBND'));
    expect([(await look(lead, good.id)).state, (await look(lead, weak.id)).state]).toEqual(['RECOGNISED', 'REFUSED']);
    expect(await codeOf(facade((initiatives) => initiatives.refuse([good.id])))).toBe('INITIATIVE_WRONG_STATE');
  });

  it('knows nothing of another ward', async () => {
    const { id } = await anAccepted(scene, lead, officer);
    const neighbour = viewerOf(await (await aScene(app())).person());
    expect(await codeOf(facade((initiatives) => initiatives.startEvaluation([id]), neighbour))).toBe('NOT_FOUND');
    expect(await codeOf(facade((initiatives) => initiatives.judgedDossier(id, 1), neighbour))).toBe('NOT_FOUND');
    expect(await facade((initiatives) => initiatives.agendaFacts([id]), neighbour)).toEqual([]);
    expect(await facade((initiatives) => initiatives.authorsOf([id]), neighbour)).toEqual([]);
  });

  it('can forbid a withdrawal with its own reason', async () => {
    const { id } = await judged();
    vetoed.set(id, testVeto());
    expect(await look(lead, id, 'actions')).toEqual({ actions: [] });
    expect(await refusal(lead, 'withdrawInitiative', { id, reason: 'Xin rút' })).toMatchObject({ code: 'TEST_SESSION_LOCKED' });
    vetoed.delete(id);
    expect(await act(lead, 'withdrawInitiative', { id, reason: 'Xin rút' })).toMatchObject({ state: 'WITHDRAWN' });
  });
});

describe('what later stages ask of initiatives', () => {
  it('the facts of an agenda, in the order asked, without drafts', async () => {
    const [first, second, draft] = [await anAccepted(scene, lead, officer), await anAccepted(scene, lead, officer), await aDraft(scene, lead)];
    const facts = await facade((initiatives) => initiatives.agendaFacts([second.id, draft.id, first.id, newId()]));
    expect(facts.map(({ id, state, acceptedVersion, campaignId, submittingUnitId, duplicateOfId }) => ({ id, state, acceptedVersion, campaignId, submittingUnitId, duplicateOfId }))).toEqual(
      [second, first].map(({ id }) => ({ id, state: 'ACCEPTED', acceptedVersion: 1, campaignId: scene.campaignId, submittingUnitId: scene.unitId, duplicateOfId: null })),
    );
  });

  it('the judged version word for word, whatever the names are today', async () => {
    const { id } = await anAccepted(scene, lead, officer, { confidentialParts: 'Bí mật' });
    const before = await facade((initiatives) => initiatives.judgedDossier(id, 1));
    await app().sql(`update person set full_name = 'Tên Mới' where id = $1`, [lead.personId]);
    const after = await facade((initiatives) => initiatives.judgedDossier(id, 1));
    expect(after).toEqual(before);
    expect(after).toMatchObject({
      versionNumber: 1, title: 'Sổ tay điện tử tiếp công dân tại phường', unitId: scene.unitId, confidentialParts: 'Bí mật',
      authors: [{ personId: lead.personId, shareBp: 10000, role: 'LEAD', position: 'Chuyên viên' }],
      applicationRecords: [{ status: 'APPLIED', confirmedAt: null, measures: [{ before: '30', after: '12.5' }] }],
    });
    expect(await codeOf(facade((initiatives) => initiatives.judgedDossier(id, 2)))).toBe('NOT_FOUND');
  });

  it('authors, adopters and applications of several at once', async () => {
    const colleague = await scene.person();
    const { id, revision } = await aDraft(scene, lead);
    await act(lead, 'setFirstAdopters', { id, revision, adopters: [{ personId: colleague.personId, fullName: 'X', workDone: '' }, { fullName: 'Y', workDone: '' }] });
    const other = await aSubmitted(scene, colleague);
    const ids = [id, other.id];
    const people = async (of: 'authorsOf' | 'adoptersOf') => (await facade((initiatives) => initiatives[of](ids))).map(({ initiativeId, personId, unitId }) => [initiativeId, personId, unitId]);
    expect(await people('authorsOf')).toEqual([[id, lead.personId, scene.unitId], [other.id, colleague.personId, scene.unitId]]);
    expect(await people('adoptersOf')).toEqual([[id, colleague.personId, scene.unitId]]);
    expect(await facade((initiatives) => initiatives.applicationsOf(ids))).toMatchObject([{ initiativeId: other.id, status: 'APPLIED' }]);
  });

  it('the candidates of a campaign that are on no agenda yet', async () => {
    const fresh = await aScene(app());
    const [author, clerk] = [await fresh.person(), await fresh.person({ roles: ['INTAKE_OFFICER'] })];
    const [one, taken] = [await anAccepted(fresh, author, clerk), await anAccepted(fresh, author, clerk)];
    await aSubmitted(fresh, author);
    await anAccepted(fresh, author, clerk, { firstApplicationEndsOn: '2099-01-01' });
    const none = selection({ fieldNodes: [], fragments: {}, variableValues: {} });
    const page = await facade((initiatives) => initiatives.agendaCandidates({ campaignId: fresh.campaignId, unless: sql`i.id = ${taken.id}` }, { first: 20 }, none), viewerOf(clerk));
    expect(page.edges.map(({ node }) => node.id)).toEqual([one.id]);
  });
});
