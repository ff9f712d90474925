import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Viewer } from '@kit/context';
import { Database, sql, type SqlStatement } from '@kit/database';
import { expectFacesAgree } from '@kit/policy';
import { readsDiscussion } from '@domain/deliberation';
import { ThreadsRepository } from '../../libs/domain/deliberation/data/threads.repository.js';
import type { DiscussionFacts } from '../../libs/domain/deliberation/policy/discussion.conditions.js';
import { discussionPolicy } from '../../libs/domain/deliberation/policy/discussion.policy.js';
import { casesOf, decideOn, object } from '../factories/conflicts.js';
import {
  aReplyInput, aThreadInput, DISCUSSION, EDIT, edit, REPLY, reply, RESOLVE, seeDiscussion, START, startThread, texts, WITHDRAW, withdraw,
} from '../factories/deliberation.js';
import {
  aConvenedSession, aCouncil, anOpenSession, type Cast, declare, linesOf, presetRules, reopenSheet, saveSheet, someAccepted, step, submitSheet,
} from '../factories/evaluation.js';
import { ITEM_QUERY, QUEUE_QUERY, SESSION_QUERY, UNKNOWN } from '../factories/evaluation-views.js';
import { type Actor } from '../factories/identity.js';
import { anAccepted, aScene, type Scene, viewerOf } from '../factories/initiative.js';
import { useApp } from '../setup/app.js';

// Several people sign in and act one after the other; a busy machine needs time for it.
jest.setTimeout(60_000);
const app = useApp();
const rules = presetRules('ward-start');
const NOTICES = '{ notifications(first: 50) { edges { node { id kind link createdAt params { name value } } } } viewer { unreadNotifications } }';
let scene: Scene;
let officer: Actor;
let cast: Cast;
/** Reads the audit beside sitting on the council. */
let auditing: Actor;

beforeAll(async () => {
  scene = await aScene(app());
  officer = await scene.person({ roles: ['INTAKE_OFFICER'] });
  auditing = await scene.person({ roles: ['AUDITOR', 'AUTHORITY_HEAD'] });
  cast = await aCouncil(scene, { secretaryVotes: false, size: 3, also: [auditing] });
}, 60_000);

const anItem = async (): Promise<{ sessionId: string; id: string }> => {
  const session = await anOpenSession(scene, cast, await someAccepted(scene, officer, 1));
  return { sessionId: session.id, id: session.items[0]!.id };
};
const score = (actor: Actor, itemId: string) => submitSheet(actor, itemId, linesOf(rules));

interface Notices { notifications: { edges: { node: { id: string; kind: string; link: string; params: object[] } }[] }; viewer: { unreadNotifications: number } }
const noticesOf = async (actor: Actor) => {
  const { notifications, viewer } = await actor.client.ask<Notices>(NOTICES);
  return { mentions: notifications.edges.map(({ node }) => node).filter(({ kind }) => kind === 'DISCUSSION_MENTION'), unread: viewer.unreadNotifications };
};
const mentionsOf = async (actor: Actor): Promise<number> => (await noticesOf(actor)).mentions.length;

/** Everything somebody can ask around the item, as the bytes that leave the server. */
async function everything({ client }: Actor, item: { id: string; sessionId: string }, threadId: string): Promise<string> {
  const asked: [string, object][] = [
    [DISCUSSION, { itemId: item.id }], [ITEM_QUERY, { id: item.id }], ['query ($id: ID!) { agendaItem(id: $id) { myNote { body } } }', { id: item.id }],
    [SESSION_QUERY, { id: item.sessionId }], [QUEUE_QUERY, {}], [NOTICES, {}], ['{ myWork { id kind title count } }', {}],
    ['{ auditEvents(first: 100) { edges { cursor node { id action objectType objectId details } } pageInfo { hasNextPage } } }', {}],
    ['query ($id: ID) { auditEvents(first: 100, objectType: "Discussion", objectId: $id) { edges { node { id } } } }', { id: item.id }],
    [REPLY, { input: aReplyInput(threadId, 'x', { idempotencyKey: 'giong-nhau' }) }], [RESOLVE, { input: { threadId, isResolved: true } }],
  ];
  const answers = [];
  for (const [query, variables] of asked) {
    const { data, errors } = await client.send(query, { ...variables });
    expect((errors ?? []).map(({ extensions }) => extensions.code).filter((code) => !['NOT_FOUND', 'FORBIDDEN'].includes(code))).toEqual([]);
    answers.push({ data, errors: errors?.map(({ message, extensions }) => ({ message, extensions })) });
  }
  return JSON.stringify(answers);
}

