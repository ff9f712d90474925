import { mkdtempSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CheckStoredFiles, MoveFiles } from '@domain/file';
import { DiskFileStore, type FileStore, FileStore as Store, S3FileStore } from '@kit/files';
import { newId } from '@kit/ids';
import { checkFiles, moveFiles } from '../../apps/console/src/commands/files.action.js';
import { prepareStore } from '../../apps/console/src/commands/store.action.js';
import { dropBucket, s3Environment, s3Settings, s3Store, type StoreUnderTest } from '../contract/stores.js';
import { announce, put, PDF, upload } from '../factories/file.js';
import { anActor, type Actor } from '../factories/identity.js';
import { aWard } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';
import { describeWith } from '../setup/services.js';

describeWith('s3', 'moving all files between the folder and the store', (url) => {
  let folder: string;
  let disk: FileStore;
  let bucket: StoreUnderTest;
  let sender: Actor;
  const app = useApp();

  beforeAll(async () => {
    sender = await anActor(app(), await aWard(app()));
    bucket = await s3Store(url);
    folder = await mkdtemp(join(tmpdir(), 'khoi-moved-'));
    disk = new DiskFileStore(folder);
  }, 60_000);
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await bucket.drop();
  });

  const silent = (): void => undefined;
  const keysIn = async (store: FileStore): Promise<string[]> => {
    const keys: string[] = [];
    for (const place of ['quarantine', 'inspection', 'clean']) for await (const { key } of store.list(place)) keys.push(key);
    return keys.sort();
  };
  const move = (from: FileStore, to: FileStore, keep = false) => app().get(MoveFiles).execute({ from, to, keep }, silent);

  it('proves every file by its checksum, may break off at any point, and loses nothing', async () => {
    const own = app().get(CheckStoredFiles);
    const ready = [await upload(app(), sender), await upload(app(), sender, Buffer.from('Họ tên,Đơn vị\n'), { name: 'a.csv', type: 'text/csv' })];
    const waiting = await announce(sender);
    await put(app(), waiting.url, PDF);
    await announce(sender);
    expect((await own.execute(silent)).count).toEqual({ done: 2, there: 0, absent: 2, missing: 0, damaged: 0 });
    const keys = [...ready.map(({ id }) => `clean/${id}`), `quarantine/${waiting.file.id}`].sort();
    const started = appStore();

    // Into a folder of the test first, to leave the running product what it has.
    expect(await move(started, disk, true)).toEqual({ count: { done: 3, there: 0, absent: 1, missing: 0, damaged: 0 }, faulty: [] });
    expect([await keysIn(started), await keysIn(disk)]).toEqual([keys, keys]);

    let written = 0;
    const breaking = new Proxy(bucket.store, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        if (name !== 'write') return value.bind(target) as unknown;
        return (...given: unknown[]) => {
          written += 1;
          if (written > 2) throw new Error('the machine is switched off');
          return (value as (...given: unknown[]) => unknown).apply(target, given);
        };
      },
    });
    await expect(move(disk, breaking)).rejects.toThrow('the machine is switched off');
    expect([...new Set([...(await keysIn(disk)), ...(await keysIn(bucket.store))])].sort()).toEqual(keys);
    const { count, faulty } = await move(disk, bucket.store);
    expect([count.done + count.there, count.missing, count.damaged, faulty]).toEqual([3, 0, 0, []]);
    expect([await keysIn(disk), await keysIn(bucket.store)]).toEqual([[], keys]);
    expect((await move(disk, bucket.store)).count).toEqual({ done: 0, there: 3, absent: 1, missing: 0, damaged: 0 });

    // A byte that changed in the store is found when it is moved, and nothing is removed.
    await bucket.corrupt(`clean/${ready[0]!.id}`);
    expect(await move(bucket.store, disk)).toEqual({ count: { done: 2, there: 0, absent: 1, missing: 0, damaged: 1 }, faulty: [ready[0]!.id] });
    expect([await keysIn(bucket.store), await disk.exists(`clean/${ready[0]!.id}`)]).toEqual([[`clean/${ready[0]!.id}`], false]);

    // A wrong copy at the target is replaced, and what is nowhere is named.
    await bucket.store.remove(`clean/${ready[0]!.id}`);
    await disk.write(`clean/${ready[0]!.id}`, Readable.from([PDF]), { maxBytes: 1_000 });
    await bucket.store.write(`clean/${ready[1]!.id}`, Readable.from([Buffer.from('something else')]), { maxBytes: 1_000 });
    expect((await move(disk, bucket.store)).count).toMatchObject({ done: 3, damaged: 0 });
    await bucket.store.remove(`clean/${ready[1]!.id}`);
    expect(await move(disk, bucket.store)).toMatchObject({ count: { there: 2, missing: 1 }, faulty: [ready[1]!.id] });
  }, 60_000);

  it('stops when a store is away, and says so', async () => {
    const away = new S3FileStore(s3Settings({ ...s3Environment(url), S3_ENDPOINT: 'http://127.0.0.1:9' }));
    await expect(move(appStore(), away)).rejects.toMatchObject({ code: 'UNAVAILABLE', details: { store: 'AWAY' } });
  });

  it('leaves unfinished parts behind: whoever goes on hears that the upload is over', async () => {
    const { file } = await announce(sender, { name: 'a.mp4', type: 'video/mp4', size: 60 * 1024 * 1024 });
    for (const uploadId of ['2~of-another-store', newId()]) {
      const parts = { key: `quarantine/${file.id}`, uploadId, size: 10, partSize: 10 };
      for (const store of [disk, bucket.store]) await expect(store.receivedParts(parts)).rejects.toMatchObject({ code: 'CONTENT_MISSING' });
    }
  });

  /** The store of the running product. */
  function appStore(): FileStore {
    return app().get(Store as never);
  }
});

