import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { notFound } from '@kit/errors';
import { SignedLinks } from '@kit/files';
import { FilesRepository } from '../data/files.repository.js';
import { fileNotReady } from '../file.errors.js';
import { FileReadersRegistry } from '../file-readers.js';
import type { DownloadLink } from '../model/file.types.js';
import { filePolicy } from '../policy/file.policy.js';
import { DOWNLOAD_DOOR, DOWNLOAD_LINK } from './links.js';

/** Decides, at every click, whether the viewer may read the bytes, and hands out a link that lives for seconds. */
@Injectable()
export class MakeDownloadLink {
  constructor(
    private readonly files: FilesRepository,
    private readonly links: SignedLinks,
    private readonly readers: FileReadersRegistry,
  ) {}

  /** @throws NOT_FOUND alike for an unknown file and one the viewer may not read; FILE_NOT_READY */
  async execute(fileId: string): Promise<DownloadLink> {
    const viewer = currentViewer();
    const file = await this.files.entity(viewer.tenantId, fileId);
    const readable = file !== null && (filePolicy.can('file.read', viewer, file) || (await this.readers.mayRead(viewer, fileId)));
    if (!readable) throw notFound({}, ['fileId']);
    if (file.state !== 'READY') throw fileNotReady({ state: file.state });
    const { token, expiresAt } = this.links.sign(DOWNLOAD_LINK.purpose, file.id, DOWNLOAD_LINK.seconds, { tenantId: viewer.tenantId });
    return { url: `${DOWNLOAD_DOOR}/${token}`, expiresAt };
  }
}
