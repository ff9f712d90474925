import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { S3Bucket } from '@kit/files';
import pg from 'pg';
import { examine, isIll } from '../../../apps/console/src/doctor/doctor.js';
import type { Finding } from '../../../apps/console/src/doctor/finding.js';
import { runtimeFindings } from '../../../apps/console/src/doctor/process.checks.js';
import { reportText } from '../../../apps/console/src/doctor/report.js';
import { bareClient, dropBucket, s3Environment, s3Settings } from '../../contract/stores.js';
import { useTestDatabase } from '../../setup/database.js';
import { describeWith } from '../../setup/services.js';

const database = useTestDatabase();
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khoi-doctor-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const healthy = (): Record<string, string> => ({
  DATABASE_URL: database().appUrl, DATABASE_OWNER_URL: database().ownerUrl, SECRET_KEY: randomBytes(32).toString('base64'),
  FILES_DIR: join(folder, 'files'), BACKUP_DIR: join(folder, 'backups'), BACKUP_KEY: 'cum tu dai cua phuong Hong Bang 2026',
});
const of = (findings: readonly Finding[], part: string) => findings.filter((finding) => finding.part === part).map(({ level, text }) => [level, text.en]);

describe('console doctor', () => {
  it('finds every part of a good installation, and what the test server leaves out for speed', async () => {
    const findings = await examine(healthy());
    expect(findings.map(({ part, level, text }) => [part, level, text.en])).toEqual([
      ['node', 'ok', `Node ${process.versions.node}.`],
      ['config', 'ok', 'The configuration is valid; NODE_ENV is production.'],
      ['secrets', 'ok', 'Keys and passwords are strong enough.'],
      ['address', 'ok', 'The address is http://localhost:3000.'],
      ['database', 'error', 'fsync, full_page_writes, synchronous_commit is off: what was acknowledged may be lost with the power.'],
      ['migrations', 'ok', 'The schema is at the expected version.'],
      ['roles', 'ok', 'The application role "khoi_test_app" may do what it needs and no more.'],
      ['roles', 'ok', 'The owner role can sign in.'],
      ['queue', 'ok', 'The job queues are kept in PostgreSQL and rightly set.'],
      ['outbox', 'ok', 'No event is stuck.'],
      ['store', 'ok', `Writing, reading and removing work in ${join(folder, 'files')}.`],
      ['mail', 'ok', 'No mail is sent (SMTP_URL is empty): notices appear in the app only.'],
      ['clamav', 'warning', 'Files are not scanned for viruses (CLAMAV_URL is empty): only type, size and macros are checked.'],
      ['disk', expect.any(String), expect.stringMatching(/^FILES_DIR has /)],
      ['disk', expect.any(String), expect.stringMatching(/^BACKUP_DIR has /)],
      ['backup', 'warning', 'There is no backup yet.'],
    ]);
    for (const finding of findings) expect([finding.level === 'ok', finding.fix === undefined]).toEqual([finding.level === 'ok', finding.level === 'ok']);
  });

  it('names every variable of a configuration that cannot be used, and looks no further', async () => {
    const findings = await examine({ DATABASE_URL: 'mysql://x', PORT: 'ba nghìn' });
    expect(findings.map(({ part, level }) => [part, level])).toEqual([['node', 'ok'], ['config', 'error']]);
    for (const name of ['DATABASE_URL', 'PORT']) expect(findings[1]?.text.en).toContain(name);
    expect(of(await examine({ DATABASE_URL: database().appUrl }), 'config')).toEqual([['error', expect.stringContaining('SECRET_KEY: is required in production')]]);
  });

  it('finds weak secrets, an open address and a proxy that is everybody, and repeats no secret', async () => {
    const url = new URL(database().appUrl);
    url.password = 'postgres';
    const findings = await examine({
      ...healthy(), DATABASE_URL: url.href, SECRET_KEY: Buffer.alloc(32, 7).toString('base64'), PUBLIC_URL: 'http://sangkien.hongbang.example',
      TRUST_PROXY: '10.0.0.0/8, 0.0.0.0/0', SMTP_URL: 'smtp://khoi:mat-khau-thu@127.0.0.1:1', CLAMAV_URL: 'tcp://127.0.0.1:1',
    });
    expect(of(findings, 'secrets')).toEqual([
      ['error', 'SECRET_KEY is easily guessed: most of its bytes are alike.'],
      ['error', 'Passwords or keys that are too weak: DATABASE_URL.'],
    ]);
    expect(of(findings, 'address')).toEqual([
      ['error', 'PUBLIC_URL (http://sangkien.hongbang.example) is not https: passwords cross the network in the open.'],
      ['error', 'TRUST_PROXY believes everybody: anyone may pretend to come from anywhere.'],
    ]);
    expect(of(findings, 'database')).toEqual([['error', 'Could not be checked: 28P01.']]);
    expect(of(findings, 'mail')).toEqual([['error', expect.stringMatching(/^The mail server does not let us in: /)]]);
    expect(of(findings, 'clamav')).toEqual([['error', 'ClamAV does not answer: ECONNREFUSED. Uploads wait.']]);
    expect(JSON.stringify(findings)).not.toMatch(/mat-khau-thu|BwcHBw/);
    expect(isIll(findings)).toBe(true);
  });

  it('finds an application role that owns the tables', async () => {
    const findings = await examine({ ...healthy(), DATABASE_URL: database().ownerUrl });
    expect(of(findings, 'roles')[0]).toEqual(['warning', 'The application uses the role that owns the tables: it could take the guards off.']);
  });

  it('finds a grant too many, missing migrations and events that nobody carries', async () => {
    const owner = new pg.Client({ connectionString: database().ownerUrl });
    await owner.connect();
    await owner.query('GRANT UPDATE ON audit_event TO khoi_test_app');
    await owner.query("INSERT INTO outbox (id, tenant_id, type, payload, occurred_at) VALUES (uuidv7(), uuidv7(), 'x', '{}', now() - interval '11 minutes')");
    const first = await examine(healthy());
    expect(of(first, 'roles')[0]).toEqual(['error', 'The application role holds rights it must not have on: audit_event.']);
    expect(of(first, 'outbox')).toEqual([['error', '1 events have waited for more than 10 minutes: nobody works in the background.']]);
    await owner.query("DELETE FROM outbox WHERE type = 'x'");
    await owner.query('DELETE FROM schema_migration WHERE version = (SELECT max(version) FROM schema_migration)');
    await owner.end();
    expect(of(await examine(healthy()), 'migrations')).toEqual([['error', expect.stringMatching(/^1 migrations are missing; the first is 00\d\d-/)]]);
  });

  it('says that a store cannot be written to', async () => {
    const findings = await examine({ ...healthy(), FILES_DIR: '/etc/hostname/files' });
    expect(of(findings, 'store')).toEqual([['error', expect.stringMatching(/^Files cannot be written or read in \/etc\/hostname\/files: /)]]);
  });

  it('knows how old the signatures of the scanner are', async () => {
    const days = (count: number) => new Date(Date.now() - count * 86_400_000).toUTCString();
    for (const [answer, level] of [[`ClamAV 1.4.3/27500/${days(1)}`, 'ok'], [`ClamAV 1.4.3/27500/${days(40)}`, 'warning'], ['ClamAV 1.4.3', 'warning']] as const) {
      const server = createServer((socket) => void socket.on('error', () => undefined).once('data', () => socket.end(`${answer}\0`)));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const findings = await examine({ ...healthy(), CLAMAV_URL: `tcp://127.0.0.1:${(server.address() as { port: number }).port}` });
      expect(of(findings, 'clamav')).toEqual([[level, expect.stringContaining('ClamAV 1.4.3 answers')]]);
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it('refuses a Node that is too old', () => {
    expect(runtimeFindings('20.18.3')[0]?.level).toBe('error');
    expect(runtimeFindings('20.19.0')[0]?.level).toBe('ok');
    expect(runtimeFindings('24.1.0')[0]?.level).toBe('ok');
  });

  it('prints one line for what is fine, and what to do below what is not', () => {
    const findings: readonly Finding[] = [
      { part: 'node', level: 'ok', text: { vi: 'Node 24.', en: 'Node 24.' } },
      { part: 'backup', level: 'warning', text: { vi: 'Chưa có bản sao lưu nào.', en: 'There is no backup yet.' }, fix: { vi: 'Vui lòng sao lưu.', en: 'Make one.' } },
      { part: 'mail', level: 'error', text: { vi: 'Không gửi được.', en: 'Cannot send.' }, fix: { vi: 'Vui lòng kiểm tra SMTP_URL.', en: 'Check SMTP_URL.' } },
    ];
    expect(reportText(findings, 'vi').split('\n')).toEqual([
      '✔ node        Node 24.',
      '⚠ backup      Chưa có bản sao lưu nào.',
      '              → Vui lòng sao lưu.',
      '✖ mail        Không gửi được.',
      '              → Vui lòng kiểm tra SMTP_URL.',
      '',
      '1 phần tốt, 1 điều nên xem, 1 lỗi phải sửa.',
      '',
    ]);
  });
});

describeWith('redis', 'console doctor with Redis', (url) => {
  it('finds a Redis that is rightly set', async () => {
    expect(of(await examine({ ...healthy(), REDIS_URL: url }), 'queue')).toEqual([['ok', 'The job queues are kept in Redis and rightly set.']]);
  });
});

describeWith('s3', 'console doctor with an object store', (url) => {
  const environment = s3Environment(url);
  afterAll(() => dropBucket(s3Settings(environment)));

  it('says that the bucket is missing, and is content once it was prepared', async () => {
    const before = await examine({ ...healthy(), ...environment });
    expect(of(before, 'store')).toEqual([['error', expect.stringMatching(/^Files cannot be written or read in .+: UNAVAILABLE BUCKET\.$/)]]);
    await new S3Bucket(s3Settings(environment), 'http://localhost:3000').prepare();
    const after = await examine({ ...healthy(), ...environment });
    expect(of(after, 'store')).toEqual([['ok', expect.stringMatching(/^Writing, reading and removing work in /)]]);
    expect(of(after, 'bucket')).toEqual([['ok', 'The bucket keeps versions, can lock, and tidies up.']]);
  });

  it('says that the keys are wrong, without saying which', async () => {
    const findings = await examine({ ...healthy(), ...environment, S3_SECRET_KEY: 'khoa-bi-mat-sai-hoan-toan' });
    expect(of(findings, 'store')).toEqual([['error', expect.stringMatching(/: UNAVAILABLE KEYS\.$/)]]);
    expect(JSON.stringify(findings)).not.toContain('khoa-bi-mat-sai');
  });

  it('finds a bucket without versions', async () => {
    const plain = { ...environment, S3_BUCKET: `${environment['S3_BUCKET']}-plain` };
    await bareClient(s3Settings(plain)).makeBucket(plain.S3_BUCKET, 'us-east-1');
    const findings = await examine({ ...healthy(), ...plain });
    expect(of(findings, 'bucket')).toEqual([
      ['warning', 'The bucket keeps no older states of files.'], ['warning', 'The bucket cannot lock issued documents.'], ['warning', 'The bucket does not tidy up leftovers by itself.'],
    ]);
    await dropBucket(s3Settings(plain));
  });
});
