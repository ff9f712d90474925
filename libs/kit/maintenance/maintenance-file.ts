import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type MaintenanceState, stateSchema } from './maintenance-state.js';

/** Whatever stands in a file that somebody made by hand: it is meant as "closed". */
const BY_HAND: Omit<MaintenanceState, 'since'> = { reason: 'ANNOUNCED', message: null, retrySeconds: 300 };

/** The state that a file tells of; `null` when there is no file. An empty file, or one with anything else in it, also closes. */
export async function readMaintenanceFile(path: string): Promise<MaintenanceState | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  try {
    return stateSchema.parse(JSON.parse(text));
  } catch {
    return { ...BY_HAND, since: new Date().toISOString() };
  }
}

export async function writeMaintenanceFile(path: string, state: MaintenanceState): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, `${JSON.stringify(state)}\n`);
  await rename(`${path}.new`, path);
}

export async function removeMaintenanceFile(path: string): Promise<void> {
  await rm(path, { force: true });
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
