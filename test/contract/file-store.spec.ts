import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentMissing, contentTooLarge, type FileStore, type PartsUpload } from '@kit/files';
import { newId } from '@kit/ids';
import { Logger } from '@nestjs/common';
import { describeWith } from '../setup/services.js';
import { diskStore, s3Store, type StoreUnderTest } from './stores.js';

// What the operator reads of each failure is not what these tests are about.
Logger.overrideLogger(false);

const MIB = 1024 * 1024;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const streamOf = (...parts: readonly (Buffer | string)[]): Readable => Readable.from(parts.map((part) => Buffer.from(part)));
const errorOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'no error', (error: unknown) => error);
const contentOf = async (bytes: Readable): Promise<Buffer> => Buffer.concat((await bytes.toArray()) as Buffer[]);

/** What every store must do alike; run against each of them. */
function fileStoreContract(open: () => Promise<StoreUnderTest>): void {
  let tested: StoreUnderTest;
  let store: FileStore;
  const LIMIT = { maxBytes: 64 * MIB };

  beforeAll(async () => {
    tested = await open();
    store = tested.store;
  }, 60_000);
  afterAll(() => tested.drop());

  const keysIn = async (folder: string): Promise<string[]> => {
    const keys: string[] = [];
    for await (const { key } of store.list(folder)) keys.push(key);
    return keys.sort();
  };

  describe('writing and reading', () => {
    it.each([['nothing', 0], ['a byte', 1], ['a part to the byte', 8 * MIB], ['a part and a byte', 8 * MIB + 1], ['three parts', 20 * MIB]])(
      'gives back %s as it came', async (_name, size) => {
        const bytes = randomBytes(size);
        const key = `clean/${newId()}`;
        expect(await store.write(key, streamOf(bytes.subarray(0, 100_000), bytes.subarray(100_000)), LIMIT)).toEqual({ size, sha256: sha256(bytes) });
        expect([await store.sizeOf(key), sha256(await contentOf(await store.read(key)))]).toEqual([size, sha256(bytes)]);
      });

    it('replaces what was there', async () => {
      await store.write('clean/again', streamOf('first'), LIMIT);
      await store.write('clean/again', streamOf('second'), LIMIT);
      expect((await contentOf(await store.read('clean/again'))).toString()).toBe('second');
    });

    it.each([['few', 100, 60], ['many', 20 * MIB, 6 * MIB]])('stops one byte above the limit and leaves nothing, with %s bytes', async (_name, maxBytes, step) => {
      const key = `quarantine/${newId()}`;
      let sent = 0;
      const endless = Readable.from((function* () {
        for (;;) {
          sent += step;
          yield Buffer.alloc(step);
        }
      })());
      expect(contentTooLarge.is(await errorOf(store.write(key, endless, { maxBytes })))).toBe(true);
      expect(sent).toBeLessThanOrEqual(maxBytes + 40 * step);
      expect([await store.exists(key), await keysIn('quarantine')]).toEqual([false, []]);
    });

    it('keeps what was there when the sender breaks off, early or late', async () => {
      await store.write('clean/broken', streamOf('whole'), LIMIT);
      for (const size of [10, 9 * MIB]) {
        const broken = Readable.from((function* () {
          yield Buffer.alloc(size);
          throw new Error('the line is cut');
        })());
        await expect(store.write('clean/broken', broken, LIMIT)).rejects.toThrow('the line is cut');
      }
      expect((await contentOf(await store.read('clean/broken'))).toString()).toBe('whole');
    });

    it('lets one of several concurrent writers win whole', async () => {
      const texts = ['1', '2', '3', '4', '5'].map((digit) => digit.repeat(90));
      await Promise.all(texts.map((text) => store.write('clean/raced', streamOf(text.slice(0, 50), text.slice(50)), LIMIT)));
      expect(texts).toContain((await contentOf(await store.read('clean/raced'))).toString());
    });

    it('breaks before the last bytes when they are not those of the checksum', async () => {
      const bytes = randomBytes(3 * MIB);
      bytes.write('%', 0);
      await store.write('clean/damaged', streamOf(bytes), LIMIT);
      expect(sha256(await contentOf(await store.read('clean/damaged', { sha256: sha256(bytes) })))).toBe(sha256(bytes));
      await tested.corrupt('clean/damaged');
      let read = 0;
      const damaged = (async () => {
        for await (const chunk of await store.read('clean/damaged', { sha256: sha256(bytes) })) read += (chunk as Buffer).length;
      })();
      expect(await errorOf(damaged)).toMatchObject({ code: 'CONTENT_DAMAGED', kind: 'UNAVAILABLE' });
      expect(read).toBeLessThan(bytes.length);
    });

    it('says so when there is nothing', async () => {
      expect(contentMissing.is(await errorOf(store.read('clean/none')))).toBe(true);
      expect([await store.sizeOf('clean/none'), await store.exists('clean/none')]).toEqual([null, false]);
    });
  });

  it.each(['', '/', '../a', 'clean/../../b', 'a//b', '/etc/passwd', 'a/', '.parts/x', 'a\\b', 'A', 'a\0', 'a.txt', 'a b', 'tệp', '%2e%2e/a'])(
    'refuses the key %p everywhere', async (key) => {
      const upload = { key, uploadId: randomUUID(), size: 10, partSize: 10 };
      for (const use of [
        () => store.write(key, streamOf('x'), LIMIT), () => store.read(key), () => store.sizeOf(key), () => store.remove(key),
        () => store.move(key, 'a'), () => store.move('a', key), () => store.beginParts(key, { size: 10, type: 'video/mp4' }), () => store.protect(key, new Date()),
        () => store.finishParts(upload), () => keysIn(key),
      ]) expect((await errorOf((async () => use())())) instanceof TypeError).toBe(true);
    });

  describe('moving, removing and listing', () => {
    it('takes the bytes along, and may be repeated', async () => {
      const id = newId();
      await store.write(`quarantine/${id}`, streamOf('x'), LIMIT);
      await store.move(`quarantine/${id}`, `clean/${id}`);
      await store.move(`quarantine/${id}`, `clean/${id}`);
      expect([await store.exists(`quarantine/${id}`), (await contentOf(await store.read(`clean/${id}`))).toString()]).toEqual([false, 'x']);
      expect(contentMissing.is(await errorOf(store.move('quarantine/none', 'clean/none')))).toBe(true);
    });

    it('removes for good, also what is gone already', async () => {
      await store.write('clean/removed', streamOf('x'), LIMIT);
      await store.remove('clean/removed');
      await store.remove('clean/removed');
      expect(await store.exists('clean/removed')).toBe(false);
    });

    it('lists everything below a folder, and nothing of its neighbour', async () => {
      for (const key of ['listed/a', 'listed/sub/b', 'listedtoo/c']) await store.write(key, streamOf(key), LIMIT);
      const found: [string, number, boolean][] = [];
      for await (const { key, size, modifiedAt } of store.list('listed')) found.push([key, size, Math.abs(Date.now() - modifiedAt.getTime()) < 60_000]);
      expect(found.sort()).toEqual([['listed/a', 8, true], ['listed/sub/b', 12, true]]);
      expect(await keysIn('nothing')).toEqual([]);
    });
  });

  describe('an upload in parts', () => {
    const SIZE = 11 * MIB + 7;
    const bytes = randomBytes(SIZE);
    const partOf = (number: number): Buffer => bytes.subarray((number - 1) * 5 * MIB, number * 5 * MIB);
    const begin = async (key = `quarantine/${newId()}`): Promise<PartsUpload> =>
      ({ key, uploadId: await store.beginParts(key, { size: SIZE, type: 'video/mp4' }), size: SIZE, partSize: 5 * MIB });

    it('goes on after a break, in any order, and becomes one object', async () => {
      const upload = await begin();
      expect(await store.receivedParts(upload)).toEqual([]);
      await store.writePart(upload, 3, streamOf(partOf(3)));
      expect(await store.finishParts(upload)).toEqual([1, 2]);
      const cut = Readable.from((function* () {
        yield partOf(1).subarray(0, MIB);
        throw new Error('the line is cut');
      })());
      await expect(store.writePart(upload, 1, cut)).rejects.toThrow('the line is cut');
      expect([await store.receivedParts(upload), await store.exists(upload.key)]).toEqual([[3], false]);
      await Promise.all([store.writePart(upload, 1, streamOf(partOf(1))), store.writePart(upload, 2, streamOf(partOf(2)))]);
      expect(await store.receivedParts(upload)).toEqual([1, 2, 3]);
      expect(await store.finishParts(upload)).toEqual([]);
      expect(await store.finishParts(upload)).toEqual([]);
      expect(sha256(await contentOf(await store.read(upload.key)))).toBe(sha256(bytes));
    });

    it('takes a part of exactly its length, and the last sending of it', async () => {
      const upload = await begin();
      expect(contentTooLarge.is(await errorOf(store.writePart(upload, 1, streamOf(partOf(1), 'x'))))).toBe(true);
      await store.writePart(upload, 2, streamOf(partOf(2).subarray(1)));
      expect(await store.receivedParts(upload)).toEqual([]);
      for (const number of [0, 4, 1.5, -1]) expect(await errorOf((async () => store.writePart(upload, number, streamOf('x')))())).toBeInstanceOf(RangeError);
      await store.writePart(upload, 1, streamOf(Buffer.alloc(5 * MIB)));
      for (const number of [1, 2, 3]) await store.writePart(upload, number, streamOf(partOf(number)));
      expect(await store.finishParts(upload)).toEqual([]);
      expect(sha256(await contentOf(await store.read(upload.key)))).toBe(sha256(bytes));
    });

    it('is over once it was given up', async () => {
      const upload = await begin();
      await store.writePart(upload, 1, streamOf(partOf(1)));
      await store.abortParts(upload);
      await store.abortParts(upload);
      for (const use of [store.writePart(upload, 2, streamOf(partOf(2))), store.receivedParts(upload), store.finishParts(upload)]) {
        expect(contentMissing.is(await errorOf(use))).toBe(true);
      }
      expect(await store.exists(upload.key)).toBe(false);
    });
  });

  it('sweeps nothing that may still be under way', async () => {
    await store.beginParts(`quarantine/${newId()}`, { size: 10, type: 'video/mp4' });
    expect(await store.sweep()).toBe(0);
  });
}

describe('a folder on disk', () => {
  fileStoreContract(diskStore);
});

describeWith('s3', 'an S3 store', (url) => {
  fileStoreContract(() => s3Store(url));
});
