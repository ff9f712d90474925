import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rulesOf } from '../../regulation/presets/presets.js';
import { DA_NANG_2026 } from '../../regulation/presets/da-nang-2026.js';
import { SON_LA } from '../../regulation/presets/son-la.js';
import { WARD_START } from '../../regulation/presets/ward-start.js';
import { needsComment, sheetFaults, sheetTotal, type SheetLine, type SheetMode } from './sheet.js';

const ward = rulesOf(WARD_START);
const sonLa = rulesOf(SON_LA);

/** A complete sheet: every condition met, every criterion at the top of its second level. */
const VALID: readonly SheetLine[] = [
  ...['GATE_NEW', 'GATE_APPLIED', 'GATE_BENEFIT', 'GATE_NOT_EXCLUDED', 'GATE_IN_TIME'].map((criterionCode) => ({ criterionCode, met: true })),
  { criterionCode: 'NOVELTY', levelCode: 'L2', points: 1650 },
  { criterionCode: 'ECONOMIC', levelCode: 'L2', points: 1250 },
  { criterionCode: 'SOCIAL', levelCode: 'L2', points: 1650 },
  { criterionCode: 'EVIDENCE', levelCode: 'L2', points: 800 },
  { criterionCode: 'TRANSFER', levelCode: 'L2', points: 1250 },
  { criterionCode: 'CONDITIONS_COST', levelCode: 'L2', points: 800 },
  { criterionCode: 'SPREAD', levelCode: 'L2', points: 800 },
];

function faultsWith(criterionCode: string, change: Partial<SheetLine>, mode: SheetMode = 'FINAL'): string[] {
  const lines = VALID.map((line) => (line.criterionCode === criterionCode ? { ...line, ...change } : line));
  return written(sheetFaults(ward, { lines }, mode));
}

function written(faults: ReturnType<typeof sheetFaults>): string[] {
  return faults.map((fault) => `${fault.code} ${fault.path.join('.')}`);
}

describe('a sheet that is submitted', () => {
  it('without faults passes, whatever the order of its lines', () => {
    expect(sheetFaults(ward, { lines: VALID }, 'FINAL')).toEqual([]);
    expect(sheetFaults(ward, { lines: VALID.toReversed() }, 'FINAL')).toEqual([]);
    expect(sheetTotal(ward, { lines: VALID })).toBe(8200);
  });

  it.each<[string, string, Partial<SheetLine>, string[]]>([
    ['points outside the level', 'NOVELTY', { points: 1700 }, ['SHEET_POINTS_OUTSIDE_LEVEL lines.5.points']],
    ['points below the level', 'NOVELTY', { points: 1250 }, ['SHEET_POINTS_OUTSIDE_LEVEL lines.5.points']],
    ['points outside the criterion', 'NOVELTY', { points: 2050 }, ['SHEET_POINTS_OUTSIDE_CRITERION lines.5.points']],
    ['negative points', 'NOVELTY', { points: -50 }, ['SHEET_POINTS_OUTSIDE_CRITERION lines.5.points']],
    ['points off the step', 'NOVELTY', { points: 1625 }, ['SHEET_POINTS_OFF_STEP lines.5.points']],
    ['points off the step and outside the level', 'NOVELTY', { points: 1725 },
      ['SHEET_POINTS_OUTSIDE_LEVEL lines.5.points', 'SHEET_POINTS_OFF_STEP lines.5.points']],
    ['points that are not whole hundredths', 'NOVELTY', { points: 1650.5 }, ['SHEET_POINTS_NOT_INTEGER lines.5.points']],
    ['points that are not a number', 'NOVELTY', { points: Number.NaN }, ['SHEET_POINTS_NOT_INTEGER lines.5.points']],
    ['no points', 'NOVELTY', { points: null }, ['SHEET_POINTS_REQUIRED lines.5.points']],
    ['no level', 'NOVELTY', { levelCode: null }, ['SHEET_LEVEL_REQUIRED lines.5.levelCode']],
    ['an unknown level', 'NOVELTY', { levelCode: 'L9' }, ['SHEET_UNKNOWN_LEVEL lines.5.levelCode']],
    ['neither level nor points', 'NOVELTY', { levelCode: null, points: null },
      ['SHEET_LEVEL_REQUIRED lines.5.levelCode', 'SHEET_POINTS_REQUIRED lines.5.points']],
    ['few points without a reason', 'NOVELTY', { levelCode: 'L4', points: 950 }, ['SHEET_COMMENT_REQUIRED lines.5.comment']],
    ['few points with a blank reason', 'NOVELTY', { levelCode: 'L4', points: 950, comment: ' \n ' }, ['SHEET_COMMENT_REQUIRED lines.5.comment']],
    ['few points with a reason', 'NOVELTY', { levelCode: 'L4', points: 950, comment: 'Trùng cách làm cũ.' }, []],
    ['the lowest points that need no reason', 'NOVELTY', { levelCode: 'L3', points: 1000 }, []],
    ['very many points without a reason', 'NOVELTY', { levelCode: 'L1', points: 1800 }, ['SHEET_COMMENT_REQUIRED lines.5.comment']],
    ['many points that need no reason', 'NOVELTY', { levelCode: 'L1', points: 1750 }, []],
    ['an answer where points are given', 'NOVELTY', { met: true }, ['SHEET_FIELD_NOT_ALLOWED lines.5.met']],
    ['an unanswered condition', 'GATE_NEW', { met: null }, ['SHEET_ANSWER_REQUIRED lines.0.met']],
    ['a condition not met, without a reason', 'GATE_NEW', { met: false }, ['SHEET_COMMENT_REQUIRED lines.0.comment']],
    ['a condition not met, with a reason', 'GATE_NEW', { met: false, comment: 'Đã có tại Trường THCS khác.' }, []],
    ['points on a condition', 'GATE_NEW', { points: 0 }, ['SHEET_FIELD_NOT_ALLOWED lines.0.points']],
    ['an unknown criterion', 'NOVELTY', { criterionCode: 'NOPE' }, ['SHEET_UNKNOWN_CRITERION lines.5.criterionCode', 'SHEET_LINE_MISSING lines']],
    ['a criterion twice', 'SPREAD', { criterionCode: 'NOVELTY' }, ['SHEET_CRITERION_TWICE lines.11.criterionCode', 'SHEET_LINE_MISSING lines']],
  ])('with %s', (_, criterionCode, change, expected) => {
    expect(faultsWith(criterionCode, change)).toEqual(expected);
  });

  it('without lines names every missing criterion', () => {
    const faults = sheetFaults(ward, { lines: [] }, 'FINAL');
    expect(faults.map((fault) => [fault.code, fault.details.criterionCode])).toEqual(
      ward.criteria.map((criterion) => ['SHEET_LINE_MISSING', criterion.code]),
    );
  });

  it('tells the bounds of the level it missed', () => {
    const [fault] = sheetFaults(ward, { lines: VALID.map((line) => (line.criterionCode === 'NOVELTY' ? { ...line, points: 1700 } : line)) }, 'FINAL');
    expect(fault?.details).toEqual({ criterionCode: 'NOVELTY', levelCode: 'L2', min: 1300, max: 1650 });
  });
});

