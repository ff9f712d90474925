import { describe, expect, it } from '@jest/globals';
import { changeOf, headline, type Measure } from './measures.js';

const measure = (before: string, after: string): Measure => ({ name: 'Thời gian', unit: 'phút', before, after });

describe('a measure before and after', () => {
  it('draws both bars against the larger value and says by how much it fell', () => {
    expect(changeOf(measure('40', '10'))).toEqual({ before: 40, after: 10, beforeBar: 100, afterBar: 25, direction: 'down', by: { amount: 75, in: 'percent' } });
  });

  it('says by how much it rose', () => {
    expect(changeOf(measure('22', '81'))).toMatchObject({ direction: 'up', by: { amount: 268, in: 'percent' }, afterBar: 100 });
  });

  it('counts percentages in points, because 71% to 96% is not "35% more" to a reader', () => {
    expect(changeOf({ name: 'Hài lòng', unit: '%', before: '71.2', after: '96' })).toMatchObject({ by: { amount: 24.8, in: 'points' } });
  });

  it('names the amount where there was nothing before', () => {
    expect(changeOf(measure('0', '112'))).toMatchObject({ beforeBar: 0, afterBar: 100, direction: 'up', by: { amount: 112, in: 'unit' } });
  });

  it('has empty bars when both values are zero', () => {
    expect(changeOf(measure('0', '0'))).toEqual({ before: 0, after: 0, beforeBar: 0, afterBar: 0, direction: 'same', by: { amount: 0, in: 'unit' } });
  });

  it.each(['', ' ', 'khoảng 10', '1,5'])('is not drawn from %p', (text) => {
    expect(changeOf(measure(text, '10'))).toBeNull();
  });
});

describe('the measure on a card', () => {
  it('is the first that can be drawn', () => {
    expect(headline([{ measures: [measure('nhiều', 'ít')] }, { measures: [measure('3', '1'), measure('9', '1')] }])).toEqual(measure('3', '1'));
  });

  it('is absent when none can be drawn', () => {
    expect(headline([{ measures: [] }])).toBeNull();
  });
});
