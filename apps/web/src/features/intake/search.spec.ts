import { describe, expect, it } from '@jest/globals';
import { filterOf, readIntakeSearch } from './search.js';

describe('the address of the intake queue', () => {
  it('opens on what waits for the formal check', () => {
    expect(filterOf(readIntakeSearch({}))).toEqual({ states: ['SUBMITTED'] });
  });

  it('asks exactly what the count of a view counts', () => {
    expect(filterOf({ xem: 'qua-han' })).toEqual({ isOverdue: true });
    expect(filterOf({ xem: 'cho-bo-sung' })).toEqual({ states: ['SUPPLEMENT_REQUIRED'] });
    expect(filterOf({ xem: 'da-chap-nhan' })).toEqual({ states: ['ACCEPTED', 'WAITING_APPLICATION'] });
    expect(filterOf({ xem: 'tat-ca' })).toEqual({});
  });

  it('narrows by words, campaign and unit', () => {
    expect(filterOf(readIntakeSearch({ 'tu-khoa': 'mot cua', dot: '7', 'don-vi': 'u1' }))).toEqual({ states: ['SUBMITTED'], search: 'mot cua', campaignId: '7', unitId: 'u1' });
  });

  it('forgives an address that was mistyped', () => {
    expect(filterOf(readIntakeSearch({ xem: 'linh-tinh', 'tu-khoa': '' }))).toEqual({ states: ['SUBMITTED'] });
  });
});
