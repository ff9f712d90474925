import { LiveStream } from '../setup/live.js';
import type { TestApp } from '../setup/app.js';
import type { Actor } from './identity.js';

export const SESSION_CHANGED = 'subscription ($id: ID!) { sessionChanged(sessionId: $id) { sessionId itemIds } }';

export interface SessionNews {
  readonly sessionChanged: { readonly sessionId: string; readonly itemIds: readonly string[] };
}

/** Somebody begins to listen to a session, at the test's own process or another one. */
export function listenTo(app: Pick<TestApp, 'url'>, actor: Pick<Actor, 'client'>, sessionId: string): Promise<LiveStream<SessionNews>> {
  const { token } = actor.client;
  return LiveStream.open(app.url, SESSION_CHANGED, { variables: { id: sessionId }, headers: token === null ? {} : { authorization: `Bearer ${token}` } });
}

/** The items of the next news. */
export async function heardItems(stream: LiveStream<SessionNews>, withinMs?: number): Promise<readonly string[]> {
  return (await stream.news(withinMs)).sessionChanged.itemIds;
}
