import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { REPLY, reply, startThread, aReplyInput, seeDiscussion, type Thread, withdraw } from '../factories/deliberation.js';
import { aCouncil, anOpenSession, type Cast, declare, linesOf, presetRules, type Session, sessionMutation, someAccepted, step, submitSheet } from '../factories/evaluation.js';
import { meetAndLock, sit } from '../factories/meeting.js';
import type { Actor } from '../factories/identity.js';
import { aScene, type Scene } from '../factories/initiative.js';
import { useApp } from '../setup/app.js';
import { plansDuring } from '../setup/plans.js';

/*
 * What the database refuses whoever asks, past every use case: as the application's role, and as the owner of the tables.
 */

const clients: pg.Client[] = [];
// Before the app stops, which drops the database: hooks run in the order in which they are written.
afterAll(() => Promise.all(clients.map((client) => client.end())));

// Several people sign in and act one after the other; a busy machine needs time for it.
jest.setTimeout(60_000);
const app = useApp({}, { 'threads-opened': 'many threads are written by SQL, without an event' });
const rules = presetRules('ward-start');
let scene: Scene;
let officer: Actor;
let cast: Cast;
let session: Session;
let item: string;
let thread: Thread;

beforeAll(async () => {
  scene = await aScene(app());
  officer = await scene.person({ roles: ['INTAKE_OFFICER'] });
  cast = await aCouncil(scene, { secretaryVotes: false, size: 3 });
  session = await anOpenSession(scene, cast, await someAccepted(scene, officer, 1));
  item = session.items[0]!.id;
  thread = await startThread(cast.secretary, item, 'Câu hỏi', { mentionIds: [cast.chair.personId] });
  await cast.secretary.client.ask('mutation ($input: SaveItemNoteInput!) { saveItemNote(input: $input) { revision } }', { input: { itemId: item, revision: 0, body: 'Ghi chú' } });
  const { appUrl, ownerUrl } = app().databaseUrls;
  for (const connectionString of [ownerUrl, appUrl]) {
    const client = new pg.Client({ connectionString });
    await client.connect();
    clients.push(client);
  }
}, 60_000);

/** The first words of a refusal. A statement that is not refused is undone. */
async function outcome(client: pg.Client, text: string, values: readonly unknown[]): Promise<string> {
  await client.query('begin');
  try {
    return `done: ${(await client.query(text, [...values])).rowCount ?? 0}`;
  } catch (error) {
    const { message, constraint } = error as { message: string; constraint?: string };
    return constraint ?? /^KHOI:\w+|^permission denied/.exec(message)?.[0] ?? message;
  } finally {
    await client.query('rollback');
  }
}

/** As the owner and as the application. */
const outcomes = async (text: string, values: readonly unknown[] = []): Promise<string[]> => {
  const found: string[] = [];
  for (const client of clients) found.push(await outcome(client, text, values));
  return found;
};
const bothSay = (what: string): string[] => [what, what];
const post = (): string => thread.posts[0]!.id;

const INSERT_THREAD = `insert into discussion_thread (tenant_id, item_id, kind) values ($1, $2, 'REMARK')`;
const INSERT_POST = 'insert into discussion_post (tenant_id, thread_id, person_id) values ($1, $2, $3)';
const INSERT_VERSION = 'insert into discussion_post_version (tenant_id, post_id, number, body) values ($1, $2, $3, $4)';
const INSERT_MENTION = 'insert into discussion_mention (tenant_id, post_id, person_id) values ($1, $2, $3)';
const INSERT_NOTE = `insert into item_note (tenant_id, item_id, person_id, body) values ($1, $2, $3, '')`;

