import { describe, expect, it } from '@jest/globals';
import { StatementNames } from './statement-names.js';

describe('StatementNames', () => {
  it('names a statement the second time it comes, always alike', () => {
    const names = new StatementNames();
    expect(names.nameOf('select 1')).toBeUndefined();
    const name = names.nameOf('select 1');
    expect(name).toMatch(/^khoi_[\w-]{22}$/);
    expect(names.nameOf('select 1')).toBe(name);
    expect(new StatementNames().nameOf('select 1')).toBeUndefined();
  });

  it('never gives out more names than its limit', () => {
    const names = new StatementNames(2, 10);
    const texts = ['a', 'b', 'c', 'd'];
    texts.forEach((text) => names.nameOf(text));
    expect(texts.map((text) => names.nameOf(text) !== undefined)).toEqual([true, true, false, false]);
    expect(names.nameOf('a')).toBeDefined();
  });

  it('forgets statements that came once, oldest first', () => {
    const names = new StatementNames(10, 2);
    ['a', 'b', 'c'].forEach((text) => names.nameOf(text));
    expect(names.nameOf('c')).toBeDefined();
    expect(names.nameOf('a')).toBeUndefined();
  });
});
