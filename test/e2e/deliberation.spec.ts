import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  aReplyInput, aThreadInput, edit, EDIT, NOTE, REPLY, reply, RESOLVE, resolve, SAVE_NOTE, seeDiscussion, START, startThread, texts, WITHDRAW, withdraw,
} from '../factories/deliberation.js';
import { aConvenedSession, aCouncil, aDraftSession, anOpenSession, type Cast, declare, linesOf, presetRules, someAccepted, step, submitSheet } from '../factories/evaluation.js';
import { meetAndLock } from '../factories/meeting.js';
import { UNKNOWN } from '../factories/evaluation-views.js';
import type { Actor } from '../factories/identity.js';
import { aScene, type Scene } from '../factories/initiative.js';
import { useApp } from '../setup/app.js';
import { statementsByRows } from '../setup/statements.js';

// Several people sign in and act one after the other; a busy machine needs time for it.
jest.setTimeout(60_000);
const app = useApp();
const rules = presetRules('ward-start');
let scene: Scene;
let officer: Actor;
/** The secretary does not vote, and so has no sheet to hand in. */
let cast: Cast;

beforeAll(async () => {
  scene = await aScene(app());
  officer = await scene.person({ roles: ['INTAKE_OFFICER'] });
  cast = await aCouncil(scene, { secretaryVotes: false, size: 3 });
}, 60_000);

/** The only item of a session that scores; these members have handed in. */
async function anItem(...scored: readonly Actor[]): Promise<string> {
  const session = await anOpenSession(scene, cast, await someAccepted(scene, officer, 1));
  for (const actor of scored) await submitSheet(actor, session.items[0]!.id, linesOf(rules));
  return session.items[0]!.id;
}

/** Moves the post back in time, as if it had been written then. */
async function age(postId: string, interval: string): Promise<void> {
  await app().sql('alter table discussion_post disable trigger discussion_post_follows');
  await app().sql('update discussion_post set posted_at = clock_timestamp() - $2::interval where id = $1', [postId, interval]);
  await app().sql('alter table discussion_post enable trigger discussion_post_follows');
}

