import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { contentMissing, FileStore } from '@kit/files';
import { FileTexts } from '../data/file-texts.js';
import { FilesRepository } from '../data/files.repository.js';
import { FileChecked } from '../events/file.events.js';
import type { FileEntity } from '../model/file.entity.js';
import { CheckBytes, type Findings } from './check-bytes.js';
import { cleanKey, inspectionKey, quarantineKey } from './links.js';

/** Bytes that nobody can replace any more, and the announced file they belong to. */
interface Claimed {
  readonly file: FileEntity;
  /** `null` when there are none. */
  readonly key: string | null;
}

const ROUNDS = 3;

/**
 * Looks at received bytes and decides whether they leave quarantine. Running it twice changes nothing, and dying anywhere leaves
 * a file that the next run finishes.
 *
 * Three steps, because the look may take a minute and a row may not stay locked that long: under the lock the bytes are taken out
 * of reach of the upload door; without it they are looked at, by as many runs as there are; under the lock again the first to
 * come decides, and the others find the work done. What all of them saw is the same bytes.
 */
@Injectable()
export class InspectFile {
  constructor(
    private readonly database: Database,
    private readonly files: FilesRepository,
    private readonly texts: FileTexts,
    private readonly store: FileStore,
    private readonly events: EventBus,
    private readonly check: CheckBytes,
  ) {}

  /** @throws UNAVAILABLE when it could not be looked at; the file stays as it is */
  async execute(tenantId: string, fileId: string): Promise<void> {
    for (let round = 1; ; round += 1) {
      const claimed = await this.#claim(tenantId, fileId);
      if (claimed === null) return;
      try {
        const findings = claimed.key === null ? MISSING : await this.check.execute(claimed.key, claimed.file);
        return await this.#decide(claimed, findings);
      } catch (error) {
        // Another run is just moving what it decided about. The lock waits for it, and shows what came of it.
        if (!contentMissing.is(error) || round === ROUNDS) throw error;
      }
    }
  }

  /** Takes the bytes out of reach of the upload door, so that what is checked is what is kept. `null`: there is nothing to do. */
  #claim(tenantId: string, fileId: string): Promise<Claimed | null> {
    return this.database.transaction(async () => {
      const file = await this.files.lock(tenantId, fileId);
      if (file === null || file.state !== 'RECEIVED') return null;
      // A run that died half way may have moved the bytes already.
      for (const key of [cleanKey(fileId), inspectionKey(fileId)]) if (await this.store.exists(key)) return { file, key };
      if (!(await this.store.exists(quarantineKey(fileId)))) return { file, key: null };
      await this.store.move(quarantineKey(fileId), inspectionKey(fileId));
      return { file, key: inspectionKey(fileId) };
    });
  }

  async #decide({ file: { tenantId, id }, key }: Claimed, { text, ...findings }: Findings): Promise<void> {
    const state = findings.rejection === null ? 'READY' : 'REJECTED';
    const isDecided = await this.database.transaction(async () => {
      const file = await this.files.lock(tenantId, id);
      if (file === null || file.state !== 'RECEIVED') return false;
      if (key !== null && state === 'READY' && key !== cleanKey(id)) await this.store.move(key, cleanKey(id));
      Object.assign(file, findings, { state, checkedAt: await this.database.now() });
      if (state === 'READY') file.storageKey = cleanKey(id);
      await this.files.save(file);
      if (text !== '') await this.texts.keep(tenantId, id, text);
      await this.events.publish(new FileChecked(tenantId, id, state));
      return true;
    });
    if (isDecided && key !== null && state === 'REJECTED') await this.store.remove(key);
  }
}

const MISSING: Findings = { size: 0, sha256: null, detectedType: null, rejection: 'BYTES_MISSING', text: '' };
