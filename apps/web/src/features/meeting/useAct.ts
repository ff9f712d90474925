import { useState } from 'react';
import { type AnyVariables, type OperationResult, useClient } from 'urql';
import { type Problem, useProblem } from '../../lib/errors.js';
import { ROOM_REVISION } from './queries.js';

export interface Acting {
  /** Name of the act that is under way, so that its button says so. */
  busy: string | null;
  /** Why the last act was refused, until the next one. */
  problem: Problem | null;
  run: (name: string, act: () => Promise<unknown>) => Promise<void>;
}

/** Small acts that need no question: does them one at a time and keeps the reason when the server refuses. */
export function useAct(look: () => void): Acting {
  const problemOf = useProblem();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = async (name: string, act: () => Promise<unknown>) => {
    if (busy !== null) return;
    setBusy(name);
    setProblem(null);
    try {
      await act();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(null);
      look();
    }
  };
  return { busy, problem, run };
}

/** The answer of a mutation, or its refusal as an exception. */
export async function done<T, V extends AnyVariables>(result: PromiseLike<OperationResult<T, V>>): Promise<T> {
  const { data, error } = await result;
  if (error || !data) throw error ?? new Error('No answer');
  return data;
}

/** Asks for the revision at the moment of an act: several people run a meeting, and the roll moves all the time. */
export function useRevision(): (sessionId: string) => Promise<{ sessionId: string; revision: number }> {
  const client = useClient();
  return async (sessionId) => {
    const { evaluationSession } = await done(client.query(ROOM_REVISION, { id: sessionId }, { requestPolicy: 'network-only' }).toPromise());
    return { sessionId, revision: evaluationSession.revision };
  };
}