describe('whoever has a sheet to hand in', () => {
  it('is told nothing of the discussion before, not even that there is one', async () => {
    const item = await anItem();
    const waiting = [cast.chair, cast.members[0]!, auditing];
    await saveSheet(waiting[1]!, item.id, []);
    const before = await Promise.all(waiting.map((actor) => everything(actor, item, UNKNOWN)));
    const { id, posts } = await startThread(cast.secretary, item.id, 'Ý kiến kín', { mentionIds: cast.everybody.slice(2).map(({ personId }) => personId) });
    await reply(cast.secretary, id, 'Thêm một ý');
    await edit(cast.secretary, posts[0]!.id, 1, 'Ý kiến kín, đã sửa');
    expect(await Promise.all(waiting.map((actor) => everything(actor, item, id)))).toEqual(before);
    expect(await seeDiscussion(waiting[0]!, item.id)).toEqual({
      itemId: item.id, isHiddenUntilScored: true, canWrite: false, mentionable: [], threads: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
    });
    // Somebody without a sheet to hand in read it all the time: it was there.
    expect(await texts(cast.secretary, item.id)).toEqual([['Ý kiến kín, đã sửa', 'Thêm một ý']]);
  });

  it('cannot write either, and finds threads only afterwards', async () => {
    const item = await anItem();
    const { id, posts } = await startThread(cast.secretary, item.id, 'Câu hỏi');
    const member = cast.members[0]!;
    expect(await member.client.refusal(START, { input: aThreadInput(item.id, 'Trước khi chấm') })).toEqual({ code: 'DISCUSSION_HIDDEN', details: {} });
    expect(await member.client.refusal(REPLY, { input: aReplyInput(id, 'x') })).toEqual({ code: 'NOT_FOUND', details: {} });
    expect(await member.client.refusal(EDIT, { input: { postId: posts[0]!.id, version: 1, body: 'x' } })).toEqual({ code: 'NOT_FOUND', details: {} });
    const sheet = await score(member, item.id);
    expect(await texts(member, item.id)).toEqual([['Câu hỏi']]);
    expect(await seeDiscussion(member, item.id)).toMatchObject({ isHiddenUntilScored: false, canWrite: true });
    await reply(member, id, 'Sau khi chấm');
    await reopenSheet(member, sheet);
    expect(await seeDiscussion(member, item.id)).toMatchObject({ isHiddenUntilScored: true, threads: { edges: [] } });
    expect(await member.client.refusal(WITHDRAW, { postId: posts[0]!.id })).toEqual({ code: 'NOT_FOUND', details: {} });
  });

  it('is hidden from the moment of the invitation on', async () => {
    const session = await aConvenedSession(scene, cast, await someAccepted(scene, officer, 1));
    await startThread(cast.secretary, session.items[0]!.id, 'Trước khi mở chấm');
    expect(await seeDiscussion(cast.members[0]!, session.items[0]!.id)).toMatchObject({ isHiddenUntilScored: true, threads: { edges: [] } });
  });
});

