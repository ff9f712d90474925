import { beforeAll, describe, expect, it } from '@jest/globals';
import { InitiativeFacade } from '@domain/initiative';
import { runAs } from '@kit/context';
import { newId } from '@kit/ids';
import { anActor, type Actor } from '../factories/identity.js';
import { act, aCompleteDraft, aFile, anAccepted, aScene, aSubmission, look, type Scene, type Seen } from '../factories/initiative.js';
import {
  aCouncil, aDraftSession, anOpenSession, type Cast, declare, DECLARE, linesOf, presetRules, refusal, reopenSheet, SAVE, saveSheet, seeItem,
  seeSession, type Session, someAccepted, step, submitSheet,
} from '../factories/evaluation.js';
import { useApp } from '../setup/app.js';

const app = useApp();
const rules = presetRules('ward-start');
let scene: Scene;
let officer: Actor;
let head: Actor;
let cast: Cast;

beforeAll(async () => {
  scene = await aScene(app());
  officer = await scene.person({ roles: ['INTAKE_OFFICER'] });
  head = await scene.person({ roles: ['AUTHORITY_HEAD'] });
  cast = await aCouncil(scene);
}, 60_000);

const SHEET_FIELDS = 'id state total generalComment privateNote proposal submittedAt member { id } lines { criterionCode points comment }';
const ITEM = `id position code title unitName fieldName mySheet { ${SHEET_FIELDS} } sheets { ${SHEET_FIELDS} }
  result { outcome sheetCount totalSum average rank isTied reasons { text } } conflicts { person { id } kind reason }`;
const SESSION = `id title state revision actions members { person { id } role } progress { itemId personId mark } items { ${ITEM} }`;
interface SeenItem {
  readonly id: string; readonly position: number; readonly code: string;
  readonly mySheet: { readonly privateNote: string | null } | null;
  readonly sheets: readonly { readonly total: number; readonly privateNote: string | null; readonly member: { readonly id: string } }[] | null;
  readonly result: { readonly average: number; readonly rank: number | null } | null;
  readonly conflicts: readonly { readonly person: { readonly id: string }; readonly kind: string; readonly reason: string | null }[] | null;
}
interface SeenSession { readonly items: readonly SeenItem[]; readonly progress: readonly { itemId: string; personId: string; mark: string }[] | null }

const UNKNOWN = '01900000-0000-7000-8000-000000000000';
const ITEM_QUERY = `query ($id: ID!) { agendaItem(id: $id) { ${ITEM} } }`;
const SESSION_QUERY = `query ($id: ID!) { evaluationSession(id: $id) { ${SESSION} } }`;
const QUEUE = '{ scoringQueue { items { itemId position code title total } submitted total } }';

/** Everything evaluation shows to somebody, as the bytes that leave the server. */
async function everything(actor: Actor, session: Session): Promise<string> {
  const asked: [string, object][] = [
    [SESSION_QUERY, { id: session.id }], ...session.items.map(({ id }): [string, object] => [ITEM_QUERY, { id }]), [QUEUE, {}],
    [`{ evaluationSessions(first: 3) { edges { cursor node { ${SESSION} } } pageInfo { endCursor } } }`, {}],
    ['{ myWork { id kind title count dueOn } }', {}], ['{ councils { name members { person { fullName } } } }', {}],
    ...session.items.map(({ initiativeId }): [string, object] => ['query ($id: ID) { initiative(id: $id) { state revision updatedAt result { average } steps { transition } } }', { id: initiativeId }]),
  ];
  const answers = [];
  for (const [query, variables] of asked) {
    const { data, errors } = await actor.client.send(query, { ...variables });
    // A question that is refused for another reason would hide nothing, and so prove nothing.
    expect((errors ?? []).map(({ extensions }) => extensions.code).filter((code) => !['NOT_FOUND', 'FORBIDDEN'].includes(code))).toEqual([]);
    answers.push({ data, errors: errors?.map(({ message, extensions }) => ({ message, extensions })) });
  }
  return JSON.stringify(answers);
}

