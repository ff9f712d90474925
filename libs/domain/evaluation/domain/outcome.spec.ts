import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EvaluationRules } from '../../regulation/domain/rules.js';
import { DA_NANG_2026 } from '../../regulation/presets/da-nang-2026.js';
import { rulesOf } from '../../regulation/presets/presets.js';
import { WARD_START } from '../../regulation/presets/ward-start.js';
import { explain } from './explain.js';
import { outcomeOf, type Outcome } from './outcome.js';
import { tallyOf, type CountedSheet } from './tally.js';

const ward = rulesOf(WARD_START);
const daNang = rulesOf(DA_NANG_2026);
const COUNCIL = { appointed: 5 };

/** Points of the starting regulation that make exactly 70, half of everything at least. */
const SEVENTY = { NOVELTY: 1400, ECONOMIC: 1050, SOCIAL: 1400, EVIDENCE: 700, TRANSFER: 1050, CONDITIONS_COST: 700, SPREAD: 700 };

function wardSheet(id: string, points: Partial<typeof SEVENTY> = {}, notMet: string[] = []): CountedSheet {
  const gates = ward.criteria.filter((one) => one.kind === 'YES_NO_GATE');
  return {
    id,
    lines: [
      ...gates.map(({ code }) => ({ criterionCode: code, met: !notMet.includes(code) })),
      ...Object.entries({ ...SEVENTY, ...points }).map(([criterionCode, given]) => ({ criterionCode, points: given })),
    ],
  };
}

function wardOutcome(sheets: CountedSheet[], rules: EvaluationRules = ward): Outcome {
  return outcomeOf(rules, tallyOf(rules, sheets), COUNCIL);
}

function same(count: number, points: Partial<typeof SEVENTY>): CountedSheet[] {
  return Array.from({ length: count }, (_, index) => wardSheet(`M${index}`, points));
}

function daNangOutcome(...rows: Array<readonly [novelty: number, applicability: number, benefit: number]>): Outcome {
  const sheets = rows.map(([novelty, applicability, benefit], index) => ({
    id: `M${index}`,
    lines: [{ criterionCode: 'NOVELTY', points: novelty }, { criterionCode: 'APPLICABILITY', points: applicability }, { criterionCode: 'BENEFIT', points: benefit }],
  }));
  return outcomeOf(daNang, tallyOf(daNang, sheets), COUNCIL);
}

const codes = (outcome: Outcome): string[] => outcome.reasons.map((reason) => reason.code);
const sentences = (outcome: Outcome): string[] => outcome.reasons.map((reason) => explain(reason, 'vi'));

