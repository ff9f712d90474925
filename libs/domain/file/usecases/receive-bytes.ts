import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { FileStore, SignedLinks } from '@kit/files';
import { FilesRepository } from '../data/files.repository.js';
import { linkInvalid, uploadClosed, uploadIncomplete } from '../file.errors.js';
import { quarantineKey, UPLOAD_LINK } from './links.js';

/** Second of three steps: the bytes, into quarantine, and not one more than announced. */
@Injectable()
export class ReceiveBytes {
  constructor(
    private readonly files: FilesRepository,
    private readonly store: FileStore,
    private readonly links: SignedLinks,
  ) {}

  /** @throws FILE_LINK_INVALID, UPLOAD_CLOSED, FILE_TOO_LARGE, UPLOAD_INCOMPLETE */
  async execute(token: string, bytes: Readable): Promise<{ size: number; sha256: string }> {
    const link = this.links.verify(UPLOAD_LINK.purpose, token);
    if (link === null) throw linkInvalid();
    const file = await this.files.entity(String(link.facts['tenantId']), link.id);
    if (file === null) throw linkInvalid();
    if (file.state !== 'AWAITING_BYTES') throw uploadClosed();
    const written = await this.store.write(quarantineKey(file.id), bytes, { maxBytes: file.declaredSize });
    if (written.size !== file.declaredSize) {
      await this.store.remove(quarantineKey(file.id));
      throw uploadIncomplete({ announced: file.declaredSize, received: written.size });
    }
    return written;
  }
}
