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
    const config = Config.fromEnv(MINIMAL);
    expect(JSON.stringify(config) + inspect(config)).not.toMatch(/geheim|BwcHBw/);
  });
});
