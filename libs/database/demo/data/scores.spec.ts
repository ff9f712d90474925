import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from '../../../domain/evaluation/domain/outcome.js';
import { sheetFaults } from '../../../domain/evaluation/domain/sheet.js';
import { tallyOf } from '../../../domain/evaluation/domain/tally.js';
import { presetOf, rulesOf } from '../../../domain/regulation/presets/presets.js';
import { councils, initiatives, scoreSheetsOf, type DemoInitiative } from './index.js';

const rules = rulesOf(presetOf('ward-start')!);
const members = councils[0]!.members;
const sheetsOf = (one: DemoInitiative) => scoreSheetsOf(one, members, rules.criteria);
const submittedOf = (one: DemoInitiative) => sheetsOf(one).filter((sheet) => sheet.state === 'SUBMITTED');
const evaluated = initiatives.filter((one) => one.evaluation);
const inState = (state: DemoInitiative['state']) => evaluated.filter((one) => one.state === state);

/** The tally and the outcome as the product computes them from the submitted sheets. */
function judged(one: DemoInitiative) {
  const tally = tallyOf(rules, submittedOf(one).map((sheet) => ({ ...sheet, id: sheet.member })));
  return { tally, ...outcomeOf(rules, tally, { appointed: members.length }) };
}

describe('demo score sheets on the starting regulation of a ward', () => {
  it('are the same each time', () => {
    expect(evaluated.map(sheetsOf)).toEqual(evaluated.map(sheetsOf));
  });

  it('are accepted by the rules as they stand, drafts as drafts', () => {
    const faults = evaluated.flatMap((one) => sheetsOf(one)
      .flatMap((sheet) => sheetFaults(rules, sheet, sheet.state === 'SUBMITTED' ? 'FINAL' : 'DRAFT').map((fault) => [one.key, sheet.member, fault])));
    expect(faults).toEqual([]);
  });

  it('come with a general comment for more than half of the sheets, not for all', () => {
    const submitted = evaluated.flatMap(submittedOf);
    const spoken = submitted.filter((sheet) => sheet.generalComment !== '').length;
    expect(spoken * 2).toBeGreaterThan(submitted.length);
    expect(spoken).toBeLessThan(submitted.length);
  });

  it('lead the council to the outcome the head decided', () => {
    expect(inState('RECOGNISED').map((one) => [one.key, judged(one).outcome, judged(one).tally.counted]))
      .toEqual(inState('RECOGNISED').map((one) => [one.key, 'EFFECTIVE_AND_REPLICABLE', 7]));
    expect(inState('REFUSED').map((one) => [one.key, judged(one).outcome]))
      .toEqual([['hop-khong-giay', 'NOT_RECOGNISED'], ['vuon-thuy-canh', 'NOT_RECOGNISED'], ['tiem-phong-dai', 'NOT_RECOGNISED']]);
  });

  it('stay close enough together that no sheet is an outlier', () => {
    expect(evaluated.filter((one) => judged(one).tally.outliers.length > 0)).toEqual([]);
  });

  it('hold one initiative just above the threshold of 70 and one just below', () => {
    const near = evaluated.filter((one) => one.state !== 'UNDER_EVALUATION').map((one) => {
      const { num, den } = judged(one).tally.total.average!;
      return { key: one.key, state: one.state, isAbove: num >= 7000 * den, isNear: num >= 6950 * den && num < 7100 * den };
    });
    expect(near.filter((one) => one.isNear)).toEqual([
      { key: 'tiem-phong-dai', state: 'REFUSED', isAbove: false, isNear: true },
      { key: 'canh-bao-lua-dao', state: 'RECOGNISED', isAbove: true, isNear: true },
    ]);
  });

  it('make two initiatives candidates for the city', () => {
    expect(evaluated.filter((one) => judged(one).cityCandidate).map((one) => one.key)).toEqual(['xep-hang-hen-gio', 'bo-gay-qr']);
  });

  it('are handed in for part of the campaign in scoring only, one initiative by all members', () => {
    const progress = inState('UNDER_EVALUATION').map((one) => {
      const sheets = sheetsOf(one);
      return [one.key, sheets.filter((sheet) => sheet.state === 'SUBMITTED').length, sheets.filter((sheet) => sheet.state === 'DRAFT').length];
    });
    expect(progress).toEqual([
      ['nhac-ho-tich', 5, 1], ['quay-chu-ky-so', 4, 2], ['doi-soat-ho-tich', 7, 0], ['goc-toan-tai-che', 3, 1], ['thi-nghiem-quang-hoc', 4, 1],
      ['hop-thu-tam-su', 3, 2], ['the-mau-tang-huyet-ap', 6, 1], ['phan-loai-rac', 1, 2],
    ]);
  });

  it('give no sheet to a member who is an author', () => {
    const optics = evaluated.find((one) => one.key === 'thi-nghiem-quang-hoc')!;
    const everyone = { ...optics, evaluation: { ...optics.evaluation!, submittedBy: undefined } };
    expect(sheetsOf(everyone).map((sheet) => sheet.member)).toEqual(members.map((member) => member.person).filter((key) => key !== 'do-hai-van'));
  });
});