describe('a mention', () => {
  it('is told at once to whoever reads the discussion, with nothing of what was said', async () => {
    const item = await anItem();
    await score(cast.chair, item.id);
    await startThread(cast.chair, item.id, 'Xin ý kiến @Thư ký', { mentionIds: [cast.secretary.personId] });
    const { mentions: [told] } = await noticesOf(cast.secretary);
    const [{ title } = { title: '' }] = await app().sql<{ title: string }>('select title from evaluation_session where id = $1', [item.sessionId]);
    expect(told).toMatchObject({ link: `/thao-luan/${item.id}`, params: [{ name: 'title', value: title }] });
    expect(await mentionsOf(cast.chair)).toBe(0);
  });

  it('waits for the sheet of its member, and for the closing at the latest; nobody is told twice', async () => {
    const item = await anItem();
    const [early, late, gone] = [cast.members[0]!, cast.members[1]!, cast.members[2]!];
    const before = await Promise.all([early, late, gone, auditing].map(mentionsOf));
    const { id } = await startThread(cast.secretary, item.id, 'Mời các Ông/Bà', { mentionIds: [early.personId, late.personId, gone.personId] });
    const taken = await startThread(cast.secretary, item.id, 'Sẽ rút lại', { mentionIds: [auditing.personId] });
    await withdraw(cast.secretary, taken.posts[0]!.id);
    const told = async () => (await Promise.all([early, late, gone, auditing].map(mentionsOf))).map((count, index) => count - before[index]!);
    expect(await told()).toEqual([0, 0, 0, 0]);
    const sheet = await score(early, item.id);
    expect(await told()).toEqual([1, 0, 0, 0]);
    await submitSheet(early, item.id, linesOf(rules), { revision: (await reopenSheet(early, sheet)).revision });
    await score(auditing, item.id);
    await declare(gone, item.id);
    expect(await told()).toEqual([1, 0, 0, 0]);
    await step(cast.chair, 'closeScoring', { id: item.sessionId });
    expect(await told()).toEqual([1, 1, 0, 0]);
    await reply(cast.secretary, id, 'Nhắc lại', { mentionIds: [early.personId] });
    expect(await told()).toEqual([2, 1, 0, 0]);
  });

  it('names members of the session only; who is recused is not found out by trying', async () => {
    const item = await anItem();
    await Promise.all([cast.chair, cast.members[0]!].map((actor) => score(actor, item.id)));
    await declare(cast.members[1]!, item.id);
    const refused = async (actor: Actor, mentionIds: string[]) => (await actor.client.refusal(START, { input: aThreadInput(item.id, 'x', { mentionIds }) })).faults;
    const notAMember = { code: 'MENTION_NOT_A_MEMBER', details: {} };
    expect(await refused(cast.chair, [officer.personId, cast.secretary.personId, UNKNOWN, 'x'])).toEqual([0, 2, 3].map((index) => ({ ...notAMember, path: ['input', 'mentionIds', index] })));
    const ids = async (actor: Actor) => (await seeDiscussion(actor, item.id)).mentionable.map((person) => person.id);
    const seats = cast.everybody.map(({ personId }) => personId);
    // Members are offered everybody else; chair and secretary, who know, not the recused one.
    expect(await ids(cast.members[0]!)).toEqual(seats.filter((id) => id !== cast.members[0]!.personId));
    for (const actor of [cast.chair, cast.secretary]) expect(await ids(actor)).toEqual(seats.filter((id) => id !== actor.personId && id !== cast.members[1]!.personId));
    const before = await mentionsOf(cast.members[1]!);
    const { posts } = await startThread(cast.members[0]!, item.id, 'x', { mentionIds: [cast.members[1]!.personId] });
    expect(posts[0]!.mentions).toEqual([{ id: cast.members[1]!.personId }]);
    expect(await mentionsOf(cast.members[1]!)).toBe(before);
  });
});

