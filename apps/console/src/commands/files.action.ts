import { CheckStoredFiles, type Findings, MoveFiles } from '@domain/file';
import { Config } from '@kit/config';
import { DiskFileStore, S3FileStore } from '@kit/files';
import { CommandError, withApplication } from '../application.js';
import { requireStore } from './store.action.js';

export interface MoveFilesOptions {
  readonly to: 'disk' | 'store';
  readonly keep?: boolean;
}

type Print = (line: string) => void;

const PROGRESS_MS = 2_000;
const MOST_NAMED = 20;

/** Moves all files; fails when one is missing or damaged, after all others were moved. */
export async function moveFiles({ to, keep = false }: MoveFilesOptions, print: Print): Promise<void> {
  const config = Config.fromEnv(process.env);
  const [disk, store] = [new DiskFileStore(config.filesDir), new S3FileStore(requireStore(config))];
  const stores = to === 'store' ? { from: disk, to: store } : { from: store, to: disk };
  const findings = await withApplication((app) => app.get(MoveFiles, { strict: false }).execute({ ...stores, keep }, progress(print)));
  const { done, there, absent } = findings.count;
  print(`${done} moved and proven by checksum, ${there} there already, ${absent} without bytes yet.`);
  requireSound(findings);
}

/** Compares all files with their checksums; fails when one is missing or damaged. */
export async function checkFiles(print: Print): Promise<void> {
  const findings = await withApplication((app) => app.get(CheckStoredFiles, { strict: false }).execute(progress(print)));
  print(`${findings.count.done} files are as they were received.`);
  requireSound(findings);
}

function progress(print: Print): (done: number, total: number) => void {
  let last = Date.now();
  return (done, total) => {
    if (Date.now() - last < PROGRESS_MS) return;
    last = Date.now();
    print(`${done} of ${total} files`);
  };
}

function requireSound({ count, faulty }: Findings): void {
  if (faulty.length === 0) return;
  const more = faulty.length > MOST_NAMED ? ` and ${faulty.length - MOST_NAMED} more` : '';
  throw new CommandError(`${count.missing} files are missing and ${count.damaged} damaged; restore them from a backup: ${faulty.slice(0, MOST_NAMED).join(', ')}${more}.`);
}
