import { Injectable } from '@nestjs/common';
import { FileStore, partLength, type PartsUpload, SignedLinks } from '@kit/files';
import type { FileEntity } from '../model/file.entity.js';
import type { HttpHeader, UploadPart, UploadTicket } from '../model/file.types.js';
import { PART_DOOR, PART_LINK, quarantineKey, UPLOAD_DOOR, UPLOAD_LINK } from './links.js';

type Announced = Pick<FileEntity, 'id' | 'tenantId' | 'declaredType' | 'declaredSize' | 'uploadId' | 'partSize'>;

/** Our doors take nothing else: what the bytes are is found out by looking at them. */
const BYTES: readonly HttpHeader[] = [{ name: 'content-type', value: 'application/octet-stream' }];

/** The upload in parts of an announced file; `null` when it is sent whole. */
export function partsOf({ id, uploadId, partSize, declaredSize }: Announced): PartsUpload | null {
  return uploadId === null || partSize === null ? null : { key: quarantineKey(id), uploadId, partSize, size: declaredSize };
}

/** Addresses for the bytes of a file: those of the store where browsers can reach it, those of our own doors otherwise. */
@Injectable()
export class UploadTickets {
  constructor(
    private readonly store: FileStore,
    private readonly links: SignedLinks,
  ) {}

  /** @throws CONTENT_MISSING when an upload in parts is over */
  async of(file: Announced): Promise<Omit<UploadTicket, 'file'>> {
    const parts = partsOf(file);
    const nothing = { headers: [], fields: [], partSize: null, received: [] };
    if (parts !== null) {
      const received = await this.store.receivedParts(parts);
      return { ...nothing, way: 'PARTS', url: null, method: 'PUT', partSize: parts.partSize, received, expiresAt: inSeconds(PART_LINK.seconds) };
    }
    const { declaredType: type, declaredSize: size } = file;
    if (this.store.direct !== null) {
      const { url, fields } = await this.store.direct.form(quarantineKey(file.id), { type, size, seconds: UPLOAD_LINK.seconds });
      return { ...nothing, way: 'FORM', url, method: 'POST', fields: [...fields], expiresAt: inSeconds(UPLOAD_LINK.seconds) };
    }
    const { token, expiresAt } = this.links.sign(UPLOAD_LINK.purpose, file.id, UPLOAD_LINK.seconds, { tenantId: file.tenantId, size });
    return { ...nothing, way: 'BODY', url: `${UPLOAD_DOOR}/${token}`, method: 'PUT', headers: [...BYTES], expiresAt };
  }

  /** The address of one part. */
  async part(file: Announced, parts: PartsUpload, number: number): Promise<UploadPart> {
    const size = partLength(parts, number);
    if (this.store.direct !== null) {
      return { number, size, url: await this.store.direct.part(parts, number, PART_LINK.seconds), headers: [], expiresAt: inSeconds(PART_LINK.seconds) };
    }
    const { token, expiresAt } = this.links.sign(PART_LINK.purpose, file.id, PART_LINK.seconds, { tenantId: file.tenantId, part: number });
    return { number, size, url: `${PART_DOOR}/${token}`, headers: [...BYTES], expiresAt };
  }
}

const inSeconds = (seconds: number): Date => new Date(Date.now() + seconds * 1_000);