describe('the outcome on the starting regulation', () => {
  it('is effective and replicable from 70 points with half of every criterion', () => {
    const outcome = wardOutcome(same(5, {}));
    expect(outcome).toEqual({
      outcome: 'EFFECTIVE_AND_REPLICABLE', grade: null, cityCandidate: false, vote: 'PENDING', warnings: [],
      reasons: [{ code: 'TOTAL_REACHED', facts: { act: 'EFFECTIVE_AND_REPLICABLE', average: { num: 35_000, den: 5 }, minimum: 7000 } }],
    });
    expect(sentences(outcome)).toEqual(['Tổng điểm trung bình 70,00 ≥ 70,00 (ngưỡng công nhận hiệu quả áp dụng và khả năng nhân rộng).']);
  });

  it('is recognition only at 68,50, and says so', () => {
    const outcome = wardOutcome(same(5, { NOVELTY: 1250 }));
    expect(outcome.outcome).toBe('RECOGNISED_ONLY');
    expect(sentences(outcome)).toEqual([
      'Tổng điểm trung bình 68,50 ≥ 50,00 (ngưỡng công nhận sáng kiến).',
      'Tổng điểm trung bình 68,50 < 70,00 (ngưỡng công nhận hiệu quả áp dụng và khả năng nhân rộng).',
    ]);
  });

  it('compares the exact average: 69,995 shows as 70,00 but does not reach 70', () => {
    // 99 sheets of 70,00 and one of 69,50: the average is 69,995.
    const sheets = [...same(99, {}), wardSheet('last', { NOVELTY: 1350 })];
    const outcome = wardOutcome(sheets);
    expect(outcome.outcome).toBe('RECOGNISED_ONLY');
    expect(outcome.reasons[1]).toEqual({ code: 'TOTAL_BELOW', facts: { act: 'EFFECTIVE_AND_REPLICABLE', average: { num: 699_950, den: 100 }, minimum: 7000 } });
    expect(sentences(outcome)[1]).toBe('Tổng điểm trung bình 69,995 < 70,00 (ngưỡng công nhận hiệu quả áp dụng và khả năng nhân rộng).');
  });

  it('is recognition only when one criterion is below half, however high the total', () => {
    const outcome = wardOutcome(same(5, { NOVELTY: 2000, SOCIAL: 2000, SPREAD: 450 }));
    expect(outcome.outcome).toBe('RECOGNISED_ONLY');
    expect(sentences(outcome)[1]).toBe('Tiêu chí “Đã được áp dụng ở nơi khác” 4,50 < 5,00 (ngưỡng công nhận hiệu quả áp dụng và khả năng nhân rộng).');
  });

  it('is a refusal below 50 points, with every reason', () => {
    const outcome = wardOutcome(same(5, { NOVELTY: 950, ECONOMIC: 0, SOCIAL: 500 }));
    expect(outcome.outcome).toBe('NOT_RECOGNISED');
    expect(sentences(outcome)).toEqual([
      'Tổng điểm trung bình 46,00 < 50,00 (ngưỡng công nhận sáng kiến).',
      'Tiêu chí “Tính mới” 9,50 < 10,00 (ngưỡng công nhận sáng kiến).',
    ]);
  });

  it('is a refusal when fewer than two thirds find a legal condition met', () => {
    const outcome = wardOutcome([wardSheet('a'), wardSheet('b'), wardSheet('c'), wardSheet('d', {}, ['GATE_NEW']), wardSheet('e', {}, ['GATE_NEW'])]);
    expect(outcome.outcome).toBe('NOT_RECOGNISED');
    expect(sentences(outcome)).toEqual(['Điều kiện “Có tính mới trong phạm vi cơ sở” không đạt: 3/5 phiếu xác nhận, cần ít nhất 4 phiếu.']);
    expect(wardOutcome([wardSheet('a'), wardSheet('b'), wardSheet('c'), wardSheet('d'), wardSheet('e', {}, ['GATE_NEW'])]).outcome).toBe('EFFECTIVE_AND_REPLICABLE');
  });

  it('is a refusal when a knock-out criterion is missed, whatever the total', () => {
    const rules = structuredClone(ward);
    rules.criteria.find((one) => one.code === 'EVIDENCE')!.knockOutBelow = 800;
    const outcome = wardOutcome(same(5, {}), rules);
    expect(outcome.outcome).toBe('NOT_RECOGNISED');
    expect(sentences(outcome)).toEqual(['Tiêu chí “Chất lượng minh chứng” bị loại: 7,00 < 8,00.']);
  });

  it('is deferred while sheets are missing', () => {
    const outcome = wardOutcome(same(2, {}));
    expect(outcome).toMatchObject({ outcome: 'DEFERRED', grade: null, cityCandidate: false });
    expect(sentences(outcome)).toEqual(['Mới có 2 phiếu chấm hợp lệ, cần ít nhất 3 phiếu (Hội đồng có 5 thành viên).']);
    expect(wardOutcome([]).outcome).toBe('DEFERRED');
  });

  it.each([
    [{ NOVELTY: 1900, ECONOMIC: 1400, SOCIAL: 1800, EVIDENCE: 700, TRANSFER: 1300, CONDITIONS_COST: 750, SPREAD: 750 }, true, 8600],
    [{ NOVELTY: 1900, ECONOMIC: 1400, SOCIAL: 1900, EVIDENCE: 700, TRANSFER: 1250, CONDITIONS_COST: 750, SPREAD: 750 }, false, 8650],
    [{ NOVELTY: 1400, ECONOMIC: 1400, SOCIAL: 1800, EVIDENCE: 700, TRANSFER: 1450, CONDITIONS_COST: 850, SPREAD: 850 }, false, 8450],
  ])('with %j makes a candidate for the city: %s', (points, candidate, total) => {
    const outcome = wardOutcome(same(5, points));
    expect(outcome.reasons[0]?.facts).toMatchObject({ average: { num: total * 5, den: 5 } });
    expect([outcome.outcome, outcome.cityCandidate]).toEqual(['EFFECTIVE_AND_REPLICABLE', candidate]);
  });

  it('follows the vote when there was one', () => {
    const tally = tallyOf(ward, same(5, {}));
    const failed = outcomeOf(ward, tally, { appointed: 5, vote: { isTaken: true, result: { passed: false, agree: 3, base: 5, needed: 4 } } });
    expect([failed.outcome, failed.vote]).toEqual(['NOT_RECOGNISED', 'FAILED']);
    expect(sentences(failed)).toEqual(['Có 3 phiếu đồng ý trên 5 thành viên được tính, cần ít nhất 4 phiếu.']);
    const passed = outcomeOf(ward, tally, { appointed: 5, vote: { isTaken: true, result: { passed: true, agree: 4, base: 5, needed: 4 } } });
    expect([passed.outcome, passed.vote]).toEqual(['EFFECTIVE_AND_REPLICABLE', 'PASSED']);
    expect(sentences(passed)[1]).toBe('Có 4 phiếu đồng ý trên 5 thành viên được tính, đạt mức cần thiết là 4 phiếu.');
    const voteless = { ...ward, vote: { ...ward.vote, method: 'NONE' as const } };
    expect(outcomeOf(voteless, tally, COUNCIL).vote).toBe('NOT_REQUIRED');
  });

  it('is put off when the council rose without a vote that the regulation asks for', () => {
    const put = outcomeOf(ward, tallyOf(ward, same(5, {})), { appointed: 5, vote: { isTaken: false, result: { passed: false, agree: 0, base: 5, needed: 4 } } });
    expect([put.outcome, put.vote]).toEqual(['DEFERRED', 'NOT_TAKEN']);
    expect(sentences(put)).toEqual(['Chưa biểu quyết được; cần ít nhất 4 phiếu đồng ý trên 5 thành viên được tính.']);
  });

  it('warns of sheets far apart without changing the outcome', () => {
    const outcome = wardOutcome([...same(4, {}), wardSheet('far', { NOVELTY: 0, ECONOMIC: 0, SOCIAL: 0 })]);
    expect(outcome.warnings.map((warning) => explain(warning, 'vi'))).toEqual(
      ['1 phiếu lệch quá 20,00 điểm so với điểm trung bình; đề nghị Hội đồng trao đổi lại.'],
    );
    expect(outcome.outcome).toBe('RECOGNISED_ONLY');
  });
});

