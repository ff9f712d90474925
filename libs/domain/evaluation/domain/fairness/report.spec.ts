import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EvaluationRules } from '../../../regulation/domain/rules.js';
import { DA_NANG_2026 } from '../../../regulation/presets/da-nang-2026.js';
import { rulesOf } from '../../../regulation/presets/presets.js';
import { rational, roundedTo } from './exact.js';
import { AGREEMENT_FORMS, fairnessOf, type FairnessReport, type JudgedSheet } from './report.js';
import { FEWEST_ANONYMOUS, shownMembers } from './shown-members.js';

const daNang = rulesOf(DA_NANG_2026);
/** Recognised, effective and replicable from 50 points; two sheets are enough for a result. */
const RULES: EvaluationRules = { ...daNang, averaging: { ...daNang.averaging, minSheets: { atLeast: 2, shareOfAppointed: { num: 0, den: 1 } } } };
const TRIMMING: EvaluationRules = { ...RULES, averaging: { ...RULES.averaging, trim: 'HIGH_LOW', trimFrom: 5 } };

/** Sheets with these totals, one row per item and one column per member; all but novelty is the same everywhere. */
function sheetsOf(table: readonly (readonly (number | null)[])[]): JudgedSheet[] {
  return table.flatMap((row, item) => row.flatMap((total, member) => (total === null ? [] : [{
    id: `${item}-${member}`, itemId: `I${item}`, memberId: `M${member}`,
    lines: [{ criterionCode: 'NOVELTY', points: total - 3500 }, { criterionCode: 'APPLICABILITY', points: 2000 }, { criterionCode: 'BENEFIT', points: 1500 }],
  }])));
}

function reportOf(table: readonly (readonly (number | null)[])[], rules = RULES): FairnessReport {
  return fairnessOf({ rules, appointed: 5, itemIds: table.map((_, item) => `I${item}`), sheets: sheetsOf(table) });
}

/** Items are worth 49,50, 50,50 and 90 points; the members lie 2 above, 2 below and on the average. */
const FLIPPING = [[5150, null, 4950], [null, 4850, 5050], [9200, 8800, null]];

const anyTable = (rows: { minLength: number; maxLength: number }) => fc.array(
  fc.array(fc.option(fc.integer({ min: 45, max: 75 }).map((points) => points * 100), { freq: 5 }), { minLength: 5, maxLength: 5 }), rows);