describe('a draft', () => {
  it('may be empty, half filled or contradict itself for a while', () => {
    expect(sheetFaults(ward, { lines: [] }, 'DRAFT')).toEqual([]);
    expect(faultsWith('NOVELTY', { levelCode: null, points: null }, 'DRAFT')).toEqual([]);
    expect(faultsWith('NOVELTY', { points: 1700 }, 'DRAFT')).toEqual([]);
    expect(faultsWith('NOVELTY', { points: 1625 }, 'DRAFT')).toEqual([]);
    expect(faultsWith('GATE_NEW', { met: false }, 'DRAFT')).toEqual([]);
  });

  it.each<[string, string, Partial<SheetLine>, string[]]>([
    ['points outside the criterion', 'NOVELTY', { points: 2001 }, ['SHEET_POINTS_OUTSIDE_CRITERION lines.5.points']],
    ['points that are not whole hundredths', 'NOVELTY', { points: 0.5 }, ['SHEET_POINTS_NOT_INTEGER lines.5.points']],
    ['an unknown level', 'NOVELTY', { levelCode: 'L9' }, ['SHEET_UNKNOWN_LEVEL lines.5.levelCode']],
    ['an unknown criterion', 'NOVELTY', { criterionCode: 'NOPE' }, ['SHEET_UNKNOWN_CRITERION lines.5.criterionCode']],
    ['points on a condition', 'GATE_NEW', { points: 100 }, ['SHEET_FIELD_NOT_ALLOWED lines.0.points']],
  ])('is refused with %s', (_, criterionCode, change, expected) => {
    expect(faultsWith(criterionCode, change, 'DRAFT')).toEqual(expected);
  });
});

describe('the levels of Sơn La', () => {
  const others: SheetLine[] = [
    { criterionCode: 'APPLICABILITY', levelCode: 'L1', points: 2700 }, { criterionCode: 'EFFECTIVENESS', levelCode: 'L1', points: 3600 },
  ];
  it.each([
    ['L1', 2700, true], ['L1', 3000, true], ['L1', 2600, false],
    ['L2', 2600, true], ['L2', 2100, true], ['L2', 2700, false],
    ['L3', 2000, true], ['L3', 1600, true], ['L3', 1500, false],
    ['L4', 1500, true], ['L4', 100, true], ['L4', 0, false],
    ['L5', 0, true], ['L5', 100, false],
  ])('novelty at level %s with %d hundredths is accepted: %s', (levelCode, points, accepted) => {
    const lines = [{ criterionCode: 'NOVELTY', levelCode, points }, ...others];
    expect(written(sheetFaults(sonLa, { lines }, 'FINAL'))).toEqual(accepted ? [] : ['SHEET_POINTS_OUTSIDE_LEVEL lines.0.points']);
  });
});

it.each([
  [{ points: null }, false], [{ points: 999 }, true], [{ points: 1000 }, false], [{ points: 1799 }, false], [{ points: 1800 }, true],
])('novelty of the starting regulation with %j asks for a comment: %s', (line, expected) => {
  expect(needsComment(ward.criteria[5]!, line)).toBe(expected);
});

it('accepts exactly the points that lie in the chosen level and on the step', () => {
  const criterion = rulesOf(DA_NANG_2026).criteria[0]!;
  fc.assert(fc.property(fc.integer({ min: -100, max: 4200 }), fc.constantFrom(...criterion.levels), (points, level) => {
    const lines = [{ criterionCode: 'NOVELTY', levelCode: level.code, points }];
    const faults = sheetFaults(rulesOf(DA_NANG_2026), { lines }, 'FINAL').filter((fault) => fault.code !== 'SHEET_LINE_MISSING');
    expect(faults.length === 0).toBe(points >= level.min && points <= level.max && points % 100 === 0);
  }));
});