describe('the outcome on the scale of Đà Nẵng', () => {
  it.each([
    [[3000, 2800, 2700], 'A'], [[4000, 3000, 3000], 'A'],
    [[2900, 2800, 2700], 'B'], [[2000, 2500, 2500], 'B'],
    [[2900, 2000, 2000], 'C'], [[1000, 2000, 2000], 'C'],
  ] as const)('%j in hundredths is graded %s', (row, grade) => {
    const outcome = daNangOutcome(row, row, row);
    expect(outcome.grade?.code).toBe(grade);
    expect(outcome.warnings).toEqual([]);
  });

  it('warns and gives no grade when the total fits A and novelty does not, never B in silence', () => {
    const row = [2900, 2800, 2800] as const;
    const outcome = daNangOutcome(row, row, row);
    expect(outcome).toMatchObject({ outcome: 'EFFECTIVE_AND_REPLICABLE', grade: null });
    expect(outcome.warnings).toEqual([{
      code: 'GRADE_CRITERION_MINIMUM',
      facts: {
        grade: 'A', gradeLabel: 'Loại A', gradeLabelEn: 'Grade A', total: { num: 25_500, den: 3 },
        criterionCode: 'NOVELTY', name: 'Tính mới', nameEn: 'Novelty', average: { num: 8700, den: 3 }, minimum: 3000,
      },
    }]);
    expect(explain(outcome.warnings[0]!, 'vi')).toBe('Tổng điểm 85,00 đạt mức Loại A nhưng tiêu chí “Tính mới” 29,00 < 30,00: không đủ điều kiện xếp loại.');
    expect(explain(outcome.warnings[0]!, 'en')).toBe('Total 85.00 fits Grade A, but criterion “Novelty” 29.00 < 30.00: not eligible for a grade.');
  });

  it('warns for B in the same way', () => {
    const row = [1900, 2600, 2600] as const;
    expect(daNangOutcome(row, row, row)).toMatchObject({ grade: null, warnings: [{ facts: { grade: 'B', minimum: 2000 } }] });
  });

  it('grades by the exact average: 84,9966… is B', () => {
    const outcome = daNangOutcome([3000, 2800, 2700], [3000, 2800, 2700], [3000, 2800, 2699]);
    expect(outcome.grade?.code).toBe('B');
  });

  it('recognises from 50 points and 10 in each criterion', () => {
    const at = (...row: readonly [number, number, number]): Outcome['outcome'] => daNangOutcome(row, row, row).outcome;
    expect(at(2000, 1600, 1400)).toBe('EFFECTIVE_AND_REPLICABLE');
    expect(at(2000, 1500, 1500)).toBe('RECOGNISED_ONLY');
    expect(at(1999, 1500, 1500)).toBe('NOT_RECOGNISED');
    expect(at(4000, 999, 3000)).toBe('NOT_RECOGNISED');
  });

  it('gives no grade and no warning to what is not recognised', () => {
    const row = [4000, 900, 3000] as const;
    expect(daNangOutcome(row, row, row)).toMatchObject({ outcome: 'NOT_RECOGNISED', grade: null, warnings: [] });
  });
});

