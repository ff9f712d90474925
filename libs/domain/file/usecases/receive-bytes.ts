import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { contentTooLarge, FileStore, SignedLinks, type WrittenFile } from '@kit/files';
import { FilesRepository } from '../data/files.repository.js';
import { linkInvalid, uploadClosed, uploadIncomplete } from '../file.errors.js';
import type { FileEntity } from '../model/file.entity.js';
import { quarantineKey, UPLOAD_LINK } from './links.js';

/** Second of three steps: the bytes, into quarantine, and not one more than announced. */
@Injectable()
export class ReceiveBytes {
  constructor(
    private readonly files: FilesRepository,
    private readonly store: FileStore,
    private readonly links: SignedLinks,
  ) {}

  /**
   * @param length what the sender says in advance of the number of bytes; `null` when it does not say
   * @throws FILE_LINK_INVALID, UPLOAD_CLOSED, CONTENT_TOO_LARGE when more bytes come than were announced, UPLOAD_INCOMPLETE when fewer
   */
  async execute(token: string, bytes: Readable, length: number | null = null): Promise<WrittenFile> {
    const link = this.links.verify(UPLOAD_LINK.purpose, token);
    if (link === null) throw linkInvalid();
    const file = await this.files.entity(String(link.facts['tenantId']), link.id);
    if (file === null) throw linkInvalid();
    if (file.state !== 'AWAITING_BYTES') throw uploadClosed();
    if (length !== null && length > file.declaredSize) throw contentTooLarge({ maxBytes: file.declaredSize });
    const written = await this.#write(file, bytes);
    if (written.size !== file.declaredSize) {
      await this.store.remove(quarantineKey(file.id));
      throw uploadIncomplete({ announced: file.declaredSize, received: written.size });
    }
    return written;
  }

  async #write(file: FileEntity, bytes: Readable): Promise<WrittenFile> {
    try {
      return await this.store.write(quarantineKey(file.id), Readable.from(chunksOf(bytes)), { maxBytes: file.declaredSize });
    } catch (error) {
      if (bytes.errored !== null) throw uploadIncomplete({ announced: file.declaredSize }, undefined, error);
      // Lets the rest run out, so that the sender comes to read the answer.
      bytes.resume();
      throw error;
    }
  }
}

/** The stream without the power to end it: breaking it off would cut the connection before anybody is told why. */
async function* chunksOf(bytes: Readable): AsyncGenerator<Buffer> {
  for await (const chunk of bytes.iterator({ destroyOnReturn: false })) yield chunk as Buffer;
}
