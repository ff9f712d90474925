import { describe, expect, it } from '@jest/globals';
import { DA_NANG_2026 } from '../../regulation/presets/da-nang-2026.js';
import { rulesOf } from '../../regulation/presets/presets.js';
import { resultOf } from './result-record.js';

const rules = rulesOf(DA_NANG_2026);
const sheet = (id: string, novelty: number, applicability: number, benefit: number) => ({
  id,
  lines: [
    { criterionCode: 'NOVELTY', points: novelty },
    { criterionCode: 'APPLICABILITY', points: applicability },
    { criterionCode: 'BENEFIT', points: benefit },
  ],
});

/** Five members, none recused, before the ballot. */
const COUNCIL = { appointed: 5, recused: 0, ballot: null, isFinal: false };

describe('a result', () => {
  const sheets = [sheet('a', 3000, 2000, 2000), sheet('b', 3100, 2000, 2100), sheet('c', 2900, 1900, 1900)];

  it('keeps exact sums, names and maxima', () => {
    const result = resultOf(rules, sheets, COUNCIL);
    expect(result).toMatchObject({ sheetCount: 3, totalSum: 20_900, gradeCode: 'C', isCityCandidate: false });
    expect(result.breakdown.criteria[0]).toEqual({
      code: 'NOVELTY', name: 'Tính mới', nameEn: 'Novelty', sum: 9000, maxPoints: 4000, lowest: 2900, highest: 3100,
    });
    expect(result.breakdown.measures).toEqual([
      { code: 'NOVELTY', sum: 9000, maxPoints: 4000 }, { code: 'REPLICABILITY', sum: 5900, maxPoints: 3000 },
      { code: 'EFFECTIVENESS', sum: 6000, maxPoints: 3000 },
    ]);
    expect(result.breakdown).toMatchObject({ received: 3, vote: 'PENDING', gradeLabel: 'Loại C' });
  });

  it('is the same in whatever order the sheets came', () => {
    expect(resultOf(rules, sheets.toReversed(), COUNCIL)).toEqual(resultOf(rules, sheets, COUNCIL));
  });

  it('without sheets has sums of zero and is deferred', () => {
    expect(resultOf(rules, [], COUNCIL)).toMatchObject({ sheetCount: 0, totalSum: 0, outcome: 'DEFERRED' });
  });
});
