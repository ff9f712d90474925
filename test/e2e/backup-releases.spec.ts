import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createBackup, type CreatedBackup, restoreDatabase, silent, withOwner } from '@kit/backup';
import { migrate, repositoryRoot } from '@kit/database';
import { createBackup as createByConsole } from '../../apps/console/src/backup/create.action.js';
import { productStore, repositoryAt } from '../../apps/console/src/backup/places.js';
import { productData } from '../../apps/console/src/backup/product-data.js';
import { rehearseRestore } from '../../apps/console/src/backup/rehearse.action.js';
import { restoreBackup } from '../../apps/console/src/backup/restore.action.js';
import { fillSmallWard } from '../factories/backup.js';
import { expectWholeMachine, heard, type Machine, newMachine, rowHashes } from '../setup/backup.js';

const MIGRATIONS = join(repositoryRoot(), 'libs', 'database', 'migrations');
const RESTORE = { from: 'folder', replace: false, safetyBackup: true } as const;
const APP_ROLE = 'khoi_test_app';

let old: Machine;
let today: Machine;
let made: CreatedBackup;

/** The migrations of an earlier release, or of a later one. */
function releaseWith(machine: Machine, last: number, more: Readonly<Record<string, string>> = {}): string {
  const folder = join(machine.folder, `migrations-${last}`);
  mkdirSync(folder);
  for (const file of readdirSync(MIGRATIONS)) if (Number(file.slice(0, 4)) <= last) cpSync(join(MIGRATIONS, file), join(folder, file));
  for (const [file, text] of Object.entries(more)) writeFileSync(join(folder, file), text);
  return folder;
}

beforeAll(async () => {
  old = await newMachine();
  await migrate(old.ownerUrl, APP_ROLE, { directory: releaseWith(old, 10) });
  await fillSmallWard(old, { people: 20, files: 2 });
  today = await newMachine({ backups: old.config.backupDir });
  made = await withOwner(old.ownerUrl, (client) => createBackup(client, {
    store: productStore(old.config), repository: repositoryAt(old.config, 'folder'), product: productData(), progress: silent,
  }));
}, 180_000);

afterAll(async () => {
  await old?.remove();
  await today?.remove();
});

describe('the backup of an older release', () => {
  it('is restored with the schema it had and then migrated to this one', async () => {
    expect(made.manifest.migrations.at(-1)).toMatchObject({ version: 10, name: '0010-grants.sql' });
    await heard(() => restoreBackup(undefined, RESTORE, today.config));
    const names = readdirSync(MIGRATIONS).filter((file) => file.endsWith('.sql')).sort();
    expect((await today.sql<{ name: string }>('select name from schema_migration order by version')).map((row) => row.name)).toEqual(names);
    const [before, after] = [await rowHashes(old), await rowHashes(today)];
    for (const table of ['tenant', 'person', 'org_unit']) expect([table, after[table]]).toEqual([table, before[table]]);
    await expectWholeMachine(today);
  }, 120_000);

  it('keeps when each migration ran first', async () => {
    const applied = 'select version, applied_at from schema_migration where version <= 10 order by version';
    expect(await today.sql(applied)).toEqual(await old.sql(applied));
  });
});

