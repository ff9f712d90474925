import { readEvents } from './eventStream.js';

/** Ids of what changed; empty: ask for everything that is shown. */
export type Changed = readonly string[];

export type LiveListener = (changed: Changed) => void;

/** What a feed needs of its surroundings; tests have others. */
export interface LiveSurroundings {
  /** Asks the server for the stream. */
  open: (signal: AbortSignal) => Promise<Response>;
  /** Whether somebody looks at the tab. */
  isVisible: () => boolean;
  /** Calls `listener` when that changes, or the network comes back; returns the way to stop. */
  onChange: (listener: () => void) => () => void;
}

/** Milliseconds between two looks while there is no stream. */
const POLL = 5_000;
/** Milliseconds before a stream is tried again: the first time, and at most. */
const AGAIN = { first: 1_000, most: 60_000 } as const;
/** The server gives a sign of life every 15 seconds; after so many milliseconds without one nobody is there. */
const SILENCE = 40_000;

/**
 * Tells its listeners when what they show may have changed: through a stream of signals, or, as long as there is none, by asking them to
 * look every five seconds. Rests while the tab is hidden: a browser holds only a few connections to one server, and nobody is looking.
 */
export class LiveFeed {
  readonly #listeners = new Set<LiveListener>();
  readonly #around: LiveSurroundings;
  #stopWatching: (() => void) | undefined;
  #stream: AbortController | undefined;
  #isConnected = false;
  #poll: ReturnType<typeof setInterval> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(around: LiveSurroundings) {
    this.#around = around;
  }

  /** Whether changes are heard at once; otherwise they are found by looking. */
  get isConnected(): boolean {
    return this.#isConnected;
  }

  /** The first listener starts the feed, the last one to leave ends it. */
  listen(listener: LiveListener): () => void {
    this.#listeners.add(listener);
    if (this.#stopWatching === undefined) {
      this.#stopWatching = this.#around.onChange(() => this.#follow());
      this.#follow();
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#end();
    };
  }

  #end(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    this.#rest();
  }

  #follow(): void {
    if (!this.#around.isVisible()) this.#rest();
    else if (this.#stream === undefined) {
      this.#failures = 0;
      this.#look();
      void this.#connect();
    }
  }

  /** Listeners look by themselves from now on. */
  #look(): void {
    this.#poll ??= setInterval(() => this.#tell([]), POLL);
  }

  #rest(): void {
    clearInterval(this.#poll);
    clearTimeout(this.#retry);
    this.#poll = undefined;
    this.#isConnected = false;
    this.#stream?.abort();
    this.#stream = undefined;
  }

  async #connect(): Promise<void> {
    clearTimeout(this.#retry);
    const stream = new AbortController();
    this.#stream = stream;
    let silence = setTimeout(() => stream.abort(), SILENCE);
    try {
      const response = await this.#around.open(stream.signal);
      if (!response.ok || !response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) throw new Error('no stream');
      for await (const { event, data } of readEvents(response.body)) {
        clearTimeout(silence);
        if (stream.signal.aborted || event === 'complete') break;
        silence = setTimeout(() => stream.abort(), SILENCE);
        if (event === 'next') this.#hear(changedIn(data));
      }
    } catch {
      // Whatever the reason: until there is a stream again, listeners look by themselves, and see it there.
    }
    clearTimeout(silence);
    if (this.#stream === stream) this.#lost();
    stream.abort();
  }

  #hear(changed: Changed): void {
    this.#isConnected = true;
    this.#failures = 0;
    clearInterval(this.#poll);
    this.#poll = undefined;
    this.#tell(changed);
  }

  #lost(): void {
    this.#stream = undefined;
    this.#isConnected = false;
    this.#look();
    const pause = Math.min(AGAIN.first * 2 ** this.#failures, AGAIN.most);
    this.#failures += 1;
    // Not all at once, when a server comes back.
    this.#retry = setTimeout(() => void this.#connect(), pause * (0.5 + Math.random() / 2));
  }

  #tell(changed: Changed): void {
    for (const listener of this.#listeners) listener(changed);
  }
}

/** @throws when the server refuses in the middle: the session has ended, or what was watched is not for this person any more */
function changedIn(data: string): Changed {
  const { data: result } = JSON.parse(data) as { data?: { sessionChanged: { itemIds: string[] } } | null };
  if (!result) throw new Error('refused');
  return result.sessionChanged.itemIds;
}
