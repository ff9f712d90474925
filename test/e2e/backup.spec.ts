import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_PASSWORD, demoAccounts } from '@database/demo';
import { createBackup } from '../../apps/console/src/backup/create.action.js';
import { listBackups, verifyBackup } from '../../apps/console/src/backup/read.action.js';
import { restoreBackup } from '../../apps/console/src/backup/restore.action.js';
import { demoMachine, expectWholeMachine, heard, type Machine, newMachine, PASSPHRASE, rowHashes, serve } from '../setup/backup.js';

const CREATE = { to: 'folder', rewrite: false } as const;
const RESTORE = { from: 'folder', replace: false, safetyBackup: true } as const;
/** What a restore changes on purpose: sign-ins end, unfinished work goes back to the outbox, and it is written down. */
const TOUCHED = ['session', 'outbox', 'audit_event'];

let ward: Machine;
let empty: Machine;
let rows: Record<string, string>;
let name: string;

beforeAll(async () => {
  ward = await demoMachine();
  const { client, app } = await serve(ward);
  await client().ask('mutation ($input: SignInInput!) { signIn(input: $input) { token } }', { input: { username: demoAccounts()[0]!.username, password: DEMO_PASSWORD } });
  await app.close();
  rows = await rowHashes(ward);
  empty = await newMachine({ backups: ward.config.backupDir });
}, 240_000);

afterAll(async () => {
  await ward?.remove();
  await empty?.remove();
});

describe('a backup of the demo ward', () => {
  it('is made encrypted, told and listed', async () => {
    const config = ward.with({ BACKUP_KEY: PASSPHRASE });
    const said = await heard(async () => ({ name } = await createBackup(CREATE, config)));
    const files = await ward.sql<{ n: number; bytes: number }>("select count(*)::int as n, sum(size)::int as bytes from file where state = 'READY'");
    expect(said).toMatch(new RegExp(`The backup ${name} is in .+: ${Object.keys(rows).length} tables, \\d+ rows, ${files[0]!.n} files of [\\d.]+ [kM]B\\.`));
    expect(await heard(() => listBackups({ from: 'folder' }, config))).toMatch(new RegExp(`^${name}  whole  20\\S+  release \\S+  \\d+ rows  ${files[0]!.n} files of \\S+ \\SB  encrypted\n$`));
    expect(await ward.sql("select action, object_type as type, details->>'tables' as tables from audit_event where action like 'operation.%'"))
      .toEqual([{ action: 'operation.backup-created', type: 'Backup', tables: String(Object.keys(rows).length) }]);
  });

  it('gives nothing away without the passphrase', async () => {
    const told = readFileSync(join(ward.config.backupDir, 'sets', name, 'header'), 'utf8');
    expect(Object.keys(JSON.parse(told) as object)).toEqual(['product', 'format', 'id', 'startedAt', 'encrypted', 'key']);
    for (const entry of ['manifest', 'files', 'tables/person']) {
      expect(readFileSync(join(ward.config.backupDir, 'sets', name, entry)).subarray(0, 22).toString()).toBe('age-encryption.org/v1\n');
    }
  });

  it('is read back in full and found equal', async () => {
    const said = await heard(() => verifyBackup(undefined, { from: 'folder' }, ward.with({ BACKUP_KEY: PASSPHRASE })));
    expect(said).toMatch(new RegExp(`The backup ${name} is equal to its manifest: ${Object.keys(rows).length} tables`));
    expect(await heard(() => listBackups({ from: 'folder' }, ward.with({ BACKUP_KEY: PASSPHRASE })))).toMatch(/ {2}verified 20/);
  });
});

