import { describe, expect, it } from '@jest/globals';
import {
  deadlineInstant, formatBytes, formatDate, formatDateTime, formatDeadline, formatNumber, formatPoints, formatRemaining, formatShare, formatVnd,
  parseDate, parseHundredths, parseNumber, parseVnd, todayLocal,
} from './format.js';

describe('dates', () => {
  it('are written day first with two digits', () => {
    expect(formatDate('2026-03-06')).toBe('06/03/2026');
  });

  it('of instants are days in Vietnam', () => {
    expect(formatDate('2026-03-05T17:00:00Z')).toBe('06/03/2026');
    expect(todayLocal(new Date('2026-03-05T16:59:59Z'))).toBe('2026-03-05');
  });

  it('with a time put the time first', () => {
    expect(formatDateTime('2026-03-06T01:12:00Z')).toBe('08:12 ngày 06/03/2026');
    expect(formatDateTime('2026-03-06T01:12:00Z', 'en')).toBe('08:12 on 06/03/2026');
  });

  it('are read the way people write them', () => {
    expect(['6/3/2026', '06-03-2026', '06.03.2026'].map(parseDate)).toEqual(['2026-03-06', '2026-03-06', '2026-03-06']);
  });

  it('that do not exist are not read', () => {
    expect(['31/04/2026', '29/02/2026', '2026-03-06', ''].map(parseDate)).toEqual([null, null, null, null]);
  });
});

describe('deadlines', () => {
  it('are ends of days in Vietnam', () => {
    expect(deadlineInstant('2026-11-30').toISOString()).toBe('2026-11-30T16:59:59.999Z');
    expect(formatDeadline('2026-11-30')).toBe('23:59 ngày 30/11/2026 (giờ Việt Nam)');
  });

  it('tell the time left in two units', () => {
    expect(formatRemaining('2026-11-30', new Date('2026-11-27T12:30:00Z'))).toBe('còn 3 ngày 4 giờ');
    expect(formatRemaining('2026-11-30', new Date('2026-11-30T16:59:50Z'))).toBe('còn 1 phút');
    expect(formatRemaining('2026-11-30', new Date('2026-11-27T12:30:00Z'), 'en')).toBe('3 days 4 hours left');
  });

  it('that have passed say by how much', () => {
    expect(formatRemaining('2026-11-30', new Date('2026-12-02T17:00:00Z'))).toBe('quá hạn 2 ngày');
  });
});

describe('figures', () => {
  it('use a dot for thousands and a comma for decimals', () => {
    expect(formatNumber(12_500)).toBe('12.500');
    expect(formatNumber(86.25, 2)).toBe('86,25');
  });

  it('of points come from hundredths without rounding', () => {
    expect([2750, 2700, 8625, 5, 0].map((points) => formatPoints(points))).toEqual(['27,5', '27', '86,25', '0,05', '0']);
    expect(formatPoints(2750, true)).toBe('27,50');
  });

  it('of shares come from hundredths of a percent', () => {
    expect([3333, 5000, 10_000].map(formatShare)).toEqual(['33,33%', '50%', '100%']);
  });

  it('of money end in đồng', () => {
    expect(formatVnd(12_500_000)).toBe('12.500.000\u00a0₫');
  });

  it('of files use the largest fitting unit', () => {
    expect([900, 13_002_342].map(formatBytes)).toEqual(['900\u00a0B', '12,4\u00a0MB']);
  });
});

describe('typed figures', () => {
  it('of points are read with comma and dot', () => {
    expect(['27,5', '27.5', '27', ' 27,50 ', '0,05'].map(parseHundredths)).toEqual([2750, 2750, 2700, 2750, 5]);
  });

  it('of points are never rounded', () => {
    expect(['27,555', '-1', 'abc', ''].map(parseHundredths)).toEqual([null, null, null, null]);
  });

  it('of measures take the last separator as the decimal one', () => {
    expect(['1.234,5', '1,234.5', '3,5', '12.500', '12.500.000', '-4,25'].map(parseNumber)).toEqual([1234.5, 1234.5, 3.5, 12_500, 12_500_000, -4.25]);
  });

  it('of measures that nobody can read are refused', () => {
    expect(['1.2.3', '12 ngày', ''].map(parseNumber)).toEqual([null, null, null]);
  });

  it('of money may be grouped in any way', () => {
    expect(['12.500.000 ₫', '12,500,000', '12 500 000 đ', '12500000 VND'].map(parseVnd)).toEqual([12_500_000, 12_500_000, 12_500_000, 12_500_000]);
    expect(parseVnd('mười triệu')).toBeNull();
  });
});
