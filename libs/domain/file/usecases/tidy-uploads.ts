import { Injectable, Logger } from '@nestjs/common';
import { runAs, systemViewer } from '@kit/context';
import { FileStore } from '@kit/files';
import { FilesRepository } from '../data/files.repository.js';
import { InspectFile } from './inspect-file.js';
import { quarantineKey } from './links.js';

/** Nobody is still sending after so many hours: the link was good for minutes, and parts can be gone on with for three days. */
const ABANDONED_HOURS = { whole: 24, parts: 72 } as const;
/** A check that has not happened for so many hours was given up by the queue. */
const FORGOTTEN_HOURS = 1;
const HOUR_MS = 60 * 60 * 1_000;

/** What a round of tidying did. */
export interface Tidied {
  readonly expired: number;
  readonly inspected: number;
  readonly removed: number;
}

/**
 * Heals what broken connections and crashes leave behind: uploads that never came, checks that were never done, and bytes no
 * file needs any more. Whatever it does may be done by two processes at once.
 */
@Injectable()
export class TidyUploads {
  readonly #log = new Logger(TidyUploads.name);

  constructor(
    private readonly files: FilesRepository,
    private readonly store: FileStore,
    private readonly inspect: InspectFile,
  ) {}

  async execute(): Promise<Tidied> {
    const expired = await this.files.expire(ABANDONED_HOURS);
    for (const { id, uploadId } of expired) {
      if (uploadId !== null) await this.store.abortParts({ key: quarantineKey(id), uploadId });
      await this.store.remove(quarantineKey(id));
    }
    const forgotten = await this.files.forgotten(FORGOTTEN_HOURS);
    let inspected = 0;
    for (const { tenantId, id } of forgotten) if (await this.#inspect(tenantId, id)) inspected += 1;
    return { expired: expired.length, inspected, removed: (await this.#removeOrphans()) + (await this.store.sweep()) };
  }

  /** A file that cannot be checked at the moment does not keep the others from it. */
  async #inspect(tenantId: string, id: string): Promise<boolean> {
    try {
      await runAs(systemViewer(tenantId), () => this.inspect.execute(tenantId, id));
      return true;
    } catch (error) {
      this.#log.warn({ msg: 'A received file could not be checked; the next round will try again.', fileId: id, err: error });
      return false;
    }
  }

  async #removeOrphans(): Promise<number> {
    let removed = 0;
    for (const folder of ['quarantine', 'inspection']) {
      for await (const { key, modifiedAt } of this.store.list(folder)) {
        const isOld = Date.now() - modifiedAt.getTime() > ABANDONED_HOURS.whole * HOUR_MS;
        if (!isOld || (await this.files.isUnderWay(key.slice(folder.length + 1)))) continue;
        await this.store.remove(key);
        removed += 1;
      }
    }
    return removed;
  }
}
