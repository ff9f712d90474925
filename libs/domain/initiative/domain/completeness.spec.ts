import { describe, expect, it } from '@jest/globals';
import { errorFactoryOf } from '@kit/errors';
import '../dossier.errors.js';
import { completenessFaults, type CompletenessContext } from './completeness.js';
import type { Dossier } from './dossier.js';
import { aDossier, anAuthor } from './dossier.example.js';

const deadlines = { formalCheckMonths: 1, supplementMonths: 1, considerationMonths: 3, filingYears: 1 };
const context = (given: Partial<CompletenessContext> = {}): CompletenessContext => ({
  rules: { filing: { oneYearRule: 'REJECT' }, deadlines }, today: '2026-11-20', filedOn: '2026-11-20', declarationAccepted: null, ...given,
});
const found = (dossier: Partial<Dossier>, given: Partial<CompletenessContext> = {}): (readonly [string, string, string, unknown?])[] =>
  completenessFaults(aDossier(dossier), context(given)).map(({ code, section, path, details }) =>
    Object.keys(details).length === 0 ? [code, section, path.join('.')] : [code, section, path.join('.'), details]);

describe('what keeps a dossier from being handed in', () => {
  it('is nothing for a complete one', () => {
    expect(completenessFaults(aDossier(), context({ declarationAccepted: true }))).toEqual([]);
  });

  it('is everything at once for an empty one, in the order of the form', () => {
    const empty = aDossier({
      title: 'Sổ tay', kind: null, field: null, submittingUnit: null, firstAppliedOn: null, firstAppliedKind: null, stateBefore: '',
      content: ' \n ', novelty: '', conditions: '', benefitAuthor: '', applicationRecords: [], attachments: [],
    });
    expect(completenessFaults(empty, context({ declarationAccepted: false })).map(({ code, path }) => [code, path[0]])).toEqual([
      ['INITIATIVE_TITLE_LENGTH', 'title'],
      ['INITIATIVE_FIELD_REQUIRED', 'kind'],
      ['INITIATIVE_FIELD_REQUIRED', 'fieldId'],
      ['INITIATIVE_FIELD_REQUIRED', 'submittingUnitId'],
      ['INITIATIVE_FIELD_REQUIRED', 'firstAppliedOn'],
      ['INITIATIVE_FIELD_REQUIRED', 'firstAppliedKind'],
      ['INITIATIVE_FIELD_REQUIRED', 'stateBefore'],
      ['INITIATIVE_FIELD_REQUIRED', 'content'],
      ['INITIATIVE_FIELD_REQUIRED', 'novelty'],
      ['INITIATIVE_FIELD_REQUIRED', 'conditions'],
      ['INITIATIVE_FIELD_REQUIRED', 'benefitAuthor'],
      ['INITIATIVE_APPLICATION_REQUIRED', 'applicationRecords'],
      ['INITIATIVE_DECLARATION_REQUIRED', 'declarationAccepted'],
    ]);
  });

  it('counts the characters of a title as people do', () => {
    expect(found({ title: '𠀀'.repeat(10) })).toEqual([]);
    expect(found({ title: 'Sáng kiến' })).toEqual([['INITIATIVE_TITLE_LENGTH', 'GENERAL', 'title', { length: 9, least: 10, most: 300 }]]);
    expect(found({ title: 'x'.repeat(301) })).toEqual([['INITIATIVE_TITLE_LENGTH', 'GENERAL', 'title', { length: 301, least: 10, most: 300 }]]);
  });

  it('refuses shares of 9,999 (INV-01)', () => {
    const authors = [anAuthor({ shareBp: 5000 }), anAuthor({ personId: 'p-2', role: 'CO_AUTHOR', shareBp: 4999 })];
    expect(found({ authors })).toEqual([['INITIATIVE_SHARES_NOT_100', 'AUTHORS', 'authors', { sumBp: 9999, missingBp: 1 }]]);
  });

  it('names each author who has not consented (INV-03)', () => {
    const authors = [
      anAuthor({ shareBp: 5000 }),
      anAuthor({ personId: 'p-2', role: 'CO_AUTHOR', shareBp: 3000, confirmedAt: null }),
      anAuthor({ personId: 'p-3', role: 'CO_AUTHOR', shareBp: 2000, confirmedAt: null, declinedAt: '2026-11-02T02:00:00Z' }),
    ];
    expect(found({ authors })).toEqual([
      ['INITIATIVE_AUTHOR_UNCONFIRMED', 'AUTHORS', 'authors.1'],
      ['INITIATIVE_AUTHOR_DECLINED', 'AUTHORS', 'authors.2'],
    ]);
  });

  it('asks for the minimum share of the regulation (INV-04)', () => {
    const authors = [anAuthor({ shareBp: 8000 }), anAuthor({ personId: 'p-2', role: 'CO_AUTHOR', shareBp: 2000 })];
    const rules = { filing: { oneYearRule: 'REJECT' as const, minimumShareBp: 3000 }, deadlines };
    expect(found({ authors }, { rules })).toEqual([['INITIATIVE_SHARE_BELOW_MINIMUM', 'AUTHORS', 'authors.1.shareBp', { minimumShareBp: 3000 }]]);
  });

  it('keeps authors off the list of first adopters (INV-02)', () => {
    const adopter = { personId: 'p-1', fullName: 'Nguyễn Thị Ánh', birthDate: null, workplace: null, jobTitle: null, qualification: null, workDone: '' };
    expect(found({ firstAdopters: [{ ...adopter, personId: null }, adopter] })).toEqual([
      ['INITIATIVE_AUTHOR_IS_ADOPTER', 'AUTHORS', 'firstAdopters.1.personId'],
    ]);
  });

  it('refuses a first application in the future', () => {
    expect(found({ firstAppliedOn: '2026-11-21', applicationRecords: aDossier().applicationRecords.map((r) => ({ ...r, appliedFrom: '2026-11-21' })) })).toEqual([
      ['INITIATIVE_FIRST_APPLIED_IN_FUTURE', 'APPLICATION', 'firstAppliedOn', { today: '2026-11-20' }],
      ['INITIATIVE_APPLICATION_IN_FUTURE', 'APPLICATION', 'applicationRecords.0.appliedFrom', { today: '2026-11-20' }],
    ]);
  });

  it('refuses a filing after the year, or warns where the regulation says so (INV-06)', () => {
    const late = { firstAppliedOn: '2025-11-18' };
    expect(completenessFaults(aDossier(late), context())).toEqual([{
      code: 'INITIATIVE_FILED_LATE', section: 'APPLICATION', path: ['firstAppliedOn'], details: { lastDay: '2026-11-18' }, isBlocking: true,
    }]);
    const rules = { filing: { oneYearRule: 'WARN' as const }, deadlines };
    expect(completenessFaults(aDossier(late), context({ rules })).map(({ isBlocking }) => isBlocking)).toEqual([false]);
  });

  it('counts the year to the first submission, not to the supplement', () => {
    expect(found({ firstAppliedOn: '2025-11-18' }, { filedOn: '2026-11-18' })).toEqual([]);
  });

  it('takes the earliest day as the first application', () => {
    expect(found({ firstAppliedOn: '2026-04-01' })).toEqual([
      ['INITIATIVE_APPLIED_BEFORE_FIRST', 'APPLICATION', 'applicationRecords.0.appliedFrom', { firstAppliedOn: '2026-04-01', appliedFrom: '2026-03-02' }],
    ]);
  });

  it('a planned application alone is none, and may lie in the future', () => {
    const planned = aDossier().applicationRecords.map((record) => ({ ...record, status: 'PLANNED' as const, appliedFrom: '2027-01-04' }));
    expect(found({ applicationRecords: planned })).toEqual([['INITIATIVE_APPLICATION_REQUIRED', 'APPLICATION', 'applicationRecords']]);
    expect(found({ applicationRecords: [...aDossier().applicationRecords, ...planned] })).toEqual([]);
  });

  it.each(['AWAITING_BYTES', 'RECEIVED', 'REJECTED', 'EXPIRED'] as const)('waits for evidence that is %s', (fileState) => {
    const attachments = aDossier().attachments.map((attachment) => ({ ...attachment, fileState }));
    expect(found({ attachments })).toEqual([['INITIATIVE_EVIDENCE_NOT_READY', 'EVIDENCE', 'attachments.0', { state: fileState }]]);
  });

  it('has a sentence for every fault in the catalogue', () => {
    const codes = [
      'INITIATIVE_TITLE_LENGTH', 'INITIATIVE_FIELD_REQUIRED', 'INITIATIVE_AUTHORS_EMPTY', 'INITIATIVE_AUTHOR_TWICE',
      'INITIATIVE_SHARE_OUT_OF_RANGE', 'INITIATIVE_SHARE_BELOW_MINIMUM', 'INITIATIVE_SHARES_NOT_100', 'INITIATIVE_AUTHOR_UNCONFIRMED',
      'INITIATIVE_AUTHOR_DECLINED', 'INITIATIVE_AUTHOR_IS_ADOPTER', 'INITIATIVE_FIRST_APPLIED_IN_FUTURE', 'INITIATIVE_APPLICATION_IN_FUTURE',
      'INITIATIVE_APPLIED_BEFORE_FIRST', 'INITIATIVE_FILED_LATE', 'INITIATIVE_APPLICATION_REQUIRED', 'INITIATIVE_EVIDENCE_NOT_READY',
      'INITIATIVE_DECLARATION_REQUIRED',
    ];
    expect(codes.filter((code) => errorFactoryOf(code) === undefined)).toEqual([]);
  });
});