describe('the fairness report', () => {
  it('finds the items that members’ severity alone put above or below a threshold', () => {
    const { design, degreesOfFreedom, items } = reportOf(FLIPPING);
    expect({ design, degreesOfFreedom }).toEqual({ design: 'INCOMPLETE', degreesOfFreedom: 1 });
    const points = (average: bigint, rank: number, outcome: string) => ({ average: { num: average, den: 1n }, rank, outcome, isCityCandidate: false });
    expect(items).toEqual([
      { itemId: 'I0', sheetCount: 2, raw: points(5050n, 2, 'EFFECTIVE_AND_REPLICABLE'), adjusted: points(4950n, 3, 'NOT_RECOGNISED'), flips: true },
      { itemId: 'I1', sheetCount: 2, raw: points(4950n, 3, 'NOT_RECOGNISED'), adjusted: points(5050n, 2, 'EFFECTIVE_AND_REPLICABLE'), flips: true },
      { itemId: 'I2', sheetCount: 2, raw: points(9000n, 1, 'EFFECTIVE_AND_REPLICABLE'), adjusted: points(9000n, 1, 'EFFECTIVE_AND_REPLICABLE'), flips: false },
    ]);
  });

  it('tells of each member how lenient, how wide and how steady', () => {
    const [generous, severe, average] = reportOf(FLIPPING).members;
    // Totals 51,50 and 92,00: mean 71,75 and standard deviation 40,50 / √2 = 28,64.
    expect({ ...generous, spread: Math.round(generous!.spread!) }).toEqual({
      memberId: 'M0', sheetCount: 2, average: { num: 7175n, den: 1n }, leniency: { num: 200n, den: 1n }, spread: 2864, residual: 0,
    });
    expect([severe!.leniency, average!.leniency]).toEqual([{ num: -200n, den: 1n }, { num: 0n, den: 1n }]);
  });

  it('measures what neither items nor leniency explain', () => {
    // Both items are worth 60, both members lie on the average, and every sheet is 3 points off.
    const { members } = reportOf([[6300, 5700], [5700, 6300]]);
    expect(members.map((one) => [roundedTo(one.leniency!, 0), one.residual])).toEqual([[0, 300], [0, 300]]);
  });

  it('counts an adjusted average that lies below a threshold by less than any rounding as below', () => {
    // 50,00 and 50,00 less a third of a hundredth: the members gave 49,99 and twice 50,00.
    const { items } = reportOf([[4999, 5000, 5000], [5000, 5000, 5000], [4999, 5000, 5000]]);
    expect(items.map((item) => [item.raw.outcome, item.adjusted!.outcome, item.flips])).toEqual([
      ['NOT_RECOGNISED', 'NOT_RECOGNISED', false], ['EFFECTIVE_AND_REPLICABLE', 'EFFECTIVE_AND_REPLICABLE', false], ['NOT_RECOGNISED', 'NOT_RECOGNISED', false],
    ]);
  });

  it('drops the highest and the lowest sheet after the adjustment, where the regulation drops them', () => {
    // Members give 50, 60, 61, 62 and 52,50 on average, together 57,10; the first four sheets of each item are then equal.
    const { items } = reportOf([[5000, 6000, 6100, 6200, 7000], [5000, 6000, 6100, 6200, 3500]], TRIMMING);
    expect(items.map((item) => roundedTo(item.raw.average!, 2))).toEqual([6100, 5700]);
    expect(items.map((item) => roundedTo(item.adjusted!.average!, 2))).toEqual([5710, 5710]);
  });

  it('flips no item that is deferred for want of sheets', () => {
    const needing = { ...RULES, averaging: { ...RULES.averaging, minSheets: { atLeast: 3, shareOfAppointed: { num: 0, den: 1 } } } };
    expect(reportOf(FLIPPING, needing).items.map((item) => [item.raw.outcome, item.flips])).toEqual([['DEFERRED', false], ['DEFERRED', false], ['DEFERRED', false]]);
  });

  it('flips no item that a minimum of a criterion decides', () => {
    const demanding: EvaluationRules = { ...RULES, criteria: RULES.criteria.map((one) => (one.code === 'BENEFIT' ? { ...one, passMinimum: 1600 } : one)) };
    expect(reportOf(FLIPPING, demanding).items.map((item) => item.flips)).toEqual([false, false, false]);
  });

  it('gives equal averages one place and skips the next', () => {
    const ranks = reportOf([[6000, 6200], [6200, 6000], [7000, 7100], [5000, 5200]]).items.map((item) => [item.raw.rank, item.adjusted!.rank]);
    expect(ranks).toEqual([[2, 2], [2, 2], [1, 1], [4, 4]]);
  });

  it('says that groups of members without a common item cannot be adjusted, and still tells averages and spread', () => {
    const { design, adjustmentGap, degreesOfFreedom, items, members } = reportOf([[6000, 7000, null, null], [6500, 7500, null, null], [null, null, 5000, 5200], [null, null, 5100, 5400]]);
    expect({ design, adjustmentGap, degreesOfFreedom }).toEqual({ design: 'NOT_CONNECTED', adjustmentGap: 'NOT_CONNECTED', degreesOfFreedom: null });
    expect(items.map((item) => [item.adjusted, item.flips])).toEqual(items.map(() => [null, false]));
    expect(members.map((one) => [one.leniency, one.residual, Math.round(one.spread!)])).toEqual([[null, null, 354], [null, null, 354], [null, null, 71], [null, null, 141]]);
  });

  it('of a session without sheets has items without averages and says why nothing is computed', () => {
    const report = reportOf([[], []]);
    expect(report).toMatchObject({ design: 'NO_SHEETS', sheetCount: 0, adjustmentGap: 'TOO_FEW_MEMBERS', members: [] });
    expect(report.items.map((item) => [item.raw.average, item.raw.rank, item.raw.outcome])).toEqual([[null, null, 'DEFERRED'], [null, null, 'DEFERRED']]);
    expect(report.agreement.map((one) => one.coefficient)).toEqual(AGREEMENT_FORMS.map(() => ({ value: null, gap: 'TOO_FEW_MEMBERS' })));
  });

  it('names the forms of agreement that fit the design', () => {
    const fitting = (table: readonly (readonly (number | null)[])[]) => reportOf(table).agreement.filter((one) => one.fits).map((one) => one.form);
    expect(fitting([[6000, 7000], [6500, 7500]])).toEqual(['ICC_2_1', 'ICC_2_K', 'ALPHA_INTERVAL']);
    expect(fitting(FLIPPING)).toEqual(['ICC_1_1', 'ICC_1_K', 'ALPHA_INTERVAL']);
  });

  it('changes nothing where everybody scored everything: severity weighed on all items alike', () => {
    const complete = fc.array(fc.array(fc.integer({ min: 45, max: 75 }).map((points) => points * 100), { minLength: 5, maxLength: 5 }), { minLength: 2, maxLength: 8 });
    fc.assert(fc.property(complete, (table) => {
      for (const item of reportOf(table).items) expect(item).toEqual({ ...item, adjusted: item.raw, flips: false });
    }));
  });

  it('does not depend on the order of the sheets', () => {
    fc.assert(fc.property(anyTable({ minLength: 1, maxLength: 6 }), (table) => {
      const sheets = sheetsOf(table);
      const session = { rules: RULES, appointed: 5, itemIds: table.map((_, item) => `I${item}`) };
      expect(fairnessOf({ ...session, sheets: sheets.toReversed() })).toEqual(fairnessOf({ ...session, sheets }));
    }));
  });

  it('is finite in every figure, and every missing figure is null', () => {
    fc.assert(fc.property(anyTable({ minLength: 0, maxLength: 6 }), (table) => {
      const { members } = reportOf(table);
      for (const value of members.flatMap((one) => [one.spread, one.residual])) expect(value === null || Number.isFinite(value)).toBe(true);
    }));
  });
});

