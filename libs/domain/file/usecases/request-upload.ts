import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { SignedLinks } from '@kit/files';
import { notFound } from '@kit/errors';
import { newId } from '@kit/ids';
import { FilesRepository } from '../data/files.repository.js';
import { allowedType, endingFits, LARGEST_FILE } from '../domain/file-types.js';
import { fileEmpty, fileTooLarge, fileTypeNotAllowed } from '../file.errors.js';
import type { UploadTicket } from '../model/file.types.js';
import { quarantineKey, UPLOAD_DOOR, UPLOAD_LINK } from './links.js';

export interface AnnouncedFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** First of three steps: announces a file and hands out the address for its bytes. */
@Injectable()
export class RequestUpload {
  constructor(
    private readonly database: Database,
    private readonly files: FilesRepository,
    private readonly links: SignedLinks,
  ) {}

  /** @throws FILE_TYPE_NOT_ALLOWED, FILE_EMPTY, FILE_TOO_LARGE */
  async execute(input: AnnouncedFile): Promise<UploadTicket> {
    const viewer = currentViewer();
    const type = allowedType(input.type);
    if (type === null || !endingFits(input.name, type)) throw fileTypeNotAllowed({}, ['input', 'type']);
    if (input.size === 0) throw fileEmpty({}, ['input', 'size']);
    if (input.size > LARGEST_FILE) throw fileTooLarge({ largest: LARGEST_FILE }, ['input', 'size']);

    const id = newId();
    return this.database.transaction(async () => {
      await this.files.add({
        id,
        tenantId: viewer.tenantId,
        ownerPersonId: viewer.personId,
        name: input.name,
        declaredType: type.type,
        declaredSize: input.size,
        state: 'AWAITING_BYTES',
        storageKey: quarantineKey(id),
      });
      const file = await this.files.find(viewer, id);
      if (file === null) throw notFound();
      const { token, expiresAt } = this.links.sign(UPLOAD_LINK.purpose, id, UPLOAD_LINK.seconds, { tenantId: viewer.tenantId, size: input.size });
      return {
        file,
        url: `${UPLOAD_DOOR}/${token}`,
        method: 'PUT',
        // The door takes nothing else: what the bytes are is found out by looking at them.
        headers: [{ name: 'content-type', value: 'application/octet-stream' }],
        expiresAt,
      };
    });
  }
}
