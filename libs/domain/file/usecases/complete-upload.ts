import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { notFound } from '@kit/errors';
import { EventBus } from '@kit/events';
import { FileStore } from '@kit/files';
import { FilesRepository } from '../data/files.repository.js';
import { UploadReceived } from '../events/file.events.js';
import { uploadIncomplete } from '../file.errors.js';
import type { File } from '../model/file.types.js';
import { filePolicy } from '../policy/file.policy.js';

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
  execute(fileId: string): Promise<File> {
    const viewer = currentViewer();
    return this.database.transaction(async () => {
      const file = await this.files.lock(viewer.tenantId, fileId);
      if (file === null || !filePolicy.can('file.send', viewer, file)) throw notFound({}, ['fileId']);
      if (file.state === 'AWAITING_BYTES') {
        if (!(await this.store.exists(file.storageKey))) throw uploadIncomplete();
        file.state = 'RECEIVED';
        file.receivedAt = await this.database.now();
        await this.files.save(file);
        await this.events.publish(new UploadReceived(viewer.tenantId, file.id));
      }
      const view = await this.files.find(viewer, file.id);
      if (view === null) throw notFound();
      return view;
    });
  }
}
