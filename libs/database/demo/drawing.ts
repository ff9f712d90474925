import { crc32, deflateSync } from 'node:zlib';

/** Bars of a diagram, each 0 to 1; the same for the same text. */
export function barsOf(text: string): number[] {
  let seed = crc32(text);
  return Array.from({ length: 8 }, () => {
    // A linear congruential step (Numerical Recipes): enough to make diagrams look different.
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return 0.2 + (0.75 * seed) / 2 ** 32;
  });
}

const WIDTH = 480;
const HEIGHT = 320;
const MARGIN = 24;

type Colour = readonly [red: number, green: number, blue: number];
const PAPER: Colour = [250, 248, 242];
const AXIS: Colour = [90, 90, 96];
const BAR: Colour = [31, 111, 139];
const ACCENT: Colour = [217, 119, 6];

/** A small picture of a bar diagram, as PNG. */
export function picture(text: string): Buffer {
  const bars = barsOf(text);
  const barWidth = (WIDTH - 2 * MARGIN) / bars.length;
  const ground = HEIGHT - MARGIN;
  const colourAt = (x: number, y: number): Colour => {
    if (x < MARGIN || x >= WIDTH - MARGIN || y < MARGIN || y > ground) return PAPER;
    if (y === ground || x === MARGIN) return AXIS;
    const index = Math.floor((x - MARGIN) / barWidth);
    const isGap = (x - MARGIN) % barWidth > barWidth * 0.7;
    const top = ground - (bars[index] ?? 0) * (HEIGHT - 2 * MARGIN);
    if (isGap || y < top) return PAPER;
    return index === bars.length - 1 ? ACCENT : BAR;
  };

  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3));
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) rows.set(colourAt(x, y), y * (1 + WIDTH * 3) + 1 + x * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // 8 bits a channel, RGB, the only compression and filter there are, not interlaced.
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
