import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kit/context';
import type { Authenticator, Credentials } from '@kit/graphql';
import { SessionsRepository } from '../data/sessions.repository.js';
import { ViewersRepository } from '../data/viewers.repository.js';
import { sha256 } from '../security/tokens.js';

/** 256 bits in base64url; anything else was never one of our tokens. */
const TOKEN = /^[\w-]{43}$/;

/** Finds the viewer behind a session cookie or a bearer token, in one statement. */
@Injectable()
export class SessionAuthenticator implements Authenticator {
  readonly #temporary = new WeakSet<Viewer>();

  constructor(
    private readonly viewers: ViewersRepository,
    private readonly sessions: SessionsRepository,
  ) {}

  async authenticate({ cookie, bearer }: Credentials, purpose: 'use' | 'look' = 'use'): Promise<Viewer | null> {
    const token = bearer ?? cookie;
    if (token === undefined || !TOKEN.test(token)) return null;
    // A browser's key opens nothing as a bearer token, nor a program's as a cookie.
    const known = await this.viewers.byToken(sha256(token), bearer === undefined ? 'WEB' : 'API');
    if (known === null) return null;
    if (known.isStale && purpose === 'use') await this.sessions.touch(known.viewer.sessionId);
    if (known.mustChangePassword) this.#temporary.add(known.viewer);
    return known.viewer;
  }

  /** Whether this request came in with a password that has to be changed first. */
  hasTemporaryPassword(viewer: Viewer): boolean {
    return this.#temporary.has(viewer);
  }
}
