import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { notFound } from '@kit/errors';
import { FileStore } from '@kit/files';
import { FilesRepository } from '../data/files.repository.js';
import { uploadClosed } from '../file.errors.js';
import type { File } from '../model/file.types.js';
import { filePolicy } from '../policy/file.policy.js';
import { partsOf } from './upload-tickets.js';

/** Instead of the last step: the sender wants the file no more, and what came of it goes. */
@Injectable()
export class CancelUpload {
  constructor(
    private readonly database: Database,
    private readonly files: FilesRepository,
    private readonly store: FileStore,
  ) {}

  /** Repeating it changes nothing. @throws NOT_FOUND, UPLOAD_CLOSED when the bytes were received */
  async execute(fileId: string): Promise<File> {
    const viewer = currentViewer();
    const file = await this.database.transaction(async () => {
      const locked = await this.files.lock(viewer.tenantId, fileId);
      if (locked === null || !filePolicy.can('file.send', viewer, locked)) throw notFound({}, ['fileId']);
      if (locked.state !== 'AWAITING_BYTES' && locked.state !== 'EXPIRED') throw uploadClosed();
      if (locked.state === 'AWAITING_BYTES') await this.files.save(Object.assign(locked, { state: 'EXPIRED' as const }));
      return locked;
    });
    const parts = partsOf(file);
    if (parts !== null) await this.store.abortParts(parts);
    await this.store.remove(file.storageKey);
    const view = await this.files.find(viewer, fileId);
    if (view === null) throw notFound({}, ['fileId']);
    return view;
  }
}
