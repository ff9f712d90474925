import type { Config } from '@kit/config';
import { MigrationError, pendingMigrations } from '@kit/database';
import pg from 'pg';
import { error, ok, warning, type Check, type Finding } from './finding.js';

const LEAST_VERSION = 180_000;
const EXTENSIONS = ['btree_gist', 'pg_trgm', 'unaccent'] as const;
const MOST_SKEW_SECONDS = 5;
const MIGRATE = ['Vui lòng chạy “console migrate”.', 'Run "console migrate".'] as const;

/** The server, what it is made for, and what our roles may do there. */
export function databaseChecks(config: Config, env: Readonly<Record<string, string | undefined>>): readonly Check[] {
  const as = <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => withClient(config.databaseUrl, work);
  const isMigrated = async (): Promise<boolean> => (await pendingMigrations(config.databaseUrl)).length === 0;
  return [
    { part: 'database', run: () => as(server) },
    { part: 'migrations', run: () => migrations(config.databaseUrl) },
    { part: 'roles', run: async () => ((await isMigrated()) ? as(applicationRole) : []) },
    { part: 'roles', run: () => ownerRole(config, Boolean(env['DATABASE_OWNER_URL'] || env['DATABASE_OWNER_URL_FILE'])) },
  ];
}

interface ServerFacts {
  readonly version: number;
  readonly name: string;
  readonly encoding: string;
  readonly has_vietnamese: boolean;
  readonly missing: readonly string[];
  readonly now: Date;
  readonly careless: readonly string[];
  readonly connections: number;
  readonly used: number;
}

async function server(client: pg.Client): Promise<readonly Finding[]> {
  const before = Date.now();
  const { rows: [facts] } = await client.query<ServerFacts>(`
    SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS name,
      current_setting('server_encoding') AS encoding, clock_timestamp() AS now,
      EXISTS (SELECT FROM pg_collation WHERE collname = 'vi-x-icu') AS has_vietnamese,
      ARRAY(SELECT e.name FROM unnest($1::text[]) AS e(name) WHERE e.name NOT IN (SELECT a.name FROM pg_available_extensions a) ORDER BY 1) AS missing,
      ARRAY(SELECT s.name FROM unnest(ARRAY['fsync', 'full_page_writes', 'synchronous_commit']) AS s(name) WHERE current_setting(s.name) = 'off') AS careless,
      current_setting('max_connections')::int AS connections, (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS used`, [EXTENSIONS]);
  if (facts === undefined) throw new Error('the database told nothing');
  const skew = Math.round((facts.now.getTime() - (before + Date.now()) / 2) / 1_000);
  const findings: Finding[] = [];
  if (facts.version < LEAST_VERSION) {
    findings.push(error('database', [`PostgreSQL ${facts.name} quá cũ.`, `PostgreSQL ${facts.name} is too old.`], [
      'Vui lòng nâng lên PostgreSQL 18.', 'Upgrade to PostgreSQL 18.',
    ]));
  }
  if (facts.encoding !== 'UTF8') {
    findings.push(error('database', [`Bảng mã là ${facts.encoding}, không giữ được chữ Việt.`, `The encoding is ${facts.encoding}, which cannot keep Vietnamese text.`], [
      'Vui lòng tạo lại cơ sở dữ liệu với ENCODING UTF8.', 'Make the database anew with ENCODING UTF8.',
    ]));
  }
  if (!facts.has_vietnamese) {
    findings.push(error('database', ['Máy chủ không có cách sắp xếp tiếng Việt (vi-x-icu).', 'The server has no Vietnamese collation (vi-x-icu).'], [
      'Vui lòng dùng bản PostgreSQL có ICU.', 'Use a PostgreSQL that was built with ICU.',
    ]));
  }
  if (facts.missing.length > 0) {
    findings.push(error('database', [`Thiếu phần mở rộng: ${facts.missing.join(', ')}.`, `Extensions are missing: ${facts.missing.join(', ')}.`], [
      'Vui lòng cài gói postgresql-contrib đi kèm máy chủ.', 'Install the contrib package of the server.',
    ]));
  }
  if (facts.careless.length > 0) {
    findings.push(error('database', [`Tắt ${facts.careless.join(', ')}: điều đã xác nhận có thể mất khi mất điện.`, `${facts.careless.join(', ')} is off: what was acknowledged may be lost with the power.`], [
      'Vui lòng bật lại trong postgresql.conf.', 'Switch it on again in postgresql.conf.',
    ]));
  }
  if (Math.abs(skew) > MOST_SKEW_SECONDS) {
    findings.push(warning('clock', [`Đồng hồ máy này và cơ sở dữ liệu lệch ${Math.abs(skew)} giây.`, `The clocks of this machine and of the database differ by ${Math.abs(skew)} seconds.`], [
      'Vui lòng đồng bộ giờ trên cả hai máy (chrony hoặc systemd-timesyncd).', 'Synchronise both machines (chrony or systemd-timesyncd).',
    ]));
  }
  if (facts.used > facts.connections * 0.8) {
    findings.push(warning('database', [`Đã dùng ${facts.used} trong ${facts.connections} kết nối.`, `${facts.used} of ${facts.connections} connections are taken.`], [
      'Vui lòng giảm DATABASE_POOL hoặc tăng max_connections: mỗi tiến trình cần DATABASE_POOL + khoảng 10.', 'Lower DATABASE_POOL or raise max_connections: each process needs DATABASE_POOL and about ten more.',
    ]));
  }
  return findings.length > 0 ? findings : [ok('database', `PostgreSQL ${facts.name}, UTF-8, tiếng Việt, giờ khớp.`, `PostgreSQL ${facts.name}, UTF-8, Vietnamese collation, clocks agree.`)];
}

