import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '@kit/database';

/** A generated file that is kept in git, so that a change of what it describes shows in review. */
export interface GeneratedDocument {
  /** From the root of the repository. */
  readonly file: string;
  /** The command that writes it. */
  readonly command: string;
  text(): Promise<string>;
}

/** Where a generated file differs from what the code says now. */
export interface Drift {
  /** First differing line, counted from 1. */
  readonly line: number;
  readonly found: string | undefined;
  readonly expected: string | undefined;
}

/** Writes the document; answers its full path. */
export async function writeDocument(document: GeneratedDocument): Promise<string> {
  const path = join(repositoryRoot(), document.file);
  await writeFile(path, await document.text());
  return path;
}

/** The first difference between the file in git and the code, or `null`. A missing file differs in line 1. */
export async function driftOf(document: GeneratedDocument): Promise<Drift | null> {
  const path = join(repositoryRoot(), document.file);
  const found = (await readFile(path, 'utf8').catch(() => '')).split('\n');
  const expected = (await document.text()).split('\n');
  const length = Math.max(found.length, expected.length);
  for (let index = 0; index < length; index += 1) {
    if (found[index] !== expected[index]) return { line: index + 1, found: found[index], expected: expected[index] };
  }
  return null;
}
