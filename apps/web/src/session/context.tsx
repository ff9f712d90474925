import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import { Provider } from 'urql';
import type { Role } from '../gql/schema.js';
import type { Site, Viewer } from './api.js';
import type { Session, SessionState } from './session.js';

const SessionContext = createContext<Session | null>(null);

/** Offers the session and its current GraphQL client to the tree below. */
export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  const { client } = useSyncExternalStore(session.subscribe, session.snapshot);
  return (
    <SessionContext value={session}>
      <Provider value={client}>{children}</Provider>
    </SessionContext>
  );
}

/** The session itself, for signing in and out. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('SessionProvider is missing');
  return session;
}

export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.snapshot);
}

/** Who is signed in, or null on public pages. */
export function useOptionalViewer(): Viewer | null {
  return useSessionState().shell?.viewer ?? null;
}

/** Who is signed in. Only for pages under the `_app` layout, which nobody reaches signed out. */
export function useViewer(): Viewer {
  const viewer = useOptionalViewer();
  if (!viewer) throw new Error('This page needs a signed-in person');
  return viewer;
}

/** Facts of the site (ward's name, sample data); null until the server has answered. */
export function useSite(): Site | null {
  return useSessionState().shell?.site ?? null;
}

/** Whether the person holds one of these roles, in any unit. For showing entries only: the server decides. */
export function useHasRole(...roles: Role[]): boolean {
  const viewer = useOptionalViewer();
  return viewer?.roles.some((holding) => roles.includes(holding.role)) ?? false;
}