describe('what a member gives', () => {
  it('is for its owner alone until scoring closes: any other points would look the same to everybody', async () => {
    const session = await anOpenSession(scene, cast, await someAccepted(scene, officer, 2));
    const item = session.items[0]!.id;
    const observers = [cast.secretary, ...cast.members, head, officer, await scene.person(), await scene.person({ roles: ['TENANT_ADMIN'] })];
    const first = await submitSheet(cast.chair, item, linesOf(rules, {}, 60), { generalComment: 'Bí mật thứ nhất', privateNote: 'Riêng một', proposal: 'RETURN' });
    const before = await Promise.all(observers.map((observer) => everything(observer, session)));
    expect(await everything(cast.chair, session)).toContain('Bí mật thứ nhất');

    await reopenSheet(cast.chair, first);
    await submitSheet(cast.chair, item, linesOf(rules, {}, 90), { revision: first.revision + 1, generalComment: 'Bí mật thứ hai', privateNote: 'Riêng hai', proposal: 'RECOGNISE' });
    expect(await Promise.all(observers.map((observer) => everything(observer, session)))).toEqual(before);
    expect(before.join()).not.toMatch(/Bí mật|Riêng/);

    // After the closing the same questions are answered.
    await step(cast.chair, 'closeScoring', session);
    for (const actor of [cast.secretary, cast.members[0]!]) expect(await everything(actor, session)).toContain('Bí mật thứ hai');
  }, 60_000);

  it('is not shown to a secretary who scores too, before the closing', async () => {
    const session = await anOpenSession(scene, cast, await someAccepted(scene, officer, 1));
    const item = session.items[0]!.id;
    for (const actor of cast.everybody) await submitSheet(actor, item, linesOf(rules));
    expect(await seeItem<SeenItem>(cast.secretary, item, ITEM)).toMatchObject({ sheets: [], result: null, mySheet: { total: 8000 } });
    await step(cast.secretary, 'closeScoring', session);
    expect((await seeItem<SeenItem>(cast.secretary, item, ITEM)).sheets?.map(({ member }) => member.id)).toEqual(cast.everybody.map(({ personId }) => personId));
  });

  it('goes to the head only when the session is locked', async () => {
    const session = await anOpenSession(scene, cast, await someAccepted(scene, officer, 1));
    const item = session.items[0]!.id;
    for (const actor of cast.everybody) await submitSheet(actor, item, linesOf(rules));
    const hidden = { sheets: [], result: null };
    expect(await seeItem<SeenItem>(head, item, ITEM)).toMatchObject(hidden);
    await step(cast.chair, 'closeScoring', session);
    expect(await seeItem<SeenItem>(head, item, ITEM)).toMatchObject(hidden);
    expect(await look(head, session.items[0]!.initiativeId, 'result { average }')).toEqual({ result: null });
    await step(cast.chair, 'lockSession', session);
    expect(await seeItem<SeenItem>(head, item, ITEM)).toMatchObject({ result: { average: 8000 } });
    expect((await seeItem<SeenItem>(head, item, ITEM)).sheets).toHaveLength(4);
    expect(await look(head, session.items[0]!.initiativeId, 'result { average }')).toEqual({ result: { average: 8000 } });
  });

  it('keeps its private note from everybody for ever', async () => {
    const session = await anOpenSession(scene, cast, await someAccepted(scene, officer, 1));
    const item = session.items[0]!.id;
    await submitSheet(cast.chair, item, linesOf(rules), { privateNote: 'Chỉ mình tôi đọc' });
    await step(cast.chair, 'closeScoring', session);
    await step(cast.chair, 'lockSession', session);
    expect((await seeItem<SeenItem>(cast.chair, item, ITEM)).sheets?.[0]?.privateNote).toBe('Chỉ mình tôi đọc');
    for (const actor of [cast.secretary, cast.members[0]!, head]) {
      const seen = await seeItem<SeenItem>(actor, item, ITEM);
      expect(seen.sheets?.map(({ privateNote, total }) => [privateNote, total])).toEqual([[null, 8000]]);
      expect(await everything(actor, session)).not.toContain('Chỉ mình tôi đọc');
    }
  });

  it('shows neither drafts nor averages in the events, the audit and the outbox', async () => {
    const session = await anOpenSession(scene, cast, await someAccepted(scene, officer, 1));
    await submitSheet(cast.chair, session.items[0]!.id, linesOf(rules, { SOCIAL: 1350 }), { generalComment: 'Nhận xét kín' });
    const rows = await app().sql<{ row: string }>(`select o::text as row from outbox o where payload::text like '%' || $1 || '%' union all select a::text from audit_event a where details::text like '%' || $1 || '%'`, [session.items[0]!.id]);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/Nhận xét kín|1350|7750/);
  });
});

