import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { contentMissing, contentTooLarge, FileStore, partLength, SignedLinks, type VerifiedLink, type WrittenFile } from '@kit/files';
import { FilesRepository } from '../data/files.repository.js';
import { linkInvalid, uploadClosed, uploadIncomplete } from '../file.errors.js';
import type { FileEntity } from '../model/file.entity.js';
import { awaitedFile } from './awaited-file.js';
import { PART_LINK, quarantineKey, UPLOAD_LINK } from './links.js';
import { partsOf } from './upload-tickets.js';

/** Second of three steps, where the store has no doors of its own: the bytes, into quarantine, and not one more than announced. */
@Injectable()
export class ReceiveBytes {
  constructor(
    private readonly files: FilesRepository,
    private readonly store: FileStore,
    private readonly links: SignedLinks,
  ) {}

  /**
   * A file that is sent whole.
   * @param length what the sender says in advance of the number of bytes; `null` when it does not say
   * @throws FILE_LINK_INVALID, UPLOAD_CLOSED, CONTENT_TOO_LARGE when more bytes come than were announced, UPLOAD_INCOMPLETE when fewer
   */
  async execute(token: string, bytes: Readable, length: number | null = null): Promise<WrittenFile> {
    return this.#whole(await this.#fileOf(this.links.verify(UPLOAD_LINK.purpose, token)), bytes, length);
  }

  /** A file that the viewer announced to be sent whole, from within the process, whatever doors the store has. */
  async fromInside(fileId: string, bytes: Readable): Promise<WrittenFile> {
    return this.#whole(await awaitedFile(this.files, fileId), bytes, null);
  }

  /** One part of a large file. Takes and throws what `execute` does; sizes are those of the part. */
  async part(token: string, bytes: Readable, length: number | null = null): Promise<WrittenFile> {
    const link = this.links.verify(PART_LINK.purpose, token);
    const file = await this.#fileOf(link);
    const [parts, number] = [partsOf(file), Number(link?.facts['part'])];
    if (parts === null) throw linkInvalid();
    const announced = partLength(parts, number);
    const written = await receive(bytes, length, announced, (stream) => this.store.writePart(parts, number, stream)).catch((error: unknown) => {
      throw contentMissing.is(error) ? uploadClosed({}, undefined, error) : error;
    });
    if (written.size !== announced) throw uploadIncomplete({ announced, received: written.size });
    return written;
  }

  async #whole(file: FileEntity, bytes: Readable, length: number | null): Promise<WrittenFile> {
    const key = quarantineKey(file.id);
    const written = await receive(bytes, length, file.declaredSize, (stream) => this.store.write(key, stream, { maxBytes: file.declaredSize }));
    if (written.size !== file.declaredSize) {
      await this.store.remove(key);
      throw uploadIncomplete({ announced: file.declaredSize, received: written.size });
    }
    return written;
  }

  async #fileOf(link: VerifiedLink | null): Promise<FileEntity> {
    const file = link === null ? null : await this.files.entity(String(link.facts['tenantId']), link.id);
    if (file === null) throw linkInvalid();
    if (file.state !== 'AWAITING_BYTES') throw uploadClosed();
    return file;
  }
}

async function receive(bytes: Readable, length: number | null, announced: number, write: (bytes: Readable) => Promise<WrittenFile>): Promise<WrittenFile> {
  if (length !== null && length > announced) throw contentTooLarge({ maxBytes: announced });
  try {
    return await write(Readable.from(chunksOf(bytes)));
  } catch (error) {
    if (bytes.errored !== null) throw uploadIncomplete({ announced }, undefined, error);
    // Lets the rest run out, so that the sender comes to read the answer.
    bytes.resume();
    throw error;
  }
}

/** The stream without the power to end it: breaking it off would cut the connection before anybody is told why. */
async function* chunksOf(bytes: Readable): AsyncGenerator<Buffer> {
  for await (const chunk of bytes.iterator({ destroyOnReturn: false })) yield chunk as Buffer;
}
