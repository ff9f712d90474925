import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compoundFileOf } from '../../../../test/factories/archives.js';
import { docx, paragraphs, pdf, xlsx } from '../../../../test/factories/documents.js';
import { formulaDocument, oldTable } from '../../../../test/factories/hostile-files.js';
import { InspectionChild } from '../child-process.js';
import { INSPECTION_LIMITS } from '../limits.js';

const HONEST: readonly [string, Buffer][] = [
  ['a PDF', pdf(['Trang mot', 'Trang hai'])],
  ['a document', docx(paragraphs('Sáng kiến', 'số 2 &amp; 3'))],
  ['a table', xlsx(['Đơn vị', 'Trạm y tế'])],
  ['a document with an object inside', formulaDocument()],
  ['an old table', oldTable()],
  ['an old container', compoundFileOf([{ name: 'Storage' }, { name: 'WordDocument', data: Buffer.alloc(600) }])],
  ['a picture', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')],
];

/** What may happen to bytes on their way, or be done to them: changed, cut, doubled, put together anew. */
const damage = fc.array(fc.oneof(
  fc.record({ kind: fc.constant('set' as const), at: fc.nat(), value: fc.nat(255) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), value: fc.nat(64) }),
  fc.record({ kind: fc.constant('double' as const), at: fc.nat(), value: fc.nat(255) }),
  fc.record({ kind: fc.constant('number' as const), at: fc.nat(), value: fc.constantFrom(0, 1, 0x7fffffff, 0xfffffffe, 0xffffffff) }),
), { minLength: 1, maxLength: 6 });

function damaged(bytes: Buffer, steps: readonly { readonly kind: string; readonly at: number; readonly value: number }[]): Buffer {
  return steps.reduce((now, { kind, at, value }) => {
    const place = now.length === 0 ? 0 : at % now.length;
    if (kind === 'cut') return Buffer.concat([now.subarray(0, place), now.subarray(place + value)]);
    if (kind === 'double') return Buffer.concat([now.subarray(0, place + value), now.subarray(place)]);
    const changed = Buffer.from(now);
    if (kind === 'set' && changed.length > 0) changed[place] = value;
    if (kind === 'number' && place + 4 <= changed.length) changed.writeUInt32LE(value, place);
    return changed;
  }, bytes);
}

let folder: string;
let child: InspectionChild;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khoi-inspect-'));
  child = new InspectionChild(folder, INSPECTION_LIMITS);
});
afterAll(async () => {
  child.stop();
  await rm(folder, { recursive: true });
});

describe('a damaged file', () => {
  it.each(HONEST)('gets an answer and brings nothing down: %s', async (_name, bytes) => {
    const path = join(folder, 'file');
    await fc.assert(fc.asyncProperty(damage, async (steps) => {
      await writeFile(path, damaged(bytes, steps));
      expect((await child.inspect(path)).kind).toBe('INSPECTED');
    }), { numRuns: 200 });
  }, 30_000);
});
