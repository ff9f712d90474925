import type { Viewer } from '@kit/context';

/** What a request shows of who sends it. */
export interface Credentials {
  /** The value of the session cookie. */
  readonly cookie?: string;
  /** The token of `Authorization: Bearer …`. */
  readonly bearer?: string;
}

/** Finds out who is asking. The identity feature provides it under the token `AUTHENTICATOR`. */
export interface Authenticator {
  /**
   * The viewer, or `null` when there are no valid credentials; throws only when it cannot tell.
   * @param purpose `look`: nobody does anything, so the session comes no nearer to being in use
   */
  authenticate(credentials: Credentials, purpose?: 'use' | 'look'): Promise<Viewer | null>;
}

/** Injection token of the `Authenticator`. Without one nobody is ever signed in. */
export const AUTHENTICATOR: unique symbol = Symbol('AUTHENTICATOR');
