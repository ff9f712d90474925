import { currentViewer } from '@kit/context';
import { notFound } from '@kit/errors';
import type { FilesRepository } from '../data/files.repository.js';
import { uploadClosed } from '../file.errors.js';
import type { FileEntity } from '../model/file.entity.js';
import { filePolicy } from '../policy/file.policy.js';

/** A file the viewer announced. @throws NOT_FOUND alike for an unknown file and that of another */
export async function announcedFile(files: FilesRepository, fileId: string): Promise<FileEntity> {
  const viewer = currentViewer();
  const file = await files.entity(viewer.tenantId, fileId);
  if (file === null || !filePolicy.can('file.send', viewer, file)) throw notFound({}, ['fileId']);
  return file;
}

/** A file the viewer announced whose bytes are still awaited. @throws NOT_FOUND, UPLOAD_CLOSED */
export async function awaitedFile(files: FilesRepository, fileId: string): Promise<FileEntity> {
  const file = await announcedFile(files, fileId);
  if (file.state !== 'AWAITING_BYTES') throw uploadClosed();
  return file;
}
