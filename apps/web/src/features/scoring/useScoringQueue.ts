import { useCallback, useRef } from 'react';
import { useQuery } from 'urql';
import { SCORING_QUEUE, type Queue } from './queries.js';

/** What the viewer scores. The last answer stays while the network is gone. */
export function useScoringQueue() {
  const [{ data, error }, ask] = useQuery({ query: SCORING_QUEUE });
  const last = useRef<Queue>(undefined);
  if (data) last.current = data.scoringQueue;
  return { queue: last.current, error, reload: useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]) };
}
