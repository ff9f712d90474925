import { Readable, type TransformCallback } from 'node:stream';
import { finished } from 'node:stream/promises';
import { contentMissing, type FileStore } from '@kit/files';
import type { Client } from 'pg';
import { BackupError, reasonOf } from './backup-error.js';
import type { DamagedFile, FileEntry, Manifest } from './format.js';
import type { NamedFile, ProductData, Progress } from './product-data.js';
import type { BackupRepository } from './repository.js';
import { chain, Meter } from './streams.js';
import type { Vault } from './vault.js';

/** Several at once hide the delay of a store; more would only take its time from people. */
const LANES = 4;

export interface CopyFilesOptions {
  readonly name: string;
  readonly vault: Vault;
  readonly files: readonly NamedFile[];
  readonly store: FileStore;
  readonly repository: BackupRepository;
  readonly product: ProductData;
  readonly progress: Progress;
  readonly rewrite?: boolean;
}

/** The bytes of one file are missing or others than its row says; the backup goes on and names it. */
class DamagedSource extends BackupError {}

/**
 * Copies the bytes of every named file into objects, each content once, and writes the list of the files. Every byte that is
 * copied is hashed on its way; an object that an earlier backup left is not copied again.
 */
export async function copyFiles(client: Client, options: CopyFilesOptions): Promise<Manifest['files']> {
  const { files, progress, repository, name, vault } = options;
  const entries: (FileEntry | DamagedFile)[] = Array.from({ length: files.length });
  let next = 0;
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < files.length; at = next++) {
      progress.signal?.throwIfAborted();
      entries[at] = await copyFile(files[at]!, options);
      progress.at((done += 1), files.length, 'files');
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));

  const kept = entries.filter((entry) => 'object' in entry);
  const list = new Meter();
  await repository.writeCompressed(name, 'files', Readable.from(kept.map((entry) => Buffer.from(`${JSON.stringify(entry)}\n`))), vault, list);
  return {
    count: kept.length,
    bytes: kept.reduce((sum, entry) => sum + entry.size, 0),
    list: { bytes: list.bytes, sha256: list.sha256 },
    damaged: await stillNamed(client, options.product, entries.filter((entry) => 'reason' in entry)),
  };
}

async function copyFile(file: NamedFile, { store, repository, product, vault, rewrite = false }: CopyFilesOptions): Promise<FileEntry | DamagedFile> {
  if (file.sha256 !== null && file.size !== null && !rewrite) {
    const object = objectOf(vault, file.sha256);
    if (await repository.hasObject(object)) return { id: file.id, key: file.key, size: file.size, sha256: file.sha256, object };
  }
  try {
    const facts = file.sha256 === null ? await measure(await openSource(store, product, file)) : { sha256: file.sha256, size: file.size };
    const object = objectOf(vault, facts.sha256);
    const check = new Check(facts.sha256);
    await repository.writeObject(object, chain(await openSource(store, product, file), check), vault);
    return { id: file.id, key: file.key, size: check.bytes, sha256: facts.sha256, object };
  } catch (error) {
    if (error instanceof DamagedSource) return { id: file.id, key: file.key, reason: error.message };
    throw error instanceof BackupError ? error : new BackupError(`The files of the product cannot be read: ${reasonOf(error)}.`, { cause: error });
  }
}

export const objectOf = (vault: Vault, sha256: string): string => {
  const name = vault.nameOf(sha256);
  return `${name.slice(0, 2)}/${name}`;
};

async function openSource(store: FileStore, product: ProductData, { id, key }: NamedFile): Promise<Readable> {
  for (const candidate of [key, ...product.otherKeys(id)]) {
    try {
      return await store.read(candidate);
    } catch (error) {
      if (!contentMissing.is(error)) throw error;
    }
  }
  throw new DamagedSource('its bytes are not in the store');
}

async function measure(source: Readable): Promise<{ readonly sha256: string; readonly size: number }> {
  const meter = new Meter();
  await finished(chain(source, meter).resume());
  return { sha256: meter.sha256, size: meter.bytes };
}

/** Refuses, after the last byte, bytes that are not those that were expected; what was written of them is then dropped. */
class Check extends Meter {
  constructor(private readonly expected: string) {
    super();
  }

  override _flush(done: TransformCallback): void {
    done(this.sha256 === this.expected ? null : new DamagedSource('its bytes in the store are not those its row tells of'));
  }
}

/** Without the files that were refused or given up while the backup ran: their bytes went rightly. */
async function stillNamed(client: Client, product: ProductData, damaged: readonly DamagedFile[]): Promise<DamagedFile[]> {
  if (damaged.length === 0) return [];
  const { rows } = await client.query<{ id: string }>(`select id from (${product.files}) f where id = any($1)`, [damaged.map((file) => file.id)]);
  const named = new Set(rows.map((row) => row.id));
  return damaged.filter((file) => named.has(file.id));
}
