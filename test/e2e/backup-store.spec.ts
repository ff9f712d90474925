import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { S3Bucket, S3FileStore } from '@kit/files';
import { createBackup } from '../../apps/console/src/backup/create.action.js';
import { listBackups, verifyBackup } from '../../apps/console/src/backup/read.action.js';
import { restoreBackup } from '../../apps/console/src/backup/restore.action.js';
import { dropBucket, s3Environment, s3Settings } from '../contract/stores.js';
import { fillSmallWard } from '../factories/backup.js';
import { heard, type Machine, newMachine, PASSPHRASE, rowHashes } from '../setup/backup.js';
import { describeWith } from '../setup/services.js';

/** The product keeps its files in the store, and so are its backups. */
describeWith('s3', 'backups in an object store', (url) => {
  const environment = { ...s3Environment(url), BACKUP_KEY: PASSPHRASE };
  const settings = s3Settings(environment);
  const emptied = s3Environment(url);
  const IN_STORE = { from: 'store' } as const;
  const RESTORE = { ...IN_STORE, replace: false, safetyBackup: true } as const;
  let ward: Machine;
  let next: Machine;

  beforeAll(async () => {
    await new S3Bucket(settings, 'http://localhost:3000').prepare();
    await new S3Bucket(s3Settings(emptied), 'http://localhost:3000').prepare();
    [ward, next] = [await newMachine({ isMigrated: true }), await newMachine()];
    await fillSmallWard(ward, { people: 30, files: 3, fileBytes: 7_000_000, store: new S3FileStore(settings) });
  }, 240_000);
  afterAll(async () => {
    await ward?.remove();
    await next?.remove();
    await dropBucket(settings);
    await dropBucket(s3Settings(emptied));
  });

  it('are written, read back, tidied and restored, rows and bytes equal', async () => {
    const config = ward.with(environment);
    await heard(() => createBackup({ to: 'store', rewrite: false }, config));
    const said = await heard(() => createBackup({ to: 'store', rewrite: false, keep: 1 }, config));
    expect(said).toMatch(/Removed: \S+\.\n$/);
    expect(await heard(() => verifyBackup(undefined, IN_STORE, config))).toMatch(/is equal to its manifest: \d+ tables, \d+ rows, 3 files of 21\.0 MB/);
    expect((await heard(() => listBackups(IN_STORE, config))).trimEnd().split('\n')).toHaveLength(1);

    const before = await rowHashes(ward, ['audit_event']);
    const store = new S3FileStore(settings);
    const files = await ward.sql<{ key: string; sha256: string }>('select storage_key as key, sha256 from file');
    for (const { key } of files) await store.remove(key);
    await heard(() => restoreBackup(undefined, RESTORE, next.with(environment)));
    expect(await rowHashes(next, ['audit_event'])).toEqual(before);
    for (const { key, sha256 } of files) for await (const chunk of await store.read(key, { sha256 })) expect(chunk).toBeInstanceOf(Buffer);
  }, 240_000);

  it('in a folder are restored into a store, and the other way round', async () => {
    const folder = next.config.backupDir;
    await heard(() => createBackup({ to: 'folder', rewrite: false }, next.with(environment)));
    const moved = await newMachine({ backups: folder });
    try {
      await heard(() => restoreBackup(undefined, { ...RESTORE, from: 'folder' }, moved.with({ ...emptied, BACKUP_KEY: PASSPHRASE })));
      await heard(() => restoreBackup(undefined, { ...RESTORE, from: 'folder', replace: true, safetyBackup: false }, moved.with({ BACKUP_KEY: PASSPHRASE })));
      expect(await rowHashes(moved, ['audit_event'])).toEqual(await rowHashes(ward, ['audit_event']));
    } finally {
      await moved.remove();
    }
  }, 240_000);

  it('say clearly when the store is not there', async () => {
    const away = ward.with({ ...environment, S3_ENDPOINT: 'http://127.0.0.1:9' });
    await expect(heard(() => createBackup({ to: 'store', rewrite: false }, away))).rejects.toThrow(/nothing answers there/);
    await expect(heard(() => verifyBackup(undefined, IN_STORE, away))).rejects.toThrow(/nothing answers there/);
  }, 240_000);
});
