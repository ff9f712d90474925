import { describe, expect, it } from '@jest/globals';
import { ByteSigns } from './byte-signs.js';

function signsOf(chunks: readonly Buffer[]): ByteSigns {
  const signs = new ByteSigns();
  for (const chunk of chunks) signs.add(chunk);
  signs.end();
  return signs;
}

/** One byte at a time: nothing may depend on where the network cuts. */
const crumbs = (bytes: Buffer): Buffer[] => [...bytes].map((byte) => Buffer.of(byte));
const VIETNAMESE = Buffer.from('Họ và tên,Đơn vị\r\nNguyễn Thị Ánh,Trạm y tế\n');

describe('the signs of a file', () => {
  it.each([
    ['Vietnamese text', VIETNAMESE, true],
    ['text with a byte order mark', Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), VIETNAMESE]), true],
    ['a NUL', Buffer.of(0x41, 0x00, 0x42), false],
    ['an escape sequence', Buffer.of(0x41, 0x1b, 0x5b), false],
    ['UTF-16', Buffer.of(0xff, 0xfe, 0x41), false],
    ['half a character at the end', Buffer.from('ờ').subarray(0, 2), false],
    ['a binary tail behind much text', Buffer.concat([Buffer.alloc(100_000, 'a'), Buffer.of(0x00)]), false],
  ])('say whether it is text: %s', (_name, bytes, isText) => {
    expect(signsOf([bytes]).isText).toBe(isText);
    if (bytes.length < 1_000) expect(signsOf(crumbs(bytes)).isText).toBe(isText);
  });

  it('count all bytes and keep only the first', () => {
    const signs = signsOf(Array.from({ length: 20 }, (_, n) => Buffer.alloc(10_000, n)));
    expect([signs.size, signs.head.length, signs.head[65_535]]).toEqual([200_000, 65_536, 6]);
  });
});
