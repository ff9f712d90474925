import type { Readable } from 'node:stream';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { unavailable } from '@kit/errors';
import { ChildUnavailable, InspectionChild } from './child-process.js';
import type { InspectionOutcome } from './inspection.js';
import type { InspectionLimits } from './limits.js';
import { Places } from './places.js';
import { type CopyLimits, type TemporaryCopy, TemporaryFolder } from './temporary-folder.js';

export const LIMITS = Symbol('khoi:inspection-limits');

/**
 * Looks at files of strangers, never in this process: a child without rights and with a limit for everything reads them, and
 * dies in our place. Children are used again while they behave, because coming up takes longer than most files.
 */
@Injectable()
export class Inspector implements OnApplicationShutdown {
  readonly #log = new Logger(Inspector.name);
  readonly #folder = new TemporaryFolder();
  readonly #places: Places;
  readonly #children = new Set<InspectionChild>();
  readonly #idle: InspectionChild[] = [];
  #idleTimer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(@Inject(LIMITS) private readonly limits: InspectionLimits) {
    this.#places = new Places(limits.atOnce);
  }

  /**
   * Lends a copy of the bytes on this machine's disk, as many copies at once as looks are allowed.
   * @param open is called when there is a place
   */
  withCopy<T>(open: () => Promise<Readable>, limits: CopyLimits, use: (copy: TemporaryCopy) => Promise<T>): Promise<T> {
    return this.#places.with(async () => this.#folder.lend(await open(), limits, use));
  }

  /**
   * Looks at a copy. A file that takes a child down gets a second, new one: the machine may have been to blame. A second death is
   * the file's.
   * @throws UNAVAILABLE when no child can be had, which says nothing about the file
   */
  async inspect({ path }: Pick<TemporaryCopy, 'path'>): Promise<InspectionOutcome> {
    const first = await this.#try(path);
    if (first.kind === 'INSPECTED' || first.why === 'MEMORY') return first;
    return this.#try(path);
  }

  async onApplicationShutdown(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#idleTimer);
    for (const child of this.#children) child.stop();
    await this.#folder.remove();
  }

  async #try(path: string): Promise<InspectionOutcome> {
    const child = await this.#take();
    try {
      const outcome = await child.inspect(path);
      // Who met something bad is not asked again: what it met may have left something behind.
      if (outcome.kind === 'INSPECTED' && outcome.file.fault === null && child.isFresh && !this.#isStopped) this.#giveBack(child);
      else this.#drop(child);
      if (outcome.kind === 'GIVEN_UP') this.#log.warn({ msg: 'A look at a file was given up.', why: outcome.why });
      return outcome;
    } catch (error) {
      this.#drop(child);
      throw error instanceof ChildUnavailable ? unavailable(undefined, undefined, error) : error;
    }
  }

  async #take(): Promise<InspectionChild> {
    const folder = await this.#folder.path();
    if (this.#isStopped) throw unavailable();
    for (let child = this.#idle.pop(); child !== undefined; child = this.#idle.pop()) {
      if (!child.isFresh) {
        this.#drop(child);
        continue;
      }
      child.keepsAwake(true);
      return child;
    }
    const child = new InspectionChild(folder, this.limits);
    this.#children.add(child);
    return child;
  }

  #giveBack(child: InspectionChild): void {
    child.keepsAwake(false);
    this.#idle.push(child);
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => {
      for (const idle of this.#idle.splice(0)) this.#drop(idle);
    }, this.limits.idleMs).unref();
  }

  #drop(child: InspectionChild): void {
    child.stop();
    this.#children.delete(child);
  }
}
