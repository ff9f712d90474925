import { describe, expect, it } from '@jest/globals';
import { rulesOf } from '../presets/presets.js';
import { SON_LA } from '../presets/son-la.js';
import { WARD_START } from '../presets/ward-start.js';
import { checkRules } from './check-rules.js';
import type { EvaluationRules } from './rules.js';

type Change = (rules: EvaluationRules) => void;

/** The faults of a preset after one change, as `code path`. */
function faultsAfter(change: Change, preset = WARD_START): string[] {
  const rules = structuredClone(rulesOf(preset));
  change(rules);
  return checkRules(rules).faults.map((fault) => `${fault.code} ${fault.path.join('.')}`);
}

function criterion(rules: EvaluationRules, code: string): EvaluationRules['criteria'][number] {
  const found = rules.criteria.find((one) => one.code === code);
  if (found === undefined) throw new Error(`no criterion ${code}`);
  return found;
}

describe('a rule book', () => {
  it('without faults comes back complete', () => {
    const checked = checkRules(WARD_START.rules);
    expect(checked.faults).toEqual([]);
    expect(checked.rules?.criteria[0]).toMatchObject({ code: 'GATE_NEW', maxPoints: 0, minPoints: 0, levels: [] });
    expect(checked.rules?.thresholds.recognise).toEqual({
      total: 5000, criterionMinimums: { NOVELTY: 1000 }, groupMinimums: {}, measureMinimums: {}, passMinimums: false,
    });
  });

  it.each<[string, Change, string[]]>([
    ['two criteria share a code', (r) => { criterion(r, 'SOCIAL').code = 'ECONOMIC'; }, ['REGULATION_CODE_TWICE criteria.7.code']],
    ['two groups share a code', (r) => { r.groups.push({ code: 'NOVELTY', name: 'Trùng' }); }, ['REGULATION_CODE_TWICE groups.4.code']],
    ['a group stays empty', (r) => { r.groups.push({ code: 'EXTRA', name: 'Nhóm trống' }); }, ['REGULATION_GROUP_EMPTY groups.4']],
    ['a criterion names an unknown group', (r) => { criterion(r, 'NOVELTY').groupCode = 'NOWHERE'; },
      ['REGULATION_GROUP_EMPTY groups.1', 'REGULATION_UNKNOWN_GROUP criteria.5.groupCode']],
    ['the scale is more than the sum', (r) => { r.scalePoints = 10_100; }, ['REGULATION_SCALE_SUM scalePoints']],
    ['the scale is less than the sum', (r) => { r.scalePoints = 9900; }, ['REGULATION_SCALE_SUM scalePoints']],
    ['nothing is scored', (r) => { r.criteria = r.criteria.filter((one) => one.kind !== 'SCORED'); r.groups.splice(1); r.thresholds = {
      recognise: { ...r.thresholds.recognise, total: 0, criterionMinimums: {} }, effectiveAndReplicable: { ...r.thresholds.effectiveAndReplicable, total: 0 },
    }; }, ['REGULATION_NO_SCORED_CRITERION criteria']],
    ['a gate has points', (r) => { criterion(r, 'GATE_NEW').maxPoints = 500; }, ['REGULATION_POINTS_NOT_SCORED criteria.0.maxPoints']],
    ['a gate has a knock-out', (r) => { criterion(r, 'GATE_NEW').knockOutBelow = 0; }, ['REGULATION_POINTS_NOT_SCORED criteria.0.knockOutBelow']],
    ['a maximum is off the step', (r) => { criterion(r, 'NOVELTY').step = 300; },
      ['REGULATION_OFF_STEP criteria.5.maxPoints', 'REGULATION_OFF_STEP criteria.5.levels.0.min', 'REGULATION_OFF_STEP criteria.5.levels.0.max',
        'REGULATION_OFF_STEP criteria.5.levels.1.min', 'REGULATION_OFF_STEP criteria.5.levels.1.max', 'REGULATION_OFF_STEP criteria.5.levels.2.min',
        'REGULATION_OFF_STEP criteria.5.levels.2.max', 'REGULATION_OFF_STEP criteria.5.levels.3.max']],
    ['a minimum lies above the maximum', (r) => { criterion(r, 'SPREAD').minPoints = 1100; criterion(r, 'SPREAD').levels = []; },
      ['REGULATION_POINTS_RANGE criteria.11.minPoints']],
    ['a pass minimum cannot be reached', (r) => { criterion(r, 'SPREAD').passMinimum = 1050; }, ['REGULATION_UNREACHABLE criteria.11.passMinimum']],
    ['a group minimum cannot be reached', (r) => { r.groups[1] = { code: 'NOVELTY', name: 'Tính mới', passMinimum: 2001 }; },
      ['REGULATION_UNREACHABLE groups.1.passMinimum']],
    ['a total cannot be reached', (r) => { r.thresholds.effectiveAndReplicable.total = 10_001; },
      ['REGULATION_UNREACHABLE thresholds.effectiveAndReplicable.total', 'REGULATION_THRESHOLD_ORDER thresholds.cityCandidate.total']],
    ['a measure minimum cannot be reached', (r) => { r.thresholds.effectiveAndReplicable.measureMinimums = { OTHER: 100 }; },
      ['REGULATION_UNREACHABLE thresholds.effectiveAndReplicable.measureMinimums.OTHER']],
    ['a threshold names an unknown criterion', (r) => { r.thresholds.recognise.criterionMinimums = { NOPE: 100 }; },
      ['REGULATION_UNKNOWN_CRITERION thresholds.recognise.criterionMinimums.NOPE']],
    ['a threshold names a gate as if it had points', (r) => { r.thresholds.recognise.criterionMinimums = { GATE_NEW: 0 }; },
      ['REGULATION_UNKNOWN_CRITERION thresholds.recognise.criterionMinimums.GATE_NEW']],
    ['a threshold names an unknown group', (r) => { r.thresholds.recognise.groupMinimums = { NOPE: 100 }; },
      ['REGULATION_UNKNOWN_GROUP thresholds.recognise.groupMinimums.NOPE']],
    ['the stricter act asks for less', (r) => { r.thresholds.effectiveAndReplicable.total = 4000; },
      ['REGULATION_THRESHOLD_ORDER thresholds.effectiveAndReplicable.total']],
    ['a band minimum cannot be reached', (r) => { r.gradeBands = [band('A', 8500, { NOVELTY: 2001 })]; },
      ['REGULATION_UNREACHABLE gradeBands.0.criterionMinimums.NOVELTY']],
    ['a band names an unknown criterion', (r) => { r.gradeBands = [band('A', 8500, { NOPE: 1 })]; },
      ['REGULATION_UNKNOWN_CRITERION gradeBands.0.criterionMinimums.NOPE']],
    ['bands rise', (r) => { r.gradeBands = [band('B', 7000), band('A', 8500)]; }, ['REGULATION_GRADE_ORDER gradeBands.1.minTotal']],
    ['two bands begin at the same total', (r) => { r.gradeBands = [band('A', 7000), band('B', 7000)]; }, ['REGULATION_GRADE_ORDER gradeBands.1.minTotal']],
    ['two bands share a code', (r) => { r.gradeBands = [band('A', 8000), band('A', 7000)]; }, ['REGULATION_CODE_TWICE gradeBands.1.code']],
    ['a majority is above one', (r) => { r.vote.majority = { num: 3, den: 2 }; }, ['REGULATION_SHARE_RANGE vote.majority']],
    ['a quorum is nothing', (r) => { r.quorum.share = { num: 0, den: 3 }; }, ['REGULATION_SHARE_RANGE quorum.share']],
    ['fewer score an item than a result needs', (r) => { r.averaging.minSheets.atLeast = 5; r.scoring.sheetsPerItem = 4; }, ['REGULATION_SHEETS_TOO_FEW scoring.sheetsPerItem']],
    ['ties are decided twice by one measure', (r) => { r.tieOrder = ['NOVELTY', 'NOVELTY']; }, ['REGULATION_CODE_TWICE tieOrder.1']],
  ])('is refused when %s', (_, change, expected) => {
    expect(faultsAfter(change)).toEqual(expected);
  });

  it.each<[string, Change, string[]]>([
    ['overlap', (r) => { level(r, 1).max = 2700; }, ['REGULATION_LEVEL_OVERLAP criteria.0.levels.1']],
    ['leave the criterion', (r) => { level(r, 0).max = 3100; },
      ['REGULATION_LEVEL_OUTSIDE criteria.0.levels.0.max', 'REGULATION_LEVELS_MISS_MAXIMUM criteria.0.levels']],
    ['stop below the maximum', (r) => { level(r, 0).max = 2900; }, ['REGULATION_LEVELS_MISS_MAXIMUM criteria.0.levels']],
    ['are upside down', (r) => { level(r, 3).min = 1600; level(r, 3).max = 100; }, ['REGULATION_POINTS_RANGE criteria.0.levels.3.min']],
    ['lie off the step', (r) => { level(r, 3).min = 150; }, ['REGULATION_OFF_STEP criteria.0.levels.3.min']],
    ['share a code', (r) => { level(r, 1).code = 'L1'; }, ['REGULATION_CODE_TWICE criteria.0.levels.1.code']],
    ['begin below the minimum of the criterion', (r) => { r.criteria[0]!.minPoints = 100; }, ['REGULATION_LEVEL_OUTSIDE criteria.0.levels.4.min']],
  ])('is refused when levels %s', (_, change, expected) => {
    expect(faultsAfter(change, SON_LA)).toEqual(expected);
  });

  it('reports all faults at once', () => {
    expect(faultsAfter((rules) => {
      rules.scalePoints = 100;
      rules.tieOrder = ['OTHER', 'OTHER'];
      criterion(rules, 'NOVELTY').groupCode = 'NOWHERE';
    })).toHaveLength(4);
  });

  it.each<[string, unknown, string[]]>([
    ['nothing', null, ['']],
    ['a floating number of points', { ...rulesOf(WARD_START), scalePoints: 99.5 }, ['scalePoints']],
    ['a field nobody knows', { ...rulesOf(WARD_START), surprise: 1 }, ['']],
    ['a code with marks', { ...rulesOf(WARD_START), groups: [{ code: 'TÍNH_MỚI', name: 'Tính mới' }] }, ['groups.0.code']],
    ['a minimum for a name of the language', rulesWithMinimumFor('constructor'), ['thresholds.recognise.criterionMinimums.constructor']],
  ])('that is %s is refused for its shape', (_, input, paths) => {
    const { rules, faults } = checkRules(input);
    expect(rules).toBeNull();
    expect(faults.map((fault) => fault.code)).toEqual(paths.map(() => 'REGULATION_SHAPE'));
    expect(faults.map((fault) => fault.path.join('.'))).toEqual(paths);
  });
});

it('a minimum for __proto__ never reaches the rules', () => {
  const { rules } = checkRules(rulesWithMinimumFor('__proto__'));
  expect(rules?.thresholds.recognise.criterionMinimums).toEqual({});
});

function rulesWithMinimumFor(key: string): unknown {
  return JSON.parse(JSON.stringify(rulesOf(WARD_START)).replace('"criterionMinimums":{"NOVELTY":1000}', `"criterionMinimums":{"${key}":1000}`));
}

function band(code: string, minTotal: number, criterionMinimums: Record<string, number> = {}): EvaluationRules['gradeBands'][number] {
  return { code, label: `Loại ${code}`, minTotal, criterionMinimums, groupMinimums: {} };
}

function level(rules: EvaluationRules, index: number): EvaluationRules['criteria'][number]['levels'][number] {
  return rules.criteria[0]!.levels[index]!;
}
