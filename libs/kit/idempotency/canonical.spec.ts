import { describe, expect, it } from '@jest/globals';
import { fingerprint } from './canonical.js';

describe('the fingerprint of an input', () => {
  it('does not depend on the order of keys or on absent fields', () => {
    expect(fingerprint({ a: 1, b: { c: [1, 2], d: undefined } })).toBe(fingerprint({ b: { c: [1, 2] }, a: 1 }));
  });

  it.each([
    [{ a: 1 }, { a: '1' }], [{ a: [1, 2] }, { a: [2, 1] }], [{ a: null }, {}], [{ a: { b: 1 } }, { a: { b: 2 } }],
    [{ at: new Date(0) }, { at: new Date(1) }],
  ])('tells %j from %j', (one, other) => {
    expect(fingerprint(one)).not.toBe(fingerprint(other));
  });
});
