import { describe, expect, it } from '@jest/globals';
import { roundedMoney } from './roundedMoney.js';

describe('money as people say it', () => {
  it.each([
    [999_999, null],
    [1_000_000, { amount: 1, in: 'million' }],
    [38_450_000, { amount: 38.5, in: 'million' }],
    [999_940_000, { amount: 999.9, in: 'million' }],
    [999_950_000, { amount: 1, in: 'billion' }],
    [1_234_567_890, { amount: 1.23, in: 'billion' }],
  ])('reads %d', (vnd, spoken) => {
    expect(roundedMoney(vnd)).toEqual(spoken);
  });
});