describe('while members discuss', () => {
  const tenant = (): string => scene.ward.id;

  it('members of the session write, and nobody else', async () => {
    expect(await outcomes(INSERT_POST, [tenant(), thread.id, cast.chair.personId])).toEqual(bothSay('done: 1'));
    expect(await outcomes(INSERT_POST, [tenant(), thread.id, officer.personId])).toEqual(bothSay('KHOI:DISCUSSION_BARRED'));
    expect(await outcomes(INSERT_MENTION, [tenant(), post(), officer.personId])).toEqual(bothSay('KHOI:DISCUSSION_BARRED'));
  });

  it('a recused member writes nothing, and settles nothing', async () => {
    const recused = cast.members[2]!;
    await declare(recused, item);
    expect(await outcomes(INSERT_POST, [tenant(), thread.id, recused.personId])).toEqual(bothSay('KHOI:DISCUSSION_BARRED'));
    expect(await outcomes(INSERT_NOTE, [tenant(), item, recused.personId])).toEqual(bothSay('KHOI:DISCUSSION_BARRED'));
    const settle = 'update discussion_thread set resolved_at = now(), resolved_by_person_id = $2 where id = $1';
    expect(await outcomes(settle, [thread.id, recused.personId])).toEqual(bothSay('KHOI:DISCUSSION_BARRED'));
    expect(await outcomes(settle, [thread.id, cast.members[0]!.personId])).toEqual(bothSay('KHOI:DISCUSSION_BARRED'));
    expect(await outcomes(settle, [thread.id, cast.chair.personId])).toEqual(bothSay('done: 1'));
  });

  it.each([
    ['its item', 'update discussion_thread set item_id = uuidv7() where id = $1', 'KHOI:DISCUSSION_CLOSED'],
    ['its kind', `update discussion_thread set kind = 'REMARK' where id = $1`, 'KHOI:APPEND_ONLY'],
    ['who settled it', 'update discussion_thread set resolved_at = now() where id = $1', 'discussion_thread_resolved_says_who'],
  ])('a thread keeps %s', async (_what, text, code) => expect(await outcomes(text, [thread.id])).toEqual(bothSay(code)));

  it.each([
    ['its author', 'update discussion_post set person_id = uuidv7() where id = $1'],
    ['its time', `update discussion_post set posted_at = posted_at + interval '1 hour' where id = $1`],
    ['its thread', 'update discussion_post set thread_id = thread_id, id = uuidv7() where id = $1'],
  ])('a post keeps %s', async (_what, text) => expect(await outcomes(text, [post()])).toEqual(bothSay('KHOI:APPEND_ONLY')));

  it('a post is dated by the database, whatever it is given', async () => {
    for (const client of clients) {
      await client.query('begin');
      const { rows } = await client.query<{ near: boolean }>(`insert into discussion_post (tenant_id, thread_id, person_id, posted_at, withdrawn_at)
        values ($1, $2, $3, now() + interval '1 day', now()) returning posted_at < clock_timestamp() and withdrawn_at is null as near`, [tenant(), thread.id, cast.chair.personId]);
      await client.query('rollback');
      expect(rows).toEqual([{ near: true }]);
    }
  });

  it('texts follow one another and are never changed', async () => {
    expect(await outcomes(INSERT_VERSION, [tenant(), post(), 2, 'hai'])).toEqual(bothSay('done: 1'));
    expect(await outcomes(INSERT_VERSION, [tenant(), post(), 3, 'ba'])).toEqual(bothSay('KHOI:APPEND_ONLY'));
    expect(await outcomes(INSERT_VERSION, [tenant(), post(), 1, 'một'])).toEqual(bothSay('KHOI:APPEND_ONLY'));
    expect(await outcomes(INSERT_VERSION, [tenant(), post(), 2, 'x'.repeat(4001)])).toEqual(bothSay('discussion_post_version_body_check'));
    expect(await outcomes(INSERT_VERSION, [tenant(), post(), 2, 'ấ'.normalize('NFD')])).toEqual(bothSay('discussion_post_version_body_check'));
    expect(await outcomes(`update discussion_post_version set body = 'khác' where post_id = $1`, [post()])).toEqual(bothSay('KHOI:APPEND_ONLY'));
  });

  it('no text is written after the fifteenth minute', async () => {
    const late = (await startThread(cast.secretary, item, 'Cũ')).posts[0]!.id;
    const moved = async (interval: string): Promise<void> => {
      await app().sql('alter table discussion_post disable trigger discussion_post_follows');
      await app().sql('update discussion_post set posted_at = clock_timestamp() - $2::interval where id = $1', [late, interval]);
      await app().sql('alter table discussion_post enable trigger discussion_post_follows');
    };
    await moved('14 minutes 50 seconds');
    expect(await outcomes(INSERT_VERSION, [tenant(), late, 2, 'Mới'])).toEqual(bothSay('done: 1'));
    await moved('15 minutes');
    expect(await outcomes(INSERT_VERSION, [tenant(), late, 2, 'Mới'])).toEqual(bothSay('KHOI:POST_EDIT_OVER'));
  });

  it('a withdrawn post stays withdrawn, and says nothing new', async () => {
    const gone = (await startThread(cast.secretary, item, 'Rút')).posts[0]!.id;
    await withdraw(cast.secretary, gone);
    expect(await outcomes('update discussion_post set withdrawn_at = null where id = $1', [gone])).toEqual(bothSay('KHOI:APPEND_ONLY'));
    expect(await outcomes('update discussion_post set withdrawn_at = now() where id = $1', [gone])).toEqual(bothSay('KHOI:APPEND_ONLY'));
    expect(await outcomes(INSERT_VERSION, [tenant(), gone, 2, 'Lại'])).toEqual(bothSay('KHOI:POST_WITHDRAWN'));
  });

  it('a mention stands, and is told once', async () => {
    expect(await outcomes('update discussion_mention set person_id = $2 where post_id = $1', [post(), cast.secretary.personId])).toEqual(bothSay('KHOI:APPEND_ONLY'));
    expect(await outcomes('update discussion_mention set told_at = now() where post_id = $1', [post()])).toEqual(bothSay('done: 1'));
    expect(await outcomes('update discussion_mention set told_at = null where post_id = $1', [post()])).toEqual(bothSay('KHOI:APPEND_ONLY'));
  });

  it('a note stays with its owner, and counts its saves', async () => {
    expect(await outcomes('update item_note set person_id = $2, revision = revision + 1 where item_id = $1', [item, cast.chair.personId])).toEqual(bothSay('KHOI:APPEND_ONLY'));
    expect(await outcomes(`update item_note set body = 'khác' where item_id = $1`, [item])).toEqual(bothSay('KHOI:APPEND_ONLY'));
    expect(await outcomes(INSERT_NOTE, [tenant(), item, cast.secretary.personId])).toEqual(bothSay('item_note_once'));
  });

  it.each(['discussion_thread', 'discussion_post', 'discussion_post_version', 'discussion_mention', 'item_note'])('nothing of %s is deleted', async (table) => {
    expect(await outcomes(`delete from ${table}`)).toEqual(bothSay('KHOI:APPEND_ONLY'));
    expect(await outcomes(`truncate ${table} cascade`)).toEqual(['KHOI:APPEND_ONLY', 'permission denied']);
  });
});

