import { t } from './language.mjs';
import { Interrupted, reportFailure } from './terminal.mjs';

/** npm passes each Ctrl-C on to its child, so one key press arrives twice within milliseconds. */
const SAME_KEY_PRESS_MS = 700;

/** What a command has begun and must end: told to stop, it ends in reverse order. */
export class Lifecycle {
  #abort = new AbortController();
  #endings = [];
  #forcings = new Set();
  #asked = 0;

  /** Aborts as soon as the person asks to stop. */
  get signal() {
    return this.#abort.signal;
  }

  /** Resolves when the person asks to stop. */
  interrupted = new Promise((resolve) => this.#abort.signal.addEventListener('abort', () => resolve(), { once: true }));

  /** @throws {Interrupted} when the person has asked to stop */
  check() {
    if (this.signal.aborted) throw new Interrupted();
  }

  /** Registers work to be done at the end, last registered first. */
  defer(ending) {
    this.#endings.push(ending);
  }

  /** Registers a synchronous act for a second Ctrl-C; answers how to take it back. */
  onForce(act) {
    this.#forcings.add(act);
    return () => this.#forcings.delete(act);
  }

  /** Ends everything begun so far. */
  async end() {
    for (let ending = this.#endings.pop(); ending; ending = this.#endings.pop()) {
      try {
        await ending();
      } catch (error) {
        reportFailure(error);
      }
    }
  }

  listen() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => this.#onSignal());
  }

  #onSignal() {
    const now = performance.now();
    if (!this.#asked) {
      this.#asked = now;
      console.log(t('\nĐang dừng … (nhấn Ctrl-C lần nữa để dừng ngay)', '\nStopping … (press Ctrl-C again to force)'));
      this.#abort.abort();
    } else if (now - this.#asked > SAME_KEY_PRESS_MS) {
      for (const act of this.#forcings) act();
      setTimeout(() => process.exit(130), 300);
    }
  }
}

/**
 * Runs a command of the launcher: failures become one sentence and exit code 1, Ctrl-C ends what was begun.
 * @param {(life: Lifecycle) => Promise<number | void>} main answers the exit code, 0 if nothing
 * @param {{ interruptedCode?: number }} [options] exit code after Ctrl-C
 */
export async function runCommand(main, { interruptedCode = 0 } = {}) {
  const life = new Lifecycle();
  life.listen();
  let code = 1;
  try {
    code = (await main(life)) ?? 0;
  } catch (error) {
    if (life.signal.aborted) code = interruptedCode;
    else reportFailure(error);
  }
  await life.end();
  process.exit(code);
}
