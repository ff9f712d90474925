import { MembersMentioned, readsDiscussion } from '@domain/deliberation';
import { sql, type SqlStatement } from '@kit/database';
import { type Notice, notice } from '../notice.js';

/**
 * Members whom somebody else named in the discussion of an item, while that stands and they may read it. They are told that
 * they were, never by whom or about which dossier; `itemId` takes the notice away when they are recused later.
 */
const mentioned = ({ itemId, personIds }: MembersMentioned): SqlStatement => sql`
  select told.person_id, jsonb_build_object('title', s.title, 'itemId', a.id), '/thao-luan/' || a.id
  from agenda_item a join evaluation_session s on s.id = a.session_id
  cross join unnest(${personIds}::uuid[]) as told (person_id)
  where a.id = ${itemId} and ${readsDiscussion(sql`told.person_id`, 'a')} and exists (
    select from discussion_mention m join discussion_post p on p.id = m.post_id join discussion_thread t on t.id = p.thread_id
    where t.item_id = a.id and m.person_id = told.person_id and p.person_id <> told.person_id and p.withdrawn_at is null)`;

export const deliberationNotices: readonly Notice[] = [
  // Handing in the own sheet is what lets a member know of earlier mentions: the actor is the one to tell.
  notice(MembersMentioned, 'DISCUSSION_MENTION', mentioned, { alsoTellActor: true }),
];
