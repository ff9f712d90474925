import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, MigrationHistoryError, pendingMigrations } from '@kit/database';
import { useKitDatabase } from './kit-database.js';

const server = useKitDatabase();
let directory: string;

const put = (name: string, text: string): Promise<void> => writeFile(join(directory, name), text);
const run = (): Promise<readonly string[]> => migrate(server.ownerUrl, server.appRole, { directory });
const applied = () => server.query('select version, name from schema_migration order by version');

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'khoi-migrations-'));
  await server.query('drop schema public cascade');
  await server.query('create schema public');
  await put('0001-first.sql', 'create table first (n int); insert into first values (1);');
  await put('0002-second.sql', "create function khoi_grant_application(role text) returns void language plpgsql as $$ begin execute format('grant usage on schema public to %I; grant select on first to %I', role, role); end $$;");
});

afterEach(() => rm(directory, { recursive: true }));

describe('migrate', () => {
  it('runs what is new, in order, once, and remembers it', async () => {
    expect(await pendingMigrations(server.appUrl, directory)).toEqual(['0001-first.sql', '0002-second.sql']);
    expect(await run()).toEqual(['0001-first.sql', '0002-second.sql']);
    expect(await run()).toEqual([]);
    expect(await applied()).toEqual([{ version: 1, name: '0001-first.sql' }, { version: 2, name: '0002-second.sql' }]);
    expect(await pendingMigrations(server.ownerUrl, directory)).toEqual([]);
  });

  it('gives the application role its rights', async () => {
    await run();
    expect(await server.query('select has_table_privilege($1, $2, $3) as may', [server.appRole, 'first', 'select'])).toEqual([{ may: true }]);
  });

  it('lets a second migrator wait and find nothing to do', async () => {
    await put('0003-slow.sql', 'select pg_sleep(0.3); create table third (n int);');
    const results = await Promise.all([run(), run(), run()]);
    expect(results.map((names) => names.length).sort()).toEqual([0, 0, 3]);
  });

  it('refuses a file that was changed after it ran', async () => {
    await run();
    await put('0001-first.sql', 'create table first (n bigint);');
    await expect(run()).rejects.toThrow(new MigrationHistoryError('0001-first.sql was changed after it ran'));
  });

  it('does not mind Windows line ends', async () => {
    await put('0003-lines.sql', '-- one\nselect 1;\n');
    await run();
    await put('0003-lines.sql', '-- one\r\nselect 1;\r\n');
    expect(await run()).toEqual([]);
  });

  it('undoes the whole failing file, keeps the ones before, and names the line', async () => {
    await put('0003-broken.sql', 'create table third (n int);\ncreate table fourth (\n  n integger\n);');
    await expect(run()).rejects.toThrow('0003-broken.sql, line 3: type "integger" does not exist');
    expect(await applied()).toHaveLength(2);
    expect(await server.query("select to_regclass('third') as third")).toEqual([{ third: null }]);
  });

  it('refuses a file that comes before one that already ran, and a database newer than the files', async () => {
    await put('0004-fourth.sql', 'select 4;');
    await run();
    await put('0003-third.sql', 'select 3;');
    await expect(run()).rejects.toThrow('0003-third.sql comes before a migration that already ran');
    await rm(join(directory, '0003-third.sql'));
    await rm(join(directory, '0004-fourth.sql'));
    await expect(run()).rejects.toThrow('0004-fourth.sql, which this release does not know');
  });

  it('refuses a misnamed file and a number used twice', async () => {
    await put('0002-again.sql', 'select 2;');
    await expect(run()).rejects.toThrow('two migrations have the number of 0002-second.sql');
    await rm(join(directory, '0002-again.sql'));
    await put('3-third.sql', 'select 3;');
    await expect(run()).rejects.toThrow('3-third.sql is not named like 0001-what-it-does.sql');
  });
});

describe('the migrations of the product', () => {
  it('run on an empty database, and leave nothing to do', async () => {
    await migrate(server.ownerUrl, server.appRole);
    expect(await pendingMigrations(server.appUrl)).toEqual([]);
  });
});
