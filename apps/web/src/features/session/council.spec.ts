import { describe, expect, it } from '@jest/globals';
import { councilFaults, nextRole } from './council.js';

const member = (role: Parameters<typeof councilFaults>[0][number]['role'], isVoting = true) => ({ role, isVoting });

describe('setting up a council', () => {
  it('needs one chair who votes, one secretary and three who vote', () => {
    expect(councilFaults([])).toEqual(['chair', 'secretary', 'voting']);
    expect(councilFaults([member('CHAIR'), member('SECRETARY'), member('MEMBER')])).toEqual([]);
    expect(councilFaults([member('CHAIR', false), member('SECRETARY'), member('MEMBER'), member('MEMBER')])).toEqual(['chairVotes']);
    expect(councilFaults([member('CHAIR'), member('CHAIR'), member('SECRETARY', false), member('MEMBER')])).toEqual(['chair']);
    expect(councilFaults([member('CHAIR'), member('SECRETARY', false), member('MEMBER')])).toEqual(['voting']);
  });

  it('offers the chair first, then the secretary, then members', () => {
    expect(nextRole([])).toBe('CHAIR');
    expect(nextRole([member('CHAIR')])).toBe('SECRETARY');
    expect(nextRole([member('CHAIR'), member('SECRETARY')])).toBe('MEMBER');
  });
});
