import { Readable, type Transform } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import type { FileStore, StoredFile } from '@kit/files';
import type { z } from 'zod';
import { BackupError, reasonOf } from './backup-error.js';
import { FORMAT, type Header, headerSchema, type Manifest, manifestSchema, sealSchema, verifiedSchema } from './format.js';
import { bytesOf, chain, sha256Of } from './streams.js';
import { newVault, plainVault, unlockVault, type Vault } from './vault.js';

const NO_LIMIT = { maxBytes: Number.MAX_SAFE_INTEGER } as const;

/** A backup as its folder shows it. */
export interface BackupSet {
  readonly name: string;
  /** Whether it was written to its end. */
  readonly isWhole: boolean;
  /** When it was last read back in full, by `verify`; `null`: never. */
  readonly verifiedAt: Date | null;
  readonly modifiedAt: Date;
}

/** A whole backup, opened: its vault fits and header and manifest are as they were written. */
export interface OpenBackup {
  readonly name: string;
  readonly header: Header;
  readonly manifest: Manifest;
  readonly vault: Vault;
}

/**
 * The place of the backups: a folder, or a prefix in the object store. Both are reached through `FileStore`, so an entry is
 * there whole or not at all.
 */
export class BackupRepository {
  readonly #vaults = new Map<string, Promise<Vault>>();

  /**
   * @param prefix `backup/` in a store that also holds the product's files; empty in a folder of its own
   * @param place for messages: the folder or the bucket
   */
  constructor(
    private readonly store: FileStore,
    readonly place: string,
    private readonly passphrase: string | null,
    private readonly prefix = '',
  ) {}

