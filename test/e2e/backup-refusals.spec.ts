import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Config } from '@kit/config';
import pg from 'pg';
import { createBackup } from '../../apps/console/src/backup/create.action.js';
import { verifyBackup } from '../../apps/console/src/backup/read.action.js';
import { restoreBackup, type RestoreOptions } from '../../apps/console/src/backup/restore.action.js';
import { heard, type Machine, newMachine, PASSPHRASE, rowHashes } from '../setup/backup.js';
import { fillSmallWard } from '../factories/backup.js';

const CREATE = { to: 'folder', rewrite: false } as const;
const RESTORE: RestoreOptions = { from: 'folder', replace: true, safetyBackup: false };

let source: Machine;
let target: Machine;
let before: Record<string, string>;
let name: string;
let pristine: string;
let ownFiles: string;

/** The first sentence of the error, or what came instead. */
async function refusal(work: () => Promise<unknown>): Promise<string> {
  try {
    await heard(work);
    return 'nothing was refused';
  } catch (error) {
    return (error as Error).message;
  }
}

const place = (...parts: string[]): string => join(target.config.backupDir, ...parts);
const inSet = (...parts: string[]): string => place('sets', name, ...parts);

function flip(file: string, at = Math.floor(statSync(file).size / 2)): void {
  const bytes = readFileSync(file);
  bytes[at]! ^= 1;
  writeFileSync(file, bytes);
}

function anObject(): string {
  const folder = readdirSync(place('objects'))[0]!;
  return place('objects', folder, readdirSync(place('objects', folder))[0]!);
}

beforeAll(async () => {
  source = await newMachine({ isMigrated: true });
  target = await newMachine({ isMigrated: true });
  await fillSmallWard(source, { people: 50, files: 3 });
  await fillSmallWard(target, { people: 5, files: 1, code: 'phuong-khac' });
  await heard(async () => ({ name } = await createBackup(CREATE, source.config)));
  pristine = source.config.backupDir;
  before = await rowHashes(target);
  ownFiles = join(target.folder, 'own-files');
  cpSync(target.config.filesDir, ownFiles, { recursive: true });
}, 120_000);

beforeEach(() => {
  rmSync(place(), { recursive: true, force: true });
  cpSync(pristine, place(), { recursive: true });
  // Files that an interrupted restore brought already would not be asked of the backup again.
  rmSync(target.config.filesDir, { recursive: true, force: true });
  cpSync(ownFiles, target.config.filesDir, { recursive: true });
});

afterAll(async () => {
  await source?.remove();
  await target?.remove();
});

const NOTHING = '\nNothing was restored: the database is exactly as it was before.';

describe('a backup that is not as it was written', () => {
  const CASES: readonly (readonly [what: string, damage: () => void, sentence: RegExp, seen: 'before' | 'during'])[] = [
    ['a flipped byte in a table', () => flip(inSet('tables', 'person')), /^The backup is damaged: the (restored )?table person /, 'during'],
    ['a flipped byte in a file', () => flip(anObject()), /^The backup is damaged: the object of file [0-9a-f-]+ cannot be used \(its content is not what the manifest says\)\./, 'during'],
    ['a missing object', () => rmSync(anObject()), /^The backup is damaged: the object of file [0-9a-f-]+ cannot be used \(it is not there\)\./, 'during'],
    ['a missing table', () => rmSync(inSet('tables', 'person')), /^The backup is damaged: the table person cannot be used \(it is not there\)\./, 'during'],
    ['a table that is cut off', () => truncateSync(inSet('tables', 'person'), 900), /^The backup is damaged: the table person cannot be used \(it is cut off\)\./, 'during'],
    ['a file that is cut off', () => truncateSync(anObject(), 10), /^The backup is damaged: the object of file [0-9a-f-]+ cannot be used/, 'during'],
    ['a flipped byte in the list of files', () => flip(inSet('files')), /^The backup is damaged: the list of files cannot be used/, 'during'],
    ['a flipped byte in the manifest', () => flip(inSet('manifest')), /^The manifest of \S+ is not as it was written\.$/, 'before'],
    ['a flipped byte in the header', () => flip(inSet('header'), 60), /^(The header of \S+ is not as it was written|It cannot be understood what the header of \S+ says)/, 'before'],
    ['a folder that somebody else made', () => { rmSync(inSet(), { recursive: true }); mkdirSync(inSet()); writeFileSync(inSet('notes'), 'x'); }, /^\S+ is not a backup of this product\.$/, 'before'],
    ['a backup that was never finished', () => rmSync(inSet('seal')), /^The backup \S+ was never finished and cannot be used\.$/, 'before'],
    ['a newer format', () => {
      writeFileSync(inSet('header'), JSON.stringify({ ...JSON.parse(readFileSync(inSet('header'), 'utf8')), format: 2 }));
    }, /^The backup \S+ has format 2; this release reads up to 1\./, 'before'],
  ];

  it.each(CASES)('is recognised: %s', async (_, damage, sentence) => {
    damage();
    expect(await refusal(() => verifyBackup(name, { from: 'folder' }, target.config))).toMatch(sentence);
    expect(existsSync(inSet('verified'))).toBe(false);
  });

  it.each(CASES)('changes nothing in a database it was to replace: %s', async (_, damage, sentence, seen) => {
    damage();
    const said = await refusal(() => restoreBackup(name, RESTORE, target.config));
    expect(said).toMatch(sentence.source.endsWith('$') && seen !== 'before' ? new RegExp(sentence.source.slice(0, -1)) : sentence);
    expect(said.endsWith(NOTHING)).toBe(seen !== 'before');
    expect(await rowHashes(target)).toEqual(before);
    expect(existsSync(target.config.maintenanceFile)).toBe(false);
    expect(await target.sql('select * from operation.maintenance')).toEqual([]);
  }, 60_000);
});