describe('a thread', () => {
  it('opens with a question, is answered in order, and is read by members', async () => {
    const item = await anItem(cast.chair, cast.members[0]!);
    const started = await startThread(cast.secretary, item, 'Số liệu quý I lấy từ đâu?');
    expect(started).toMatchObject({ itemId: item, kind: 'QUESTION', resolvedAt: null, resolvedBy: null, canReply: true, canResolve: true });
    await reply(cast.chair, started.id, 'Từ sổ theo dõi\n\ncủa Bộ phận Một cửa.');
    const answered = await reply(cast.members[0]!, started.id, 'Đã đối chiếu.');
    expect(answered.posts.map(({ body, author, isMine, version, editedAt, withdrawnAt }) => [body, author.id, isMine, version, editedAt, withdrawnAt])).toEqual([
      ['Số liệu quý I lấy từ đâu?', cast.secretary.personId, false, 1, null, null],
      ['Từ sổ theo dõi\n\ncủa Bộ phận Một cửa.', cast.chair.personId, false, 1, null, null],
      ['Đã đối chiếu.', cast.members[0]!.personId, true, 1, null, null],
    ]);
    expect(answered).toMatchObject({ canReply: true, canResolve: false });
    await startThread(cast.chair, item, 'Đề nghị xem kỹ phần áp dụng.', { kind: 'REMARK' });
    expect(await texts(cast.secretary, item)).toEqual([['Đề nghị xem kỹ phần áp dụng.'], ['Số liệu quý I lấy từ đâu?', 'Từ sổ theo dõi\n\ncủa Bộ phận Một cửa.', 'Đã đối chiếu.']]);
  });

  it('comes page by page, the newest first', async () => {
    const item = await anItem();
    for (const body of ['một', 'hai', 'ba']) await startThread(cast.secretary, item, body);
    const first = (await seeDiscussion(cast.secretary, item, { first: 2 })).threads;
    expect([first.edges.map(({ node }) => node.posts[0]!.body), first.pageInfo.hasNextPage]).toEqual([['ba', 'hai'], true]);
    const second = (await seeDiscussion(cast.secretary, item, { first: 2, after: first.pageInfo.endCursor })).threads;
    expect([second.edges.map(({ node }) => node.posts[0]!.body), second.pageInfo.hasNextPage]).toEqual([['một'], false]);
  });

  it('costs the same statements for one and for three', async () => {
    const item = await anItem();
    const read = async (): Promise<number> => (await seeDiscussion(cast.secretary, item)).threads.edges.length;
    const { one, three } = await statementsByRows(app(), async () => reply(cast.secretary, (await startThread(cast.secretary, item, 'Câu hỏi')).id, 'Trả lời'), read);
    expect(three).toEqual(one);
    // Who asks, the discussion, its threads.
    expect(one).toHaveLength(3);
  });

  it('is one, however often it is sent', async () => {
    const item = await anItem();
    const input = aThreadInput(item, 'Gửi hai lần');
    const [one, two] = await Promise.all([1, 2].map(() => cast.secretary.client.ask<{ startThread: { id: string } }>(START, { input })));
    expect(one!.startThread.id).toBe(two!.startThread.id);
    const answer = aReplyInput(one!.startThread.id, 'Trả lời hai lần');
    await Promise.all([1, 2].map(() => cast.secretary.client.ask(REPLY, { input: answer })));
    expect(await texts(cast.secretary, item)).toEqual([['Gửi hai lần', 'Trả lời hai lần']]);
    expect(await cast.secretary.client.refusal(START, { input: { ...input, body: 'Khác' } })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('is settled by chair or secretary, takes no post then, and can be opened again', async () => {
    const item = await anItem(cast.chair, cast.members[0]!);
    const { id } = await startThread(cast.members[0]!, item, 'Hỏi');
    expect(await cast.members[0]!.client.refusal(RESOLVE, { input: { threadId: id, isResolved: true } })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await resolve(cast.chair, id)).toMatchObject({ resolvedBy: { id: cast.chair.personId }, resolvedAt: expect.any(String), canReply: false });
    expect(await resolve(cast.secretary, id)).toMatchObject({ resolvedBy: { id: cast.chair.personId } });
    expect(await cast.members[0]!.client.refusal(REPLY, { input: aReplyInput(id, 'Còn nữa') })).toMatchObject({ code: 'THREAD_RESOLVED' });
    expect(await resolve(cast.secretary, id, false)).toMatchObject({ resolvedBy: null, resolvedAt: null, canReply: true });
    expect((await reply(cast.members[0]!, id, 'Còn nữa')).posts).toHaveLength(2);
  });

  it('ends with its hundredth post', async () => {
    const item = await anItem();
    const { id } = await startThread(cast.secretary, item, '1');
    await app().sql(`
      with posted as (insert into discussion_post (tenant_id, thread_id, person_id) select $1, $2, $3 from generate_series(2, 99) returning id)
      select 1`, [scene.ward.id, id, cast.secretary.personId]);
    await app().sql(`insert into discussion_post_version (tenant_id, post_id, number, body) select p.tenant_id, p.id, 1, 'x' from discussion_post p
      where p.thread_id = $1 and not exists (select from discussion_post_version v where v.post_id = p.id)`, [id]);
    const answers = await Promise.all([1, 2, 3].map((number) => cast.secretary.client.send(REPLY, { input: aReplyInput(id, `cuối ${number}`) })));
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK').sort()).toEqual(['OK', 'THREAD_FULL', 'THREAD_FULL']);
    expect((await seeDiscussion(cast.secretary, item)).threads.edges[0]!.node.posts).toHaveLength(100);
  });

  it('takes plain text of 1 to 4,000 characters', async () => {
    const item = await anItem();
    const codes = async (body: string) => (await cast.secretary.client.refusal(START, { input: aThreadInput(item, body) })).faults?.map(({ code }) => code);
    expect([await codes(''), await codes(' \n '), await codes('x'.repeat(4001))]).toEqual([['INVALID_FORMAT', 'TEXT_TOO_SHORT'], ['INVALID_FORMAT'], ['TEXT_TOO_LONG']]);
    const { posts } = await startThread(cast.secretary, item, 'Ý kiến\n<b>của</b> ông Hòe'.normalize('NFD'));
    expect(posts[0]!.body).toBe('Ý kiến\n<b>của</b> ông Hòe'.normalize('NFC'));
  });
});

describe('a post', () => {
  it('is edited by its author for fifteen minutes; what it said before is kept and shown to nobody', async () => {
    const item = await anItem(cast.chair);
    const { posts: [post] } = await startThread(cast.secretary, item, 'Chữ cũ');
    const [changed] = (await edit(cast.secretary, post!.id, 1, 'Chữ mới')).posts;
    expect(changed).toMatchObject({ body: 'Chữ mới', version: 2, editedAt: expect.any(String), editableUntil: expect.any(String) });
    expect(JSON.stringify(await seeDiscussion(cast.chair, item))).not.toContain('Chữ cũ');
    expect(await app().sql('select number, body from discussion_post_version where post_id = $1 order by number', [post!.id]))
      .toEqual([{ number: 1, body: 'Chữ cũ' }, { number: 2, body: 'Chữ mới' }]);
    expect(await cast.chair.client.refusal(EDIT, { input: { postId: post!.id, version: 2, body: 'Của người khác' } })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await cast.secretary.client.refusal(EDIT, { input: { postId: post!.id, version: 1, body: 'Bản cũ' } })).toMatchObject({ code: 'REVISION_CONFLICT', details: { current: 2 } });
  });

  it('is edited until the end of the fifteenth minute by the clock of the database, whoever asks how often', async () => {
    const item = await anItem();
    const { posts: [post] } = await startThread(cast.secretary, item, 'Đúng giờ');
    await age(post!.id, '14 minutes 58 seconds');
    const answers: string[] = [];
    const until = Date.now() + 4_000;
    for (let version = 1; Date.now() < until;) {
      const { errors } = await cast.secretary.client.send(EDIT, { input: { postId: post!.id, version, body: `Lần ${version}` } });
      answers.push(errors?.[0]?.extensions.code ?? 'OK');
      if (errors === undefined) version += 1;
    }
    // First all of them, then none of them.
    expect([...new Set(answers)]).toEqual(['OK', 'POST_EDIT_OVER']);
    expect(answers).toEqual([...answers].sort((a, b) => a.localeCompare(b)));
    const [late] = await app().sql<{ late: number }>(`select count(*)::int as late from discussion_post_version v join discussion_post p on p.id = v.post_id
      where v.number > 1 and v.written_at >= p.posted_at + interval '15 minutes'`);
    expect(late).toEqual({ late: 0 });
    expect((await seeDiscussion(cast.secretary, item)).threads.edges[0]!.node.posts[0]).toMatchObject({ editableUntil: null, canWithdraw: true });
  });

  it('is edited once by two hands at the same instant', async () => {
    const item = await anItem();
    const { posts: [post] } = await startThread(cast.secretary, item, 'Hai tay');
    const answers = await Promise.all(['trái', 'phải'].map((body) => cast.secretary.client.send(EDIT, { input: { postId: post!.id, version: 1, body } })));
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK').sort()).toEqual(['OK', 'REVISION_CONFLICT']);
  });

  it('is withdrawn by its author: text and names are gone, its place stays', async () => {
    const item = await anItem(cast.chair);
    const { id, posts: [post] } = await startThread(cast.secretary, item, 'Tôi nhầm', { mentionIds: [cast.chair.personId] });
    expect(await cast.chair.client.refusal(WITHDRAW, { postId: post!.id })).toMatchObject({ code: 'FORBIDDEN' });
    await reply(cast.chair, id, 'Nhầm gì?');
    await withdraw(cast.secretary, post!.id);
    const { posts } = await withdraw(cast.secretary, post!.id);
    expect(posts.map(({ body, mentions, withdrawnAt, canWithdraw }) => [body, mentions, withdrawnAt === null, canWithdraw])).toEqual([[null, [], false, false], ['Nhầm gì?', [], true, false]]);
    expect(await cast.secretary.client.refusal(EDIT, { input: { postId: post!.id, version: 1, body: 'Lại' } })).toMatchObject({ code: 'POST_WITHDRAWN' });
    expect(await app().sql(`select action from audit_event where details ->> 'postId' = $1 order by id`, [post!.id]))
      .toEqual([{ action: 'deliberation.thread-started' }, { action: 'deliberation.post-withdrawn' }]);
  });

  it('is edited or withdrawn, not both, when both come at once', async () => {
    const item = await anItem();
    for (let round = 0; round < 5; round += 1) {
      const { posts: [post] } = await startThread(cast.secretary, item, 'Sửa hay rút');
      const [edited] = await Promise.all([
        cast.secretary.client.send(EDIT, { input: { postId: post!.id, version: 1, body: 'Đã sửa' } }), cast.secretary.client.send(WITHDRAW, { postId: post!.id }),
      ]);
      const [row] = await app().sql<{ afterwards: number; versions: number }>(`select count(*)::int as versions, count(*) filter (where v.written_at > p.withdrawn_at)::int as afterwards
        from discussion_post p join discussion_post_version v on v.post_id = p.id where p.id = $1`, [post!.id]);
      expect(row).toEqual({ afterwards: 0, versions: edited.errors === undefined ? 2 : 1 });
    }
  });
});

describe('the discussion', () => {
  it('begins with the invitation and stands once the session is locked', async () => {
    const draft = await aDraftSession(scene, cast, await someAccepted(scene, officer, 1));
    const item = draft.items[0]!.id;
    expect(await cast.secretary.client.refusal(START, { input: aThreadInput(item, 'Sớm quá') })).toMatchObject({ code: 'NOT_FOUND' });
    await step(cast.secretary, 'conveneSession', draft);
    const { id, posts: [post] } = await startThread(cast.secretary, item, 'Mời các thành viên xem hồ sơ');
    await step(cast.secretary, 'openScoring', draft);
    await reply(cast.secretary, id, 'Đang chấm');
    await step(cast.chair, 'closeScoring', draft);
    // A closed sheet is no reason any more: whoever scored too late reads what the others said.
    expect(await texts(cast.members[2]!, item)).toEqual([['Mời các thành viên xem hồ sơ', 'Đang chấm']]);
    await reply(cast.members[2]!, id, 'Đã chấm xong');
    await meetAndLock(cast, draft);
    const closed = { code: 'DISCUSSION_CLOSED', details: { state: 'LOCKED' } };
    expect(await cast.secretary.client.refusal(START, { input: aThreadInput(item, 'Muộn') })).toMatchObject(closed);
    expect(await cast.secretary.client.refusal(REPLY, { input: aReplyInput(id, 'Muộn') })).toMatchObject(closed);
    expect(await cast.secretary.client.refusal(EDIT, { input: { postId: post!.id, version: 1, body: 'Muộn' } })).toMatchObject(closed);
    expect(await cast.secretary.client.refusal(WITHDRAW, { postId: post!.id })).toMatchObject(closed);
    expect(await cast.chair.client.refusal(RESOLVE, { input: { threadId: id, isResolved: true } })).toMatchObject(closed);
    expect(await seeDiscussion(cast.chair, item)).toMatchObject({ canWrite: false, threads: { edges: [{ node: { canReply: false, canResolve: false, posts: [{ canWithdraw: false, editableUntil: null }, {}, {}] } }] } });
  });

  it('goes with its item when that leaves the agenda before scoring, and with nothing else', async () => {
    const [kept, dropped] = await someAccepted(scene, officer, 2);
    const session = await aConvenedSession(scene, cast, [kept!, dropped!]);
    for (const { id } of session.items) {
      await reply(cast.secretary, (await startThread(cast.secretary, id, 'Ý kiến', { mentionIds: [cast.chair.personId] })).id, 'Trả lời');
      await cast.secretary.client.ask(SAVE_NOTE, { input: { itemId: id, revision: 0, body: 'Ghi chú' } });
    }
    await cast.secretary.client.ask('mutation ($input: SetAgendaInput!) { setAgenda(input: $input) { id } }', { input: { sessionId: session.id, revision: session.revision, initiativeIds: [kept!.id] } });
    expect(await texts(cast.secretary, session.items[0]!.id)).toEqual([['Ý kiến', 'Trả lời']]);
    expect(await app().sql(`select (select count(*)::int from discussion_thread t where t.item_id = any ($1)) as threads, (select count(*)::int from item_note n where n.item_id = any ($1)) as notes`,
      [session.items.map(({ id }) => id)])).toEqual([{ threads: 1, notes: 1 }]);
  });

  it('is not for the head, officers without a seat, administrators, authors and strangers', async () => {
    const item = await anItem();
    const thread = await startThread(cast.secretary, item, 'Chỉ trong Hội đồng');
    const outsiders = [
      await scene.person({ roles: ['AUTHORITY_HEAD'] }), await scene.person({ roles: ['COUNCIL_SECRETARY'] }), await scene.person({ roles: ['TENANT_ADMIN', 'AUDITOR'] }), officer, await scene.person(),
      await (await aScene(app())).person({ roles: ['AUTHORITY_HEAD', 'COUNCIL_SECRETARY'] }), (await aCouncil(scene)).chair,
    ];
    for (const { client } of outsiders) {
      expect(await client.refusal('query ($itemId: ID!) { discussion(itemId: $itemId) { canWrite } }', { itemId: item })).toEqual({ code: 'NOT_FOUND', details: {} });
      expect(await client.refusal(START, { input: aThreadInput(item, 'x') })).toEqual(await client.refusal(START, { input: aThreadInput(UNKNOWN, 'x') }));
      expect(await client.refusal(REPLY, { input: aReplyInput(thread.id, 'x') })).toEqual(await client.refusal(REPLY, { input: aReplyInput(UNKNOWN, 'x') }));
      expect(await client.refusal(WITHDRAW, { postId: thread.posts[0]!.id })).toEqual(await client.refusal(WITHDRAW, { postId: UNKNOWN }));
    }
  });
});

describe('a note to oneself', () => {
  const save = async (actor: Actor, itemId: string, revision: number, body: string) =>
    (await actor.client.ask<{ saveItemNote: object }>(SAVE_NOTE, { input: { itemId, revision, body } })).saveItemNote;
  const noteOf = async (actor: Actor, id: string) => (await actor.client.ask<{ agendaItem: { myNote: object | null } }>(NOTE, { id })).agendaItem.myNote;

  it('is read by its owner alone, and saved over the text last read', async () => {
    const item = await anItem();
    expect(await noteOf(cast.secretary, item)).toBeNull();
    expect(await save(cast.secretary, item, 0, 'Hỏi thêm về kinh phí')).toEqual({ itemId: item, body: 'Hỏi thêm về kinh phí', revision: 1 });
    expect(await save(cast.secretary, item, 1, '')).toEqual({ itemId: item, body: '', revision: 2 });
    expect(await cast.secretary.client.refusal(SAVE_NOTE, { input: { itemId: item, revision: 1, body: 'Cũ' } })).toMatchObject({ code: 'REVISION_CONFLICT', details: { current: 2 } });
    await save(cast.chair, item, 0, 'Của Chủ tịch');
    expect([await noteOf(cast.secretary, item), await noteOf(cast.chair, item), await noteOf(cast.members[0]!, item)]).toEqual([{ body: '', revision: 2 }, { body: 'Của Chủ tịch', revision: 1 }, null]);
  });

  it('is begun once by two windows at the same instant', async () => {
    const item = await anItem();
    const answers = await Promise.all(['một', 'hai'].map((body) => cast.secretary.client.send(SAVE_NOTE, { input: { itemId: item, revision: 0, body } })));
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK').sort()).toEqual(['OK', 'REVISION_CONFLICT']);
  });

  it('costs the same statements for one and for three items', async () => {
    const session = await aConvenedSession(scene, cast, await someAccepted(scene, officer, 3));
    const query = 'query ($id: ID!) { evaluationSession(id: $id) { items { id myNote { body } } } }';
    const noted = [...session.items];
    const read = async (): Promise<number> =>
      (await cast.secretary.client.ask<{ evaluationSession: { items: { myNote: object | null }[] } }>(query, { id: session.id })).evaluationSession.items.filter(({ myNote }) => myNote !== null).length;
    const { one, three } = await statementsByRows(app(), () => save(cast.secretary, noted.pop()!.id, 0, 'Ghi'), read);
    expect(three).toEqual(one);
    expect(one).toHaveLength(3);
  });

  it('goes with the item when its owner is recused, and stands once the session is locked', async () => {
    const session = await anOpenSession(scene, cast, await someAccepted(scene, officer, 1));
    const item = session.items[0]!.id;
    await save(cast.members[0]!, item, 0, 'Trước khi rút');
    await save(cast.secretary, item, 0, 'Thư ký ghi');
    await declare(cast.members[0]!, item);
    expect(await cast.members[0]!.client.refusal(NOTE, { id: item })).toEqual({ code: 'NOT_FOUND', details: {} });
    expect(await cast.members[0]!.client.refusal(SAVE_NOTE, { input: { itemId: item, revision: 1, body: 'Nữa' } })).toEqual({ code: 'NOT_FOUND', details: {} });
    await step(cast.chair, 'closeScoring', session);
    await save(cast.secretary, item, 1, 'Thư ký ghi tiếp');
    await meetAndLock(cast, session);
    expect(await cast.secretary.client.refusal(SAVE_NOTE, { input: { itemId: item, revision: 2, body: 'Muộn' } })).toMatchObject({ code: 'DISCUSSION_CLOSED' });
    expect(await noteOf(cast.secretary, item)).toEqual({ body: 'Thư ký ghi tiếp', revision: 2 });
  });

  it('leaves no trace of its keeping', async () => {
    const item = await anItem();
    await save(cast.secretary, item, 0, 'Không ai biết');
    const [counted] = await app().sql<{ traces: number }>(`select count(*)::int as traces from outbox where payload ->> 'itemId' = $1`, [item]);
    expect(counted).toEqual({ traces: 0 });
  });
});
