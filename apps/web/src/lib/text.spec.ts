import { describe, expect, it } from '@jest/globals';
import { cleanPastedText, matchRanges, vnNorm } from './text.js';

const found = (text: string, query: string) => matchRanges(text, query).map(([start, end]) => text.slice(start, end));

describe('folding', () => {
  it('ignores case, marks, đ and the Unicode form', () => {
    expect(['Đông Ngạc', 'ĐÔNG NGẠC', 'Đông Ngạc'.normalize('NFD'), 'dong ngac'].map(vnNorm)).toEqual(Array(4).fill('dong ngac'));
  });

  it('reads old and new places of the tone mark alike', () => {
    expect(vnNorm('hoà')).toBe(vnNorm('hòa'));
  });
});

describe('matching', () => {
  it('finds words typed without marks in the original text', () => {
    expect(found('Phân loại rác thải tại nguồn', 'rac thai')).toEqual(['rác', 'thải']);
  });

  it('keeps a decomposed letter whole', () => {
    const text = 'rác thải'.normalize('NFD');
    expect(found(text, 'rac').map((part) => part.normalize('NFC'))).toEqual(['rác']);
  });

  it('joins matches that overlap', () => {
    expect(found('Số hóa', 'so ho hoa')).toEqual(['Số', 'hóa']);
  });

  it('finds nothing for an empty query', () => {
    expect(matchRanges('Số hóa', '  ')).toEqual([]);
  });
});

describe('pasted text', () => {
  it('loses what a word processor hides in it', () => {
    expect(cleanPastedText('Trước\u00a0đây\u200b \r\n\r\n\r\n\r\nnay\u00ad ')).toBe('Trước đây\n\nnay');
  });

  it('is composed', () => {
    expect(cleanPastedText('hiệu quả'.normalize('NFD'))).toBe('hiệu quả');
  });
});
