import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { notFound } from '@kit/errors';
import { EventBus } from '@kit/events';
import { contentMissing, FileStore } from '@kit/files';
import { FilesRepository } from '../data/files.repository.js';
import { UploadReceived } from '../events/file.events.js';
import { uploadIncomplete } from '../file.errors.js';
import type { FileEntity } from '../model/file.entity.js';
import type { File } from '../model/file.types.js';
import { announcedFile } from './awaited-file.js';
import { partsOf } from './upload-tickets.js';

/** Last of three steps: the sender says that all bytes are there; the check begins. Repeating it changes nothing. */
@Injectable()
export class CompleteUpload {
  constructor(
    private readonly database: Database,
    private readonly files: FilesRepository,
    private readonly store: FileStore,
    private readonly events: EventBus,
  ) {}

  /** @throws NOT_FOUND, UPLOAD_INCOMPLETE */
  async execute(fileId: string): Promise<File> {
    const viewer = currentViewer();
    const file = await announcedFile(this.files, fileId);
    // The store is asked before the transaction, which would otherwise hold a connection for as long as the store takes.
    if (file.state === 'AWAITING_BYTES') await this.#requireBytes(file);
    return this.database.transaction(async () => {
      const locked = await this.files.lock(viewer.tenantId, fileId);
      if (locked?.state === 'AWAITING_BYTES') {
        await this.files.save(Object.assign(locked, { state: 'RECEIVED' as const, receivedAt: await this.database.now() }));
        await this.events.publish(new UploadReceived(viewer.tenantId, fileId));
      }
      const view = await this.files.find(viewer, fileId);
      if (view === null) throw notFound();
      return view;
    });
  }

  /** Joins the parts, and looks whether exactly as many bytes are there as were announced. */
  async #requireBytes(file: FileEntity): Promise<void> {
    const parts = partsOf(file);
    if (parts !== null) {
      const missing = await this.store.finishParts(parts).catch((error: unknown) => {
        throw contentMissing.is(error) ? uploadIncomplete({ announced: file.declaredSize }, undefined, error) : error;
      });
      if (missing.length > 0) throw uploadIncomplete({ announced: file.declaredSize, missing });
    }
    const received = await this.store.sizeOf(file.storageKey);
    if (received === file.declaredSize) return;
    if (received !== null) await this.store.remove(file.storageKey);
    throw uploadIncomplete({ announced: file.declaredSize, received: received ?? 0 });
  }
}
