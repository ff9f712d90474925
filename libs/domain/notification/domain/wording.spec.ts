import { describe, expect, it } from '@jest/globals';
import { letterOf, type MailFacts, type Part, withheldParts, wordsIn } from './wording.js';
import { NOTICE_KINDS, type WordedKind } from './words.js';

const asked: Part = { kind: 'AUTHORSHIP_ASKED', params: { title: 'Số hóa', code: 'SK-2026-0001', shareBp: 6050 }, link: '/ho-so/SK-2026-0001' };
const mail: MailFacts = { locale: 'vi', fullName: 'Lê Thu Hà', tenantName: 'Phường Bến Nghé', publicUrl: 'https://khoi.example', parts: [asked], isDigest: false };

describe('the words of a mail', () => {
  it('in Vietnamese', () => {
    expect(letterOf(mail)).toEqual({
      language: 'vi', subject: 'Đề nghị xác nhận tỷ lệ đóng góp: Số hóa', greeting: 'Kính gửi Ông/Bà Lê Thu Hà,', intro: [],
      items: [{
        sentence: 'Ông/Bà được đề nghị xác nhận tỷ lệ đóng góp trong sáng kiến “Số hóa”.', facts: ['Tỷ lệ của Ông/Bà: 60,5%', 'Mã hồ sơ: SK-2026-0001'],
        action: { label: 'Xem và xác nhận', url: 'https://khoi.example/ho-so/SK-2026-0001' },
      }],
      footer: [{ text: 'Thư tự động từ hệ thống Khơi của Phường Bến Nghé. Vui lòng không trả lời thư này.' }, { text: 'Chọn cách nhận thư', url: 'https://khoi.example/tai-khoan' }],
    });
  });

  it('in English, leaving out facts that are not there', () => {
    const letter = letterOf({ ...mail, locale: 'en', parts: [{ kind: 'SESSION_CONVENED', params: { title: 'Session 1', heldOn: '2026-12-01', place: null }, link: null }] });
    expect([letter.subject, letter.items]).toEqual(['Invitation to the session: Session 1', [
      { sentence: 'You are invited to the session “Session 1” of the council.', facts: ['Held on: 01/12/2026'], action: null },
    ]]);
  });

  it('of several deadlines, and of a digest', () => {
    const parts: Part[] = [asked, { kind: 'DEADLINE_FORMAL_CHECK', params: { title: 'A', dueOn: '2026-11-23' }, link: null }];
    expect([letterOf({ ...mail, parts }).subject, letterOf({ ...mail, parts, isDigest: true }).subject, letterOf({ ...mail, parts, isDigest: true }).intro]).toEqual([
      'Nhắc hạn: 2 việc sắp đến hạn', 'Khơi: 2 thông báo trong ngày', ['Dưới đây là các thông báo kể từ bản tin trước.'],
    ]);
  });

  it('write what they are given as text: braces in a title are not filled in', () => {
    const letter = letterOf({ ...mail, parts: [{ ...asked, params: { ...asked.params, title: '{shareBp:share} $& {code}' } }] });
    expect(letter.subject).toBe('Đề nghị xác nhận tỷ lệ đóng góp: {shareBp:share} $& {code}');
  });

  it('without the facts for whoever may not know them', () => {
    expect(letterOf({ ...mail, parts: withheldParts([asked], 'vi') }).items).toEqual([
      { sentence: 'Ông/Bà được đề nghị xác nhận tỷ lệ đóng góp trong sáng kiến “…”.', facts: [], action: null },
    ]);
  });
});

const kinds: readonly WordedKind[] = [
  ...NOTICE_KINDS, 'DEADLINE_FORMAL_CHECK', 'DEADLINE_SUPPLEMENT', 'DEADLINE_RESULT', 'DEADLINE_FILING', 'DEADLINE_SCORING',
];
const PLACES = /\{[^}]*\}/g;

describe.each(['vi', 'en'] as const)('every kind in %s', (locale) => {
  it('has words', () => {
    expect(Object.keys(wordsIn(locale).kinds).sort()).toEqual([...kinds].sort());
    for (const { subject, sentence, action, facts } of Object.values(wordsIn(locale).kinds)) {
      expect([subject, sentence, action, ...facts].filter((text) => text.trim() === '' || text !== text.normalize('NFC') || text.includes('!'))).toEqual([]);
      expect([sentence.at(-1), subject.at(-1) === '.']).toEqual(['.', false]);
    }
  });

  it('asks for the same facts as in the other language', () => {
    const asks = (of: 'vi' | 'en') => Object.fromEntries(Object.entries(wordsIn(of).kinds).map(([kind, { subject, sentence, facts }]) => [
      kind, [subject, sentence, ...facts].map((text) => [...text.matchAll(PLACES)].map(([place]) => place).sort()),
    ]));
    expect(asks(locale)).toEqual(asks('vi'));
  });

  it('knows every role and ground', () => {
    expect(Object.keys(wordsIn(locale).roles).sort()).toEqual(Object.keys(wordsIn('vi').roles).sort());
    expect(Object.keys(wordsIn(locale).grounds).sort()).toEqual(Object.keys(wordsIn('vi').grounds).sort());
  });
});
