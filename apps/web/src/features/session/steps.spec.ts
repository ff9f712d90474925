import { describe, expect, it } from '@jest/globals';
import { hasResults, hasRoom, isCounted, stepOf } from './steps.js';

describe('the life of a session on the screen', () => {
  it.each([
    ['DRAFT', 'DRAFT', false, false], ['CONVENED', 'CONVENED', false, true], ['SCORING', 'SCORING', false, true], ['SCORED', 'MEETING', true, true],
    ['BALLOTING', 'MEETING', true, true], ['COUNTED', 'MINUTES', true, true], ['MINUTES_DRAFT', 'MINUTES', true, true],
    ['LOCKED', 'LOCKED', true, true], ['CANCELLED', null, false, false],
  ] as const)('puts %s at the step %s, with results: %s, with a room: %s', (state, step, results, room) => {
    expect([stepOf(state), hasResults(state), hasRoom(state)]).toEqual([step, results, room]);
  });

  it('knows when results stand', () => {
    expect((['SCORED', 'BALLOTING', 'COUNTED', 'MINUTES_DRAFT', 'LOCKED', 'CANCELLED'] as const).filter(isCounted)).toEqual(['COUNTED', 'MINUTES_DRAFT', 'LOCKED']);
  });
});
