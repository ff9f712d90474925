import { useEffect, useEffectEvent, useMemo } from 'react';
import { type CombinedError, useQuery } from 'urql';
import { MEETING_ROOM, MEETING_RULES, type Room } from './queries.js';
import { type MeetingRules, readRules } from './room.js';

/** Milliseconds between two looks at the room. */
const LOOK = 3_000;

export interface MeetingView {
  room: Room | null;
  /** Null before the regulation of the session is fixed. */
  rules: MeetingRules | null;
  error: CombinedError | undefined;
  /** Looks now: after an act of one's own. */
  look: () => void;
}

/** The room as it is now. This is the only place that knows how changes get here. */
export function useMeeting(id: string): MeetingView {
  const [{ data, error }, ask] = useQuery({ query: MEETING_ROOM, variables: { id } });
  const [{ data: book }, askRules] = useQuery({ query: MEETING_RULES, variables: { id } });
  const look = () => ask({ requestPolicy: 'network-only' });
  const lookIfSeen = useEffectEvent(() => {
    if (document.visibilityState === 'visible') look();
  });
  useEffect(() => {
    const timer = setInterval(() => lookIfSeen(), LOOK);
    const seen = () => lookIfSeen();
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, []);
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
