import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { Config, ConfigError } from './config.js';

const KEY = Buffer.alloc(32, 7).toString('base64');
const MINIMAL = { NODE_ENV: 'production', DATABASE_URL: 'postgresql://khoi:geheim@db/khoi', SECRET_KEY: KEY };

describe('Config.fromEnv', () => {
  it('fills in every default from a minimal production environment', () => {
    const config = Config.fromEnv(MINIMAL);
    expect({ ...config, secretKey: config.secretKey.toString('base64') }).toEqual({
      nodeEnv: 'production',
      databaseUrl: MINIMAL.DATABASE_URL,
      databaseOwnerUrl: MINIMAL.DATABASE_URL,
      databasePool: 10,
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      secretKey: KEY,
      filesDir: `${process.cwd()}/.khoi/files`,
      s3: null,
      clamavUrl: null,
      redisUrl: null,
      smtpUrl: null,
      mailFrom: 'Khơi <khoi@localhost>',
      metricsPort: null,
      metricsHost: '127.0.0.1',
      backupDir: `${process.cwd()}/.khoi/backups`,
      backupKey: null,
      maintenanceFile: `${process.cwd()}/.khoi/maintenance.json`,
      rehearsalUrl: MINIMAL.DATABASE_URL,
      shutdownGrace: 0,
      webDir: null,
      demo: false,
      logLevel: 'info',
      jobs: 'inline',
      introspection: false,
      trustProxy: null,
    });
  });

  it('treats an empty variable as not set', () => {
    expect(Config.fromEnv({ ...MINIMAL, PORT: '', DEMO: '', WEB_DIR: '' })).toMatchObject({ port: 3000, demo: false, webDir: null });
  });

  it('names every faulty variable at once and shows no value', () => {
    const faulty = () => Config.fromEnv({ ...MINIMAL, DATABASE_URL: 'mysql://root:hunter2@x/y', PORT: '99999', SECRET_KEY: 'c2hvcnQ=' });
    expect(faulty).toThrow(ConfigError);
    expect(faulty).toThrow(/DATABASE_URL.*\n.*PORT.*\n.*SECRET_KEY/);
    expect(faulty).not.toThrow(/hunter2|c2hvcnQ/);
  });

  it('refuses production without a secret key', () => {
    expect(() => Config.fromEnv({ ...MINIMAL, SECRET_KEY: undefined })).toThrow(/SECRET_KEY: is required in production/);
  });

  it('is as strict as production when NODE_ENV is missing', () => {
    expect(() => Config.fromEnv({ DATABASE_URL: MINIMAL.DATABASE_URL })).toThrow(/SECRET_KEY/);
  });

  it('makes a new key at every start outside production', () => {
    const env = { NODE_ENV: 'development', DATABASE_URL: MINIMAL.DATABASE_URL };
    const [first, second] = [Config.fromEnv(env), Config.fromEnv(env)];
    expect(first.secretKey).toHaveLength(32);
    expect(first.secretKey.equals(second.secretKey)).toBe(false);
  });

  it('hides passwords and keys when printed', () => {
    const config = Config.fromEnv({
      ...MINIMAL, S3_ENDPOINT: 'http://store:9000', S3_ACCESS_KEY: 'kennung', S3_SECRET_KEY: 'verborgen',
      REDIS_URL: 'redis://:leise@redis', SMTP_URL: 'smtp://a:still@mail', BACKUP_KEY: 'ein-sehr-langer-satz-hier',
    });
    expect(JSON.stringify(config) + inspect(config)).not.toMatch(/geheim|BwcHBw|kennung|verborgen|leise|still|sehr-langer/);
  });

  it('wants both keys of a store', () => {
    expect(() => Config.fromEnv({ ...MINIMAL, S3_ENDPOINT: 'http://store:9000' })).toThrow(/S3_ACCESS_KEY.*\n.*S3_SECRET_KEY/);
  });

  it('reads a secret from the file that is named for it, and says which file it cannot read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'khoi-config-'));
    try {
      await writeFile(join(folder, 'key'), `${KEY}\n`);
      expect(Config.fromEnv({ ...MINIMAL, SECRET_KEY: undefined, SECRET_KEY_FILE: join(folder, 'key') }).secretKey.toString('base64')).toBe(KEY);
      expect(() => Config.fromEnv({ ...MINIMAL, SECRET_KEY: '', SECRET_KEY_FILE: join(folder, 'missing') })).toThrow(/SECRET_KEY_FILE: the file cannot be read/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('takes an empty file of a secret as not set, so that a unit may load files of parts that are not there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'khoi-config-'));
    try {
      await writeFile(join(folder, 'empty'), '');
      await writeFile(join(folder, 'blank'), ' \n');
      const files = (...names: string[]) => Object.fromEntries(names.map((name) => [`${name}_FILE`, join(folder, name.startsWith('S3') ? 'blank' : 'empty')]));
      const config = Config.fromEnv({ ...MINIMAL, ...files('REDIS_URL', 'SMTP_URL', 'S3_ACCESS_KEY', 'S3_SECRET_KEY', 'BACKUP_KEY', 'DATABASE_OWNER_URL', 'REHEARSAL_URL') });
      expect([config.redisUrl, config.smtpUrl, config.s3, config.backupKey, config.databaseOwnerUrl]).toEqual([null, null, null, null, MINIMAL.DATABASE_URL]);
      expect(() => Config.fromEnv({ ...MINIMAL, SECRET_KEY: undefined, ...files('SECRET_KEY') })).toThrow('SECRET_KEY: is required');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
