import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { notFound } from '@kit/errors';
import { contentMissing, FileStore, SignedLinks } from '@kit/files';
import { FilesRepository } from '../data/files.repository.js';
import { attachmentHeader } from '../domain/attachment-header.js';
import { fileNotReady } from '../file.errors.js';
import { FileReadersRegistry } from '../file-readers.js';
import type { FileEntity } from '../model/file.entity.js';
import type { DownloadLink } from '../model/file.types.js';
import { filePolicy } from '../policy/file.policy.js';
import { DOWNLOAD_DOOR, DOWNLOAD_LINK } from './links.js';

/** Decides, at every click, whether the viewer may read the bytes, and hands out a link that lives for seconds. */
@Injectable()
export class MakeDownloadLink {
  constructor(
    private readonly files: FilesRepository,
    private readonly store: FileStore,
    private readonly links: SignedLinks,
    private readonly readers: FileReadersRegistry,
  ) {}

  /** @throws NOT_FOUND alike for an unknown file and one the viewer may not read; FILE_NOT_READY, CONTENT_MISSING */
  async execute(fileId: string): Promise<DownloadLink> {
    const viewer = currentViewer();
    const file = await this.files.entity(viewer.tenantId, fileId);
    const readable = file !== null && (filePolicy.can('file.read', viewer, file) || (await this.readers.mayRead(viewer, fileId)));
    if (!readable) throw notFound({}, ['fileId']);
    if (file.state !== 'READY') throw fileNotReady({ state: file.state });
    // Here it is a sentence on the screen; at the store's own address it would be a page of XML.
    if ((await this.store.sizeOf(file.storageKey)) !== file.size) throw contentMissing();
    return this.#linkTo(file);
  }

  async #linkTo({ id, tenantId, name, storageKey, detectedType }: FileEntity): Promise<DownloadLink> {
    const { purpose, seconds } = DOWNLOAD_LINK;
    if (this.store.direct !== null) {
      const url = await this.store.direct.download(storageKey, { type: detectedType!, disposition: attachmentHeader(name), seconds });
      return { url, expiresAt: new Date(Date.now() + seconds * 1_000) };
    }
    const { token, expiresAt } = this.links.sign(purpose, id, seconds, { tenantId });
    return { url: `${DOWNLOAD_DOOR}/${token}`, expiresAt };
  }
}
