import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { inspect } from 'node:util';
import { Injectable } from '@nestjs/common';
import { type Environment, environmentSchema, SECRET_VARIABLES } from './environment.js';

export type NodeEnvironment = 'production' | 'development' | 'test';
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/** Where an S3-compatible store is and how to sign in there. */
export interface S3Settings {
  readonly endpoint: URL;
  /** The address under which browsers reach the store. */
  readonly publicEndpoint: URL;
  readonly region: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly pathStyle: boolean;
}

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
  /** Seconds between the wish to stop and the end of taking requests. */
  readonly shutdownGrace: number;
  /** Address people type, without a trailing slash. */
  readonly publicUrl: string;
  /** Signs file addresses. Outside production a missing key is made anew at every start. */
  readonly secretKey: Buffer;
  /** Folder of the files where there is no store. */
  readonly filesDir: string;
  /** `null`: files lie in `filesDir`. */
  readonly s3: S3Settings | null;
  /** `tcp://host:port` of clamd; `null`: files are not scanned for viruses. */
  readonly clamavUrl: string | null;
  /** `null`: the job queues live in PostgreSQL. */
  readonly redisUrl: string | null;
  /** `null`: nothing is mailed. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** `null`: no metrics are served; 0 lets the system choose. */
  readonly metricsPort: number | null;
  readonly metricsHost: string;
  /** While this file exists the doors are closed. */
  readonly maintenanceFile: string;
  readonly backupDir: string;
  /** Passphrase of the backups; `null`: they are not encrypted. */
  readonly backupKey: string | null;
  /** Connection of a role that may create a database to rehearse a restore in. */
  readonly rehearsalUrl: string;
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

  private constructor(env: Environment) {
    this.nodeEnv = env.NODE_ENV;
    this.databaseUrl = env.DATABASE_URL;
    this.databaseOwnerUrl = env.DATABASE_OWNER_URL ?? env.DATABASE_URL;
    this.databasePool = env.DATABASE_POOL;
    this.host = env.HOST;
    this.port = env.PORT;
    this.shutdownGrace = env.SHUTDOWN_GRACE;
    this.publicUrl = (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, '');
    this.secretKey = env.SECRET_KEY ?? randomBytes(32);
    this.filesDir = resolve(env.FILES_DIR);
    this.s3 = s3Of(env);
    this.clamavUrl = env.CLAMAV_URL ?? null;
    this.redisUrl = env.REDIS_URL ?? null;
    this.smtpUrl = env.SMTP_URL ?? null;
    this.mailFrom = env.MAIL_FROM;
    this.metricsPort = env.METRICS_PORT ?? null;
    this.metricsHost = env.METRICS_HOST;
    this.maintenanceFile = resolve(env.MAINTENANCE_FILE);
    this.backupDir = resolve(env.BACKUP_DIR);
    this.backupKey = env.BACKUP_KEY ?? null;
    this.rehearsalUrl = env.REHEARSAL_URL ?? this.databaseOwnerUrl;
    this.webDir = env.WEB_DIR === undefined ? null : resolve(env.WEB_DIR);
    this.demo = env.DEMO;
    this.introspection = (env.GRAPHQL_INTROSPECTION === undefined ? undefined : ['1', 'true'].includes(env.GRAPHQL_INTROSPECTION)) ?? (env.NODE_ENV !== 'production' || env.DEMO);
    this.trustProxy = env.TRUST_PROXY ?? null;
    this.logLevel = env.LOG_LEVEL ?? (env.NODE_ENV === 'test' ? 'warn' : 'info');
    this.jobs = env.JOBS;
  }

  /** Parses the environment; throws `ConfigError` naming every faulty variable at once. */
  static fromEnv(env: Readonly<Record<string, string | undefined>> = process.env): Config {
    const { values, faults: unreadable } = withSecretFiles(env);
    const parsed = environmentSchema.safeParse(values);
    if (parsed.success && unreadable.length === 0) return new Config(parsed.data);
    const faults = [...unreadable, ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`)];
    throw new ConfigError(`The configuration is not usable.\n  ${faults.join('\n  ')}`);
  }

  get isProduction(): boolean {
    return this.nodeEnv === 'production';
  }

  /** Without passwords and keys, so that a logged configuration gives nothing away. */
  toJSON(): Record<string, unknown> {
    const hidden = (value: unknown): unknown => (value === null ? null : '[hidden]');
    return Object.assign({} as Record<string, unknown>, this, {
      databaseUrl: '[hidden]', databaseOwnerUrl: '[hidden]', rehearsalUrl: '[hidden]', secretKey: '[hidden]',
      s3: this.s3 && { ...this.s3, accessKey: '[hidden]', secretKey: '[hidden]' },
      redisUrl: hidden(this.redisUrl), smtpUrl: hidden(this.smtpUrl), backupKey: hidden(this.backupKey),
    });
  }

  [inspect.custom](): string {
    return `Config ${inspect(this.toJSON())}`;
  }
}

function s3Of(env: Environment): S3Settings | null {
  if (env.S3_ENDPOINT === undefined) return null;
  return {
    endpoint: new URL(env.S3_ENDPOINT),
    publicEndpoint: new URL(env.S3_PUBLIC_ENDPOINT ?? env.S3_ENDPOINT),
    region: env.S3_REGION,
    bucket: env.S3_BUCKET,
    accessKey: env.S3_ACCESS_KEY ?? '',
    secretKey: env.S3_SECRET_KEY ?? '',
    pathStyle: env.S3_PATH_STYLE,
  };
}

/** Reads `<NAME>_FILE` for every secret that is not given itself. */
function withSecretFiles(env: Readonly<Record<string, string | undefined>>): { values: Record<string, string | undefined>; faults: string[] } {
  const values = { ...env };
  const faults: string[] = [];
  for (const name of SECRET_VARIABLES) {
    const file = env[`${name}_FILE`];
    if (file === undefined || file === '' || (values[name] ?? '') !== '') continue;
    try {
      values[name] = readFileSync(file, 'utf8').trim();
    } catch {
      faults.push(`${name}_FILE: the file cannot be read`);
    }
  }
  return { values, faults };
}