describe('the progress', () => {
  it('tells chair and secretary who has submitted and never what; others nothing', async () => {
    const session = await anOpenSession(scene, cast, await someAccepted(scene, officer, 1));
    const item = session.items[0]!.id;
    await submitSheet(cast.chair, item, linesOf(rules));
    await saveSheet(cast.members[0]!, item, []);
    await declare(cast.members[1]!, item);
    const marks = ['SUBMITTED', 'NOT_STARTED', 'DRAFT', 'RECUSED'];
    const progress = cast.everybody.map(({ personId }, index) => ({ itemId: item, personId, mark: marks[index] }));
    for (const actor of [cast.chair, cast.secretary]) expect((await seeSession<SeenSession>(actor, session.id, SESSION)).progress).toEqual(progress);
    for (const actor of [cast.members[0]!, head]) expect((await seeSession<SeenSession>(actor, session.id, SESSION)).progress).toEqual([]);
  });
});

describe('a recused member', () => {
  let lead: Actor;
  let own: Cast;
  let session: Session;
  let authored: Seen;
  let other: Seen;

  beforeAll(async () => {
    lead = await scene.person();
    own = await aCouncil(scene, { also: [lead] });
    authored = await anAccepted(scene, lead, officer);
    [other] = (await someAccepted(scene, officer, 1)) as [Seen];
    session = await anOpenSession(scene, own, [authored, other]);
  }, 60_000);

  const hiddenItem = (): string => session.items[0]!.id;

  it('finds the item nowhere: not in the session, the queue, the work or by its id', async () => {
    // First that it is there for others.
    expect((await seeSession<SeenSession>(own.chair, session.id, SESSION)).items.map(({ code }) => code)).toEqual([authored.code, other.code]);
    expect(await own.chair.client.ask(QUEUE)).toMatchObject({ scoringQueue: { total: 2 } });

    expect((await seeSession<SeenSession>(lead, session.id, SESSION)).items.map(({ code, position }) => [code, position])).toEqual([[other.code, 1]]);
    expect(await lead.client.ask(QUEUE)).toMatchObject({ scoringQueue: { items: [{ code: other.code, position: 1 }], submitted: 0, total: 1 } });
    const { myWork } = await lead.client.ask<{ myWork: { kind: string; count: number }[] }>('{ myWork { kind count } }');
    expect(myWork.filter(({ kind }) => kind === 'SCORE_SHEETS')).toEqual([{ kind: 'SCORE_SHEETS', count: 1 }]);
    expect(await lead.client.refusal(ITEM_QUERY, { id: hiddenItem() })).toEqual({ code: 'NOT_FOUND', details: {} });
    const nested = await lead.client.ask<{ agendaItem: { session: SeenSession } }>(`query ($id: ID!) { agendaItem(id: $id) { session { items { code } } } }`, { id: session.items[1]!.id });
    expect(nested.agendaItem.session.items).toEqual([{ code: other.code }]);
  });

  it('hears of every act on it what an unknown item answers', async () => {
    const input = { revision: 0, lines: linesOf(rules) };
    const acts: [string, object][] = [
      ['saveScoreSheet', input], ['submitScoreSheet', { ...input, idempotencyKey: newId() }], ['reopenScoreSheet', { revision: 1 }],
    ];
    for (const [mutation, given] of acts) {
      const hidden = await refusal(lead, mutation, { ...given, itemId: hiddenItem() });
      expect(hidden).toEqual({ code: 'NOT_FOUND', details: {} });
      const key = 'idempotencyKey' in given ? { idempotencyKey: newId() } : {};
      expect(await refusal(lead, mutation, { ...given, ...key, itemId: UNKNOWN })).toEqual(hidden);
    }
    expect(await lead.client.refusal(DECLARE, { input: { itemId: hiddenItem(), kind: 'OTHER', reason: 'Lý do.' } })).toEqual({ code: 'NOT_FOUND', details: {} });
  });

  it('cannot subtract: places and counts are those of what is seen', async () => {
    for (const actor of own.everybody) {
      for (const [index, { id }] of session.items.entries()) {
        if (actor !== lead || index === 1) await submitSheet(actor, id, linesOf(rules, {}, index === 0 ? 95 : 70));
      }
    }
    await step(own.chair, 'closeScoring', session);
    const ranks = async (actor: Actor) => (await seeSession<SeenSession>(actor, session.id, SESSION)).items.map(({ code, result }) => [code, result?.rank]);
    expect(await ranks(own.chair)).toEqual([[authored.code, 1], [other.code, 2]]);
    expect(await ranks(lead)).toEqual([[other.code, 1]]);
    expect(await seeItem<SeenItem>(lead, session.items[1]!.id, ITEM)).toMatchObject({ position: 1, result: { rank: 1 } });
    expect(await look(lead, authored.id, 'state result { average }')).toEqual({ state: 'UNDER_EVALUATION', result: null });
  });

  it('who is an author hears the result with the decision, and not before', async () => {
    await step(own.chair, 'lockSession', session);
    const result = async (actor: Actor) => (await look<{ result: { average: number; rank: number } | null }>(actor, authored.id, 'result { average rank }')).result;
    const [row] = await app().sql<{ average: number }>('select round(total_sum::numeric / sheet_count)::int as average from item_result where item_id = $1', [hiddenItem()]);
    expect(await result(officer)).toEqual({ average: row!.average, rank: 1 });
    expect(await result(lead)).toBeNull();
    await runAs(scene.ward.system, () => app().get(InitiativeFacade).recognise([authored.id]));
    expect(await result(lead)).toEqual({ average: row!.average, rank: 1 });
  });
});