describe('many threads and posts', () => {
  it('are read by their indexes, and only those of the page', async () => {
    await app().sql(`insert into discussion_thread (tenant_id, item_id, kind) select $1, $2, 'REMARK' from generate_series(1, 1500)`, [scene.ward.id, item]);
    await app().sql(`insert into discussion_post (tenant_id, thread_id, person_id) select t.tenant_id, t.id, $2 from discussion_thread t cross join generate_series(1, 4)
      where t.item_id = $1`, [item, cast.secretary.personId]);
    await app().sql(`insert into discussion_post_version (tenant_id, post_id, number, body) select p.tenant_id, p.id, 1, repeat('dài ', 300) from discussion_post p
      where not exists (select from discussion_post_version v where v.post_id = p.id)`);
    await app().sql('analyze');
    const nodes = (await plansDuring(app(), () => seeDiscussion(cast.secretary, item))).filter((node) => node['Relation Name']?.startsWith('discussion_'));
    const touched = (table: string): number => nodes.filter((node) => node['Relation Name'] === table)
      .reduce((sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'], 0);
    // Ten threads and the one that proves another page, four posts each.
    expect([touched('discussion_thread'), touched('discussion_post'), touched('discussion_post_version')]).toEqual([11, 44, 44]);
  });
});

describe('once the council has counted', () => {
  it('a reply comes before the end or is refused, and none comes after', async () => {
    for (let round = 0; round < 6; round += 1) {
      const other = await anOpenSession(scene, cast, await someAccepted(scene, officer, 1));
      const itemId = other.items[0]!.id;
      for (const actor of [cast.chair, ...cast.members]) await submitSheet(actor, itemId, linesOf(rules));
      const { id } = await startThread(cast.chair, itemId, 'Trước khi tổng hợp');
      await step(cast.chair, 'closeScoring', other);
      await sit(cast, other);
      const [{ revision } = { revision: 0 }] = await app().sql<{ revision: number }>('select revision from evaluation_session where id = $1', [other.id]);
      const answers = await Promise.all([
        cast.chair.client.send(sessionMutation('countSession'), { input: { sessionId: other.id, revision } }),
        ...cast.members.map((actor) => actor.client.send(REPLY, { input: aReplyInput(id, 'Cùng lúc') })),
      ]);
      const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK');
      expect(codes.filter((code) => !['OK', 'DISCUSSION_CLOSED'].includes(code))).toEqual([]);
      const [row] = await app().sql<{ posts: number; late: number }>(`select count(*)::int as posts, count(*) filter (where p.posted_at > s.counted_at)::int as late
        from discussion_post p join discussion_thread t on t.id = p.thread_id join agenda_item a on a.id = t.item_id join evaluation_session s on s.id = a.session_id where t.id = $1`, [id]);
      expect(row).toEqual({ posts: 1 + codes.slice(1).filter((code) => code === 'OK').length, late: 0 });
    }
  });

  it('nothing is said, changed or settled any more, by whoever asks', async () => {
    await reply(cast.secretary, thread.id, 'Câu cuối');
    await step(cast.secretary, 'closeScoring', session);
    await meetAndLock(cast, session);
    const tenant = scene.ward.id;
    for (const [text, values] of [
      [INSERT_THREAD, [tenant, item]], [INSERT_POST, [tenant, thread.id, cast.chair.personId]], [INSERT_VERSION, [tenant, post(), 2, 'Muộn']],
      [INSERT_MENTION, [tenant, post(), cast.members[0]!.personId]], ['update discussion_thread set resolved_at = now(), resolved_by_person_id = $2 where id = $1', [thread.id, cast.chair.personId]],
      ['update discussion_post set withdrawn_at = now() where id = $1', [post()]], ['update item_note set revision = revision + 1 where item_id = $1', [item]],
      [INSERT_NOTE, [tenant, item, cast.chair.personId]],
    ] as const) expect([text, ...(await outcomes(text, values))]).toEqual([text, ...bothSay('KHOI:DISCUSSION_CLOSED')]);
  });
});
