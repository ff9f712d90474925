import { Reply, ResolveThread, SaveItemNote, StartThread } from '@domain/deliberation';
import { sql } from '@kit/database';
import { newId } from '@kit/ids';
import { type DemoSession, type DemoThread, discussions, type PersonKey } from './data/index.js';
import type { DemoWard } from './demo-ward.js';

const SECRETARY: PersonKey = 'doan-minh-chau';

/** Lets members say to each other what the data have them say about the items of a session. */
export async function writeDiscussions(ward: DemoWard, session: DemoSession): Promise<void> {
  for (const { initiative, threads, note } of discussions.filter((one) => one.session === session.key)) {
    const { id: itemId } = await ward.read<{ id: string }>(sql`
      select id from agenda_item where session_id = ${ward.sessions.get(session.key)} and initiative_id = ${ward.initiatives.get(initiative)}`);
    for (const thread of threads) await writeThread(ward, itemId, thread);
    if (note !== undefined) await ward.as(note.by, () => ward.use(SaveItemNote).execute({ itemId, revision: 0, body: note.text }));
  }
}

async function writeThread(ward: DemoWard, itemId: string, { kind, posts: [opening, ...answers], isSettled = false }: DemoThread): Promise<void> {
  const said = ({ text, mentions = [] }: DemoThread['posts'][number]) =>
    ({ body: text, mentionIds: mentions.map((person) => ward.people.get(person)), idempotencyKey: newId() });
  const threadId = await ward.as(opening!.by, () => ward.use(StartThread).execute({ itemId, kind, ...said(opening!) }));
  for (const answer of answers) await ward.as(answer.by, () => ward.use(Reply).execute({ threadId, ...said(answer) }));
  if (isSettled) await ward.as(SECRETARY, () => ward.use(ResolveThread).execute({ threadId, isResolved: true }));
}
