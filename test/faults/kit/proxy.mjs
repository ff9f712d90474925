import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How a proxy passes bytes on when nothing is wrong. */
const CLEAR = { delayMs: 0, blackHole: false };

/** One connection through the proxy: the side that called, and the side it was put through to. */
class Link {
  constructor(proxy, caller) {
    this.caller = caller;
    this.target = connect(proxy.targetPort, '127.0.0.1');
    this.proxy = proxy;
    for (const socket of [this.caller, this.target]) socket.setNoDelay(true).on('error', () => this.end());
    // What one side closes the other sees closed, but only after the bytes before it.
    void this.#carry(this.caller, this.target, 'toTarget');
    void this.#carry(this.target, this.caller, 'toCaller');
  }

  async #carry(from, to, direction) {
    try {
      for await (const chunk of from) {
        const { delayMs } = this.proxy.weather;
        if (delayMs > 0) await sleep(delayMs);
        while (this.proxy.weather.blackHole && !to.destroyed) await sleep(50);
        if (await this.proxy.caught(direction, chunk, this)) return;
        if (to.destroyed) return;
        if (!to.write(chunk)) await Promise.race([once(to, 'drain'), once(to, 'close')]);
      }
      to.end();
    } catch {
      this.end();
    }
  }

  /** Ends both sides; `reset` as a broken line does (RST), otherwise politely. */
  end(reset = false) {
    for (const socket of [this.caller, this.target]) {
      if (reset && !socket.destroyed) socket.resetAndDestroy();
      else socket.destroy();
    }
    this.proxy.links.delete(this);
  }
}

/**
 * A TCP line between the product and one of its dependencies, which can be made slow, cut, refused or swallowed at will. It does not
 * read what it carries, but for traps: {@link FaultProxy#trap} stops a line at the very bytes before which something shall happen.
 */
export class FaultProxy {
  links = new Set();
  weather = { ...CLEAR };
  #server;
  #traps = [];

  constructor(targetPort) {
    this.targetPort = targetPort;
  }

  /** Begins to take connections; answers the port. */
  async open(port = this.port ?? 0) {
    this.#server = createServer({ allowHalfOpen: true }, (caller) => {
      const link = new Link(this, caller);
      this.links.add(link);
      link.target.once('close', () => this.links.delete(link));
    });
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.port = this.#server.address().port;
    return this.port;
  }

  async close() {
    if (this.#server === undefined) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.cut();
    await closed;
    this.#server = undefined;
  }

  /** Every chunk comes later, in both directions. */
  slow(delayMs) {
    this.weather = { ...CLEAR, delayMs };
  }

  /** Takes connections and bytes and passes nothing on, like a machine whose cable was pulled. */
  swallow() {
    this.weather = { ...CLEAR, blackHole: true };
  }

  /** Cuts every connection there is; new ones are taken. */
  cut({ reset = true } = {}) {
    for (const link of this.links) link.end(reset);
  }

  /** Ends one direction of every connection: the target hears nothing more and may still speak. */
  halfClose() {
    for (const link of this.links) link.target.end();
  }

  /** Cuts every connection and refuses new ones, as a dead server's port does. */
  refuse() {
    return this.close();
  }

  /** Everything passes again. Connections that were cut stay cut. */
  async clear() {
    this.weather = { ...CLEAR };
    if (this.#server === undefined) await this.open();
  }

  /**
   * Waits for bytes and holds them back: from then on nothing of this connection passes, and `act` runs at that very moment.
   * @param {'toTarget' | 'toCaller'} direction
   * @param {string} bytes what the chunk must contain
   * @param {(link: Link) => unknown} act
   * @returns {Promise<void>} resolves after `act`
   */
  trap(direction, bytes, act) {
    return new Promise((resolve, reject) => {
      this.#traps.push({ direction, bytes: Buffer.from(bytes), act, resolve, reject });
    });
  }

  /** Forgets traps nothing fell into. */
  disarm() {
    this.#traps = [];
  }

  /** Whether the chunk fell into a trap and is not passed on. */
  async caught(direction, chunk, link) {
    const index = this.#traps.findIndex((trap) => trap.direction === direction && chunk.includes(trap.bytes));
    if (index < 0) return false;
    const [trap] = this.#traps.splice(index, 1);
    try {
      trap.resolve(await trap.act(link));
    } catch (error) {
      trap.reject(error);
    }
    return true;
  }
}
