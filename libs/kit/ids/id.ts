import { randomFillSync } from 'node:crypto';

/** A UUID in canonical lower-case text form. */
export type Id = string;

const CANONICAL = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const COUNTER_LIMIT = 0x1000;

let lastMillisecond = 0;
let counter = 0;

/**
 * A new UUIDv7 (RFC 9562 §5.7). Ids made by one process sort in the order they were made:
 * within a millisecond the 12 bits after the version count up from a random start, and when
 * they run out, or the clock steps back, the timestamp runs ahead instead.
 */
export function newId(): Id {
  const bytes = randomFillSync(Buffer.allocUnsafe(16));
  const now = Date.now();
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = bytes.readUInt16BE(6) % (COUNTER_LIMIT / 2);
  } else if (++counter === COUNTER_LIMIT) {
    lastMillisecond += 1;
    counter = 0;
  }
  bytes.writeUIntBE(lastMillisecond, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);

  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/**
 * Whether a value is an id in canonical form. Upper case is refused: two spellings of one id
 * would miss each other in caches and cursors.
 */
export function isId(value: unknown): value is Id {
  return typeof value === 'string' && CANONICAL.test(value);
}
