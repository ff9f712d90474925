import { describe, expect, it } from '@jest/globals';
import { applicationIssues, planApplication, tidyApplication, type Application, type RecordRow } from './application.js';

const MEASURE = { name: 'Thời gian chờ', unit: 'phút', before: '45', after: '12,5', source: '' };
const PLACE: RecordRow = {
  place: 'Bộ phận một cửa', unitId: '', appliedFrom: '6/3/2026', appliedTo: '', status: 'APPLIED', isFirst: true, benefitKind: 'ESTIMATED', benefitAmount: '12.500.000', measures: [MEASURE],
};
const ANSWERS: Application = { firstAppliedKind: 'APPLIED', firstAppliedOn: '6/3/2026', firstApplicationEndsOn: '', applicationRecords: [PLACE], firstAdopters: [] };

describe('application and figures', () => {
  it('are sent as the API reads them', () => {
    const { steps, isComplete } = planApplication(ANSWERS, ['firstAppliedOn', 'applicationRecords']);
    expect(isComplete).toBe(true);
    expect(steps.map(({ input }) => input)).toEqual([
      { firstAppliedOn: '2026-03-06' },
      {
        records: [{
          place: 'Bộ phận một cửa', unitId: null, appliedFrom: '2026-03-06', appliedTo: null, status: 'APPLIED', isFirst: true, benefitKind: 'ESTIMATED', benefitAmount: 12_500_000,
          measures: [{ name: 'Thời gian chờ', unit: 'phút', before: '45', after: '12.5', source: null }],
        }],
      },
    ]);
  });

  it('are kept back while a line is half written, and everything else is sent', () => {
    const half: Application = { ...ANSWERS, applicationRecords: [{ ...PLACE, measures: [{ ...MEASURE, after: '' }] }] };
    const { steps, isComplete } = planApplication(half, ['firstAppliedOn', 'applicationRecords']);
    expect(steps.flatMap(({ keys }) => keys)).toEqual(['firstAppliedOn']);
    expect(isComplete).toBe(false);
    expect(applicationIssues(half)).toEqual([{ key: 'figure', fieldId: 'applicationRecords.0.measures.0.after' }]);
  });

  it('ask for an amount exactly when the benefit is countable', () => {
    const without = { ...PLACE, benefitAmount: '' };
    expect(applicationIssues({ ...ANSWERS, applicationRecords: [without] })).toEqual([{ key: 'amount', fieldId: 'applicationRecords.0.benefitAmount' }]);
    expect(applicationIssues({ ...ANSWERS, applicationRecords: [{ ...without, benefitKind: 'NOT_COUNTABLE' }] })).toEqual([]);
  });

  it('leave out lines in which nothing was written', () => {
    const empty = { name: ' ', unit: '', before: '', after: '', source: '' };
    expect(tidyApplication({ ...ANSWERS, applicationRecords: [{ ...PLACE, measures: [MEASURE, empty] }] }).applicationRecords[0]?.measures).toEqual([MEASURE]);
  });

  it('name a day that does not exist', () => {
    expect(applicationIssues({ ...ANSWERS, firstAppliedOn: '31/02/2026' })).toEqual([{ key: 'date', fieldId: 'firstAppliedOn' }]);
  });
});
