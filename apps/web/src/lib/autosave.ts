/**
 * Saving while somebody writes, without React: when to save, what to do when it fails, and a copy on this device until
 * the server has confirmed. The words of a person are never only in memory.
 */
export type AutosaveStatus = 'idle' | 'dirty' | 'saving' | 'saved' | 'retrying' | 'conflict' | 'rejected';

export interface AutosaveState {
  status: AutosaveStatus;
  /** When the server last confirmed. */
  savedAt: Date | null;
  /** Why it was not saved, for `retrying`, `conflict` and `rejected`. */
  error: unknown;
}

/** What is kept on this device: the words, the revision they were written on, and when. */
export interface MirrorRecord<T> {
  value: T;
  revision: number;
  at: number;
}

/** The store on this device. */
export interface Mirror<T> {
  read(): Promise<MirrorRecord<T> | undefined>;
  write(record: MirrorRecord<T>): Promise<void>;
  remove(): Promise<void>;
}

/** What a failed save means: try again by itself, let the person choose, or let the person correct something. */
export type Verdict = 'retry' | 'conflict' | 'rejected';

export interface AutosaverOptions<T> {
  value: T;
  revision: number;
  /** Saves on top of `revision` and resolves to the new one. */
  save: (value: T, revision: number) => Promise<number>;
  mirror: Mirror<T>;
  judge: (error: unknown) => Verdict;
  onState: (state: AutosaveState) => void;
  /** Milliseconds after the last key. */
  delay?: number;
}

const FIRST_RETRY = 1000;
const LAST_RETRY = 30_000;

/** One piece of text being written, e.g. one section of a dossier. */
export class Autosaver<T> {
  private readonly options: AutosaverOptions<T>;
  private value: T;
  private confirmed: string;
  private revision: number;
  private state: AutosaveState = { status: 'idle', savedAt: null, error: null };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private retryDelay = FIRST_RETRY;
  private running: Promise<void> | null = null;
  private mirroring: Promise<void> = Promise.resolve();

  constructor(options: AutosaverOptions<T>) {
    this.options = options;
    this.value = options.value;
    this.confirmed = JSON.stringify(options.value);
    this.revision = options.revision;
  }

  /**
   * What an earlier tab left on this device. Words on the current revision are returned as `mine` and count as edited;
   * words on an older one mean that somebody else has saved since, and the person has to choose.
   */
  async recover(): Promise<{ mine: T; at: Date; isConflict: boolean } | null> {
    const record = await this.options.mirror.read().catch(() => undefined);
    if (!record) return null;
    if (JSON.stringify(record.value) === this.confirmed) {
      void this.mirrored(() => this.options.mirror.remove());
      return null;
    }
    const isConflict = record.revision !== this.revision;
    this.value = record.value;
    if (isConflict) this.set({ status: 'conflict' });
    else this.schedule('dirty', 0);
    return { mine: record.value, at: new Date(record.at), isConflict };
  }

  /** The person changed something. */
  edit(value: T): void {
    const text = JSON.stringify(value);
    if (text === JSON.stringify(this.value)) return;
    this.value = value;
    void this.mirrored(() => this.options.mirror.write({ value, revision: this.revision, at: Date.now() }));
    if (this.state.status === 'conflict') return;
    if (text === this.confirmed && !this.running) return this.settle();
    this.schedule(this.state.status === 'retrying' ? 'retrying' : 'dirty', this.options.delay ?? 800);
  }

  /** Saves now; resolves when nothing is left to save or it could not be saved. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    if (this.running) await this.running;
    if (this.isDirty() && this.state.status !== 'conflict') await this.run();
  }

  /** Another act of the same person moved the revision on (a file was attached, authors were set). */
  advance(revision: number): void {
    this.revision = Math.max(this.revision, revision);
  }

  /** The person has chosen after a conflict: go on from `revision`, with `value` if it is to be saved. */
  resolve(revision: number, value: T): void {
    this.revision = revision;
    this.value = value;
    this.confirmed = '';
    this.schedule('dirty', 0);
  }

  /** The person has chosen what the server has: forget the own words. */
  discard(revision: number, value: T): void {
    clearTimeout(this.timer);
    this.revision = revision;
    this.value = value;
    this.confirmed = JSON.stringify(value);
    this.settle();
  }

  /** The network is back, or the page is looked at again: do not wait for the next attempt. */
  hurry(): void {
    this.retryDelay = FIRST_RETRY;
    if (this.state.status === 'retrying') void this.flush();
  }

  /** The newest words, saved or not. */
  words(): T {
    return this.value;
  }

  isDirty(): boolean {
    return JSON.stringify(this.value) !== this.confirmed;
  }

  private schedule(status: AutosaveStatus, delay: number): void {
    clearTimeout(this.timer);
    if (this.state.status !== status) this.set({ status });
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  private run(): Promise<void> {
    this.running ??= this.attempt().finally(() => { this.running = null; });
    return this.running;
  }

  private async attempt(): Promise<void> {
    const value = this.value;
    const text = JSON.stringify(value);
    if (this.state.status !== 'retrying') this.set({ status: 'saving' });
    try {
      this.revision = await this.options.save(value, this.revision);
    } catch (error) {
      return this.failed(error);
    }
    this.confirmed = text;
    this.retryDelay = FIRST_RETRY;
    if (this.isDirty()) this.schedule('dirty', this.options.delay ?? 800);
    else {
      this.set({ status: 'saved', savedAt: new Date(), error: null });
      await this.mirrored(() => this.options.mirror.remove());
    }
  }

  private failed(error: unknown): void {
    const verdict = this.options.judge(error);
    if (verdict !== 'retry') return this.set({ status: verdict, error });
    this.set({ status: 'retrying', error });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), this.retryDelay);
    this.retryDelay = Math.min(LAST_RETRY, this.retryDelay * 2);
  }

  private settle(): void {
    clearTimeout(this.timer);
    this.set({ status: this.state.savedAt ? 'saved' : 'idle', error: null });
    void this.mirrored(() => this.options.mirror.remove());
  }

  /** Device storage works one step after another; when it fails (private window, full disk) saving goes on without it. */
  private mirrored(step: () => Promise<void>): Promise<void> {
    this.mirroring = this.mirroring.then(step).catch(() => undefined);
    return this.mirroring;
  }

  private set(change: Partial<AutosaveState>): void {
    this.state = { ...this.state, ...change };
    this.options.onState(this.state);
  }
}
