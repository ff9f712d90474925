import { z } from 'zod';

const KEY_BYTES = 32;

/** `FLAG=` in an env file means "not set", not "set to nothing". */
const unset = (value: unknown): unknown => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(type: T) => z.preprocess(unset, type.optional());
const isOn = (value: string): boolean => value === '1' || value === 'true';
const onOff = z.enum(['1', 'true', '0', 'false']);
const flag = (preset: '0' | '1') => z.preprocess(unset, onOff.default(preset)).transform(isOn);
const url = (protocol: RegExp, error: string) => z.url({ protocol, error: `must be ${error}` });
const integer = (least: number, most: number, preset: number) => z.preprocess(unset, z.coerce.number().int().min(least).max(most).default(preset));
const key = z.string().transform((text, check) => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length < KEY_BYTES) check.addIssue({ code: 'custom', message: `must be at least ${KEY_BYTES} bytes in base64` });
  return bytes;
});

/** Variables that may also be given as `<NAME>_FILE`, the path of a file that holds the value: secrets of a container. */
export const SECRET_VARIABLES = [
  'DATABASE_URL', 'DATABASE_OWNER_URL', 'REHEARSAL_URL', 'SECRET_KEY', 'REDIS_URL', 'S3_ACCESS_KEY', 'S3_SECRET_KEY', 'SMTP_URL', 'BACKUP_KEY',
] as const;

/** The environment variables of the product. The description of each is what `docs/environment.md` prints. */
export const environmentSchema = z
  .object({
    NODE_ENV: z.preprocess(unset, z.enum(['production', 'development', 'test']).default('production'))
      .describe('How strict the process is. When it is missing the process is as strict as in production.'),
    DATABASE_URL: url(/^postgres(ql)?$/, 'a postgresql:// address')
      .describe('Connection of the application role, which owns no table and may not change the schema.'),
    DATABASE_OWNER_URL: optional(url(/^postgres(ql)?$/, 'a postgresql:// address'))
      .describe('Connection of the role that owns the schema. Only the console needs it: migrate, backup, restore.'),
    DATABASE_POOL: integer(2, 100, 10).describe('The most connections that one process holds for requests and jobs.'),
    HOST: z.preprocess(unset, z.string().default('127.0.0.1')).describe('Address on which the API listens.'),
    PORT: integer(0, 65_535, 3_000).describe('Port on which the API listens; 0 lets the system choose.'),
    SHUTDOWN_GRACE: integer(0, 300, 0)
      .describe('Seconds for which a process that was asked to stop still takes requests while /health/ready already answers 503: longer than the proxy before it needs to notice. 0 where there is no proxy.'),
    PUBLIC_URL: optional(url(/^https?$/, 'an http(s):// address'))
      .describe('The address people type. With https the session cookie is marked Secure and HSTS is sent. Default: http://localhost:PORT.'),
    SECRET_KEY: optional(key).describe('At least 32 bytes in base64; signs links to files. Required in production: openssl rand -base64 32. All processes share one.'),
    FILES_DIR: z.preprocess(unset, z.string().default('.khoi/files')).describe('Folder of the files when no S3_ENDPOINT is set. Several processes need one shared folder, or a store.'),
    S3_ENDPOINT: optional(url(/^https?$/, 'an http(s):// address')).describe('Address of MinIO or another S3-compatible store. When set, files go there and not into FILES_DIR.'),
    S3_PUBLIC_ENDPOINT: optional(url(/^https?$/, 'an http(s):// address'))
      .describe('Address under which browsers reach the store, where it differs from S3_ENDPOINT.'),
    S3_REGION: z.preprocess(unset, z.string().default('us-east-1')).describe('Region that goes into the signatures.'),
    S3_BUCKET: z.preprocess(unset, z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { error: 'must be a bucket name' }).default('khoi')).describe('Bucket of all files.'),
    S3_ACCESS_KEY: optional(z.string()).describe('Access key of the store.'),
    S3_SECRET_KEY: optional(z.string()).describe('Secret key of the store.'),
    S3_PATH_STYLE: flag('1').describe('1: bucket in the path (MinIO, Ceph, most others); 0: bucket in the host name.'),
    CLAMAV_URL: optional(url(/^tcp$/, 'a tcp://host:port address')).describe('Address of clamd. When set, no file is released before it was scanned.'),
    REDIS_URL: optional(url(/^rediss?$/, 'a redis:// or rediss:// address'))
      .describe('Redis for the job queues (appendonly yes, maxmemory-policy noeviction). Without it the queues live in PostgreSQL.'),
    JOBS: z.preprocess(unset, z.enum(['inline', 'off']).default('inline')).describe('inline: the API process also works off the jobs; off: worker processes do.'),
    SMTP_URL: optional(url(/^smtps?$/, 'an smtp:// or smtps:// address')).describe('Mail server, with user and password where it wants them. Without it nothing is mailed; notices appear in the app only.'),
    MAIL_FROM: z.preprocess(unset, z.string().max(200).default('Khơi <khoi@localhost>')).describe('Sender of the mails.'),
    METRICS_PORT: optional(z.coerce.number().int().min(0).max(65_535)).describe('Port of /metrics for Prometheus, apart from the public one. Not set: no metrics are served.'),
    METRICS_HOST: z.preprocess(unset, z.string().default('127.0.0.1')).describe('Address on which /metrics listens.'),
    MAINTENANCE_FILE: z.preprocess(unset, z.string().default('.khoi/maintenance.json'))
      .describe('While this file exists every request is answered with the maintenance page; `console maintenance on` writes it. All processes of a machine name the same.'),
    BACKUP_DIR: z.preprocess(unset, z.string().default('.khoi/backups')).describe('Folder into which `console backup create` writes.'),
    BACKUP_KEY: optional(z.string().min(20)).describe('Passphrase of at least 20 characters with which backups are encrypted. Keep a copy elsewhere: without it nothing can be restored.'),
    REHEARSAL_URL: optional(url(/^postgres(ql)?$/, 'a postgresql:// address'))
      .describe('Connection of a role that may create databases, for `console backup rehearse`, which restores into one of its own there. Default: DATABASE_OWNER_URL.'),
    WEB_DIR: optional(z.string()).describe('Folder of the built web app; not set: this process does not serve it.'),
    DEMO: flag('0').describe('1 shows the banner that everything here is sample data.'),
    GRAPHQL_INTROSPECTION: z.preprocess(unset, onOff.optional()).describe('Whether clients may read the schema and the workbench is served. Default: not in production, but in a demo.'),
    TRUST_PROXY: optional(z.string()).describe('Addresses or networks of the reverse proxies, separated by commas; their X-Forwarded-For is believed.'),
    LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])).describe('Least weight of the log lines that are written. Default: info.'),
  })
  .superRefine((env, check) => {
    const fault = (path: string, message: string): void => check.addIssue({ code: 'custom', path: [path], message });
    if (env.NODE_ENV === 'production' && env.SECRET_KEY === undefined) fault('SECRET_KEY', 'is required in production: openssl rand -base64 32');
    if (env.S3_ENDPOINT === undefined) return;
    if (env.S3_ACCESS_KEY === undefined) fault('S3_ACCESS_KEY', 'is required when S3_ENDPOINT is set');
    if (env.S3_SECRET_KEY === undefined) fault('S3_SECRET_KEY', 'is required when S3_ENDPOINT is set');
  });

export type Environment = z.output<typeof environmentSchema>;
