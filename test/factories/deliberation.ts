import { newId } from '@kit/ids';
import type { Actor } from './identity.js';

export const POST = 'id author { id } isAuthorRecused body version postedAt editedAt withdrawnAt mentions { id } isMine editableUntil canWithdraw';
export const THREAD = `id itemId kind resolvedAt resolvedBy { id } canReply canResolve posts { ${POST} }`;

export interface Post {
  readonly id: string;
  readonly author: { readonly id: string };
  readonly isAuthorRecused: boolean | null;
  readonly body: string | null;
  readonly version: number;
  readonly editedAt: string | null;
  readonly withdrawnAt: string | null;
  readonly mentions: readonly { readonly id: string }[];
  readonly isMine: boolean;
  readonly editableUntil: string | null;
  readonly canWithdraw: boolean;
}

export interface Thread {
  readonly id: string;
  readonly itemId: string;
  readonly kind: string;
  readonly resolvedAt: string | null;
  readonly resolvedBy: { readonly id: string } | null;
  readonly canReply: boolean;
  readonly canResolve: boolean;
  readonly posts: readonly Post[];
}

export interface SeenDiscussion {
  readonly isHiddenUntilScored: boolean;
  readonly canWrite: boolean;
  readonly mentionable: readonly { readonly id: string }[];
  readonly threads: { readonly edges: readonly { readonly cursor: string; readonly node: Thread }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } };
}

export const DISCUSSION = `query ($itemId: ID!, $first: Int = 10, $after: String) { discussion(itemId: $itemId) {
  itemId isHiddenUntilScored canWrite mentionable { id } threads(first: $first, after: $after) { edges { cursor node { ${THREAD} } } pageInfo { hasNextPage endCursor } } } }`;
export const START = `mutation ($input: StartThreadInput!) { startThread(input: $input) { ${THREAD} } }`;
export const REPLY = `mutation ($input: ReplyInput!) { reply(input: $input) { ${THREAD} } }`;
export const EDIT = `mutation ($input: EditPostInput!) { editPost(input: $input) { ${THREAD} } }`;
export const WITHDRAW = `mutation ($postId: ID!) { withdrawPost(postId: $postId) { ${THREAD} } }`;
export const RESOLVE = `mutation ($input: ResolveThreadInput!) { resolveThread(input: $input) { ${THREAD} } }`;
export const SAVE_NOTE = 'mutation ($input: SaveItemNoteInput!) { saveItemNote(input: $input) { itemId body revision } }';
export const NOTE = 'query ($id: ID!) { agendaItem(id: $id) { myNote { body revision } } }';

export async function seeDiscussion(actor: Actor, itemId: string, page: { first?: number; after?: string | null } = {}): Promise<SeenDiscussion> {
  return (await actor.client.ask<{ discussion: SeenDiscussion }>(DISCUSSION, { itemId, ...page })).discussion;
}

/** The threads as the actor reads them: for each, its texts by time. */
export async function texts(actor: Actor, itemId: string): Promise<(string | null)[][]> {
  return (await seeDiscussion(actor, itemId)).threads.edges.map(({ node }) => node.posts.map(({ body }) => body));
}

export const aThreadInput = (itemId: string, body: string, given: object = {}) => ({ itemId, kind: 'QUESTION', body, idempotencyKey: newId(), ...given });
export const aReplyInput = (threadId: string, body: string, given: object = {}) => ({ threadId, body, idempotencyKey: newId(), ...given });

export async function startThread(actor: Actor, itemId: string, body: string, given: object = {}): Promise<Thread> {
  return (await actor.client.ask<{ startThread: Thread }>(START, { input: aThreadInput(itemId, body, given) })).startThread;
}

export async function reply(actor: Actor, threadId: string, body: string, given: object = {}): Promise<Thread> {
  return (await actor.client.ask<{ reply: Thread }>(REPLY, { input: aReplyInput(threadId, body, given) })).reply;
}

export async function edit(actor: Actor, postId: string, version: number, body: string): Promise<Thread> {
  return (await actor.client.ask<{ editPost: Thread }>(EDIT, { input: { postId, version, body } })).editPost;
}

export async function withdraw(actor: Actor, postId: string): Promise<Thread> {
  return (await actor.client.ask<{ withdrawPost: Thread }>(WITHDRAW, { postId })).withdrawPost;
}

export async function resolve(actor: Actor, threadId: string, isResolved = true): Promise<Thread> {
  return (await actor.client.ask<{ resolveThread: Thread }>(RESOLVE, { input: { threadId, isResolved } })).resolveThread;
}
