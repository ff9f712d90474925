import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { anActor, type Actor } from '../factories/identity.js';
import { act, aCompleteDraft, aFile, aScene, aSubmission, look, type Scene, type Seen } from '../factories/initiative.js';
import {
  aCouncil, aDraftSession, anOpenSession, type Cast, declare, DECLARE, linesOf, presetRules, refusal, reopenSheet, SAVE, saveSheet, 
  seeItem, seeSession, type Session, someAccepted, step, submitSheet,
} from '../factories/evaluation.js';
import { meetAndLock } from '../factories/meeting.js';
import {
  ITEM_QUERY, QUEUE_QUERY, type SeenItem, type SeenSession, SESSION_QUERY, UNKNOWN, WHOLE_ITEM, WHOLE_SESSION,
} from '../factories/evaluation-views.js';
import { useApp } from '../setup/app.js';

// Several people sign in and act one after the other; a busy machine needs time for it.
jest.setTimeout(60_000);
const app = useApp({}, { 'version-is-dossier': 'an attachment of an older version is written by SQL' });
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

/** Everything evaluation shows to somebody, as the bytes that leave the server. */
async function everything(actor: Actor, session: Session): Promise<string> {
  const asked: [string, object][] = [
    [SESSION_QUERY, { id: session.id }], ...session.items.map(({ id }): [string, object] => [ITEM_QUERY, { id }]), [QUEUE_QUERY, {}],
    [`{ evaluationSessions(first: 3) { edges { cursor node { ${WHOLE_SESSION} } } pageInfo { endCursor } } }`, {}],
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
    expect(await seeItem<SeenItem>(cast.secretary, item, WHOLE_ITEM)).toMatchObject({ sheets: [], result: null, mySheet: { total: 8000 } });
    await step(cast.secretary, 'closeScoring', session);
    expect((await seeItem<SeenItem>(cast.secretary, item, WHOLE_ITEM)).sheets?.map(({ member }) => member.id)).toEqual(cast.everybody.map(({ personId }) => personId));
  });

  it('goes to the head only when the session is locked', async () => {
    const session = await anOpenSession(scene, cast, await someAccepted(scene, officer, 1));
    const item = session.items[0]!.id;
    for (const actor of cast.everybody) await submitSheet(actor, item, linesOf(rules));
    const hidden = { sheets: [], result: null };
    expect(await seeItem<SeenItem>(head, item, WHOLE_ITEM)).toMatchObject(hidden);
    await step(cast.chair, 'closeScoring', session);
    expect(await seeItem<SeenItem>(head, item, WHOLE_ITEM)).toMatchObject(hidden);
    expect(await look(head, session.items[0]!.initiativeId, 'result { average }')).toEqual({ result: null });
    await meetAndLock(cast, session);
    expect(await seeItem<SeenItem>(head, item, WHOLE_ITEM)).toMatchObject({ result: { average: 8000 } });
    expect((await seeItem<SeenItem>(head, item, WHOLE_ITEM)).sheets).toHaveLength(4);
    expect(await look(head, session.items[0]!.initiativeId, 'result { average }')).toEqual({ result: { average: 8000 } });
  });

  it('keeps its private note from everybody for ever', async () => {
    const session = await anOpenSession(scene, cast, await someAccepted(scene, officer, 1));
    const item = session.items[0]!.id;
    await submitSheet(cast.chair, item, linesOf(rules), { privateNote: 'Chỉ mình tôi đọc' });
    await step(cast.chair, 'closeScoring', session);
    await meetAndLock(cast, session);
    expect((await seeItem<SeenItem>(cast.chair, item, WHOLE_ITEM)).sheets?.[0]?.privateNote).toBe('Chỉ mình tôi đọc');
    for (const actor of [cast.secretary, cast.members[0]!, head]) {
      const seen = await seeItem<SeenItem>(actor, item, WHOLE_ITEM);
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
    for (const actor of [cast.chair, cast.secretary]) expect((await seeSession<SeenSession>(actor, session.id, WHOLE_SESSION)).progress).toEqual(progress);
    for (const actor of [cast.members[0]!, head]) expect((await seeSession<SeenSession>(actor, session.id, WHOLE_SESSION)).progress).toEqual([]);
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
    expect((await seeSession<SeenSession>(cast.members[0]!, draft.id, WHOLE_SESSION)).items).toHaveLength(1);
  });

  it('members see no dossier of a cancelled session any more, only that it is cancelled', async () => {
    const session = await anOpenSession(scene, cast, await someAccepted(scene, officer, 1));
    await submitSheet(cast.members[0]!, session.items[0]!.id, linesOf(rules));
    await step(cast.secretary, 'cancelSession', session);
    for (const actor of [cast.members[0]!, cast.chair]) {
      expect(await seeSession(actor, session.id, 'state items { id }')).toEqual({ state: 'CANCELLED', items: [] });
      expect(await actor.client.refusal(ITEM_QUERY, { id: session.items[0]!.id })).toEqual({ code: 'NOT_FOUND', details: {} });
    }
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
    // Not even when it came back to the dossier behind everybody's back: what counts is the version that is judged.
    await app().sql('alter table attachment disable trigger attachment_fixed');
    await app().sql(`insert into attachment (tenant_id, initiative_id, file_id, position, kind, caption) values ($1, $2, $3, 9, 'OTHER', 'Bản cũ')`, [scene.ward.id, draft.id, dropped]);
    await app().sql('alter table attachment enable trigger attachment_fixed');
    expect(await reader.client.refusal(LINK, { fileId: dropped })).toMatchObject({ code: 'NOT_FOUND' });

    expect(await recused.client.ask(LINK, { fileId: kept })).toEqual({ downloadLink: { url: expect.any(String) } });
    await declare(recused, session.items[0]!.id);
    expect(await recused.client.refusal(LINK, { fileId: kept })).toEqual(await recused.client.refusal(LINK, { fileId: UNKNOWN }));
    expect(await (await scene.person()).client.refusal(LINK, { fileId: kept })).toMatchObject({ code: 'NOT_FOUND' });
  }, 60_000);
});
