import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { FileStore, SignedLinks } from '@kit/files';
import { FilesRepository } from '../data/files.repository.js';
import { linkInvalid } from '../file.errors.js';
import { DOWNLOAD_LINK } from './links.js';

/** What the download door sends. */
export interface OpenedFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly bytes: Readable;
}

/** Opens the bytes behind a link that was handed out a moment ago. */
@Injectable()
export class OpenDownload {
  constructor(
    private readonly files: FilesRepository,
    private readonly store: FileStore,
    private readonly links: SignedLinks,
  ) {}

  /** @throws FILE_LINK_INVALID; the bytes break with CONTENT_DAMAGED when they are not those that were checked */
  async execute(token: string): Promise<OpenedFile> {
    const link = this.links.verify(DOWNLOAD_LINK.purpose, token);
    const file = link === null ? null : await this.files.entity(String(link.facts['tenantId']), link.id);
    if (file === null || file.state !== 'READY') throw linkInvalid();
    return { name: file.name, type: file.detectedType!, size: file.size!, bytes: await this.store.read(file.storageKey, { sha256: file.sha256! }) };
  }
}
