import { describe, expect, it } from '@jest/globals';
import { waitingRecords } from './waiting.js';

describe('what waits for the head of a unit', () => {
  it('is the unconfirmed application in a unit that the person heads, and no other', () => {
    const records = [
      { id: 'own', unit: { id: 'vhxh' }, confirmedAt: null },
      { id: 'confirmed', unit: { id: 'vhxh' }, confirmedAt: '2026-11-02T02:00:00Z' },
      { id: 'of another unit', unit: { id: 'kt' }, confirmedAt: null },
      { id: 'outside the ward', unit: null, confirmedAt: null },
    ];
    expect(waitingRecords(records, ['vhxh']).map(({ id }) => id)).toEqual(['own']);
  });
});