describe('an author in office', () => {
  it.each(['AUTHORITY_HEAD', 'COUNCIL_SECRETARY', 'INTAKE_OFFICER'] as const)('as %s sees neither the own item nor its result', async (role) => {
    const lead = await scene.person({ roles: [role] });
    const authored = await anAccepted(scene, lead, officer);
    const [other] = await someAccepted(scene, officer, 1);
    const session = await anOpenSession(scene, cast, [authored, other!]);
    for (const actor of cast.everybody) for (const { id } of session.items) await submitSheet(actor, id, linesOf(rules));
    await step(cast.chair, 'closeScoring', session);
    await step(cast.chair, 'lockSession', session);
    expect(await lead.client.refusal(ITEM_QUERY, { id: session.items[0]!.id })).toEqual({ code: 'NOT_FOUND', details: {} });
    expect(await look(lead, authored.id, 'result { average }')).toEqual({ result: null });
    // There is something to hide, and the office is not what hides it.
    expect(await look(lead, other!.id, 'result { average }')).toEqual({ result: { average: 8000 } });
    if (role !== 'INTAKE_OFFICER') {
      const seen = await seeSession<SeenSession>(lead, session.id, SESSION);
      expect(seen.items.map(({ code, position }) => [code, position])).toEqual([[other!.code, 1]]);
      expect(seen.progress?.filter(({ itemId }) => itemId === session.items[0]!.id)).toEqual([]);
    }
  }, 30_000);

  it('who is secretary keeps the own initiative on the agenda without seeing it there', async () => {
    const secretary = await scene.person({ roles: ['COUNCIL_SECRETARY'] });
    const authored = await anAccepted(scene, secretary, officer);
    const [other] = await someAccepted(scene, officer, 1);
    const draft = await aDraftSession(scene, cast, [authored, other!]);
    const seen = await seeSession(secretary, draft.id);
    expect(seen.items).toHaveLength(1);
    await secretary.client.ask(`mutation ($input: SetAgendaInput!) { setAgenda(input: $input) { id } }`,
      { input: { sessionId: draft.id, revision: seen.revision, initiativeIds: [other!.id] } });
    expect((await seeSession(cast.secretary, draft.id)).items.map(({ initiativeId }) => initiativeId)).toEqual([other!.id, authored.id]);
  });
});

