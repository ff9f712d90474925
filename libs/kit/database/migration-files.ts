import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from './repository-root.js';

/** One file of `libs/database/migrations`. */
export interface MigrationFile {
  /** The four digits in front: `0007` is 7. */
  readonly version: number;
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the text with LF line ends, in hex. */
  readonly sha256: string;
}

/** What the database remembers of a migration it has had. */
export interface AppliedMigration {
  readonly version: number;
  readonly name: string;
  readonly sha256: string;
}

/** The migrations and the database do not fit together; the message names the file. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** The database was made by other migrations than these: a file changed after it ran, or the database is of another release. */
export class MigrationHistoryError extends MigrationError {}

const FILE_NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;

export function defaultMigrationDirectory(): string {
  return join(repositoryRoot(), 'libs', 'database', 'migrations');
}

/** All migrations in order; a misnamed `.sql` file or a number used twice is an error. */
export async function readMigrations(directory: string = defaultMigrationDirectory()): Promise<readonly MigrationFile[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
  const files = await Promise.all(names.map((name) => readMigration(directory, name)));
  files.forEach((file, index) => {
    if (file.version === files[index - 1]?.version) throw new MigrationError(`two migrations have the number of ${file.name}`);
  });
  return files;
}

async function readMigration(directory: string, name: string): Promise<MigrationFile> {
  const version = FILE_NAME.exec(name)?.[1];
  if (version === undefined) throw new MigrationError(`${name} is not named like 0001-what-it-does.sql`);
  const text = (await readFile(join(directory, name), 'utf8')).replaceAll('\r\n', '\n');
  return { version: Number(version), name, text, sha256: createHash('sha256').update(text).digest('hex') };
}

/** Which files are still to run; refuses a history that these files could not have made. */
export function pendingOf(files: readonly MigrationFile[], applied: readonly AppliedMigration[]): readonly MigrationFile[] {
  const done = new Map(applied.map((migration) => [migration.version, migration]));
  const known = new Set(files.map((file) => file.version));
  const newest = Math.max(0, ...done.keys());

  for (const migration of applied) {
    if (!known.has(migration.version)) throw new MigrationHistoryError(`the database has had ${migration.name}, which this release does not know`);
  }
  return files.filter((file) => {
    const before = done.get(file.version);
    if (before === undefined && file.version < newest) throw new MigrationHistoryError(`${file.name} comes before a migration that already ran`);
    if (before !== undefined && before.sha256 !== file.sha256) throw new MigrationHistoryError(`${file.name} was changed after it ran`);
    return before === undefined;
  });
}
