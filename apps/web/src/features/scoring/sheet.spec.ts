import { describe, expect, it } from '@jest/globals';
import type { Criterion } from './queries.js';
import { draftOf, linesOf, needsComment, openPoints, totalOf, type LineDraft, type SheetDraft } from './sheet.js';

const GATE: Criterion = { code: 'NEW', groupCode: 'LEGAL', name: 'Có tính mới', nameEn: null, guidance: null, kind: 'YES_NO_GATE', maxPoints: 0, minPoints: 0, step: 100, commentRequiredBelow: null, commentRequiredFrom: null, levels: [] };
/** The criterion "Tính mới" of Sơn La: 27–30, 21–26, 16–20, 1–15, 0. */
const NOVELTY: Criterion = {
  ...GATE, code: 'NOVELTY', groupCode: 'SCORED', kind: 'SCORED', maxPoints: 3000, commentRequiredBelow: 1600, commentRequiredFrom: 2700,
  levels: [[2700, 3000], [2100, 2600], [1600, 2000], [100, 1500], [0, 0]].map(([min = 0, max = 0], index) => ({ code: `L${index + 1}`, label: '', labelEn: null, min, max })),
};
const FREE: Criterion = { ...GATE, code: 'EFFECT', groupCode: 'SCORED', kind: 'SCORED', maxPoints: 2000, step: 50 };
const REMARK: Criterion = { ...GATE, code: 'REMARK', groupCode: 'SCORED', kind: 'COMMENT_ONLY' };
const CRITERIA = [GATE, NOVELTY, FREE, REMARK];

const line = (part: Partial<LineDraft>): LineDraft => ({ levelCode: null, points: null, met: null, comment: '', ...part });
const sheet = (lines: Record<string, LineDraft>): SheetDraft => ({ lines, generalComment: '', privateNote: '', proposal: null });

describe('a score sheet on the screen', () => {
  it('says for an empty sheet what is open, one point for each criterion in order', () => {
    expect(openPoints(CRITERIA, draftOf(null))).toEqual([
      { criterionCode: 'NEW', field: 'met' },
      { criterionCode: 'NOVELTY', field: 'level' },
      { criterionCode: 'EFFECT', field: 'points' },
      { criterionCode: 'REMARK', field: 'comment' },
    ]);
  });

  it('is complete when every answer, level, number and required reason is there', () => {
    expect(openPoints(CRITERIA, sheet({
      NEW: line({ met: true }), NOVELTY: line({ levelCode: 'L2', points: 2400 }), EFFECT: line({ points: 1750 }), REMARK: line({ comment: 'Nên nhân rộng.' }),
    }))).toEqual([]);
  });

  it('refuses points outside the chosen band and points off the step', () => {
    expect(openPoints([NOVELTY], sheet({ NOVELTY: line({ levelCode: 'L2', points: 2700 }) }))).toEqual([{ criterionCode: 'NOVELTY', field: 'points' }]);
    expect(openPoints([FREE], sheet({ EFFECT: line({ points: 1725 }) }))).toEqual([{ criterionCode: 'EFFECT', field: 'points' }]);
  });

  it('asks for a reason at both ends of the scale, exactly from the limits on', () => {
    expect([2700, 2600, 1600, 1500].map((points) => needsComment(NOVELTY, line({ points })))).toEqual(['FROM', null, null, 'BELOW']);
  });

  it('asks for a reason when a legal condition is not met', () => {
    expect(needsComment(GATE, line({ met: false }))).toBe('NOT_MET');
    expect(needsComment(GATE, line({ met: true }))).toBe(null);
  });

  it('adds points up in hundredths, of all criteria or of a group, and never of conditions', () => {
    const draft = sheet({ NEW: line({ met: true }), NOVELTY: line({ levelCode: 'L2', points: 2400 }), EFFECT: line({ points: 1750 }) });
    expect(totalOf(CRITERIA, draft)).toBe(4150);
    expect(totalOf(CRITERIA, draft, 'LEGAL')).toBe(0);
  });

  it('sends only what was begun as a draft, and every line when submitted', () => {
    const draft = sheet({ NOVELTY: line({ levelCode: 'L2' }), EFFECT: line({ comment: '  ' }) });
    expect(linesOf(CRITERIA, draft, 'BEGUN')).toEqual([{ criterionCode: 'NOVELTY', levelCode: 'L2', points: null, met: null, comment: null }]);
    expect(linesOf(CRITERIA, draft, 'ALL').map(({ criterionCode }) => criterionCode)).toEqual(['NEW', 'NOVELTY', 'EFFECT', 'REMARK']);
  });

  it('shows again what the server keeps', () => {
    const kept = draftOf({ lines: [{ criterionCode: 'NEW', levelCode: null, points: null, met: true, comment: null }], generalComment: 'Tốt', privateNote: null, proposal: 'RECOGNISE' });
    expect(kept).toEqual({ lines: { NEW: { levelCode: null, points: null, met: true, comment: '' } }, generalComment: 'Tốt', privateNote: '', proposal: 'RECOGNISE' });
  });
});
