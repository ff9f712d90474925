import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanText, findTextFault, isCleanText, UncleanTextError } from './index.js';

describe('a text that cannot be stored', () => {
  it.each([
    ['NUL', 'a\u0000b', { code: 'NUL', index: 1 }],
    ['a bell', '\u0007', { code: 'CONTROL', index: 0 }],
    ['a vertical tab', 'ab\u000B', { code: 'CONTROL', index: 2 }],
    ['an escape', '\u001B[31m', { code: 'CONTROL', index: 0 }],
    ['a high surrogate alone', 'a\uD83Db', { code: 'LONE_SURROGATE', index: 1 }],
    ['a low surrogate alone', '\uDE00', { code: 'LONE_SURROGATE', index: 0 }],
    ['a pair the wrong way round', '\uDE00\uD83D', { code: 'LONE_SURROGATE', index: 0 }],
    ['a right-to-left override', 'anh\u202Egpj.exe', { code: 'BIDI_OVERRIDE', index: 3 }],
    ['an isolate', '\u2066x', { code: 'BIDI_OVERRIDE', index: 0 }],
  ])('is refused for %s, with its place', (_, text, fault) => {
    expect(findTextFault(text)).toEqual(fault);
    expect(isCleanText(text)).toBe(false);
    expect(() => cleanText(text)).toThrow(UncleanTextError);
  });

  it('does not repeat the text in the error', () => {
    expect(() => cleanText('bí mật\u0000')).toThrow('The text contains a character that cannot be stored.');
  });
});

describe('a text that may be stored', () => {
  it.each([
    ['NFD letters become NFC', 'Sáng kiến'.normalize('NFD'), 'Sáng kiến'],
    ['tabs and line breaks stay', 'a\tb\nc', 'a\tb\nc'],
    ['line breaks of Windows become \\n', 'a\r\nb\rc', 'a\nb\nc'],
    ['emoji stay whole', '👍🏽 tốt', '👍🏽 tốt'],
    ['spaces are kept', '  hai  ', '  hai  '],
  ])('%s', (_, text, expected) => {
    expect(isCleanText(text)).toBe(true);
    expect(cleanText(text)).toBe(expected);
  });

  it('is the same after a second cleaning, and is well-formed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }).filter(isCleanText), (text) => {
      const clean = cleanText(text);
      expect(cleanText(clean)).toBe(clean);
      expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(clean))).toBe(clean);
    }));
  });
});
