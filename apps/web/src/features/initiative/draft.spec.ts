import { describe, expect, it } from '@jest/globals';
import { changedKeys, mergeDrafts } from './draft.js';

const BASE = { summary: 'a', content: 'b', novelty: 'c' };

describe('two people write the same section', () => {
  it('keeps both changes when they answered different questions', () => {
    expect(mergeDrafts(BASE, { ...BASE, summary: 'mine' }, { ...BASE, content: 'theirs' })).toEqual({
      merged: { summary: 'mine', content: 'theirs', novelty: 'c' }, clashes: [],
    });
  });

  it('names the question that both answered differently, and holds my answer until it is decided', () => {
    expect(mergeDrafts(BASE, { ...BASE, novelty: 'mine' }, { ...BASE, novelty: 'theirs' })).toEqual({
      merged: { summary: 'a', content: 'b', novelty: 'mine' }, clashes: ['novelty'],
    });
  });

  it('sees no clash when both wrote the same', () => {
    expect(mergeDrafts(BASE, { ...BASE, novelty: 'same' }, { ...BASE, novelty: 'same' }).clashes).toEqual([]);
  });

  it('compares lists by what they hold', () => {
    expect(changedKeys({ rows: [{ name: 'x' }], other: 1 }, { rows: [{ name: 'x' }], other: 2 })).toEqual(['other']);
  });
});
