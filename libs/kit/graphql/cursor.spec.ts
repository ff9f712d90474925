import { describe, expect, it } from '@jest/globals';
import { newId } from '@kit/ids';
import fc from 'fast-check';
import { decodeCursor, encodeCursor, invalidCursor } from './cursor.js';

const isRefused = (act: () => unknown): boolean => {
  try {
    act();
    return false;
  } catch (error) {
    return invalidCursor.is(error);
  }
};

describe('a cursor', () => {
  it('gives back what was put in', () => {
    const id = newId();
    const at = new Date('2026-05-08T02:30:00.123Z');
    expect(decodeCursor(encodeCursor([at, 'Ánh', 7, null, '2026-05-08', id]), ['instant', 'string', 'number', 'string?', 'date', 'id'])).toEqual([
      '2026-05-08T02:30:00.123Z', 'Ánh', 7, null, '2026-05-08', id,
    ]);
  });

  it('takes instants as PostgreSQL writes them', () => {
    expect(decodeCursor(encodeCursor(['2026-05-08 02:30:00.123456+00:00']), ['instant'])).toEqual(['2026-05-08 02:30:00.123456+00:00']);
  });

  it.each<[string, unknown, Parameters<typeof decodeCursor>[1]]>([
    ['a word for a number', ['7'], ['number']],
    ['null where a value must be', [null], ['string']],
    ['no id', ["1' OR 1=1"], ['id']],
    ['no instant', ['2026-05-08T'], ['instant']],
    ['an instant that is not there', ['2026-13-08T00:00:00Z'], ['instant']],
    ['a special instant of PostgreSQL', ['infinity'], ['instant']],
    ['no day', ['2026-02-31x'], ['date']],
    ['a text with NUL', ['a\0'], ['string']],
    ['too few values', ['a'], ['string', 'string']],
    ['no list', { 0: 'a', length: 1 }, ['string']],
  ])('with %s is refused', (_, values, parts) => {
    const cursor = Buffer.from(JSON.stringify(values)).toString('base64url');
    expect(isRefused(() => decodeCursor(cursor, parts))).toBe(true);
  });

  it('survives whatever is sent as one, with nothing but its own error', () => {
    fc.assert(fc.property(fc.string(), (text) => isRefused(() => decodeCursor(text, ['instant', 'id']))));
  });
});