describe('a wrong key', () => {
  const encrypted = async (work: (name: string, config: Config) => Promise<unknown>): Promise<string> => {
    let made = '';
    await heard(async () => ({ name: made } = await createBackup(CREATE, source.with({ BACKUP_KEY: PASSPHRASE, BACKUP_DIR: place() }))));
    return refusal(() => work(made, target.with({ BACKUP_KEY: 'mot cum tu hoan toan khac' })));
  };

  it('opens nothing, and says so', async () => {
    const sentence = 'The backup is encrypted, and the passphrase in BACKUP_KEY does not open it.';
    expect(await encrypted((made, config) => verifyBackup(made, { from: 'folder' }, config))).toBe(sentence);
    expect(await encrypted((made, config) => restoreBackup(made, RESTORE, config))).toBe(sentence);
    expect(await encrypted((made) => verifyBackup(made, { from: 'folder' }, target.config))).toMatch(/^The backup \S+ is encrypted: set BACKUP_KEY to its passphrase\.$/);
    expect(await rowHashes(target)).toEqual(before);
  }, 60_000);
});

describe('a restore', () => {
  it('does not replace anything unasked', async () => {
    expect(await refusal(() => restoreBackup(name, { ...RESTORE, replace: false }, target.config)))
      .toBe('The database is not empty. To replace what is in it, add --replace; it is set aside as a backup first.');
    expect(await refusal(() => restoreBackup('2020-01-01t000000z-00000000', RESTORE, target.config))).toMatch(/^There is no backup "2020-01-01t000000z-00000000" in /);
    expect(await refusal(() => restoreBackup(undefined, RESTORE, target.with({ BACKUP_DIR: join(target.folder, 'nowhere') })))).toMatch(/^There is no whole backup in .+nowhere\.$/);
    expect(await refusal(() => restoreBackup(name, { ...RESTORE, from: 'store' }, target.config))).toMatch(/^There is no object store: set S3_ENDPOINT/);
  });

  it('refuses the backup of a newer release before it touches anything', async () => {
    await source.sql("insert into schema_migration (version, name, sha256) values (9000, '9000-of-tomorrow.sql', repeat('a', 64))");
    let made = '';
    await heard(async () => ({ name: made } = await createBackup(CREATE, source.with({ BACKUP_DIR: place() }))));
    await source.sql('delete from schema_migration where version = 9000');
    expect(await refusal(() => restoreBackup(made, RESTORE, target.config))).toMatch(
      /does not fit this release: it has had 9000-of-tomorrow\.sql, which this release does not know\. Restore it with the release that wrote it, or a newer one\.$/);
  });

  it('sets aside what it replaces, and brings that back just so', async () => {
    const said = await heard(() => restoreBackup(name, { ...RESTORE, safetyBackup: true }, target.config));
    const safety = /What was there is the backup (\S+)/.exec(said)![1]!;
    expect(await target.sql('select code from tenant')).toEqual([{ code: 'phuong-thu' }]);
    await heard(() => restoreBackup(safety, RESTORE, target.config));
    expect(await target.sql('select code from tenant')).toEqual([{ code: 'phuong-khac' }]);
    const { audit_event: _, ...rest } = await rowHashes(target);
    const { audit_event: __, ...was } = before;
    expect(rest).toEqual(was);
    before = await rowHashes(target);
  }, 60_000);

  it('is not begun while a backup or another restore is under way', async () => {
    const other = new pg.Client({ connectionString: target.ownerUrl });
    await other.connect();
    await other.query('select pg_advisory_lock($1, 3)', [0x4b484f49]);
    const sentence = 'Another backup or restore of this database is under way.';
    expect(await refusal(() => createBackup(CREATE, target.config))).toBe(sentence);
    expect(await refusal(() => restoreBackup(name, RESTORE, target.config))).toBe(sentence);
    await other.end();
  });
});

