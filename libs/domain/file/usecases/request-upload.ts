import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { notFound } from '@kit/errors';
import { FileStore } from '@kit/files';
import { newId } from '@kit/ids';
import { FilesRepository } from '../data/files.repository.js';
import { LARGEST_SENT_WHOLE, largestOf, PART_SIZE } from '../domain/file-limits.js';
import { allowedType, endingFits } from '../domain/file-types.js';
import { fileEmpty, fileTooLarge, fileTypeNotAllowed } from '../file.errors.js';
import type { File, UploadTicket } from '../model/file.types.js';
import { quarantineKey } from './links.js';
import { UploadTickets } from './upload-tickets.js';

export interface AnnouncedFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** Of the bytes, in hexadecimal; other bytes are rejected. */
  readonly sha256?: string | null;
}

/** First of three steps: announces a file and hands out the address for its bytes. */
@Injectable()
export class RequestUpload {
  constructor(
    private readonly database: Database,
    private readonly files: FilesRepository,
    private readonly store: FileStore,
    private readonly tickets: UploadTickets,
  ) {}

  /** @throws FILE_TYPE_NOT_ALLOWED, FILE_EMPTY, FILE_TOO_LARGE */
  async execute(input: AnnouncedFile): Promise<UploadTicket> {
    const type = allowedType(input.type);
    if (type === null || !endingFits(input.name, type)) throw fileTypeNotAllowed({}, ['input', 'type']);
    if (input.size === 0) throw fileEmpty({}, ['input', 'size']);
    const largest = largestOf(type.type);
    if (input.size > largest) throw fileTooLarge({ largest }, ['input', 'size']);

    const { personId, tenantId } = currentViewer();
    const id = newId();
    const announced = {
      id, tenantId, ownerPersonId: personId, name: input.name, declaredType: type.type, declaredSize: input.size, declaredSha256: input.sha256 ?? null,
      state: 'AWAITING_BYTES' as const, storageKey: quarantineKey(id), ...(await this.#beginParts(id, type.type, input.size)),
    };
    return { file: await this.#announce(announced), ...(await this.tickets.of(announced)) };
  }

  /** Before the row is written: an upload that no row knows is swept up, a row without its upload could never be filled. */
  async #beginParts(id: string, type: string, size: number): Promise<{ uploadId: string | null; partSize: number | null }> {
    if (size <= LARGEST_SENT_WHOLE) return { uploadId: null, partSize: null };
    return { uploadId: await this.store.beginParts(quarantineKey(id), { size, type }), partSize: PART_SIZE };
  }

  #announce(file: Parameters<FilesRepository['add']>[0]): Promise<File> {
    return this.database.transaction(async () => {
      await this.files.add(file);
      const view = await this.files.find(currentViewer(), file.id);
      if (view === null) throw notFound();
      return view;
    });
  }
}
