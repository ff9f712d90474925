import { describe, expect, it } from '@jest/globals';
import { mentionAt, namedIn, offered, piecesOf, withMention } from './mentions.js';

const chau = { id: '1', fullName: 'Đoàn Minh Châu' };
const hao = { id: '2', fullName: 'Ngô Bích Hảo' };
const members = [chau, hao];

describe('a mention being typed', () => {
  it.each([
    ['@', 1, { at: 0, typed: '' }],
    ['Xin hỏi @đoàn', 13, { at: 8, typed: 'đoàn' }],
    ['Xin hỏi @Đoàn Minh', 18, { at: 8, typed: 'Đoàn Minh' }],
    ['(@n', 3, { at: 1, typed: 'n' }],
    ['thu.ha@example.vn', 10, null],
    ['không có gì', 5, null],
    ['@ châu', 6, null],
    ['@châu, xin cho ý kiến', 12, null],
    ['@một hai ba bốn năm sáu', 23, null],
  ])('in %j at %i is %j', (text, caret, mention) => {
    expect(mentionAt(text, caret)).toEqual(mention);
  });

  it('offers members by any word of the name, without case and marks', () => {
    expect(offered(members, '')).toEqual(members);
    expect(offered(members, 'chau')).toEqual([chau]);
    expect(offered(members, 'hao ngo')).toEqual([hao]);
    expect(offered(members, 'h')).toEqual([hao]);
    expect(offered(members, 'không')).toEqual([]);
  });

  it('is completed with the whole name, and the caret goes behind it', () => {
    const text = 'Xin hỏi @cha về số liệu';
    const done = withMention(text, mentionAt(text, 12)!, chau);
    expect(done).toEqual({ text: 'Xin hỏi @Đoàn Minh Châu về số liệu', caret: 'Xin hỏi @Đoàn Minh Châu '.length });
  });
});

describe('whoever is named', () => {
  it('is found in the text as it stands', () => {
    expect(namedIn('@Ngô Bích Hảo và @Đoàn Minh', members)).toEqual([hao]);
    expect(namedIn('@Ngô Bích Hảo'.normalize('NFD'), members)).toEqual([hao]);
  });

  it('is set off from the rest', () => {
    expect(piecesOf('Nhờ @Đoàn Minh Châu và @Ngô Bích Hảo.', members)).toEqual([
      { text: 'Nhờ ', isMention: false }, { text: '@Đoàn Minh Châu', isMention: true }, { text: ' và ', isMention: false }, { text: '@Ngô Bích Hảo', isMention: true }, { text: '.', isMention: false },
    ]);
    expect(piecesOf('@Ngô Bích Hảo', [])).toEqual([{ text: '@Ngô Bích Hảo', isMention: false }]);
  });
});
