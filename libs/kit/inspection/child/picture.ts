import type { Sharp } from 'sharp';
import { Fault } from './fault.js';

/** Above what telephones take (108 million), below what fills the memory of a reader. */
const MOST_PIXELS = 120_000_000;
/** Pictures that come sharper step by step are held in memory whole. */
const MOST_PIXELS_IN_STEPS = 40_000_000;
const MOST_FRAMES = 500;

/** Everything else is blocked: drawings that are programs (SVG), documents, rare formats with rare holes. */
const LOADERS = ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'];

let loaded: Promise<(path: string) => Sharp> | undefined;

/** Looks at a picture and decodes it once, into nothing. @throws Fault */
export async function checkPicture(path: string): Promise<void> {
  const open = await (loaded ??= load());
  const facts = await open(path).metadata().catch(refuse);
  const pixels = facts.width * facts.height;
  if (pixels > (facts.isProgressive ? MOST_PIXELS_IN_STEPS : MOST_PIXELS)) throw new Fault('BOMB');
  if ((facts.pages ?? 1) > MOST_FRAMES) throw new Fault('BOMB');
  await open(path).resize(16, 16, { fit: 'fill' }).raw().toBuffer().catch(refuse);
}

async function load(): Promise<(path: string) => Sharp> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: LOADERS });
  // A colour profile that does not fit is no reason to refuse; a missing end is.
  return (path) => sharp(path, { limitInputPixels: MOST_PIXELS, sequentialRead: true, failOn: 'error', pages: 1 });
}

function refuse(error: unknown): never {
  throw new Fault(/pixel limit/.test(String(error)) ? 'BOMB' : 'DAMAGED');
}
