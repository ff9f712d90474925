import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { FileStore } from '@kit/files';
import { type InspectedFile, Inspector, type TemporaryCopy, VirusScanner } from '@kit/inspection';
import { allowedType, isFilm } from '../domain/file-types.js';
import { rejectionOf } from '../domain/rejection.js';
import type { FileEntity, FileRejection } from '../model/file.entity.js';

/** Enough of a film to know it as one; films are neither unpacked nor read. */
const FILM_HEAD_BYTES = 1024 * 1024;

/** What the bytes of a file turned out to be. */
export interface Findings {
  /** `null` when there were more bytes than announced: they were not counted to the end. */
  readonly size: number | null;
  readonly sha256: string | null;
  readonly detectedType: string | null;
  readonly rejection: FileRejection | null;
  /** Words of the document, for search; empty for a rejected file. */
  readonly text: string;
}

/** Looks at bytes, changes nothing and decides about them. May take a minute: nothing may be locked meanwhile. */
@Injectable()
export class CheckBytes {
  constructor(
    private readonly store: FileStore,
    private readonly inspector: Inspector,
    private readonly scanner: VirusScanner,
  ) {}

  /**
   * @param key where the bytes of the announced file lie
   * @throws CONTENT_MISSING; UNAVAILABLE when the store, the scanner or this machine cannot do their part
   */
  execute(key: string, file: FileEntity): Promise<Findings> {
    const keptBytes = isFilm(file.declaredType) ? FILM_HEAD_BYTES : Infinity;
    const limits = { maxBytes: file.declaredSize, keptBytes };
    return this.inspector.withCopy(() => this.store.read(key), limits, async (copy) => {
      const facts = copy.size > file.declaredSize ? { size: null, sha256: null } : { size: copy.size, sha256: copy.sha256 };
      if (facts.size !== file.declaredSize) return { ...facts, detectedType: null, text: '', rejection: copy.size === 0 ? 'EMPTY' : 'SIZE_DIFFERS' };
      const outcome = await this.inspector.inspect(copy);
      const found = outcome.kind === 'INSPECTED' ? outcome.file : null;
      const rejection = rejectionOf(file, copy.sha256, found) ?? (await this.#scan(key, copy, file));
      return { ...facts, rejection, detectedType: detectedType(file, found), text: rejection === null ? (found?.text ?? '') : '' };
    });
  }

  async #scan(key: string, copy: TemporaryCopy, file: FileEntity): Promise<FileRejection | null> {
    const verdict = await this.scanner.scan(async () => (isFilm(file.declaredType) ? this.store.read(key) : createReadStream(copy.path)));
    return verdict === 'INFECTED' ? 'INFECTED' : null;
  }
}

/** Text has no signature: of a table and a note, the announced type is as good as any. */
function detectedType({ declaredType }: FileEntity, found: InspectedFile | null): string | null {
  return found?.type === 'text/plain' && allowedType(declaredType)?.found.includes('text/plain') === true ? declaredType : (found?.type ?? null);
}
