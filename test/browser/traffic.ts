import { STREAM_PATH } from '@kit/graphql';
import type { Page, Request } from 'playwright-core';

/** How long a page may take to have its heading and to ask its last question. */
const PATIENCE_MS = 15_000;
/** A question that follows from an answer is asked as soon as the page has drawn that answer. */
const PAUSE_MS = 40;

const HEADING = `new Promise((done) => {
  const until = Date.now() + ${PATIENCE_MS};
  const look = () => document.querySelector('h1') ? done(true) : Date.now() > until ? done(false) : requestAnimationFrame(look);
  look();
})`;
const PAUSE = `new Promise((done) => requestIdleCallback(() => setTimeout(done, ${PAUSE_MS}), { timeout: 1000 }))`;

/** What a page has asked the server. Knows sooner than a fixed pause when there is nothing more to come. */
export class Traffic {
  readonly #open = new Set<Request>();
  #begun = 0;

  constructor(private readonly page: Page) {
    page.on('request', (request) => {
      // A page listens for as long as it is shown; that is no question.
      if (request.url().endsWith(STREAM_PATH)) return;
      this.#begun += 1;
      this.#open.add(request);
    });
    const end = (request: Request): boolean => this.#open.delete(request);
    page.on('requestfinished', end);
    page.on('requestfailed', end);
  }

  /** Waits until the page has its heading, every answer is there and the page, having nothing left to do, twice asked no more. */
  async quiet(): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    if (!(await this.page.evaluate<boolean>(HEADING))) throw new Error(`${this.page.url()} has no heading`);
    for (let calm = 0, seen = -1; calm < 2;) {
      if (Date.now() > until) throw new Error(`${this.page.url()} still asks: ${[...this.#open].map((request) => request.url()).join(' ')}`);
      await this.page.evaluate(PAUSE);
      calm = this.#open.size === 0 && this.#begun === seen ? calm + 1 : 0;
      seen = this.#begun;
    }
  }
}
