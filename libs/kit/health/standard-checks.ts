import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Config } from '@kit/config';
import { FileStore } from '@kit/files';
import { DatabaseProbe } from './database-probe.js';
import { reach } from './reach.js';
import { Readiness } from './readiness.js';

/** A key of no file: the store is asked whether it has it, and has to know the bucket and our keys to say no. */
const NO_FILE = 'health/probe';

/**
 * The parts that every installation has, or has when they are configured.
 *
 * Critical are those without which a person's work would fail in their hands: the database, its schema, the files.
 * Degrading are those whose work waits: events wait in the outbox for the queue and mails for their server, uploads wait
 * for the scanner, and a clock that is wrong is a finding for the operator while the database's still decides every deadline.
 */
@Injectable()
export class StandardChecks implements OnModuleInit, OnApplicationShutdown {
  readonly #probe: DatabaseProbe;

  constructor(
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(Config) private readonly config: Config,
    @Inject(FileStore) private readonly store: FileStore,
  ) {
    this.#probe = new DatabaseProbe(config.databaseUrl);
  }

  onModuleInit(): void {
    const { smtpUrl, clamavUrl } = this.config;
    this.readiness.add('database', () => this.#probe.answers());
    this.readiness.add('migrations', () => this.#probe.isMigrated());
    this.readiness.add('store', () => this.#checkStore());
    this.readiness.add('clock', () => this.#probe.clocksAgree(), { weight: 'degrading' });
    if (smtpUrl !== null) this.readiness.add('mail', () => reach(smtpUrl, greetingOf(smtpUrl)), { weight: 'degrading' });
    if (clamavUrl !== null) this.readiness.add('clamav', () => reach(clamavUrl, { say: 'zPING\0', greeting: 'PONG' }), { weight: 'degrading' });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#probe.close();
  }

  async #checkStore(): Promise<void> {
    if (this.config.s3 === null) await access(await nearestFolder(this.config.filesDir), constants.W_OK | constants.X_OK);
    else await this.store.exists(NO_FILE);
  }
}

/** A server that speaks TLS from the first byte says nothing before it. */
const greetingOf = (url: string): { greeting?: string } => (url.startsWith('smtps:') ? {} : { greeting: '220' });

/** The folder itself, or the one in which it will be made at the first write. */
async function nearestFolder(folder: string): Promise<string> {
  try {
    await access(folder);
    return folder;
  } catch (error) {
    const parent = dirname(folder);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || parent === folder) throw error;
    return nearestFolder(parent);
  }
}
