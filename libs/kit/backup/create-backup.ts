import { randomUUID } from 'node:crypto';
import type { FileStore } from '@kit/files';
import type { Client } from 'pg';
import { BackupError, reasonOf } from './backup-error.js';
import { readTable } from './copy.js';
import { copyFiles } from './copy-files.js';
import { FORMAT, type Header, type Manifest, type SequenceEntry, setNameOf, tableEntry, type TableEntry } from './format.js';
import type { NamedFile, ProductData, Progress } from './product-data.js';
import type { BackupRepository } from './repository.js';
import { sequencesOf, tablesOf } from './schema-facts.js';
import { Meter } from './streams.js';
import type { Vault } from './vault.js';

export interface CreateOptions {
  /** Where the product keeps its files. */
  readonly store: FileStore;
  readonly repository: BackupRepository;
  readonly product: ProductData;
  readonly progress: Progress;
  readonly kind?: Manifest['kind'];
  /** Writes every object again, also those that an earlier backup left: after a damage was found. */
  readonly rewrite?: boolean;
}

/** What was made. */
export interface CreatedBackup {
  readonly name: string;
  readonly manifest: Manifest;
}

/** What one snapshot shows. */
interface Snapshot {
  readonly takenAt: Date;
  readonly postgres: string;
  readonly migrations: Manifest['migrations'];
  readonly tables: readonly TableEntry[];
  readonly sequences: readonly SequenceEntry[];
  readonly files: readonly NamedFile[];
}

/**
 * Makes a backup: first the database as it is at one instant, then the bytes of every file that its rows name. In this order
 * no row lacks its bytes, because bytes are stored before a row says they are there. The manifest is written last; until then
 * the backup counts as unfinished.
 * @param client of `withOwner`: holds the lock that keeps a second backup or a restore away
 */
export async function createBackup(client: Client, options: CreateOptions): Promise<CreatedBackup> {
  const { repository, product, progress, kind = 'REGULAR' } = options;
  const id = randomUUID();
  const startedAt = new Date();
  const name = setNameOf(id, startedAt);
  const vault = await repository.vaultForWriting();
  const header: Header = { product: 'khoi', format: FORMAT, id, startedAt: startedAt.toISOString(), encrypted: vault.key !== null, key: vault.key };
  const headerSha256 = await repository.writeHeader(name, header);

  const snapshot = await writeDatabase(client, name, vault, options);
  progress.step(`Files (${snapshot.files.length})`);
  const files = await copyFiles(client, { ...options, name, vault, files: snapshot.files });
  const manifest: Manifest = {
    id, kind, release: product.release, takenAt: snapshot.takenAt.toISOString(), finishedAt: new Date().toISOString(),
    postgres: snapshot.postgres, migrations: snapshot.migrations,
    tables: [...snapshot.tables], sequences: [...snapshot.sequences], files,
  };
  await repository.finish(name, headerSha256, manifest, vault);
  return { name, manifest };
}

async function writeDatabase(client: Client, name: string, vault: Vault, { repository, product, progress }: CreateOptions): Promise<Snapshot> {
  // Deferrable: waits for a snapshot that no serialisable transaction can still contradict.
  await client.query('begin transaction isolation level serializable read only deferrable');
  try {
    const facts = await factsOf(client);
    const found = await tablesOf(client);
    progress.step(`Database (${found.length} tables)`);
    const tables: TableEntry[] = [];
    for (const table of found) {
      const meter = new Meter(true);
      await repository.writeCompressed(name, tableEntry(table.name), readTable(client, table), vault, meter);
      tables.push({ name: table.name, columns: [...table.columns], rows: meter.lines, bytes: meter.bytes, sha256: meter.sha256 });
      progress.at(tables.reduce((sum, one) => sum + one.rows, 0), 0, 'rows');
    }
    // After the rows: a sequence is outside every snapshot, and must not be behind them.
    const sequences = await sequenceStates(client);
    const files = (await client.query<{ id: string; key: string; size: string | null; sha256: string | null }>(product.files)).rows
      .map((file) => ({ ...file, size: file.size === null ? null : Number(file.size) }));
    await client.query('commit');
    return { ...facts, tables, sequences, files };
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError(`The database could not be read: ${reasonOf(error)}.`, { cause: error });
  }
}

async function factsOf(client: Client): Promise<Pick<Snapshot, 'takenAt' | 'postgres' | 'migrations'>> {
  const { rows: [there] } = await client.query<{ there: boolean }>("select to_regclass('public.schema_migration') is not null as there");
  if (there?.there !== true) throw new BackupError('The database has no schema yet; there is nothing to back up.');
  const { rows: [clock] } = await client.query<{ now: Date; version: string }>("select clock_timestamp() as now, current_setting('server_version') as version");
  const { rows: migrations } = await client.query<Manifest['migrations'][number]>('select version, name, sha256 from schema_migration order by version');
  return { takenAt: clock!.now, postgres: clock!.version, migrations };
}

async function sequenceStates(client: Client): Promise<SequenceEntry[]> {
  const states: SequenceEntry[] = [];
  for (const name of await sequencesOf(client)) {
    const { rows: [state] } = await client.query<{ last: string; isCalled: boolean }>(
      `select last_value::text as last, is_called as "isCalled" from ${client.escapeIdentifier(name)}`);
    states.push({ name, ...state! });
  }
  return states;
}