describeWith('s3', 'the console', (url) => {
  const folder = mkdtempSync(join(tmpdir(), 'khoi-console-'));
  const app = useApp({ FILES_DIR: folder });
  const environment = s3Environment(url);
  const own = { ...process.env };

  afterAll(async () => {
    process.env = own;
    await dropBucket(s3Settings(environment));
    await rm(folder, { recursive: true });
  });

  it('prepares a bucket, moves all files there and back, and checks them', async () => {
    const sender = await anActor(app(), await aWard(app()));
    const ready = await upload(app(), sender);
    process.env = { ...own, NODE_ENV: 'test', LOG_LEVEL: 'silent', DATABASE_URL: app().databaseUrls.appUrl, FILES_DIR: folder };
    const lines: string[] = [];
    const print = (line: string): void => void lines.push(line);
    await expect(moveFiles({ to: 'store' }, print)).rejects.toThrow('No object store is configured');
    Object.assign(process.env, environment);
    await expect(moveFiles({ to: 'store' }, print)).rejects.toMatchObject({ code: 'UNAVAILABLE', details: { store: 'BUCKET' } });
    await prepareStore(print);
    await moveFiles({ to: 'store' }, print);
    await checkFiles(print);
    const bucket = environment['S3_BUCKET']!;
    expect(lines).toEqual([
      `${bucket}: bucket made`, `${bucket}: versioning present`, `${bucket}: objectLock present`, `${bucket}: lifecycle present`, `${bucket}: cors present`,
      '1 moved and proven by checksum, 0 there already, 0 without bytes yet.', '1 files are as they were received.',
    ]);
    await new S3FileStore(s3Settings(environment)).remove(`clean/${ready.id}`);
    await expect(checkFiles(print)).rejects.toThrow(`1 files are missing and 0 damaged; restore them from a backup: ${ready.id}.`);
    await expect(moveFiles({ to: 'disk' }, print)).rejects.toThrow(ready.id);
  }, 60_000);
});
