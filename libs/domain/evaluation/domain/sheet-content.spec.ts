import { expect, it } from '@jest/globals';
import { DA_NANG_2026 } from '../../regulation/presets/da-nang-2026.js';
import { rulesOf } from '../../regulation/presets/presets.js';
import { storedLines } from './sheet-content.js';

it('lines are kept in the order of the rule book, with every field and without blank comments', () => {
  const lines = storedLines(rulesOf(DA_NANG_2026), [
    { criterionCode: 'BENEFIT', levelCode: 'L1', points: 2100, comment: '  ' },
    { criterionCode: 'NOVELTY', points: 3000, comment: ' Khác hẳn cách cũ. ' },
  ]);
  expect(lines).toEqual([
    { criterionCode: 'NOVELTY', levelCode: null, points: 3000, met: null, comment: 'Khác hẳn cách cũ.' },
    { criterionCode: 'BENEFIT', levelCode: 'L1', points: 2100, met: null, comment: null },
  ]);
});