describe('a chair who is recused', () => {
  it('closes and locks the session, and does not see how far others are with the item', async () => {
    const own = await aCouncil(scene);
    const session = await anOpenSession(scene, own, await someAccepted(scene, officer, 2));
    const [hidden, seen] = session.items.map(({ id }) => id);
    await submitSheet(own.chair, hidden!, linesOf(rules));
    await declare(own.chair, hidden!, 'SUPERVISOR', 'Tôi là thủ trưởng của tác giả.');
    await submitSheet(own.members[0]!, hidden!, linesOf(rules));

    const progress = async (actor: Actor) => (await seeSession<SeenSession>(actor, session.id, SESSION)).progress ?? [];
    expect((await progress(own.secretary)).filter(({ itemId }) => itemId === hidden).map(({ mark }) => mark)).toEqual(['VOID', 'NOT_STARTED', 'SUBMITTED', 'NOT_STARTED']);
    expect((await progress(own.chair)).map(({ itemId }) => itemId)).toEqual(own.everybody.map(() => seen));
    // The secretary learns of the conflict and why; members do not.
    expect((await seeItem<SeenItem>(own.secretary, hidden!, ITEM)).conflicts).toEqual([{ person: { id: own.chair.personId }, kind: 'SUPERVISOR', reason: 'Tôi là thủ trưởng của tác giả.' }]);
    expect((await seeItem<SeenItem>(own.members[0]!, hidden!, ITEM)).conflicts).toEqual([]);

    await step(own.chair, 'closeScoring', session);
    await step(own.chair, 'lockSession', session);
    expect(await own.chair.client.refusal(ITEM_QUERY, { id: hidden! })).toEqual({ code: 'NOT_FOUND', details: {} });
    expect(await own.chair.client.ask('query ($id: ID!) { evaluationSession(id: $id) { items { id } } }', { id: session.id })).toEqual({ evaluationSession: { items: [{ id: seen }] } });
    // The void sheet counts for nobody.
    expect((await seeItem<SeenItem>(own.members[0]!, hidden!, ITEM)).sheets?.map(({ member }) => member.id)).toEqual([own.members[0]!.personId]);
  });
});

