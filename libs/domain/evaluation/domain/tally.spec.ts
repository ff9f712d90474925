import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EvaluationRules } from '../../regulation/domain/rules.js';
import { DA_NANG_2026 } from '../../regulation/presets/da-nang-2026.js';
import { rulesOf } from '../../regulation/presets/presets.js';
import { WARD_START } from '../../regulation/presets/ward-start.js';
import { compareFractions, fraction } from './fraction.js';
import { requiredSheets, tallyOf, type CountedSheet } from './tally.js';

const daNang = rulesOf(DA_NANG_2026);
const trimming: EvaluationRules = { ...daNang, averaging: { ...daNang.averaging, trim: 'HIGH_LOW', trimFrom: 5 } };

/** A sheet on the scale of Đà Nẵng: novelty, applicability, benefit. */
function sheet(id: string, novelty: number, applicability: number, benefit: number): CountedSheet {
  return {
    id,
    lines: [
      { criterionCode: 'NOVELTY', points: novelty }, { criterionCode: 'APPLICABILITY', points: applicability }, { criterionCode: 'BENEFIT', points: benefit },
    ],
  };
}

const anySheets = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), { minLength: 1, maxLength: 12 },
).map((rows) => rows.map(([n, a, b], index) => sheet(`M${index}`, n * 100, a * 100, b * 100)));

describe('a tally', () => {
  it('keeps every average as sum over count', () => {
    const tally = tallyOf(daNang, [sheet('a', 3000, 2000, 2100), sheet('b', 3100, 1800, 2000), sheet('c', 2500, 1500, 2500)]);
    expect(tally).toEqual({
      received: 3, counted: 3, droppedIds: [],
      criteria: [
        { code: 'NOVELTY', maxPoints: 4000, average: { num: 8600, den: 3 }, lowest: 2500, highest: 3100 },
        { code: 'APPLICABILITY', maxPoints: 3000, average: { num: 5300, den: 3 }, lowest: 1500, highest: 2000 },
        { code: 'BENEFIT', maxPoints: 3000, average: { num: 6600, den: 3 }, lowest: 2000, highest: 2500 },
      ],
      groups: [{ code: 'SCALE', maxPoints: 10_000, average: { num: 20_500, den: 3 } }],
      measures: [
        { measure: 'NOVELTY', maxPoints: 4000, average: { num: 8600, den: 3 } },
        { measure: 'REPLICABILITY', maxPoints: 3000, average: { num: 5300, den: 3 } },
        { measure: 'EFFECTIVENESS', maxPoints: 3000, average: { num: 6600, den: 3 } },
      ],
      total: { maxPoints: 10_000, average: { num: 20_500, den: 3 }, lowest: 6500, highest: 7100 },
      gates: [],
      outliers: [],
    });
  });

  it('of no sheet has no averages', () => {
    const tally = tallyOf(daNang, []);
    expect(tally.total).toEqual({ maxPoints: 10_000, average: null, lowest: null, highest: null });
    expect(tally.criteria.map((criterion) => criterion.average)).toEqual([null, null, null]);
    expect(tally.received).toBe(0);
  });

  it('refuses a sheet that lacks points', () => {
    expect(() => tallyOf(daNang, [{ id: 'a', lines: [{ criterionCode: 'NOVELTY', points: 3000 }] }])).toThrow(RangeError);
    expect(() => tallyOf(daNang, [{ ...sheet('a', 1, 2, 3), lines: [...sheet('a', 100, 200, 300).lines.slice(1), { criterionCode: 'NOVELTY', points: null }] }]))
      .toThrow(RangeError);
  });

  it('counts the answers to each condition', () => {
    const ward = rulesOf(WARD_START);
    const points = ward.criteria.filter((one) => one.kind === 'SCORED').map((one) => ({ criterionCode: one.code, points: one.maxPoints / 2 }));
    const tally = tallyOf(ward, [true, true, false].map((met, index) => ({
      id: `M${index}`,
      lines: [...points, ...ward.criteria.filter((one) => one.kind === 'YES_NO_GATE').map((one) => ({ criterionCode: one.code, met: one.code === 'GATE_NEW' ? met : true }))],
    })));
    expect(tally.gates).toEqual([
      { code: 'GATE_NEW', yes: 2, no: 1 }, { code: 'GATE_APPLIED', yes: 3, no: 0 }, { code: 'GATE_BENEFIT', yes: 3, no: 0 },
      { code: 'GATE_NOT_EXCLUDED', yes: 3, no: 0 }, { code: 'GATE_IN_TIME', yes: 3, no: 0 },
    ]);
    expect(tally.groups.map((group) => group.code)).toEqual(['NOVELTY', 'EFFECTIVENESS', 'REPLICABILITY']);
  });

  it('does not depend on the order of sheets', () => {
    fc.assert(fc.property(anySheets, fc.constantFrom(daNang, trimming), (sheets, rules) => {
      const reversed = tallyOf(rules, sheets.toReversed());
      const tally = tallyOf(rules, sheets);
      expect({ ...reversed, outliers: reversed.outliers.toReversed() }).toEqual(tally);
    }));
  });

  it('adds up: criteria to groups, measures and the total', () => {
    fc.assert(fc.property(anySheets, fc.constantFrom(daNang, trimming), (sheets, rules) => {
      const tally = tallyOf(rules, sheets);
      const sumOf = (parts: ReadonlyArray<{ average: { num: number } | null }>): number => parts.reduce((sum, part) => sum + (part.average?.num ?? 0), 0);
      for (const parts of [tally.criteria, tally.groups, tally.measures]) expect(sumOf(parts)).toBe(tally.total.average?.num);
    }));
  });

  it('lies between the lowest and the highest sheet', () => {
    fc.assert(fc.property(anySheets, fc.constantFrom(daNang, trimming), (sheets, rules) => {
      const { average, lowest, highest } = tallyOf(rules, sheets).total;
      expect(compareFractions(fraction(lowest ?? 0), average ?? fraction(0))).toBeLessThanOrEqual(0);
      expect(compareFractions(average ?? fraction(0), fraction(highest ?? 0))).toBeLessThanOrEqual(0);
    }));
  });
});