describe('a backup', () => {
  it('names the files the store has lost, and keeps everything else', async () => {
    const [lost, changed] = await source.sql<{ id: string; key: string }>('select id::text, storage_key as key from file order by id limit 2');
    const bytes = readFileSync(join(source.config.filesDir, lost!.key));
    const config = source.with({ BACKUP_DIR: mkdtempSync(join(source.folder, 'lost-')) });
    rmSync(join(source.config.filesDir, lost!.key));
    flip(join(source.config.filesDir, changed!.key));
    let made: Awaited<ReturnType<typeof createBackup>> | undefined;
    await heard(async () => { made = await createBackup(CREATE, config); });
    expect(process.exitCode).toBe(3);
    process.exitCode = undefined;
    expect(made!.manifest.files.damaged).toEqual([
      { ...lost, reason: 'its bytes are not in the store' }, { ...changed, reason: 'its bytes in the store are not those its row tells of' },
    ]);
    expect(await heard(() => verifyBackup(undefined, { from: 'folder' }, config))).toMatch(/2 files were missing in the store already when it was made\./);
    writeFileSync(join(source.config.filesDir, lost!.key), bytes);
    flip(join(source.config.filesDir, changed!.key));
  }, 60_000);

  it('shares objects with earlier ones, keeps the newest and the newest verified, and forgets what nobody needs', async () => {
    const config = source.with({ BACKUP_DIR: mkdtempSync(join(source.folder, 'keep-')), BACKUP_KEY: PASSPHRASE });
    const objects = (): string[] => readdirSync(join(config.backupDir, 'objects'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => one.name);
    const names: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      await heard(async () => names.push((await createBackup(CREATE, config)).name));
      if (turn === 0) await heard(() => verifyBackup(names[0], { from: 'folder' }, config));
      expect(objects()).toHaveLength(3);
    }
    const orphan = join(config.backupDir, 'objects', 'ab', 'ab'.repeat(32));
    mkdirSync(join(orphan, '..'), { recursive: true });
    writeFileSync(orphan, 'x');
    utimesSync(orphan, 0, 0);
    await heard(async () => names.push((await createBackup({ ...CREATE, keep: 2 }, config)).name));
    expect(readdirSync(join(config.backupDir, 'sets')).sort()).toEqual([names[0], names[3], names[4]]);
    expect(objects()).toHaveLength(3);
    for (const kept of readdirSync(join(config.backupDir, 'sets'))) await heard(() => verifyBackup(kept, { from: 'folder' }, config));
  }, 120_000);

  it('onto a full disk says so and leaves nothing that looks whole', async () => {
    const small = mkdtempSync(join(tmpdir(), 'khoi-small-'));
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', small]).status === 0;
    try {
      // Where no small disk can be had, a disk that takes nothing is the nearest to it.
      if (!mounted) rmSync(small, { recursive: true });
      const full = mounted ? small : '/proc/khoi-backups';
      const config = source.with({ BACKUP_DIR: full });
      const sentence = await refusal(() => createBackup(CREATE, config));
      expect(sentence).toMatch(mounted ? /^The backup could not be written to .+: the disk is full\.$/ : /^The backup could not be written to .+: .+\.$/);
      expect(await refusal(() => verifyBackup(undefined, { from: 'folder' }, config))).toMatch(/^There is no whole backup in /);
    } finally {
      if (mounted) spawnSync('umount', [small]);
      rmSync(small, { recursive: true, force: true });
    }
  }, 60_000);
});