it('group and measure minimums are reasons of their own', () => {
  const rules = structuredClone(daNang);
  rules.thresholds.recognise.groupMinimums = { SCALE: 8000 };
  rules.thresholds.recognise.measureMinimums = { EFFECTIVENESS: 2500 };
  const row = { id: 'a', lines: [{ criterionCode: 'NOVELTY', points: 3000 }, { criterionCode: 'APPLICABILITY', points: 2000 }, { criterionCode: 'BENEFIT', points: 2000 }] };
  const outcome = outcomeOf(rules, tallyOf(rules, [row, { ...row, id: 'b' }, { ...row, id: 'c' }]), COUNCIL);
  expect(codes(outcome)).toEqual(['GROUP_BELOW', 'MEASURE_BELOW']);
  expect(outcome.reasons.map((reason) => explain(reason, 'en'))).toEqual([
    'Group “Scored criteria” 70.00 < 80.00 (threshold for recognition as an initiative).',
    'Application effectiveness 20.00 < 25.00 (threshold for recognition as an initiative).',
  ]);
});

describe('more points', () => {
  const ORDER = ['NOT_RECOGNISED', 'RECOGNISED_ONLY', 'EFFECTIVE_AND_REPLICABLE'];
  it('never make the outcome worse', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }));
    fc.assert(fc.property(row, fc.integer({ min: 0, max: 2 }), ([n, a, b], which) => {
      const low = [n * 100, a * 100, b * 100] as [number, number, number];
      const high = [...low] as [number, number, number];
      high[which] = which === 0 ? 4000 : 3000;
      expect(ORDER.indexOf(daNangOutcome(high, high, high).outcome)).toBeGreaterThanOrEqual(ORDER.indexOf(daNangOutcome(low, low, low).outcome));
    }));
  });
});
