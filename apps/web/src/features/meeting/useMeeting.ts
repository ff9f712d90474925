import { useEffect, useMemo } from 'react';
import { type CombinedError, useQuery } from 'urql';
import { useLive } from '../../lib/useLive.js';
import { MEETING_ROOM, MEETING_RULES, type Room } from './queries.js';
import { type MeetingRules, readRules } from './room.js';

export interface MeetingView {
  room: Room | null;
  /** Null before the regulation of the session is fixed. */
  rules: MeetingRules | null;
  error: CombinedError | undefined;
  /** Looks now: after an act of one's own. */
  look: () => void;
}

/** The room as it is now, renewed whenever something in it changes. This is the only place that knows how changes get here. */
export function useMeeting(id: string): MeetingView {
  const [{ data, error }, ask] = useQuery({ query: MEETING_ROOM, variables: { id } });
  const [{ data: book }, askRules] = useQuery({ query: MEETING_RULES, variables: { id } });
  const look = () => ask({ requestPolicy: 'network-only' });
  useLive(id, look);
  const text = book?.evaluationSession.rules?.document;
  const sittings = data?.evaluationSession.meeting?.sittings.length ?? 0;
  const isFixed = typeof text === 'string';
  // At the latest the first sitting fixes the regulation, often on somebody else's screen.
  useEffect(() => {
    if (sittings > 0 && !isFixed) askRules({ requestPolicy: 'network-only' });
  }, [sittings, isFixed, askRules]);
  const rules = useMemo(() => readRules(text), [text]);
  return { room: data?.evaluationSession ?? null, rules, error, look };
}
