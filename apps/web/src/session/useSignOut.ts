import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useSession } from './context.js';

/** Ends the session on the server, forgets what was fetched and goes to the home page. */
export function useSignOut(): () => void {
  const session = useSession();
  const navigate = useNavigate();
  return useCallback(() => {
    void session.signOut().finally(() => navigate({ to: '/' }));
  }, [session, navigate]);
}
