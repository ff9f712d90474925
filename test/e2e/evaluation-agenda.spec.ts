import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aCampaign } from '../factories/campaign.js';
import type { Actor } from '../factories/identity.js';
import { act, anAccepted, aScene, aSubmitted, look, refusal as refusedInitiative, type Scene, type Seen } from '../factories/initiative.js';
import {
  aConvenedSession, aCouncil, aDraftSession, anOpenSession, aPlannedSession, actOn, type Cast, linesOf, presetRules, refusal, 
  seeItem, seeSession, someAccepted, step, submitSheet,
} from '../factories/evaluation.js';
import { useApp } from '../setup/app.js';
import { countStatements } from '../setup/statements.js';

// Several people sign in and act one after the other; a busy machine needs time for it.
jest.setTimeout(60_000);
const app = useApp();
let scene: Scene;
let officer: Actor;
let cast: Cast;

beforeAll(async () => {
  scene = await aScene(app());
  officer = await scene.person({ roles: ['INTAKE_OFFICER'] });
  cast = await aCouncil(scene);
}, 60_000);

const one = async (): Promise<Seen> => (await someAccepted(scene, officer, 1))[0]!;
const stateOf = async ({ id }: Pick<Seen, 'id'>): Promise<string> => (await look(officer, id)).state;

describe('an agenda', () => {
  it('holds initiatives in the order given, each in its accepted version', async () => {
    const initiatives = await someAccepted(scene, officer, 3);
    const order = [initiatives[2]!, initiatives[0]!, initiatives[1]!];
    const session = await aDraftSession(scene, cast, order);
    expect(session.items.map(({ initiativeId, position }) => [initiativeId, position])).toEqual(order.map(({ id }, index) => [id, index + 1]));
    const shorter = await actOn(cast.secretary, 'setAgenda', { sessionId: session.id, revision: session.revision, initiativeIds: [initiatives[1]!.id] });
    expect(shorter.items.map(({ initiativeId, position }) => [initiativeId, position])).toEqual([[initiatives[1]!.id, 1]]);
    expect(await seeItem(cast.chair, shorter.items[0]!.id, 'code title unitName fieldName dossier { versionNumber title content }')).toMatchObject({
      code: initiatives[1]!.code, fieldName: 'Cải cách hành chính',
      dossier: { versionNumber: 1, content: 'Lập sổ tay điện tử, cập nhật lịch mỗi tuần và gửi mã QR về các tổ dân phố.' },
    });
  });

  it('tells all that is wrong with it at once', async () => {
    const taken = await one();
    await aDraftSession(scene, cast, [taken]);
    const submitted = await aSubmitted(scene, await scene.person());
    const otherCampaign = await anAccepted({ ...scene, campaignId: await aCampaign(app(), scene.ward) }, await scene.person(), officer);
    const elsewhere = await aScene(app());
    const foreign = await anAccepted(elsewhere, await elsewhere.person(), await elsewhere.person({ roles: ['INTAKE_OFFICER'] }));
    const good = await one();
    const { id, revision } = await aPlannedSession(scene, cast);
    const initiativeIds = [good.id, taken.id, submitted.id, otherCampaign.id, foreign.id, good.id, 'không-phải-mã'];
    const { code, faults } = await refusal(cast.secretary, 'setAgenda', { sessionId: id, revision, initiativeIds });
    expect(code).toBe('VALIDATION_FAILED');
    expect(faults?.map((fault) => [fault.code, fault.path.at(-1)])).toEqual([
      ['AGENDA_INITIATIVE_TAKEN', 1], ['AGENDA_INITIATIVE_NOT_READY', 2], ['AGENDA_INITIATIVE_NOT_READY', 3], ['NOT_FOUND', 4],
      ['AGENDA_INITIATIVE_TWICE', 5], ['NOT_FOUND', 6],
    ]);
    expect((await seeSession(cast.secretary, id)).items).toEqual([]);
  }, 30_000);

  it('is fixed when scoring opens', async () => {
    const session = await anOpenSession(scene, cast, [await one()]);
    expect(await refusal(cast.secretary, 'setAgenda', { sessionId: session.id, revision: session.revision, initiativeIds: [] }))
      .toEqual({ code: 'SESSION_WRONG_STATE', details: { state: 'SCORING' } });
  });

  it('does not open with an initiative that was withdrawn meanwhile, and says which', async () => {
    const lead = await scene.person();
    const [stays, goes] = [await one(), await anAccepted(scene, lead, officer)];
    const session = await aConvenedSession(scene, cast, [stays, goes]);
    await act(lead, 'withdrawInitiative', { id: goes.id, reason: 'Tác giả rút hồ sơ.' });
    const { faults } = await refusal(cast.secretary, 'openScoring', { sessionId: session.id, revision: session.revision });
    expect(faults).toEqual([{ code: 'AGENDA_INITIATIVE_NOT_READY', path: ['items', session.items[1]!.id], details: {} }]);
    expect(await stateOf(stays)).toBe('ACCEPTED');
    const mended = await actOn(cast.secretary, 'setAgenda', { sessionId: session.id, revision: session.revision, initiativeIds: [stays.id] });
    expect(mended.items).toHaveLength(1);
    expect((await step(cast.secretary, 'openScoring', mended)).state).toBe('SCORING');
  });

  it('keeps an initiative from being withdrawn once scoring opened', async () => {
    const lead = await scene.person();
    const initiative = await anAccepted(scene, lead, officer);
    const session = await aConvenedSession(scene, cast, [initiative]);
    const actions = async () => (await look<{ actions: string[] }>(lead, initiative.id, 'actions')).actions;
    expect(await actions()).toEqual(['WITHDRAW']);
    await step(cast.secretary, 'openScoring', session);
    expect(await actions()).toEqual([]);
    expect(await refusedInitiative(lead, 'withdrawInitiative', { id: initiative.id, reason: 'Rút.' })).toEqual({ code: 'WITHDRAWAL_DURING_EVALUATION', details: {} });
  });
});

