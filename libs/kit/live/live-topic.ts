import { type Id, isId } from '@kit/ids';

/** Something that several people look at while it changes: one session, one thread. */
export interface LiveTopic {
  /** Lower-case word of the feature that knows who may read it: `session`. */
  readonly kind: string;
  readonly id: Id;
}

/** That something changed, and nothing of what it says. */
export interface LiveSignal {
  readonly topic: LiveTopic;
  /** What of it changed, `<audience>:<id>`, for those only who may know of that part; `null`: the topic as a whole. */
  readonly part: string | null;
}

const KIND = /^[a-z][a-z-]{0,30}$/;
const PART = /^[a-z][a-z-]{0,30}:[\w-]{1,64}$/;

/**
 * A signal as PostgreSQL carries it.
 * @throws TypeError when it is made of anything but words and ids: what is signalled can be read by every process
 */
export function encodeSignal({ topic: { kind, id }, part }: LiveSignal): string {
  if (!KIND.test(kind) || !isId(id) || (part !== null && !PART.test(part))) throw new TypeError('a signal is made of words and ids only');
  return part === null ? `${kind}/${id}` : `${kind}/${id}/${part}`;
}

/** The signal that a payload stands for; `null` for anything that no version of ours has sent. */
export function decodeSignal(payload: string): LiveSignal | null {
  const [kind = '', id = '', part = null, ...more] = payload.split('/');
  if (!KIND.test(kind) || !isId(id) || (part !== null && !PART.test(part)) || more.length > 0) return null;
  return { topic: { kind, id }, part };
}
