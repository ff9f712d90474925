import { describe, expect, it } from '@jest/globals';
import { readDate, tidyDate, withSlashes } from './dates.js';

describe('a typed date', () => {
  it('gets its slashes while eight digits are typed', () => {
    const typed = [...'06032026'].reduce((value, digit) => withSlashes(value + digit, value), '');
    expect(typed).toBe('06/03/2026');
  });

  it('gets them when eight digits are pasted, too', () => {
    expect(withSlashes('06032026', '')).toBe('06/03/2026');
  });

  it('can be deleted key by key', () => {
    expect(withSlashes('06', '06/')).toBe('06');
  });

  it('is empty, a day, or no day', () => {
    expect([readDate(' '), readDate('6/3/2026'), readDate('31/02/2026')]).toEqual([null, '2026-03-06', undefined]);
  });

  it('is tidied without inventing one', () => {
    expect([tidyDate('6/3/2026'), tidyDate('31/02/2026 ')]).toEqual(['06/03/2026', '31/02/2026']);
  });
});
