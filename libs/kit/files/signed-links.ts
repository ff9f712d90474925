import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '@kit/config';
import type { Id } from '@kit/ids';

/** Facts a link carries beside its id; whoever holds the link can read them. */
export type LinkFacts = Readonly<Record<string, string | number | boolean>>;

export interface SignedLink {
  /** Goes into the address as it is: letters, digits, `-`, `_` and one dot. */
  readonly token: string;
  readonly expiresAt: Date;
}

export interface VerifiedLink {
  readonly id: Id;
  readonly facts: LinkFacts;
  readonly expiresAt: Date;
}

interface Content {
  readonly purpose: string;
  readonly id: Id;
  /** Seconds since 1970. */
  readonly until: number;
  readonly facts: LinkFacts;
}

const MAX_TOKEN = 2_000;

/** Addresses that prove themselves: for one purpose, one object and a short time. */
@Injectable()
export class SignedLinks {
  readonly #key: Buffer;

  constructor(config: Config) {
    // A key of its own, so that a signature made here means nothing wherever else the secret is used.
    this.#key = Buffer.from(hkdfSync('sha256', config.secretKey, '', 'khoi signed links 1', 32));
  }

  /** @param seconds how long the link is good for */
  sign(purpose: string, id: Id, seconds: number, facts: LinkFacts = {}): SignedLink {
    const until = Math.floor(Date.now() / 1_000) + seconds;
    const content = Buffer.from(JSON.stringify({ purpose, id, until, facts } satisfies Content)).toString('base64url');
    return { token: `${content}.${this.#seal(content).toString('base64url')}`, expiresAt: new Date(until * 1_000) };
  }

  /** What the link says, or `null` when it is forged, altered, expired or meant for something else. */
  verify(purpose: string, token: string): VerifiedLink | null {
    if (token.length > MAX_TOKEN) return null;
    const [content = '', seal = '', ...rest] = token.split('.');
    const [given, expected] = [Buffer.from(seal, 'base64url'), this.#seal(content)];
    // The text is compared too: base64url has several spellings for the same bytes.
    if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    if (seal !== expected.toString('base64url')) return null;
    const { purpose: meant, id, until, facts } = JSON.parse(Buffer.from(content, 'base64url').toString('utf8')) as Content;
    if (meant !== purpose || until * 1_000 <= Date.now()) return null;
    return { id, facts, expiresAt: new Date(until * 1_000) };
  }

  #seal(content: string): Buffer {
    return createHmac('sha256', this.#key).update(content).digest();
  }
}