describe('whatever a later release may bring', () => {
  let machine: Machine;

  beforeAll(async () => {
    machine = await newMachine();
    await migrate(machine.ownerUrl, APP_ROLE, { directory: releaseWith(machine, 10, { '0100-tomorrow.sql': `
      CREATE TYPE mood AS ENUM ('GOOD', 'BAD');
      CREATE TABLE ledger (
        number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        label text NOT NULL, doubled text GENERATED ALWAYS AS (label || label) STORED, raw bytea, day date, at timestamptz, part interval, rate double precision,
        moods mood[], extra jsonb, up integer REFERENCES ledger_kind (id) DEFERRABLE INITIALLY DEFERRED
      );`.replace('CREATE TABLE ledger (', 'CREATE TABLE ledger_kind (id serial PRIMARY KEY, "Odd Name" text);\nCREATE TABLE ledger (') + `
      CREATE TABLE loose (word text, n integer);
      CREATE TABLE event_log (id uuid, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
      CREATE TABLE event_log_2026 PARTITION OF event_log FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
      CREATE MATERIALIZED VIEW ledger_sum AS SELECT count(*) AS n FROM ledger;
      CREATE PROCEDURE nothing_much() LANGUAGE sql AS 'SELECT 1';
      CREATE SEQUENCE ticket START 500;` }) });
    await machine.sql(`
      insert into ledger_kind ("Odd Name") values (E'dòng 1\\ndòng 2\\t\\\\ "nháy"'), (null), ('');
      insert into ledger (label, raw, day, at, part, rate, moods, extra, up)
        select 'Mục ' || n, decode('00ff0a5c', 'hex'), '2026-02-28', '2026-03-29 01:30:00.123456+07', '1 mon 2 days 03:00:00.5', 0.1 + n * 1e-17, '{GOOD,BAD}', '{"a": [1, null, "ă"]}', 1 + n % 3
        from generate_series(1, 2000) n;
      insert into loose select chr(97 + n % 3), n % 7 from generate_series(1, 50) n;
      insert into event_log values ('00000000-0000-0000-0000-000000000001', '2026-05-05');
      select nextval('ticket'), nextval('ticket')`);
    await fillSmallWard(machine, { people: 3, files: 1 });
  }, 120_000);

  afterAll(() => machine?.remove());

  it('comes back: identity, generated and odd columns, arrays, partitions, tables without a key, sequences, materialized views', async () => {
    const directory = join(machine.folder, 'migrations-10');
    const repository = repositoryAt(machine.config, 'folder');
    const before = await rowHashes(machine);
    const { name } = await withOwner(machine.ownerUrl, (client) => createBackup(client, { store: productStore(machine.config), repository, product: productData(), progress: silent }));
    await machine.sql("delete from ledger; insert into loose values ('z', 1); drop table event_log");
    await withOwner(machine.ownerUrl, async (client) => restoreDatabase(client, {
      repository, backup: await repository.open(name), product: { ...productData(), afterRestore: [] }, progress: silent, appRole: APP_ROLE, migrationsDirectory: directory,
    }));
    expect(await rowHashes(machine)).toEqual(before);
    expect(await machine.sql('select n::int as n from ledger_sum')).toEqual([{ n: 2000 }]);
    expect(await machine.sql("insert into ledger (label) values ('tiếp') returning number::int, doubled")).toEqual([{ number: 2001, doubled: 'tiếptiếp' }]);
    expect(await machine.sql("select nextval('ticket')::int as ticket, nextval('ledger_kind_id_seq')::int as kind")).toEqual([{ ticket: 502, kind: 4 }]);
    expect(await machine.sql("select condeferred from pg_constraint where conrelid = 'ledger'::regclass and contype = 'f'")).toEqual([{ condeferred: true }]);
  }, 120_000);
});

describe('a rehearsal', () => {
  it('restores into a database of its own and leaves nothing behind', async () => {
    const databases = (): Promise<object[]> => today.sql("select datname from pg_database where datname like 'khoi_rehearsal_%'");
    await heard(() => createByConsole({ to: 'folder', rewrite: false }, today.config));
    const before = await rowHashes(today, ['audit_event']);
    const said = await heard(() => rehearseRestore(undefined, { from: 'folder' }, today.with({ REHEARSAL_URL: process.env['KHOI_TEST_PG_URL']! })));
    expect(said).toMatch(/The backup \S+ can be restored: \d+ rows and 2 files, equal to the manifest; 0 migrations bring it to this release\. It took \d+ s\.\n$/);
    expect(await rowHashes(today, ['audit_event'])).toEqual(before);
    expect(await databases()).toEqual([]);
    expect(await today.sql("select count(*)::int as n from audit_event where action = 'operation.backup-rehearsed'")).toEqual([{ n: 1 }]);
  }, 120_000);

  it('says what it needs when the role may not make a database', async () => {
    await expect(heard(() => rehearseRestore(undefined, { from: 'folder' }, today.config))).rejects.toThrow(
      'This role may not create databases, and a rehearsal needs one of its own. Name a role that may in REHEARSAL_URL, on this server or better on another.');
  }, 60_000);
});
