import { describe, expect, it } from '@jest/globals';
import { bySection, NOTHING_PICKED, pickedFaults, toggle } from './reasons.js';

const LIBRARY = [
  { code: 'EVIDENCE_UNREADABLE', section: 'EVIDENCE' as const },
  { code: 'TITLE_TOO_GENERAL', section: 'GENERAL' as const },
  { code: 'FIELD_MISMATCH', section: 'GENERAL' as const },
];

describe('the reasons of a return', () => {
  it('stand by section, in the order of the form', () => {
    expect(bySection(LIBRARY).map(({ section, items }) => [section, items.map(({ code }) => code)])).toEqual([
      ['GENERAL', ['TITLE_TOO_GENERAL', 'FIELD_MISMATCH']],
      ['EVIDENCE', ['EVIDENCE_UNREADABLE']],
    ]);
  });

  it('are sent in the order of the library, with their notes or none', () => {
    const picked = { ...NOTHING_PICKED, codes: ['FIELD_MISMATCH', 'EVIDENCE_UNREADABLE'], notes: { FIELD_MISMATCH: '  ', EVIDENCE_UNREADABLE: ' Tệp số 2 bị mờ. ' } };
    expect(pickedFaults(LIBRARY, picked).map(({ code, note }) => [code, note])).toEqual([['EVIDENCE_UNREADABLE', 'Tệp số 2 bị mờ.'], ['FIELD_MISMATCH', null]]);
  });

  it('keep the note of a reason that is unticked and ticked again', () => {
    const once = { ...toggle(NOTHING_PICKED, 'FIELD_MISMATCH'), notes: { FIELD_MISMATCH: 'Lĩnh vực y tế' } };
    const off = toggle(once, 'FIELD_MISMATCH');
    expect(pickedFaults(LIBRARY, off)).toEqual([]);
    expect(pickedFaults(LIBRARY, toggle(off, 'FIELD_MISMATCH'))).toEqual([{ code: 'FIELD_MISMATCH', section: 'GENERAL', note: 'Lĩnh vực y tế' }]);
  });
});
