import { Injectable } from '@nestjs/common';
import { contentMissing, FileStore } from '@kit/files';
import { FilesRepository } from '../data/files.repository.js';
import { everyStoredFile, type Finding, type Findings, sha256Of, type StoredRow } from './stored-files.js';

/** Reads every checked file and compares it with the checksum in the database. For operators; changes nothing. */
@Injectable()
export class CheckStoredFiles {
  constructor(
    private readonly files: FilesRepository,
    private readonly store: FileStore,
  ) {}

  /** @throws UNAVAILABLE */
  execute(onProgress: (done: number, total: number) => void): Promise<Findings> {
    return everyStoredFile(this.files, (row) => this.#look(row), onProgress);
  }

  async #look({ storageKey, sha256 }: StoredRow): Promise<Finding> {
    if (sha256 === null) return 'absent';
    try {
      return (await sha256Of(await this.store.read(storageKey))) === sha256 ? 'done' : 'damaged';
    } catch (error) {
      if (contentMissing.is(error)) return 'missing';
      throw error;
    }
  }
}