describe('whoever is recused later', () => {
  it('loses all of it at once, as if it had never been; what they said stays for the others', async () => {
    const item = await anItem();
    const leaving = auditing;
    await Promise.all([cast.chair, cast.members[0]!, leaving].map((actor) => score(actor, item.id)));
    const own = await startThread(leaving, item.id, 'Ý kiến của người sẽ rút');
    const { id } = await startThread(cast.chair, item.id, 'Xin hỏi', { mentionIds: [leaving.personId] });
    const before = await noticesOf(leaving);
    expect(before.mentions[0]).toMatchObject({ link: `/thao-luan/${item.id}` });
    expect((await texts(leaving, item.id)).length).toBe(2);

    await declare(leaving, item.id);
    const hidden = await everything(leaving, item, id);
    expect(hidden.includes(`"objectType":"Discussion","objectId":"${item.id}"`)).toBe(false);
    const after = await noticesOf(leaving);
    expect([after.mentions.filter(({ link }) => link.endsWith(item.id)), before.unread - after.unread]).toEqual([[], 1]);
    expect(await leaving.client.ask('mutation ($ids: [ID!]!) { markNotificationsRead(ids: $ids) }', { ids: [before.mentions[0]!.id] })).toEqual({ markNotificationsRead: 0 });
    for (const [query, variables] of [
      [DISCUSSION, { itemId: item.id }], [START, { input: aThreadInput(item.id, 'x') }], [REPLY, { input: aReplyInput(id, 'x') }],
      [EDIT, { input: { postId: own.posts[0]!.id, version: 1, body: 'x' } }], [WITHDRAW, { postId: own.posts[0]!.id }],
    ] as const) expect(await leaving.client.refusal(query, variables)).toEqual({ code: 'NOT_FOUND', details: {} });

    // Whatever is said from now on changes nothing of what they see.
    await reply(cast.chair, id, 'Thêm', { mentionIds: [leaving.personId] });
    expect(await everything(leaving, item, id)).toEqual(hidden);

    const seen = async (actor: Actor) => (await seeDiscussion(actor, item.id)).threads.edges[1]!.node.posts.map(({ body, author, isAuthorRecused }) => [body, author.id, isAuthorRecused]);
    expect(await seen(cast.members[0]!)).toEqual([['Ý kiến của người sẽ rút', leaving.personId, null]]);
    for (const actor of [cast.chair, cast.secretary]) expect(await seen(actor)).toEqual([['Ý kiến của người sẽ rút', leaving.personId, true]]);
  });

  it('or may be, sees none of it until it is decided that they stay', async () => {
    const session = await anOpenSession(scene, cast, await someAccepted(scene, officer, 1));
    const { id: item, initiativeId } = session.items[0]!;
    const doubted = cast.members[0]!;
    await score(doubted, item);
    await score(cast.chair, item);
    const { posts: [own] } = await startThread(doubted, item, 'Trước khi có kiến nghị');
    await startThread(cast.chair, item, 'Xin hỏi', { mentionIds: [doubted.personId] });
    const before = await noticesOf(doubted);
    await object(officer, initiativeId, doubted.personId, 'Có quan hệ gần gũi với tác giả.');
    expect(await doubted.client.refusal(DISCUSSION, { itemId: item })).toEqual({ code: 'NOT_FOUND', details: {} });
    expect(await doubted.client.refusal(WITHDRAW, { postId: own!.id })).toEqual({ code: 'NOT_FOUND', details: {} });
    expect((await noticesOf(doubted)).mentions.filter(({ link }) => link.endsWith(item))).toEqual([]);
    const told = await mentionsOf(doubted);
    await startThread(cast.chair, item, 'Trong lúc chờ', { mentionIds: [doubted.personId] });
    expect(await mentionsOf(doubted)).toBe(told);
    await decideOn(cast.chair, session, (await casesOf(cast.chair, session)).map(({ conflict }) => conflict), 'ALLOWED', 'Không ảnh hưởng.');
    expect(await texts(doubted, item)).toEqual([['Trong lúc chờ'], ['Xin hỏi'], ['Trước khi có kiến nghị']]);
    expect((await noticesOf(doubted)).mentions.slice(1)).toEqual(before.mentions);
    expect(await mentionsOf(doubted)).toBe(before.mentions.length + 1);
  });

  it('or is an author on the council never sees any of it', async () => {
    const lead = await scene.person({ roles: ['AUDITOR', 'COUNCIL_SECRETARY'] });
    const own = await aCouncil(scene, { also: [lead], secretaryVotes: false });
    const session = await anOpenSession(scene, own, [await anAccepted(scene, lead, officer)]);
    const item = { id: session.items[0]!.id, sessionId: session.id };
    const before = await everything(lead, item, UNKNOWN);
    const { id } = await startThread(own.secretary, item.id, 'Về tác giả', { mentionIds: [lead.personId] });
    expect(await everything(lead, item, id)).toEqual(before);
    await step(own.chair, 'closeScoring', session);
    expect(await lead.client.refusal(DISCUSSION, { itemId: item.id })).toEqual({ code: 'NOT_FOUND', details: {} });
    expect(await mentionsOf(lead)).toBe(0);
  });
});