async function migrations(url: string): Promise<readonly Finding[]> {
  try {
    const pending = await pendingMigrations(url);
    if (pending.length === 0) return [ok('migrations', 'Cấu trúc cơ sở dữ liệu đúng phiên bản.', 'The schema is at the expected version.')];
    return [error('migrations', [`Còn ${pending.length} bước cập nhật cấu trúc, bước đầu là ${pending[0]}.`, `${pending.length} migrations are missing; the first is ${pending[0]}.`], MIGRATE)];
  } catch (fault) {
    if (!(fault instanceof MigrationError)) throw fault;
    return [error('migrations', [`Cấu trúc không khớp bản phát hành: ${fault.message}`, `The schema does not fit this release: ${fault.message}`], [
      'Vui lòng dùng đúng bản phát hành đã cập nhật cơ sở dữ liệu này.', 'Use the release that migrated this database, or a newer one.',
    ])];
  }
}

async function applicationRole(client: pg.Client): Promise<readonly Finding[]> {
  const { rows: [facts] } = await client.query<{ role: string; mighty: boolean; owned: number; unreadable: string[]; excessive: string[] }>(`
    WITH ours AS (SELECT oid, relname::text AS name, relowner FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p'))
    SELECT current_user AS role,
      (SELECT rolsuper OR rolcreaterole OR rolbypassrls FROM pg_roles WHERE rolname = current_user) AS mighty,
      (SELECT count(*)::int FROM ours WHERE pg_has_role(relowner, 'usage')) AS owned,
      ARRAY(SELECT name FROM ours WHERE NOT has_table_privilege(oid, 'SELECT')
        AND NOT EXISTS (SELECT FROM application_limit l WHERE l.table_name = name AND l.privilege = 'SELECT') ORDER BY 1) AS unreadable,
      ARRAY(SELECT name FROM ours WHERE EXISTS (SELECT FROM application_limit l WHERE l.table_name = name AND has_table_privilege(oid, l.privilege)) ORDER BY 1) AS excessive`);
  if (facts === undefined) throw new Error('the database told nothing');
  const findings: Finding[] = [];
  if (facts.mighty) {
    findings.push(error('roles', [`Vai trò ứng dụng “${facts.role}” có quyền quản trị máy chủ.`, `The application role "${facts.role}" may administer the server.`], [
      `Vui lòng chạy: ALTER ROLE ${facts.role} NOSUPERUSER NOCREATEROLE NOBYPASSRLS.`, `Run: ALTER ROLE ${facts.role} NOSUPERUSER NOCREATEROLE NOBYPASSRLS.`,
    ]));
  } else if (facts.owned > 0) {
    findings.push(warning('roles', ['Ứng dụng dùng vai trò sở hữu các bảng: các khóa bảo vệ dữ liệu có thể bị tháo.', 'The application uses the role that owns the tables: it could take the guards off.'], [
      'Vui lòng tạo hai vai trò như docker/postgres/roles.sh, rồi chạy “console migrate”.', 'Make two roles as docker/postgres/roles.sh does, then run "console migrate".',
    ]));
  } else if (facts.excessive.length > 0) {
    findings.push(error('roles', [`Vai trò ứng dụng có quyền không được phép đối với: ${facts.excessive.join(', ')}.`, `The application role holds rights it must not have on: ${facts.excessive.join(', ')}.`], MIGRATE));
  }
  if (facts.unreadable.length > 0) {
    findings.push(error('roles', [`Vai trò ứng dụng không đọc được: ${facts.unreadable.join(', ')}.`, `The application role cannot read: ${facts.unreadable.join(', ')}.`], MIGRATE));
  }
  return findings.length > 0 ? findings : [ok('roles', `Vai trò ứng dụng “${facts.role}” có đúng quyền cần thiết.`, `The application role "${facts.role}" may do what it needs and no more.`)];
}

/** The owner is needed now and then, so its absence is not a fault; a wrong password shows here and not on the night of an upgrade. */
async function ownerRole({ databaseOwnerUrl }: Config, isNamed: boolean): Promise<readonly Finding[]> {
  if (!isNamed) return [];
  try {
    await withClient(databaseOwnerUrl, (client) => client.query('SELECT 1'));
    return [ok('roles', 'Vai trò sở hữu đăng nhập được.', 'The owner role can sign in.')];
  } catch {
    return [error('roles', ['DATABASE_OWNER_URL không đăng nhập được: không cập nhật, sao lưu hay khôi phục được.', 'DATABASE_OWNER_URL cannot sign in: no migration, backup or restore will work.'], [
      'Vui lòng kiểm tra địa chỉ và mật khẩu trong DATABASE_OWNER_URL.', 'Check address and password in DATABASE_OWNER_URL.',
    ])];
  }
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, application_name: 'khoi-doctor', connectionTimeoutMillis: 5_000, query_timeout: 8_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
