import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { picture } from './drawing.js';
import { paper } from './paper.js';

describe('a picture of the demo', () => {
  it('is a PNG whose parts carry their check sums', () => {
    const png = picture('tuyen-di-theo-tuan.png');
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    const parts: { type: string; data: Buffer; isSound: boolean }[] = [];
    for (let at = 8; at < png.length;) {
      const length = png.readUInt32BE(at);
      const body = png.subarray(at + 4, at + 8 + length);
      parts.push({ type: body.toString('latin1', 0, 4), data: body.subarray(4), isSound: crc32(body) === png.readUInt32BE(at + 8 + length) });
      at += 12 + length;
    }
    expect(parts.map(({ type, isSound }) => [type, isSound])).toEqual([['IHDR', true], ['IDAT', true], ['IEND', true]]);
    expect([parts[0]!.data.readUInt32BE(0), parts[0]!.data.readUInt32BE(4)]).toEqual([480, 320]);
    expect(inflateSync(parts[1]!.data)).toHaveLength(320 * (1 + 480 * 3));
  });

  it('is the same for the same name, another for another, and small', () => {
    expect(picture('a.png').equals(picture('a.png'))).toBe(true);
    expect(picture('a.png').equals(picture('b.png'))).toBe(false);
    expect(picture('a.png').length).toBeLessThan(20_000);
  });
});

describe('a paper of the demo', () => {
  it('is a PDF whose table leads to every object', () => {
    const text = paper('so-lieu.pdf', 'Trích số liệu').toString('latin1');
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
    const places = text.slice(start).match(/^\d{10} 00000 n $/gm)!.map((row) => Number(row.slice(0, 10)));
    expect(text.startsWith('%PDF-1.4\n')).toBe(true);
    expect(text.slice(start, start + 9)).toBe('xref\n0 7\n');
    expect(places.map((place) => text.slice(place, place + 7))).toEqual(['1 0 obj', '2 0 obj', '3 0 obj', '4 0 obj', '5 0 obj', '6 0 obj']);
    const stream = /<< \/Length (\d+) >>\nstream\n([\s\S]*)\nendstream/.exec(text)!;
    expect(stream[2]).toHaveLength(Number(stream[1]));
  });

  it('has its caption as title, in letters of any language', () => {
    const title = /\/Title <FEFF([0-9A-F]+)>/.exec(paper('a.pdf', 'Giấy xác nhận').toString('latin1'))![1]!;
    expect(Buffer.from(title, 'hex').swap16().toString('utf16le')).toBe('Giấy xác nhận');
  });
});
