import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { newId } from '@kit/ids';
import { DiskFileStore } from './disk-file-store.js';
import { contentMissing, contentTooLarge } from './file-errors.js';

let folder: string;
let store: DiskFileStore;

const bytes = (...parts: string[]): Readable => Readable.from(parts.map((part) => Buffer.from(part)));
const contentOf = async (key: string): Promise<string> => Buffer.concat(await (await store.read(key)).toArray()).toString();
const errorOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'no error', (error: unknown) => error);
const LIMIT = { maxBytes: 100 };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khoi-files-'));
  store = new DiskFileStore(join(folder, 'kho tệp'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('writing', () => {
  it('gives back size and SHA-256 of what passed', async () => {
    expect(await store.write('quarantine/a', bytes('sáng ', 'kiến'), LIMIT))
      .toEqual({ size: 12, sha256: '46ee14ee663fe80d2f5d3b78afd4761ce4453b787c50b797d3d0f4f9a5e47806' });
    expect(await contentOf('quarantine/a')).toBe('sáng kiến');
  });

  it('takes exactly the limit, and stops one byte above it without leaving anything', async () => {
    await store.write('a', bytes('x'.repeat(60), 'x'.repeat(40)), LIMIT);
    let sent = 0;
    const endless = Readable.from((function* () {
      for (;;) {
        sent += 50;
        yield Buffer.alloc(50);
      }
    })());
    expect(contentTooLarge.is(await errorOf(store.write('b', endless, LIMIT)))).toBe(true);
    expect(sent).toBeLessThan(5_000);
    expect(await store.exists('b')).toBe(false);
    expect(await readdir(join(folder, 'kho tệp', '.unfinished'))).toEqual([]);
  });

  it('keeps what was there when the sender breaks off', async () => {
    await store.write('a', bytes('whole'), LIMIT);
    const broken = new Readable({ read() {
      this.push('half');
      this.destroy(new Error('the line is cut'));
    } });
    await expect(store.write('a', broken, LIMIT)).rejects.toThrow('the line is cut');
    expect(await contentOf('a')).toBe('whole');
    expect(await readdir(join(folder, 'kho tệp', '.unfinished'))).toEqual([]);
  });

  it('lets one of many concurrent writers win whole', async () => {
    const texts = Array.from({ length: 10 }, (_, n) => String(n).repeat(90));
    await Promise.all(texts.map((text) => store.write('a', bytes(text.slice(0, 50), text.slice(50)), LIMIT)));
    expect(texts).toContain(await contentOf('a'));
  });

  it('says the service is unavailable when the folder cannot be written', async () => {
    await writeFile(join(folder, 'in-the-way'), '');
    expect(await errorOf(new DiskFileStore(join(folder, 'in-the-way', 'x')).write('a', bytes('x'), LIMIT))).toMatchObject({ code: 'UNAVAILABLE' });
  });
});

describe('keys', () => {
  it.each(['', '/', '../a', 'a/../b', 'a//b', '/etc/passwd', 'a/', '.unfinished/x', 'a\\b', 'A', 'a\0', 'a.txt', 'a b', 'tệp', 'a/'.repeat(7) + 'a'])(
    'refuse %p', async (key) => {
      for (const use of [store.write(key, bytes('x'), LIMIT), store.read(key), store.exists(key), store.remove(key), store.move('a', key), store.move(key, 'a')]) {
        await expect(use).rejects.toThrow(TypeError);
      }
    },
  );
});

describe('moving', () => {
  it('takes the bytes along, and may be repeated', async () => {
    const id = newId();
    await store.write(`quarantine/${id}`, bytes('x'), LIMIT);
    await store.move(`quarantine/${id}`, `clean/${id}`);
    await store.move(`quarantine/${id}`, `clean/${id}`);
    expect([await store.exists(`quarantine/${id}`), await contentOf(`clean/${id}`)]).toEqual([false, 'x']);
  });

  it('says so when there is nothing to move or read', async () => {
    expect(contentMissing.is(await errorOf(store.move('quarantine/a', 'clean/a')))).toBe(true);
    expect(contentMissing.is(await errorOf(store.read('quarantine/a')))).toBe(true);
  });
});

describe('removing and listing', () => {
  it('removes, also what is gone already', async () => {
    await store.write('clean/a', bytes('x'), LIMIT);
    await store.remove('clean/a');
    await store.remove('clean/a');
    expect(await store.exists('clean/a')).toBe(false);
  });

  it('lists everything below a folder with its size', async () => {
    await store.write('clean/a', bytes('x'), LIMIT);
    await store.write('clean/sub/b', bytes('xy'), LIMIT);
    await store.write('quarantine/c', bytes('z'), LIMIT);
    const found = [];
    for await (const { key, size } of store.list('clean')) found.push([key, size]);
    expect(found.sort()).toEqual([['clean/a', 1], ['clean/sub/b', 2]]);
    for await (const file of store.list('nothing')) throw new Error(file.key);
  });

  it('does not take a folder for an object', async () => {
    await mkdir(join(folder, 'kho tệp', 'clean'), { recursive: true });
    await symlink('/nowhere', join(folder, 'kho tệp', 'clean', 'dangling'));
    expect([await store.exists('clean'), await store.exists('clean/dangling')]).toEqual([false, false]);
  });
});

describe('sweeping', () => {
  it('removes what dead writes left, and leaves those that may still run', async () => {
    const unfinished = join(folder, 'kho tệp', '.unfinished');
    await mkdir(unfinished, { recursive: true });
    await writeFile(join(unfinished, 'old'), 'x');
    await writeFile(join(unfinished, 'new'), 'x');
    const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1_000);
    await utimes(join(unfinished, 'old'), longAgo, longAgo);
    expect(await store.sweep()).toBe(1);
    expect(await readdir(unfinished)).toEqual(['new']);
  });
});
