import { describe, expect, it } from '@jest/globals';
import { nfc } from '@kit/text';
import { findReason, REASONS, reasonsOf, reasonText } from './reasons.js';
import { DOSSIER_SECTIONS } from './terms.js';

describe('the library of reasons', () => {
  it('refuses recognition only on the five grounds of Articles 3 and 4 of Decree 13/2012', () => {
    expect(reasonsOf('RECOGNITION_REFUSAL').map((reason) => reason.code)).toEqual([
      'NOT_NEW', 'NOT_APPLIED', 'NO_PRACTICAL_BENEFIT', 'AGAINST_PUBLIC_ORDER', 'IP_PROTECTED',
    ]);
  });

  it('refuses acceptance only on the three grounds of Article 6 of Decree 13/2012', () => {
    expect(reasonsOf('FORMAL_REFUSAL').map((reason) => reason.code)).toEqual(['NOT_CORRECTED', 'NO_RIGHT_TO_FILE', 'FILED_LATE']);
  });

  it('cites the rule for every refusal', () => {
    const refusals = [...reasonsOf('FORMAL_REFUSAL'), ...reasonsOf('RECOGNITION_REFUSAL')];
    expect(refusals.filter((reason) => reason.legalBasis === null)).toEqual([]);
  });

  it('tells in both languages how each formal fault is mended', () => {
    expect(reasonsOf('FORMAL_FAULT').filter((reason) => !reason.fixVi || !reason.fixEn)).toEqual([]);
  });

  it('has each code once, and texts in NFC', () => {
    expect(new Set(REASONS.map((reason) => reason.code)).size).toBe(REASONS.length);
    const texts = REASONS.flatMap(({ vi, en, fixVi = '', fixEn = '', legalBasis }) => [vi, en, fixVi, fixEn, legalBasis ?? '']);
    expect(texts.filter((text) => text !== nfc(text))).toEqual([]);
  });

  it('reaches every section the formal check looks at', () => {
    const sections = new Set(reasonsOf('FORMAL_FAULT').map((reason) => reason.section));
    expect(DOSSIER_SECTIONS.filter((section) => !sections.has(section))).toEqual(['DECLARATION']);
  });

  it('finds a code only under its own kind', () => {
    expect(findReason('FORMAL_REFUSAL', 'FILED_LATE')?.section).toBe('APPLICATION');
    expect(findReason('FORMAL_FAULT', 'FILED_LATE')).toBeNull();
    expect(findReason('FORMAL_FAULT', '__proto__')).toBeNull();
  });

  it('speaks the language of the reader', () => {
    expect(reasonText('NOT_NEW', 'en')).toBe('The solution is not new at the base.');
    expect(reasonText('NOT_NEW', 'vi')).toBe('Giải pháp không có tính mới trong phạm vi cơ sở.');
    expect(reasonText('RETIRED_CODE', 'vi')).toBe('RETIRED_CODE');
  });
});
