import { useEffect, useEffectEvent } from 'react';
import { stringifyDocument } from 'urql';
import { graphql } from './graphql.js';
import { type Changed, LiveFeed, type LiveSurroundings } from './live.js';

const SESSION_CHANGED = graphql(`subscription SessionChanged($sessionId: ID!) { sessionChanged(sessionId: $sessionId) { itemIds } }`);

/** One stream for each session that the tab shows, however many parts of the page listen. */
const feeds = new Map<string, LiveFeed>();

/**
 * Calls `onChange` when something of the session may have changed that this person can see: within a second, or every five seconds where no
 * stream can be held. Ask again for what is shown, with `requestPolicy: 'network-only'`.
 *
 * @param sessionId `null`: nothing to listen to
 * @param onChange gets the ids of the items that changed; none: anything may have
 */
export function useLive(sessionId: string | null, onChange: (itemIds: Changed) => void): void {
  const tell = useEffectEvent(onChange);
  useEffect(() => {
    if (sessionId === null) return undefined;
    const feed = feeds.get(sessionId) ?? new LiveFeed(surroundingsOf(sessionId));
    feeds.set(sessionId, feed);
    return feed.listen((changed) => tell(changed));
  }, [sessionId]);
}

function surroundingsOf(sessionId: string): LiveSurroundings {
  const body = JSON.stringify({ query: stringifyDocument(SESSION_CHANGED), variables: { sessionId } });
  return {
    open: (signal) => fetch('/api/graphql/stream', {
      method: 'POST', credentials: 'same-origin', body, signal, headers: { 'content-type': 'application/json', accept: 'text/event-stream', 'x-khoi-client': 'web' },
    }),
    isVisible: () => document.visibilityState === 'visible',
    onChange: (listener) => {
      document.addEventListener('visibilitychange', listener);
      window.addEventListener('online', listener);
      return () => {
        document.removeEventListener('visibilitychange', listener);
        window.removeEventListener('online', listener);
      };
    },
  };
}