  /** Every backup, whole or not, the oldest first. */
  async sets(): Promise<readonly BackupSet[]> {
    const found = new Map<string, { isWhole: boolean; isVerified: boolean; modifiedAt: Date }>();
    for (const { key, modifiedAt } of await this.#ask(() => listed(this.store, `${this.prefix}sets`))) {
      const [name = '', entry] = key.slice(`${this.prefix}sets/`.length).split('/');
      const set = found.get(name) ?? { isWhole: false, isVerified: false, modifiedAt };
      if (entry === 'seal') set.isWhole = true;
      if (entry === 'verified') set.isVerified = true;
      if (modifiedAt > set.modifiedAt) set.modifiedAt = modifiedAt;
      found.set(name, set);
    }
    const sets = [...found].map(async ([name, { isWhole, isVerified, modifiedAt }]) => ({
      name, isWhole, modifiedAt, verifiedAt: isVerified ? await this.#verifiedAt(name) : null,
    }));
    return (await Promise.all(sets)).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The name of the newest whole backup. @throws BackupError when there is none */
  async newest(): Promise<string> {
    const name = (await this.sets()).filter((set) => set.isWhole).at(-1)?.name;
    if (name === undefined) throw new BackupError(`There is no whole backup in ${this.place}.`);
    return name;
  }

  async header(name: string): Promise<Header> {
    return parsed(headerSchema, await this.#small(name, 'header'), `the header of ${name}`);
  }

  /** Opens a whole backup. @throws BackupError with the reason why it cannot be used */
  async open(name: string): Promise<OpenBackup> {
    const keys = new Set((await this.sets()).map((set) => set.name));
    if (!keys.has(name)) throw new BackupError(`There is no backup "${name}" in ${this.place}.`);
    if (!(await this.#has(name, 'header'))) throw new BackupError(`${name} is not a backup of this product.`);
    const headerBytes = await this.#small(name, 'header');
    const header = parsed(headerSchema, headerBytes, `the header of ${name}`);
    if (header.format > FORMAT) throw new BackupError(`The backup ${name} has format ${header.format}; this release reads up to ${FORMAT}. Use the release that wrote it, or a newer one.`);
    if (!(await this.#has(name, 'seal'))) throw new BackupError(`The backup ${name} was never finished and cannot be used.`);
    const seal = parsed(sealSchema, await this.#small(name, 'seal'), `the seal of ${name}`);
    if (sha256Of(headerBytes) !== seal.header) throw new BackupError(`The header of ${name} is not as it was written.`);
    const manifestBytes = await this.#small(name, 'manifest');
    if (sha256Of(manifestBytes) !== seal.manifest) throw new BackupError(`The manifest of ${name} is not as it was written.`);
    const vault = await this.#vaultOf(header);
    const manifest = parsed(manifestSchema, await bytesOf(await vault.open(Readable.from([manifestBytes]))), `the manifest of ${name}`);
    return { name, header, manifest, vault };
  }

  /** The vault for a new backup: that of the newest one with this passphrase, so that objects are shared; otherwise a new one. */
  async vaultForWriting(): Promise<Vault> {
    if (this.passphrase === null) return plainVault;
    for (const { name } of (await this.sets()).toReversed()) {
      const vault = await this.header(name).then((header) => (header.key === null ? null : this.#vaultOf(header))).catch(() => null);
      if (vault !== null) return vault;
    }
    return newVault(this.passphrase);
  }

  /** Writes one entry through `steps` and the vault; answers how many bytes it takes. */
  async write(name: string, entry: string, plain: Readable, vault: Vault, ...steps: Transform[]): Promise<number> {
    const written = await this.#store(this.#key(name, entry), await vault.seal(chain(plain, ...steps)));
    return written.size;
  }

  /** The same, compressed. */
  async writeCompressed(name: string, entry: string, plain: Readable, vault: Vault, ...steps: Transform[]): Promise<number> {
    return this.write(name, entry, plain, vault, ...steps, createGzip({ level: 1 }));
  }

  /** A compressed entry as it was before compression. */
  async read(backup: OpenBackup, entry: string): Promise<Readable> {
    return chain(await backup.vault.open(await this.store.read(this.#key(backup.name, entry))), createGunzip());
  }

  async writeHeader(name: string, header: Header): Promise<string> {
    return this.#writeJson(name, 'header', header, plainVault);
  }

  /** Writes the manifest and then the seal, which makes the backup whole. */
  async finish(name: string, headerSha256: string, manifest: Manifest, vault: Vault): Promise<void> {
    const manifestSha256 = await this.#writeJson(name, 'manifest', manifest, vault);
    await this.#writeJson(name, 'seal', { header: headerSha256, manifest: manifestSha256 }, plainVault);
  }

  async markVerified(name: string, release: string): Promise<void> {
    await this.#writeJson(name, 'verified', { at: new Date().toISOString(), release }, plainVault);
  }

  hasObject(object: string): Promise<boolean> {
    return this.#ask(() => this.store.exists(this.#objectKey(object)));
  }

  async writeObject(object: string, plain: Readable, vault: Vault): Promise<void> {
    await this.#store(this.#objectKey(object), await vault.seal(plain));
  }

  async readObject(object: string, vault: Vault): Promise<Readable> {
    return vault.open(await this.store.read(this.#objectKey(object)));
  }

  /** Names of all objects with the time they were written. */
  async *objects(): AsyncIterable<{ readonly object: string; readonly modifiedAt: Date }> {
    for await (const { key, modifiedAt } of this.store.list(`${this.prefix}objects`)) {
      yield { object: key.slice(`${this.prefix}objects/`.length), modifiedAt };
    }
  }

  async removeObject(object: string): Promise<void> {
    await this.store.remove(this.#objectKey(object));
  }

  /** Removes a backup, the seal first: what is left of an interrupted removal is not whole. */
  async removeSet(name: string): Promise<void> {
    await this.store.remove(this.#key(name, 'seal'));
    const keys: string[] = [];
    for await (const { key } of this.store.list(`${this.prefix}sets/${name}`)) keys.push(key);
    for (const key of keys) await this.store.remove(key);
  }

  #has(name: string, entry: string): Promise<boolean> {
    return this.#ask(() => this.store.exists(this.#key(name, entry)));
  }

  async #ask<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      throw new BackupError(`The backups in ${this.place} cannot be read: ${reasonOf(error)}.`, { cause: error });
    }
  }

  #key(name: string, entry: string): string {
    return `${this.prefix}sets/${name}/${entry}`;
  }

  #objectKey(object: string): string {
    return `${this.prefix}objects/${object}`;
  }

  async #store(key: string, bytes: Readable): Promise<{ readonly size: number; readonly sha256: string }> {
    try {
      return await this.store.write(key, bytes, NO_LIMIT);
    } catch (error) {
      throw error instanceof BackupError ? error : new BackupError(`The backup could not be written to ${this.place}: ${reasonOf(error)}.`, { cause: error });
    }
  }

  async #writeJson(name: string, entry: string, value: object, vault: Vault): Promise<string> {
    const { sha256 } = await this.#store(this.#key(name, entry), await vault.seal(Readable.from([Buffer.from(`${JSON.stringify(value, null, 1)}\n`)])));
    return sha256;
  }

  async #small(name: string, entry: string): Promise<Buffer> {
    try {
      return await bytesOf(await this.store.read(this.#key(name, entry)));
    } catch (error) {
      throw new BackupError(`The ${entry} of ${name} cannot be read: ${reasonOf(error)}.`, { cause: error });
    }
  }

  async #verifiedAt(name: string): Promise<Date | null> {
    const mark = await this.#small(name, 'verified').then((bytes) => verifiedSchema.safeParse(json(bytes))).catch(() => null);
    return mark?.success === true ? new Date(mark.data.at) : null;
  }

  #vaultOf({ key, id }: Header): Promise<Vault> {
    if (key === null) return Promise.resolve(plainVault);
    if (this.passphrase === null) throw new BackupError(`The backup ${id} is encrypted: set BACKUP_KEY to its passphrase.`);
    const known = this.#vaults.get(key) ?? unlockVault(key, this.passphrase);
    this.#vaults.set(key, known);
    return known;
  }
}

async function listed(store: FileStore, folder: string): Promise<StoredFile[]> {
  const files: StoredFile[] = [];
  for await (const file of store.list(folder)) files.push(file);
  return files;
}

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function parsed<T extends z.ZodType>(schema: T, bytes: Buffer, what: string): z.output<T> {
  const result = schema.safeParse(json(bytes));
  if (!result.success) throw new BackupError(`It cannot be understood what ${what} says; it is not from this product, or damaged.`);
  return result.data;
}
