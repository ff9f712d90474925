import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { FileStore } from '@kit/files';
import { fileTypeFromBuffer } from 'file-type';
import { FilesRepository } from '../data/files.repository.js';
import { FileSigns } from '../domain/file-signs.js';
import { allowedType, type AllowedType, bytesFit } from '../domain/file-types.js';
import { FileChecked } from '../events/file.events.js';
import type { FileEntity, FileRejection } from '../model/file.entity.js';
import { cleanKey, inspectionKey, quarantineKey } from './links.js';

interface Findings {
  readonly size: number;
  readonly sha256: string;
  readonly detectedType: string | null;
  readonly rejection: FileRejection | null;
}

/** Looks at received bytes and decides whether they leave quarantine. Running it twice changes nothing. */
@Injectable()
export class InspectFile {
  constructor(
    private readonly database: Database,
    private readonly files: FilesRepository,
    private readonly store: FileStore,
    private readonly events: EventBus,
  ) {}

  /**
   * The row stays locked while the bytes are looked at: of two runs at once, the second finds the work done. Otherwise
   * it could look for bytes that the first was just moving, and call a good file missing.
   */
  async execute(tenantId: string, fileId: string): Promise<void> {
    const refused = await this.database.transaction(async () => {
      const file = await this.files.lock(tenantId, fileId);
      if (file === null || file.state !== 'RECEIVED') return null;
      // A run that died half way may have moved the bytes already.
      const key = await this.#takeOver(fileId);
      const { rejection, ...facts } = key === null ? MISSING : await this.#look(key, file);
      const kept = rejection === null;
      if (key !== null && kept && key !== cleanKey(fileId)) await this.store.move(key, cleanKey(fileId));
      Object.assign(file, facts, { rejection, state: kept ? 'READY' : 'REJECTED', checkedAt: await this.database.now() });
      if (kept) file.storageKey = cleanKey(fileId);
      await this.files.save(file);
      await this.events.publish(new FileChecked(tenantId, fileId, kept ? 'READY' : 'REJECTED'));
      return kept ? null : key;
    });
    if (refused !== null) await this.store.remove(refused);
  }

  /** Moves the bytes out of reach of the upload door, so that what is checked is what is kept. */
  async #takeOver(fileId: string): Promise<string | null> {
    for (const known of [cleanKey(fileId), inspectionKey(fileId)]) if (await this.store.exists(known)) return known;
    if (!(await this.store.exists(quarantineKey(fileId)))) return null;
    await this.store.move(quarantineKey(fileId), inspectionKey(fileId));
    return inspectionKey(fileId);
  }

  async #look(key: string, file: FileEntity): Promise<Findings> {
    const hash = createHash('sha256');
    const type = allowedType(file.declaredType);
    const signs = new FileSigns(type?.marks);
    for await (const chunk of await this.store.read(key)) {
      hash.update(chunk as Buffer);
      signs.add(chunk as Buffer);
    }
    signs.end();
    const found = (await fileTypeFromBuffer(signs.head))?.mime ?? null;
    return {
      size: signs.size,
      sha256: hash.digest('hex'),
      detectedType: found ?? (signs.isText ? file.declaredType : null),
      rejection: rejectionOf(file, type, found, signs),
    };
  }
}

function rejectionOf(file: FileEntity, type: AllowedType | null, found: string | null, signs: FileSigns): FileRejection | null {
  if (signs.size === 0) return 'EMPTY';
  if (signs.size !== file.declaredSize) return 'SIZE_DIFFERS';
  if (type === null) return 'TYPE_NOT_ALLOWED';
  return bytesFit(type, found, signs) ? null : 'TYPE_DIFFERS';
}

const MISSING: Findings = { size: 0, sha256: createHash('sha256').digest('hex'), detectedType: null, rejection: 'BYTES_MISSING' };