describe('what is said', () => {
  it('stands in its own tables and nowhere else', async () => {
    const item = await anItem();
    const words = 'LỜI THẢO LUẬN 7Q2M';
    const { id, posts } = await startThread(cast.secretary, item.id, words, { mentionIds: [cast.chair.personId] });
    await edit(cast.secretary, posts[0]!.id, 1, `${words} sửa`);
    await reply(cast.secretary, id, `${words} hai`);
    await cast.secretary.client.ask('mutation ($input: SaveItemNoteInput!) { saveItemNote(input: $input) { revision } }', { input: { itemId: item.id, revision: 0, body: `${words} ghi chú` } });
    const tables = await app().sql<{ name: string }>(`select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
      where table_schema in ('public', 'bullmq') and table_type = 'BASE TABLE'`);
    const holding: string[] = [];
    for (const { name } of tables) if ((await app().sql(`select 1 from ${name} t where t::text like '%7Q2M%' limit 1`)).length > 0) holding.push(name);
    expect(holding.sort()).toEqual(['public.discussion_post_version', 'public.item_note']);
  });
});

describe('what decides in memory and in SQL', () => {
  const items = new Map<string, DiscussionFacts>();
  const viewers: (Viewer | null)[] = [null];

  beforeAll(async () => {
    const scored = await anOpenSession(scene, cast, await someAccepted(scene, officer, 1));
    await score(cast.chair, scored.items[0]!.id);
    const convened = await aConvenedSession(scene, cast, await someAccepted(scene, officer, 1));
    await step(cast.secretary, 'cancelSession', await aConvenedSession(scene, cast, await someAccepted(scene, officer, 1)));
    await declare(cast.members[1]!, convened.items[0]!.id);
    for (const { id, tenantId } of await app().sql<{ id: string; tenantId: string }>('select id, tenant_id as "tenantId" from agenda_item')) {
      items.set(id, (await app().get(Database).transaction(() => app().get(ThreadsRepository).hold(tenantId, id, officer.personId)))!);
    }
    const as = (actor: Actor, ...roles: string[]): Viewer => viewerOf(actor, roles.map((role) => ({ role, unitId: null })));
    const neighbour = await (await aScene(app())).person();
    viewers.push(...cast.everybody.map((actor) => as(actor)), as(cast.secretary, 'COUNCIL_SECRETARY'), as(officer, 'AUTHORITY_HEAD', 'COUNCIL_SECRETARY'), as(officer), as(neighbour, 'COUNCIL_SECRETARY'));
  }, 60_000);

  const select = async (condition: SqlStatement, alias: string): Promise<string[]> =>
    (await app().get(Database).rows<{ id: string }>(sql`select id from agenda_item ${sql.identifier(alias)} where ${condition}`)).map(({ id }) => id);

  it.each(discussionPolicy.actions)('is the same for %s', (action) => expectFacesAgree({ policy: discussionPolicy, action, viewers, facts: items, select }));

  it('is the same for somebody who is told as for somebody who asks', async () => {
    for (const viewer of viewers) {
      if (viewer === null || viewer.tenantId !== scene.ward.id) continue;
      const told = await select(readsDiscussion(sql`${viewer.personId}::uuid`, 'a'), 'a');
      expect(told.sort()).toEqual([...items].filter(([, facts]) => discussionPolicy.can('discussion.read', viewer, facts)).map(([id]) => id).sort());
    }
  });
});
