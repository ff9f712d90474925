/** What a subscriber is told: that they should ask again. */
export interface LiveNews {
  /** The parts that changed and that the subscriber may know of; empty: anything of the topic may have changed. */
  readonly parts: readonly string[];
}

/** Milliseconds in which signals are gathered before anybody hears of them; drawn anew each time, so that not all ask again at once. */
const GATHER = { least: 100, most: 300 } as const;
/** Milliseconds between two deliveries: with several acts in one, a signal counts nothing. */
const PAUSE = 500;

/** Says which of these parts the subscriber may know of now. @throws what the subscription then ends with */
export type Check = (parts: readonly string[]) => Promise<ReadonlySet<string>>;

/**
 * One subscriber of one topic. Signals are gathered, their audience is asked at the moment of delivery, and what nobody has taken yet
 * grows into one piece of news: however slow the other end is, there is never more than one to wait for it.
 */
export class LiveListener implements AsyncIterableIterator<LiveNews> {
  readonly #parts = new Set<string>();
  #isWhole = false;
  #timer: NodeJS.Timeout | undefined;
  #isChecking = false;
  #earliest = 0;
  /** News that nobody has taken; it starts with "ask now", since something may have changed before the ear was open. */
  #ready: LiveNews | null = { parts: [] };
  #waiter: { resolve(result: IteratorResult<LiveNews, undefined>): void; reject(error: unknown): void } | undefined;
  #error: { readonly reason: unknown } | null = null;
  #isOver = false;

  constructor(
    private readonly check: Check,
    private readonly onEnd: (listener: LiveListener) => void,
  ) {}

  /** Something changed: a part, or (`null`) the topic as a whole. */
  note(part: string | null): void {
    if (this.#isOver) return;
    if (part === null) this.#isWhole = true;
    else this.#parts.add(part);
    this.#plan();
  }

  /** Ends the subscription; whoever waits hears why. */
  fail(reason: unknown): void {
    if (this.#isOver) return;
    this.#end();
    if (this.#waiter === undefined) this.#error = { reason };
    else this.#waiter.reject(reason);
    this.#waiter = undefined;
  }

  next(): Promise<IteratorResult<LiveNews, undefined>> {
    if (this.#ready !== null && !this.#isOver) {
      const value = this.#ready;
      this.#ready = null;
      return Promise.resolve({ value, done: false });
    }
    if (this.#error !== null) {
      const { reason } = this.#error;
      this.#error = null;
      return Promise.reject(reason);
    }
    if (this.#isOver) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve, reject) => {
      this.#waiter = { resolve, reject };
    });
  }

  /** The subscriber has gone. Answers at once, also while somebody waits for the next news. */
  return(): Promise<IteratorResult<LiveNews, undefined>> {
    this.#end();
    this.#waiter?.resolve({ value: undefined, done: true });
    this.#waiter = undefined;
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #plan(): void {
    if (this.#timer !== undefined || this.#isChecking) return;
    const gather = GATHER.least + Math.random() * (GATHER.most - GATHER.least);
    const wait = Math.max(gather, this.#earliest - performance.now());
    this.#timer = setTimeout(() => void this.#deliver(), wait).unref();
  }

  async #deliver(): Promise<void> {
    this.#timer = undefined;
    const isWhole = this.#isWhole;
    const parts = [...this.#parts];
    this.#isWhole = false;
    this.#parts.clear();
    this.#isChecking = true;
    try {
      const audible = await this.check(parts);
      const heard = parts.filter((part) => audible.has(part));
      if (isWhole || heard.length > 0) this.#hand({ parts: isWhole ? [] : heard });
    } catch (error) {
      this.fail(error);
    }
    this.#isChecking = false;
    this.#earliest = performance.now() + PAUSE;
    if (!this.#isOver && (this.#isWhole || this.#parts.size > 0)) this.#plan();
  }

  #hand(news: LiveNews): void {
    if (this.#isOver) return;
    if (this.#waiter !== undefined) {
      this.#waiter.resolve({ value: news, done: false });
      this.#waiter = undefined;
    } else this.#ready = this.#ready === null ? news : merged(this.#ready, news);
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.onEnd(this);
  }
}

function merged(before: LiveNews, after: LiveNews): LiveNews {
  return { parts: before.parts.length === 0 || after.parts.length === 0 ? [] : [...new Set([...before.parts, ...after.parts])] };
}
