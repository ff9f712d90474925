import { z } from 'zod';

/**
 * The form in which backups are written. A release reads its own number and every lower one.
 *
 * `sets/<name>/header`    what anybody may know: format, time, whether it is encrypted
 * `sets/<name>/tables/…`  one entry per table: PostgreSQL's COPY text in the order of the primary key, gzip
 * `sets/<name>/files`     one JSON line per stored file, gzip
 * `sets/<name>/manifest`  what the backup holds, with counts and hashes
 * `sets/<name>/seal`      hashes of header and manifest; written last, so a set without it is not whole
 * `sets/<name>/verified`  when it was last read back in full
 * `objects/ab/<name>`     the bytes of the files, each content once for all backups of the place
 */
export const FORMAT = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);

export const headerSchema = z.object({
  product: z.literal('khoi'),
  format: z.number().int().min(1),
  id: z.uuid(),
  /** By the clock of the machine that wrote it. */
  startedAt: z.iso.datetime(),
  encrypted: z.boolean(),
  /** The age identity of the backups of this place, itself encrypted with the passphrase (age, armoured). */
  key: z.string().nullable(),
});

const tableSchema = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  rows: count,
  /** Bytes and SHA-256 of the COPY text before compression. */
  bytes: count,
  sha256,
});

const fileSchema = z.object({
  id: z.string(),
  /** Where the restored row expects its bytes. */
  key: z.string(),
  size: count,
  sha256,
  /** Key below `objects/`. */
  object: z.string(),
});

export const manifestSchema = z.object({
  id: z.uuid(),
  /** SAFETY: what a restore set aside before it replaced it. */
  kind: z.enum(['REGULAR', 'SAFETY']),
  release: z.string(),
  /** The instant the backup shows, by the clock of the database. */
  takenAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  postgres: z.string(),
  migrations: z.array(z.object({ version: z.number().int(), name: z.string(), sha256 })),
  tables: z.array(tableSchema),
  sequences: z.array(z.object({ name: z.string(), last: z.string().regex(/^-?\d+$/), isCalled: z.boolean() })),
  files: z.object({
    count, bytes: count, list: z.object({ bytes: count, sha256 }),
    /** Files that a row names and the store did not have, or had with other bytes. */
    damaged: z.array(z.object({ id: z.string(), key: z.string(), reason: z.string() })),
  }),
});

export const sealSchema = z.object({ header: sha256, manifest: sha256 });
export const verifiedSchema = z.object({ at: z.iso.datetime(), release: z.string() });
export const fileLineSchema = fileSchema;

export type Header = z.output<typeof headerSchema>;
export type Manifest = z.output<typeof manifestSchema>;
export type TableEntry = z.output<typeof tableSchema>;
export type FileEntry = z.output<typeof fileSchema>;
export type SequenceEntry = Manifest['sequences'][number];
export type DamagedFile = Manifest['files']['damaged'][number];

/** `2026-11-20t010203z-456<end of the id>`: sorts by time to the millisecond, and is a key of every store. */
export function setNameOf(id: string, startedAt: Date): string {
  const [date, time = ''] = startedAt.toISOString().toLowerCase().split('t');
  const [seconds = '', milliseconds = ''] = time.replaceAll(':', '').replace('z', '').split('.');
  return `${date}t${seconds}z-${milliseconds}${id.slice(-5)}`;
}

/** Key of a table's entry: stores know no underscore. */
export const tableEntry = (table: string): string => `tables/${table.replaceAll('_', '-')}`;
