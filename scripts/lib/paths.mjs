import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the checkout. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Folder of everything an instance keeps: `KHOI_DATA_DIR`, by default `.khoi` in the checkout. */
export const DATA_DIR = path.resolve(ROOT, process.env.KHOI_DATA_DIR || '.khoi');

/** What an instance keeps inside its data folder. */
export const kept = {
  postgres: path.join(DATA_DIR, 'postgres'),
  files: path.join(DATA_DIR, 'files'),
  logs: path.join(DATA_DIR, 'logs'),
  secrets: path.join(DATA_DIR, 'secrets.json'),
  state: path.join(DATA_DIR, 'state.json'),
  maintenance: path.join(DATA_DIR, 'maintenance.json'),
};

/** Backups of this instance. Not among what is kept: deleting the data leaves them, so that they can be restored. */
export const BACKUPS_DIR = path.join(DATA_DIR, 'backups');

/** Says which process holds the data folder. */
export const LOCK_FILE = path.join(DATA_DIR, 'instance.json');

/** Folder of the built web app. */
export const WEB_DIR = path.join(ROOT, 'apps', 'web', 'dist');
