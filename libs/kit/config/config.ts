import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { inspect } from 'node:util';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

const KEY_BYTES = 32;

/** `FLAG=` in an env file means "not set", not "set to nothing". */
const unset = (value: unknown): unknown => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(type: T) => z.preprocess(unset, type.optional());
const isOn = (value: string | undefined): boolean | undefined => (value === undefined ? undefined : value === '1' || value === 'true');
const flag = z.preprocess(unset, z.enum(['1', 'true', '0', 'false']).default('false')).transform((v) => v === '1' || v === 'true');
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' });
const secretKey = z.string().transform((text, check) => {
  const key = Buffer.from(text, 'base64');
  if (key.length < KEY_BYTES) check.addIssue({ code: 'custom', message: `must be at least ${KEY_BYTES} bytes in base64` });
  return key;
});

/** The environment variables of the product. */
export const configSchema = z
  .object({
    NODE_ENV: z.preprocess(unset, z.enum(['production', 'development', 'test']).default('production')),
    DATABASE_URL: postgresUrl,
    DATABASE_OWNER_URL: optional(postgresUrl),
    DATABASE_POOL: z.preprocess(unset, z.coerce.number().int().min(2).max(100).default(10)),
    HOST: z.preprocess(unset, z.string().default('127.0.0.1')),
    PORT: z.preprocess(unset, z.coerce.number().int().min(0).max(65_535).default(3000)),
    PUBLIC_URL: optional(z.url({ protocol: /^https?$/, error: 'must be an http(s):// address' })),
    SECRET_KEY: optional(secretKey),
    FILES_DIR: z.preprocess(unset, z.string().default('.khoi/files')),
    WEB_DIR: optional(z.string()),
    DEMO: flag,
    GRAPHQL_INTROSPECTION: z.preprocess(unset, z.enum(['1', 'true', '0', 'false']).optional()),
    TRUST_PROXY: optional(z.string()),
    LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
    JOBS: z.preprocess(unset, z.enum(['inline', 'off']).default('inline')),
  })
  .superRefine((env, check) => {
    if (env.NODE_ENV === 'production' && env.SECRET_KEY === undefined) {
      check.addIssue({ code: 'custom', path: ['SECRET_KEY'], message: 'is required in production: openssl rand -base64 32' });
    }
  });

export type NodeEnvironment = 'production' | 'development' | 'test';
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/** The environment is not usable; the message names every faulty variable and never a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The parsed configuration of the process, read once at start. */
@Injectable()
export class Config {
  readonly nodeEnv: NodeEnvironment;
  /** Connection of the application role, which may not change the schema. */
  readonly databaseUrl: string;
  /** Connection of the role that owns the schema; for the console only. */
  readonly databaseOwnerUrl: string;
  /** Upper bound of connections this process holds. */
  readonly databasePool: number;
  readonly host: string;
  /** 0 lets the system choose a free port. */
  readonly port: number;
  /** Address people type, without a trailing slash. */
  readonly publicUrl: string;
  /** Signs file addresses. Outside production a missing key is made anew at every start. */
  readonly secretKey: Buffer;
  readonly filesDir: string;
  /** Folder of the built web app; `null` when this process does not serve it. */
  readonly webDir: string | null;
  /** Whether the "sample data" banner shows. */
  readonly demo: boolean;
  /** Whether GraphQL clients may read the schema from the API, and the workbench is there; outside production and in a demo they may. */
  readonly introspection: boolean;
  /** Addresses or networks of the proxies before this process, comma-separated; `null`: none is believed. */
  readonly trustProxy: string | null;
  readonly logLevel: LogLevel;
  /** `inline`: this process also works off the jobs. */
  readonly jobs: 'inline' | 'off';

  private constructor(env: z.output<typeof configSchema>) {
    this.nodeEnv = env.NODE_ENV;
    this.databaseUrl = env.DATABASE_URL;
    this.databaseOwnerUrl = env.DATABASE_OWNER_URL ?? env.DATABASE_URL;
    this.databasePool = env.DATABASE_POOL;
    this.host = env.HOST;
    this.port = env.PORT;
    this.publicUrl = (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, '');
    this.secretKey = env.SECRET_KEY ?? randomBytes(KEY_BYTES);
    this.filesDir = resolve(env.FILES_DIR);
    this.webDir = env.WEB_DIR === undefined ? null : resolve(env.WEB_DIR);
    this.demo = env.DEMO;
    this.introspection = isOn(env.GRAPHQL_INTROSPECTION) ?? (env.NODE_ENV !== 'production' || env.DEMO);
    this.trustProxy = env.TRUST_PROXY ?? null;
    this.logLevel = env.LOG_LEVEL ?? (env.NODE_ENV === 'test' ? 'warn' : 'info');
    this.jobs = env.JOBS;
  }

  /** Parses the environment; throws `ConfigError` naming every faulty variable at once. */
  static fromEnv(env: Readonly<Record<string, string | undefined>> = process.env): Config {
    const parsed = configSchema.safeParse(env);
    if (parsed.success) return new Config(parsed.data);
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`The configuration is not usable.\n  ${faults.join('\n  ')}`);
  }

  get isProduction(): boolean {
    return this.nodeEnv === 'production';
  }

  /** Without passwords and keys, so that a logged configuration gives nothing away. */
  toJSON(): Record<string, unknown> {
    return Object.assign({} as Record<string, unknown>, this, { databaseUrl: '[hidden]', databaseOwnerUrl: '[hidden]', secretKey: '[hidden]' });
  }

  [inspect.custom](): string {
    return `Config ${inspect(this.toJSON())}`;
  }
}
