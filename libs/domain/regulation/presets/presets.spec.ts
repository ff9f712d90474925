import { describe, expect, it } from '@jest/globals';
import { checkRules } from '../domain/check-rules.js';
import { DA_NANG_2026 } from './da-nang-2026.js';
import { presetOf, REGULATION_PRESETS, rulesOf } from './presets.js';
import { SON_LA } from './son-la.js';
import { WARD_START } from './ward-start.js';

describe.each(REGULATION_PRESETS.map((preset) => [preset.code, preset] as const))('the preset %s', (_, preset) => {
  it('has no fault', () => {
    expect(checkRules(preset.rules).faults).toEqual([]);
  });

  it('survives storage as JSON', () => {
    expect(checkRules(JSON.parse(JSON.stringify(rulesOf(preset)))).rules).toEqual(rulesOf(preset));
  });

  it('rests on the Initiative Charter and the Emulation Law', () => {
    expect(preset.legalBases.map((basis) => basis.number)).toEqual(expect.arrayContaining(['13/2012/NĐ-CP', '06/2022/QH15']));
  });

  it('names every criterion and level in both languages, in NFC', () => {
    for (const criterion of rulesOf(preset).criteria) {
      for (const text of [criterion.name, criterion.nameEn, ...criterion.levels.flatMap((level) => [level.label, level.labelEn])]) {
        expect(text).toBe(text?.normalize('NFC'));
        expect(text).not.toBe('');
        expect(text).toBeDefined();
      }
    }
  });

  it('leaves no step of a criterion without a level', () => {
    for (const criterion of rulesOf(preset).criteria.filter((one) => one.kind === 'SCORED')) {
      for (let points = criterion.minPoints; points <= criterion.maxPoints; points += criterion.step) {
        expect(criterion.levels.filter((level) => level.min <= points && points <= level.max)).toHaveLength(1);
      }
    }
  });
});

describe('the starting regulation of a ward', () => {
  const rules = rulesOf(WARD_START);

  it('asks five legal conditions before scoring', () => {
    expect(rules.criteria.filter((one) => one.kind === 'YES_NO_GATE').map((one) => one.code)).toEqual(
      ['GATE_NEW', 'GATE_APPLIED', 'GATE_BENEFIT', 'GATE_NOT_EXCLUDED', 'GATE_IN_TIME'],
    );
  });

  it('gives 20 points to novelty, 45 to effectiveness and 35 to replicability', () => {
    const points = (measure: string): number =>
      rules.criteria.filter((one) => one.measures === measure).reduce((sum, one) => sum + one.maxPoints, 0);
    expect([points('NOVELTY'), points('EFFECTIVENESS'), points('REPLICABILITY'), points('OTHER')]).toEqual([2000, 4500, 3500, 0]);
  });

  it('asks for 70 points and half of every criterion, and for the city 85 and 28 of replicability', () => {
    expect(rules.thresholds.effectiveAndReplicable).toMatchObject({ total: 7000, passMinimums: true });
    expect(rules.criteria.filter((one) => one.kind === 'SCORED').every((one) => one.passMinimum === one.maxPoints / 2)).toBe(true);
    expect(rules.thresholds.cityCandidate).toMatchObject({ total: 8500, measureMinimums: { REPLICABILITY: 2800 } });
  });

  it('keeps the legal lengths of the procedure', () => {
    expect(rules.deadlines).toEqual({ formalCheckMonths: 1, supplementMonths: 1, considerationMonths: 3, filingYears: 1 });
  });
});

describe('the scale of Đà Nẵng', () => {
  const rules = rulesOf(DA_NANG_2026);

  it('has the published levels', () => {
    expect(rules.criteria.map((one) => [one.maxPoints, one.levels.map((level) => [level.min, level.max])])).toEqual([
      [4000, [[3100, 4000], [2100, 3000], [0, 2000]]],
      [3000, [[1600, 3000], [0, 1500]]],
      [3000, [[2100, 3000], [0, 2000]]],
    ]);
  });

  it('recognises from 50 with 10 in each criterion, and grades by total and novelty', () => {
    expect(rules.thresholds.recognise).toMatchObject({ total: 5000, passMinimums: true });
    expect(rules.criteria.map((one) => one.passMinimum)).toEqual([1000, 1000, 1000]);
    expect(rules.gradeBands.map((band) => [band.code, band.minTotal, band.criterionMinimums])).toEqual([
      ['A', 8500, { NOVELTY: 3000 }], ['B', 7000, { NOVELTY: 2000 }], ['C', 5000, { NOVELTY: 1000 }],
    ]);
  });
});

describe('the scale of Sơn La', () => {
  it('has the five published levels of novelty', () => {
    expect(rulesOf(SON_LA).criteria[0]?.levels.map((level) => [level.min, level.max])).toEqual(
      [[2700, 3000], [2100, 2600], [1600, 2000], [100, 1500], [0, 0]],
    );
  });

  it('says what its source leaves open', () => {
    expect(SON_LA.toBeCompleted.map((one) => one.path)).toEqual(['criteria.1', 'criteria.2', 'thresholds']);
  });
});

it('a preset is found by its code', () => {
  expect(presetOf('son-la')).toBe(SON_LA);
  expect(presetOf('nowhere')).toBeNull();
});
