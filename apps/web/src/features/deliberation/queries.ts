import type { DiscussionQuery } from '../../gql/graphql.js';
import { graphql } from '../../lib/graphql.js';

export type Discussion = DiscussionQuery['discussion'];
export type Thread = Discussion['threads']['edges'][number]['node'];
export type Post = Thread['posts'][number];
export type Member = Discussion['mentionable'][number];

graphql(`
  fragment ThreadParts on DiscussionThread {
    id kind resolvedAt resolvedBy { id fullName } canReply canResolve
    posts { id author { id fullName } isAuthorRecused body version postedAt editedAt withdrawnAt mentions { id fullName } isMine editableUntil canWithdraw }
  }
`);

export const DISCUSSION = graphql(`
  query Discussion($itemId: ID!, $after: String) {
    discussion(itemId: $itemId) {
      itemId isHiddenUntilScored canWrite mentionable { id fullName }
      threads(first: 10, after: $after) { edges { node { ...ThreadParts } } pageInfo { hasNextPage endCursor } }
    }
  }
`);

/** What stands around a discussion on a page of its own. */
export const DISCUSSED_ITEM = graphql(`
  query DiscussedItem($id: ID!) { agendaItem(id: $id) { id code title unitName fieldName session { id title state } } }
`);

export const START_THREAD = graphql(`mutation StartThread($input: StartThreadInput!) { startThread(input: $input) { ...ThreadParts } }`);
export const REPLY = graphql(`mutation Reply($input: ReplyInput!) { reply(input: $input) { ...ThreadParts } }`);
export const EDIT_POST = graphql(`mutation EditPost($input: EditPostInput!) { editPost(input: $input) { ...ThreadParts } }`);
export const WITHDRAW_POST = graphql(`mutation WithdrawPost($postId: ID!) { withdrawPost(postId: $postId) { ...ThreadParts } }`);
export const RESOLVE_THREAD = graphql(`mutation ResolveThread($input: ResolveThreadInput!) { resolveThread(input: $input) { ...ThreadParts } }`);

export const ITEM_NOTE = graphql(`query ItemNote($id: ID!) { agendaItem(id: $id) { id session { id state } myNote { itemId body revision } } }`);
export const SAVE_ITEM_NOTE = graphql(`mutation SaveItemNote($input: SaveItemNoteInput!) { saveItemNote(input: $input) { itemId body revision } }`);
