import { describe, expect, it } from '@jest/globals';
import { isId, newId } from './id.js';

describe('newId', () => {
  it('makes version 7 ids that sort in the order they were made', () => {
    const ids = Array.from({ length: 20_000 }, newId);
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(20_000);
  });

  it('starts with the time of its making', () => {
    const before = Date.now();
    const stamp = Number.parseInt(newId().replaceAll('-', '').slice(0, 12), 16);
    expect(stamp).toBeGreaterThanOrEqual(before);
    expect(stamp).toBeLessThan(before + 1000);
  });
});

describe('isId', () => {
  it.each([
    ['0198c1f2-7e4a-7b3c-9d2e-5f6a7b8c9d0e', true],
    ['0198C1F2-7E4A-7B3C-9D2E-5F6A7B8C9D0E', false],
    ['0198c1f27e4a7b3c9d2e5f6a7b8c9d0e', false],
    ["0198c1f2-7e4a-7b3c-9d2e-5f6a7b8c9d0e\n", false],
    [undefined, false],
    [{}, false],
  ])('answers for %p with %p', (value, expected) => {
    expect(isId(value)).toBe(expected);
  });
});