describe('whoever has no part in it', () => {
  it('hears of sessions and items what unknown ids answer', async () => {
    const session = await anOpenSession(scene, cast, await someAccepted(scene, officer, 1));
    const neighbour = await aScene(app());
    const outsiders = [
      await scene.person(), await scene.person({ roles: ['TENANT_ADMIN'] }), await scene.person({ roles: ['UNIT_HEAD'].map((role) => [role as 'UNIT_HEAD', scene.unitId] as const) }),
      officer, (await aCouncil(scene)).members[0]!, await anActor(app(), neighbour.ward, { roles: ['COUNCIL_SECRETARY', 'AUTHORITY_HEAD'] }), (await aCouncil(neighbour)).chair,
    ];
    for (const outsider of outsiders) {
      const unknown = [await outsider.client.refusal(SESSION_QUERY, { id: UNKNOWN }), await outsider.client.refusal(ITEM_QUERY, { id: UNKNOWN })];
      expect(unknown).toEqual([{ code: 'NOT_FOUND', details: {} }, { code: 'NOT_FOUND', details: {} }]);
      expect([await outsider.client.refusal(SESSION_QUERY, { id: session.id }), await outsider.client.refusal(ITEM_QUERY, { id: session.items[0]!.id })]).toEqual(unknown);
      const save = (itemId: string) => outsider.client.refusal(SAVE, { input: { itemId, revision: 0, lines: [] } });
      expect(await save(session.items[0]!.id)).toEqual(await save(UNKNOWN));
      const declared = (itemId: string) => outsider.client.refusal(DECLARE, { input: { itemId, kind: 'KIN', reason: 'x' } });
      expect(await declared(session.items[0]!.id)).toEqual(await declared(UNKNOWN));
      for (const mutation of ['closeScoring', 'lockSession']) {
        const acted = (sessionId: string) => refusal(outsider, mutation, { sessionId, revision: 1 });
        expect(await acted(session.id)).toEqual(await acted(UNKNOWN));
      }
    }
    const { errors } = await app().client().send(SESSION_QUERY, { id: session.id });
    expect(errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED', details: {} });
  }, 60_000);

  it('members see a session from its invitation on, and not as a draft', async () => {
    const draft = await aDraftSession(scene, cast, await someAccepted(scene, officer, 1));
    const member = cast.members[0]!.client;
    expect(await member.refusal(SESSION_QUERY, { id: draft.id })).toEqual({ code: 'NOT_FOUND', details: {} });
    expect(await member.refusal(ITEM_QUERY, { id: draft.items[0]!.id })).toEqual({ code: 'NOT_FOUND', details: {} });
    await step(cast.secretary, 'conveneSession', draft);
    expect((await seeSession<SeenSession>(cast.members[0]!, draft.id, SESSION)).items).toHaveLength(1);
  });
});

describe('files of a judged dossier', () => {
  const LINK = 'mutation ($fileId: ID!) { downloadLink(fileId: $fileId) { url } }';

  it('are read by members who are not recused, once they are invited, as they were in the accepted version', async () => {
    const lead = await scene.person();
    const draft = await aCompleteDraft(scene, lead);
    const [dropped, kept] = [await aFile(app(), lead, { name: 'cu.pdf' }), await aFile(app(), lead, { name: 'moi.pdf' })];
    const attach = (fileId: string, caption: string) => act<Seen & { attachments: { id: string; caption: string }[] }>(lead, 'attachFile', {
      id: draft.id, fileId, kind: 'EVIDENCE', caption, supports: 'CONTENT', confidentiality: 'AUTHOR_SECRET',
    }, 'id revision attachments { id caption }');
    const old = (await attach(dropped, 'Bản cũ')).attachments[0]!;
    const submitted = await act(lead, 'submitInitiative', aSubmission(await look(lead, draft.id)));
    await act(officer, 'requestSupplement', { id: draft.id, versionNumber: submitted.currentVersion, faults: [{ code: 'CONTENT_NOT_REPRODUCIBLE', section: 'CONTENT', note: null }], message: 'Bổ sung.' });
    await lead.client.ask('mutation ($id: ID!) { removeAttachment(attachmentId: $id) { id } }', { id: old.id });
    await attach(kept, 'Bản mới');
    const again = await act(lead, 'resubmitInitiative', aSubmission(await look(lead, draft.id)));
    await act(officer, 'acceptInitiative', { id: draft.id, versionNumber: again.currentVersion });

    const own = await aCouncil(scene, { also: [lead] });
    const [reader, recused] = [own.members[0]!, own.members[1]!];
    const session = await aDraftSession(scene, own, [draft]);
    expect(await reader.client.refusal(LINK, { fileId: kept })).toMatchObject({ code: 'NOT_FOUND' });
    await step(own.secretary, 'conveneSession', session);
    expect(await reader.client.ask(LINK, { fileId: kept })).toEqual({ downloadLink: { url: expect.any(String) } });
    const { dossier } = await seeItem<{ dossier: { attachments: object[] } }>(reader, session.items[0]!.id, 'dossier { attachments { caption confidentiality file { id name state } } }');
    expect(dossier.attachments).toEqual([{ caption: 'Bản mới', confidentiality: 'AUTHOR_SECRET', file: { id: kept, name: 'moi.pdf', state: 'READY' } }]);
    expect(await reader.client.refusal(LINK, { fileId: dropped })).toMatchObject({ code: 'NOT_FOUND' });

    expect(await recused.client.ask(LINK, { fileId: kept })).toEqual({ downloadLink: { url: expect.any(String) } });
    await declare(recused, session.items[0]!.id);
    expect(await recused.client.refusal(LINK, { fileId: kept })).toEqual(await recused.client.refusal(LINK, { fileId: UNKNOWN }));
    expect(await (await scene.person()).client.refusal(LINK, { fileId: kept })).toMatchObject({ code: 'NOT_FOUND' });
  }, 60_000);
});

describe('a first adopter on the council', () => {
  it('is recused like an author', async () => {
    const [lead, adopter] = [await scene.person(), await scene.person()];
    const draft = await aCompleteDraft(scene, lead);
    await act(lead, 'setFirstAdopters', { id: draft.id, revision: (await look(lead, draft.id)).revision, adopters: [{ personId: adopter.personId, fullName: 'Người áp dụng', workDone: 'Áp dụng thử.' }] });
    const submitted = await act(lead, 'submitInitiative', aSubmission(await look(lead, draft.id)));
    await act(officer, 'acceptInitiative', { id: draft.id, versionNumber: submitted.currentVersion });
    const own = await aCouncil(scene, { also: [adopter] });
    const session = await anOpenSession(scene, own, [draft]);
    expect((await seeSession<SeenSession>(adopter, session.id, SESSION)).items).toEqual([]);
    expect((await seeItem<SeenItem>(own.chair, session.items[0]!.id, ITEM)).conflicts).toEqual([{ person: { id: adopter.personId }, kind: 'ADOPTER', reason: null }]);
  });
});