describe('the table of members', () => {
  const { members } = reportOf(FLIPPING);

  it('is in order of severity and names nobody but the viewer', () => {
    const shown = shownMembers(members, { personId: 'M2', seesNames: false });
    expect(shown.map(({ number, memberId, isMine, figures }) => [number, memberId, isMine, roundedTo(figures.leniency!, 0), figures.sheetCount, figures.average])).toEqual([
      [1, null, false, -200, null, null],
      [2, 'M2', true, 0, 2, rational(5000n)],
      [3, null, false, 200, null, null],
    ]);
  });

  it('names everybody to whoever may know', () => {
    const shown = shownMembers(members, { personId: 'X', seesNames: true });
    expect(shown.map(({ memberId, isMine, figures }) => [memberId, isMine, figures.sheetCount])).toEqual([['M1', false, 2], ['M2', false, 2], ['M0', false, 2]]);
  });

  it('shows only the own row where fewer than three members scored', () => {
    expect(FEWEST_ANONYMOUS).toBe(3);
    const two = reportOf([[6000, 7000], [6500, 7500]]).members;
    expect(shownMembers(two, { personId: 'M1', seesNames: false }).map((row) => [row.number, row.memberId])).toEqual([[2, 'M1']]);
    expect(shownMembers(two, { personId: 'X', seesNames: false })).toEqual([]);
    expect(shownMembers(two, { personId: 'X', seesNames: true })).toHaveLength(2);
  });

  it('does not tell by its order who is who among equal members', () => {
    const equal = reportOf([[6000, 6000, 6000], [7000, 7000, 7000]]).members;
    const places = equal.map(({ memberId }) => shownMembers(equal, { personId: memberId, seesNames: false }).find((row) => row.isMine)!.number);
    expect(places).toEqual([1, 1, 1]);
  });
});
