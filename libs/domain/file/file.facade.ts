import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { type ErrorPath, notFound } from '@kit/errors';
import { FilesRepository } from './data/files.repository.js';
import type { FileEntity } from './model/file.entity.js';

/** What other features may ask of files. */
@Injectable()
export class FileFacade {
  constructor(private readonly files: FilesRepository) {}

  /** A file the viewer sent, received or ready. @throws NOT_FOUND at `path` */
  async requireOwn(fileId: string, path: ErrorPath): Promise<FileEntity> {
    const viewer = currentViewer();
    const file = await this.files.entity(viewer.tenantId, fileId);
    if (file === null || file.ownerPersonId !== viewer.personId) throw notFound({}, path);
    return file;
  }
}
