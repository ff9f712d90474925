import { readdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupError, BackupRepository } from '@kit/backup';
import { Config } from '@kit/config';
import { DiskFileStore, type FileStore, S3FileStore } from '@kit/files';

/** Where backups lie: the folder `BACKUP_DIR`, another folder, or the object store of the product. */
export type Place = 'folder' | 'store';

/** Where the product keeps its files. */
export function productStore({ s3, filesDir }: Config): FileStore {
  return s3 === null ? new DiskFileStore(filesDir) : new S3FileStore(s3);
}

export function repositoryAt(config: Config, place: Place): BackupRepository {
  if (place === 'folder') return new BackupRepository(new DiskFileStore(config.backupDir), config.backupDir, config.backupKey);
  if (config.s3 === null) throw new BackupError('There is no object store: set S3_ENDPOINT, or keep the backups in the folder BACKUP_DIR.');
  return new BackupRepository(new S3FileStore(config.s3), `${config.s3.bucket}/backup`, config.backupKey, 'backup/');
}

/** Name of the role the application runs under. */
export const appRoleOf = ({ databaseUrl }: Config): string => decodeURIComponent(new URL(databaseUrl).username);

/** Removes the folders that removed backups leave behind. Only empty ones can be removed this way. */
export async function removeEmptyFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    await removeEmptyFolders(join(folder, entry.name));
    await rmdir(join(folder, entry.name)).catch(() => undefined);
  }
}