describe('dropping the highest and the lowest sheet', () => {
  const five = [sheet('a', 4000, 3000, 3000), sheet('b', 3000, 2000, 2000), sheet('c', 3000, 2000, 2500), sheet('d', 2000, 2000, 2000), sheet('e', 0, 0, 0)];

  it('begins at five sheets', () => {
    expect(tallyOf(trimming, five.slice(0, 4)).droppedIds).toEqual([]);
    expect(tallyOf(trimming, five).droppedIds).toEqual(['e', 'a']);
  });

  it('leaves the average of the rest', () => {
    const tally = tallyOf(trimming, five);
    expect(tally.total).toEqual({ maxPoints: 10_000, average: { num: 20_500, den: 3 }, lowest: 0, highest: 10_000 });
    expect([tally.received, tally.counted]).toEqual([5, 3]);
  });

  it('goes by the total, whatever its parts', () => {
    const sheets = [sheet('low', 100, 3000, 0), sheet('high', 4000, 500, 3000), five[1]!, five[3]!, sheet('m', 2500, 2000, 2000)];
    expect(tallyOf(trimming, sheets).droppedIds).toEqual(['low', 'high']);
  });

  it('drops one of several equal highest sheets', () => {
    const tally = tallyOf(trimming, [five[0]!, { ...five[0]!, id: 'a2' }, ...five.slice(1)]);
    expect(tally.droppedIds).toEqual(['e', 'a2']);
    expect(tally.total.average).toEqual({ num: 30_500, den: 4 });
  });
});

describe('a sheet far from the average', () => {
  it.each([
    ['exactly 20 points away', [sheet('a', 4000, 3000, 3000), sheet('b', 3000, 1500, 1500)], []],
    ['more than 20 points away', [sheet('a', 4000, 3000, 3000), sheet('b', 3000, 1500, 1400)], ['a', 'b']],
    ['on its own', [sheet('a', 3500, 2500, 2500), sheet('b', 3500, 2500, 2500), sheet('c', 3500, 2500, 2500), sheet('d', 1000, 1500, 2000)], ['d']],
  ])('%s is flagged: %j', (_, sheets, flagged) => {
    expect(tallyOf(daNang, sheets).outliers.map((one) => one.id)).toEqual(flagged);
  });

  it('is not flagged where the regulation has no such rule', () => {
    expect(tallyOf({ ...daNang, spread: null }, [sheet('a', 4000, 3000, 3000), sheet('b', 0, 0, 0)]).outliers).toEqual([]);
  });
});

it.each([[3, 3], [5, 3], [6, 3], [7, 4], [9, 5]])('a council of %d needs %d sheets', (appointed, expected) => {
  expect(requiredSheets(daNang, appointed)).toBe(expected);
});

it.each([[9, 4, 3], [9, 7, 4], [5, 9, 3]])('of a council of %d members, %d of whom score each item, %d sheets are needed', (appointed, sheetsPerItem, expected) => {
  expect(requiredSheets({ ...daNang, scoring: { ...daNang.scoring, sheetsPerItem } }, appointed)).toBe(expected);
});
