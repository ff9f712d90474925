import { useEffect } from 'react';
import { useQuery, type Client } from 'urql';
import { UNREAD } from './api.js';
import { useOptionalViewer } from './context.js';

const EVERY_MINUTE = 60_000;

/** How many notifications the person has not read; asked again each minute while the page is looked at. */
export function useUnreadCount(): number {
  const viewer = useOptionalViewer();
  const [{ data }, ask] = useQuery({ query: UNREAD, pause: !viewer, requestPolicy: 'cache-first' });
  useEffect(() => {
    if (!viewer) return undefined;
    const timer = window.setInterval(() => {
      if (document.visibilityState === 'visible') ask({ requestPolicy: 'network-only' });
    }, EVERY_MINUTE);
    return () => window.clearInterval(timer);
  }, [viewer, ask]);
  return data?.viewer?.unreadNotifications ?? viewer?.unreadNotifications ?? 0;
}

/** Asks for the number again, after notifications were read. */
export async function refreshUnread(client: Client): Promise<void> {
  await client.query(UNREAD, {}, { requestPolicy: 'network-only' });
}
