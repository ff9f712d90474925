import { describe, expect, it } from '@jest/globals';
import { presetOf, rulesOf } from '@domain/regulation';
import { councils, initiatives, scoreSheetsOf, type DemoInitiative, type DemoScoreSheet } from './index.js';

const { criteria } = rulesOf(presetOf('ward-start')!);
const scored = criteria.filter((criterion) => criterion.kind === 'SCORED');
const members = councils[0]!.members;
const sheetsOf = (one: DemoInitiative) => scoreSheetsOf(one, members, criteria);
const submittedOf = (one: DemoInitiative) => sheetsOf(one).filter((sheet) => sheet.state === 'SUBMITTED');
const evaluated = initiatives.filter((one) => one.evaluation);
const inState = (state: DemoInitiative['state']) => evaluated.filter((one) => one.state === state);

/** Sum of the points all sheets give, in hundredths, for one criterion or for all. */
const sumOf = (sheets: readonly DemoScoreSheet[], code?: string) => sheets.reduce((sum, sheet) => sum
  + sheet.lines.filter((line) => code === undefined || line.criterionCode === code).reduce((inner, line) => inner + (line.points ?? 0), 0), 0);

/** Average total as an exact comparison: whether sum / count reaches the threshold. */
const reaches = (sheets: readonly DemoScoreSheet[], points: number, code?: string) => sumOf(sheets, code) >= points * sheets.length;

describe('demo score sheets on the starting regulation of a ward', () => {
  it('are the same each time', () => {
    expect(evaluated.map(sheetsOf)).toEqual(evaluated.map(sheetsOf));
  });

  it('answer every criterion, on the step and inside the chosen level', () => {
    for (const sheet of evaluated.flatMap(submittedOf)) {
      expect(sheet.lines.map((line) => line.criterionCode)).toEqual(criteria.map((criterion) => criterion.code));
      for (const [index, criterion] of criteria.entries()) {
        const line = sheet.lines[index]!;
        if (criterion.kind !== 'SCORED') continue;
        const level = criterion.levels.find((one) => one.code === line.levelCode)!;
        expect(line.points! % criterion.step).toBe(0);
        expect(line.points!).toBeGreaterThanOrEqual(level.min);
        expect(line.points!).toBeLessThanOrEqual(level.max);
      }
    }
  });

  it('say why at both ends of the scale and where a legal condition is denied', () => {
    for (const line of evaluated.flatMap(sheetsOf).flatMap((sheet) => sheet.lines)) {
      const criterion = criteria.find((one) => one.code === line.criterionCode)!;
      const required = criterion.kind === 'SCORED'
        ? line.points! < criterion.commentRequiredBelow! || line.points! >= criterion.commentRequiredFrom!
        : line.met === false;
      if (required) expect(line.comment).not.toBeNull();
    }
  });

  it('come with a general comment for more than half of the sheets, not for all', () => {
    const submitted = evaluated.flatMap(submittedOf);
    const spoken = submitted.filter((sheet) => sheet.generalComment !== '').length;
    expect(spoken * 2).toBeGreaterThan(submitted.length);
    expect(spoken).toBeLessThan(submitted.length);
  });

  it('recognise with an average of 70 or more and every criterion at half of its maximum', () => {
    for (const one of inState('RECOGNISED')) {
      const sheets = submittedOf(one);
      expect([one.key, sheets.length]).toEqual([one.key, 7]);
      expect([one.key, reaches(sheets, 7000)]).toEqual([one.key, true]);
      expect([one.key, scored.filter((criterion) => !reaches(sheets, criterion.maxPoints / 2, criterion.code)).map((criterion) => criterion.code)]).toEqual([one.key, []]);
    }
  });

  it('refuse below 70, each with a legal condition that a third of the council denies', () => {
    for (const one of inState('REFUSED')) {
      const sheets = submittedOf(one);
      expect([one.key, reaches(sheets, 7000)]).toEqual([one.key, false]);
      const denials = sheets.filter((sheet) => sheet.lines.some((line) => line.met === false)).length;
      expect((sheets.length - denials) * 3).toBeLessThan(sheets.length * 2);
    }
  });

  it('hold one initiative just above the threshold and one just below', () => {
    const near = evaluated.filter((one) => one.state !== 'UNDER_EVALUATION')
      .filter((one) => reaches(submittedOf(one), 6950) && !reaches(submittedOf(one), 7100));
    expect(near.map((one) => [one.key, one.state])).toEqual([['tiem-phong-dai', 'REFUSED'], ['canh-bao-lua-dao', 'RECOGNISED']]);
  });

  it('make two initiatives candidates for the city: 85 or more, replicability 28 or more', () => {
    const candidates = inState('RECOGNISED').filter((one) => {
      const sheets = submittedOf(one);
      const replicability = scored.filter((criterion) => criterion.measures === 'REPLICABILITY').reduce((sum, criterion) => sum + sumOf(sheets, criterion.code), 0);
      return reaches(sheets, 8500) && replicability >= 2800 * sheets.length;
    });
    expect(candidates.map((one) => one.key)).toEqual(['xep-hang-hen-gio', 'bo-gay-qr']);
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