describe('the candidates of an agenda', () => {
  it('are found by words of their code, title or unit, in any order and without marks', async () => {
    const own = await aScene(app());
    const [intake, council] = [await own.person({ roles: ['INTAKE_OFFICER'] }), await aCouncil(own)];
    const titles = ['Hẹn giờ trả kết quả', 'Sổ tay điện tử', 'Điểm đọc sách 100 % cộng đồng'];
    const codes: string[] = [];
    for (const title of titles) codes.push((await anAccepted(own, await own.person(), intake, { title })).code);
    const session = await aPlannedSession(own, council);
    const found = async (search: string | null): Promise<string[]> => {
      const { agendaCandidates } = await council.secretary.client.ask<{ agendaCandidates: { edges: { node: { title: string } }[] } }>(
        'query ($id: ID!, $search: String) { agendaCandidates(sessionId: $id, search: $search) { edges { node { title } } } }', { id: session.id, search });
      return agendaCandidates.edges.map(({ node }) => node.title);
    };
    const [unit] = await app().sql<{ name: string }>('select short_name as name from org_unit where id = $1', [own.unitId]);
    expect(await found(null)).toEqual(titles);
    expect(await found('  ')).toEqual(titles);
    expect(await found('QUA hen gio')).toEqual([titles[0]]);
    expect(await found('dien tu')).toEqual([titles[1]]);
    expect(await found(codes[2]!.toLowerCase())).toEqual([titles[2]]);
    expect(await found(`${unit!.name} doc sach`)).toEqual([titles[2]]);
    expect(await found('100 %')).toEqual([titles[2]]);
    expect(await found('so tay ket qua')).toEqual([]);
  });
});

describe('lists', () => {
  const SESSIONS = `query ($first: Int! = 20, $after: String) { evaluationSessions(first: $first, after: $after) {
    edges { node { id title state actions council { name members { person { fullName } } } campaign { name } members { person { fullName } }
      progress { mark } rules { scale }
      items { code title dossier { title authors { fullName } attachments { caption } } sheets { total member { fullName } } result { rank average criteria { name } } } } }
    pageInfo { hasNextPage endCursor } } }`;
  const CANDIDATES = `query ($id: ID!) { agendaCandidates(sessionId: $id) { edges { node { code title authors { person { fullName } } result { rank } } } } }`;

  const QUEUE = '{ scoringQueue { items { code title unitName fieldName sheetState total } submitted total } }';

  it('take as many statements for three rows as for one', async () => {
    const count = async (rows: number): Promise<number[]> => {
      const own = await aScene(app());
      const [intake, council] = [await own.person({ roles: ['INTAKE_OFFICER'] }), await aCouncil(own)];
      const scorer = council.members[0]!.client;
      for (let index = 1; index < rows; index += 1) {
        const session = await anOpenSession(own, council, await someAccepted(own, intake, rows));
        for (const item of session.items) await submitSheet(council.chair, item.id, linesOf(presetRules('ward-start')));
        await step(council.chair, 'closeScoring', session);
      }
      const open = await anOpenSession(own, council, await someAccepted(own, intake, rows));
      await submitSheet(council.members[0]!, open.items[0]!.id, linesOf(presetRules('ward-start')));
      await someAccepted(own, intake, rows);

      const { evaluationSessions } = await council.secretary.client.ask<{ evaluationSessions: { edges: unknown[] } }>(SESSIONS);
      const { agendaCandidates } = await council.secretary.client.ask<{ agendaCandidates: { edges: unknown[] } }>(CANDIDATES, { id: open.id });
      const { scoringQueue } = await scorer.ask<{ scoringQueue: { items: unknown[] } }>(QUEUE);
      expect([evaluationSessions.edges.length, agendaCandidates.edges.length, scoringQueue.items.length]).toEqual([rows, rows, rows]);
      return [
        await countStatements(app(), () => council.secretary.client.ask(SESSIONS)),
        await countStatements(app(), () => council.secretary.client.ask(CANDIDATES, { id: open.id })),
        await countStatements(app(), () => scorer.ask(QUEUE)),
      ];
    };
    expect(await count(3)).toEqual(await count(1));
  }, 120_000);

  it('come in pages, newest first', async () => {
    const own = await aScene(app());
    const council = await aCouncil(own);
    const ids: string[] = [];
    for (let index = 0; index < 3; index += 1) ids.unshift((await aPlannedSession(own, council)).id);
    type Page = { evaluationSessions: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    const first = (await council.secretary.client.ask<Page>(SESSIONS, { first: 2 })).evaluationSessions;
    const second = (await council.secretary.client.ask<Page>(SESSIONS, { first: 2, after: first.pageInfo.endCursor })).evaluationSessions;
    expect([...first.edges, ...second.edges].map(({ node }) => node.id)).toEqual(ids);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });
});