describe('restored into an empty database and an empty folder', () => {
  let said: string;
  beforeAll(async () => {
    said = await heard(() => restoreBackup(undefined, RESTORE, empty.with({ BACKUP_KEY: PASSPHRASE })));
  }, 120_000);

  it('says what it did', () => {
    expect(said).toMatch(new RegExp(`The backup ${name} is restored: \\d+ rows and \\d+ files as of 20.+ Everybody signs in anew\\.`));
  });

  it('has the same rows in every table', async () => {
    const restored = await rowHashes(empty, TOUCHED);
    expect(restored).toEqual(Object.fromEntries(Object.entries(rows).filter(([table]) => !TOUCHED.includes(table))));
    await expectWholeMachine(empty);
  });

  it('adds to the audit that it happened, for the platform and for every ward, and changes no older row', async () => {
    const older = (machine: Machine): Promise<object[]> => machine.sql("select md5(string_agg(a::text, '' order by id)) as hash from audit_event a where action not like 'operation.%'");
    expect(await older(empty)).toEqual(await older(ward));
    expect(await empty.sql("select count(*)::int as rows, count(distinct tenant_id)::int as wards from audit_event where action = 'operation.backup-restored'"))
      .toEqual([{ rows: 4, wards: 3 }]);
  });

  it('has every file with its bytes', async () => {
    const files = await empty.sql<{ key: string; sha256: string }>("select storage_key as key, sha256 from file where state = 'READY'");
    expect(files.length).toBeGreaterThan(10);
    const odd = files.filter(({ key, sha256 }) => createHash('sha256').update(readFileSync(join(empty.config.filesDir, key))).digest('hex') !== sha256);
    expect(odd).toEqual([]);
  });

  it('lets nobody back in with an old sign-in, and everybody with the password', async () => {
    expect(await ward.sql('select count(*)::int as n from session where ended_at is null')).toEqual([{ n: 1 }]);
    expect(await empty.sql('select count(*)::int as n from session where ended_at is null')).toEqual([{ n: 0 }]);
  });

  it('serves the register and files to whoever signs in anew', async () => {
    const { app, url, client } = await serve(empty);
    try {
      const visitor = client();
      expect(await visitor.ask('{ register(first: 1) { totalCount } }')).toEqual({ register: { totalCount: 14 } });
      const author = (await empty.sql<{ username: string; file: string; sha256: string }>(`
        select a.username, f.id::text as file, f.sha256 from file f join account a on a.person_id = f.owner_person_id where f.state = 'READY' order by f.id limit 1`))[0]!;
      await visitor.ask('mutation ($input: SignInInput!) { signIn(input: $input) { token } }', { input: { username: author.username, password: DEMO_PASSWORD } });
      const { downloadLink } = await visitor.ask<{ downloadLink: { url: string } }>('mutation ($id: ID!) { downloadLink(fileId: $id) { url } }', { id: author.file });
      const bytes = Buffer.from(await (await fetch(new URL(downloadLink.url, url))).arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(author.sha256);
    } finally {
      await app.close();
    }
  });

  it('still refuses what the guards refuse', async () => {
    const refusal = (text: string): Promise<string> => empty.sql(text).then(() => 'done', (error: Error) => error.message);
    expect(await refusal('update audit_event set action = action')).toBe('KHOI:APPEND_ONLY audit_event refuses UPDATE');
    expect(await refusal("update initiative set title = title || ' (sửa)' where state = 'RECOGNISED'")).toMatch(/^KHOI:/);
    expect(await refusal("update file set sha256 = repeat('0', 64) where state = 'READY'")).toMatch(/^KHOI:FILE_FINAL/);
    expect(await refusal('delete from person where id in (select owner_person_id from file)')).toMatch(/violates foreign key constraint/);
    expect(await empty.sql("select count(*)::int as off from pg_trigger where not tgisinternal and tgenabled <> 'O'")).toEqual([{ off: 0 }]);
    expect(await empty.sql('select count(*)::int as open from pg_constraint where not convalidated')).toEqual([{ open: 0 }]);
  });

  it('has the schema, the rights and the numbering of a database that was migrated', async () => {
    const schema = `select string_agg(told, e'\\n' order by told) as told from (
      select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as told from pg_constraint where connamespace = 'public'::regnamespace
      union all select indexdef from pg_indexes where schemaname = 'public'
      union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
      union all select format('%s %s', relname, relacl::text) from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'S')) t`;
    expect(await empty.sql(schema)).toEqual(await ward.sql(schema));
    expect(await empty.sql('select * from number_sequence order by 1, 2, 3')).toEqual(await ward.sql('select * from number_sequence order by 1, 2, 3'));
  });
});
