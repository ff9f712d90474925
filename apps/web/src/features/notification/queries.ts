import type { Client } from 'urql';
import type { NotificationsQuery } from '../../gql/graphql.js';
import { graphql } from '../../lib/graphql.js';
import { refreshUnread } from '../../session/useUnreadCount.js';

export const NOTIFICATIONS = graphql(`
  query Notifications($first: Int!, $after: String) {
    notifications(first: $first, after: $after) {
      edges { cursor node { id kind link createdAt readAt params { name value } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export type Notice = NotificationsQuery['notifications']['edges'][number]['node'];

const MARK = graphql(`mutation MarkNotificationsRead($ids: [ID!]!) { markNotificationsRead(ids: $ids) }`);

/** The API takes at most so many ids at once. */
const MOST_IDS = 100;

/** Marks these notices as read and asks for the number on the bell again. Throws the `CombinedError` of a refusal. */
export async function markRead(client: Client, ids: string[]): Promise<void> {
  const { error } = await client.mutation(MARK, { ids }, { additionalTypenames: ['Notification'] });
  if (error) throw error;
  await refreshUnread(client);
}

/** Marks every notice as read, also those that are not on the screen yet; answers when the last page is done. */
export async function markAllRead(client: Client): Promise<void> {
  let after: string | null | undefined = null;
  do {
    const { edges, pageInfo }: NotificationsQuery['notifications'] = await freshPage(client, after);
    const unread = edges.filter(({ node }) => node.readAt === null).map(({ node }) => node.id);
    if (unread.length > 0) await markRead(client, unread);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
}

async function freshPage(client: Client, after: string | null | undefined): Promise<NotificationsQuery['notifications']> {
  const { data, error } = await client.query(NOTIFICATIONS, { first: MOST_IDS, after }, { requestPolicy: 'network-only' });
  if (!data) throw error ?? new Error('The server gave no answer');
  return data.notifications;
}
