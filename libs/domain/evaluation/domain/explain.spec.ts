import { describe, expect, it } from '@jest/globals';
import { explain } from './explain.js';
import type { OutcomeReason, OutcomeWarning } from './reasons.js';

const AVERAGE = { num: 13_999, den: 2 };
const CRITERION = { criterionCode: 'NOVELTY', name: 'Tính mới', nameEn: 'Novelty' };
const GROUP = { groupCode: 'REPLICABILITY', name: 'Khả năng nhân rộng', nameEn: null };
const BAND = { grade: 'A', gradeLabel: 'Loại A', gradeLabelEn: null, total: { num: 8600, den: 1 } };

describe('every reason and warning in one sentence', () => {
  it.each<[OutcomeReason | OutcomeWarning, string, string]>([
    [{ code: 'TOO_FEW_SHEETS', facts: { received: 4, required: 5, appointed: 9 } },
      'Mới có 4 phiếu chấm hợp lệ, cần ít nhất 5 phiếu (Hội đồng có 9 thành viên).',
      'Only 4 valid score sheets; at least 5 are needed (council of 9).'],
    [{ code: 'VOTE_NOT_PASSED', facts: { agree: 5, base: 9, needed: 6 } },
      'Có 5 phiếu đồng ý trên 9 thành viên được tính, cần ít nhất 6 phiếu.',
      '5 votes in favour out of 9 members counted; at least 6 are needed.'],
    [{ code: 'GATE_NOT_PASSED', facts: { ...CRITERION, yes: 3, sheets: 5, needed: 4 } },
      'Điều kiện “Tính mới” không đạt: 3/5 phiếu xác nhận, cần ít nhất 4 phiếu.',
      'Condition “Novelty” not met: 3 of 5 sheets confirm it; at least 4 are needed.'],
    [{ code: 'KNOCKED_OUT', facts: { ...CRITERION, average: { num: 950, den: 1 }, minimum: 1000 } },
      'Tiêu chí “Tính mới” bị loại: 9,50 < 10,00.',
      'Criterion “Novelty” excludes the initiative: 9.50 < 10.00.'],
    [{ code: 'TOTAL_BELOW', facts: { act: 'CITY_CANDIDATE', average: AVERAGE, minimum: 7000 } },
      'Tổng điểm trung bình 69,995 < 70,00 (ngưỡng đề nghị công nhận cấp thành phố).',
      'Average total 69.995 < 70.00 (threshold for a proposal to the city).'],
    [{ code: 'TOTAL_REACHED', facts: { act: 'RECOGNISE', average: AVERAGE, minimum: 5000 } },
      'Tổng điểm trung bình 70,00 ≥ 50,00 (ngưỡng công nhận sáng kiến).',
      'Average total 70.00 ≥ 50.00 (threshold for recognition as an initiative).'],
    [{ code: 'CRITERION_BELOW', facts: { ...CRITERION, act: 'RECOGNISE', average: { num: 999, den: 1 }, minimum: 1000 } },
      'Tiêu chí “Tính mới” 9,99 < 10,00 (ngưỡng công nhận sáng kiến).',
      'Criterion “Novelty” 9.99 < 10.00 (threshold for recognition as an initiative).'],
    [{ code: 'GROUP_BELOW', facts: { ...GROUP, act: 'EFFECTIVE_AND_REPLICABLE', average: { num: 1749, den: 1 }, minimum: 1750 } },
      'Nhóm tiêu chí “Khả năng nhân rộng” 17,49 < 17,50 (ngưỡng công nhận hiệu quả áp dụng và khả năng nhân rộng).',
      'Group “Khả năng nhân rộng” 17.49 < 17.50 (threshold for effectiveness and replicability).'],
    [{ code: 'MEASURE_BELOW', facts: { act: 'CITY_CANDIDATE', measure: 'REPLICABILITY', average: { num: 2750, den: 1 }, minimum: 2800 } },
      'Khả năng nhân rộng 27,50 < 28,00 (ngưỡng đề nghị công nhận cấp thành phố).',
      'Replicability 27.50 < 28.00 (threshold for a proposal to the city).'],
    [{ code: 'GRADE_CRITERION_MINIMUM', facts: { ...BAND, ...CRITERION, average: { num: 2900, den: 1 }, minimum: 3000 } },
      'Tổng điểm 86,00 đạt mức Loại A nhưng tiêu chí “Tính mới” 29,00 < 30,00: không đủ điều kiện xếp loại.',
      'Total 86.00 fits Loại A, but criterion “Novelty” 29.00 < 30.00: not eligible for a grade.'],
    [{ code: 'GRADE_GROUP_MINIMUM', facts: { ...BAND, ...GROUP, average: { num: 2700, den: 1 }, minimum: 2800 } },
      'Tổng điểm 86,00 đạt mức Loại A nhưng nhóm tiêu chí “Khả năng nhân rộng” 27,00 < 28,00: không đủ điều kiện xếp loại.',
      'Total 86.00 fits Loại A, but group “Khả năng nhân rộng” 27.00 < 28.00: not eligible for a grade.'],
    [{ code: 'SPREAD_WIDE', facts: { sheets: 2, allowed: { num: 10_000, den: 5 } } },
      '2 phiếu lệch quá 20,00 điểm so với điểm trung bình; đề nghị Hội đồng trao đổi lại.',
      '2 sheet(s) differ from the average by more than 20.00 points; the council should discuss them.'],
  ])('%j', (reason, vi, en) => {
    expect(explain(reason, 'vi')).toBe(vi);
    expect(explain(reason, 'en')).toBe(en);
  });
});

it('a reason reads the same after it was stored as JSON', () => {
  const reason: OutcomeReason = { code: 'TOTAL_BELOW', facts: { act: 'RECOGNISE', average: AVERAGE, minimum: 7000 } };
  expect(explain(JSON.parse(JSON.stringify(reason)) as OutcomeReason, 'vi')).toBe(explain(reason, 'vi'));
});
