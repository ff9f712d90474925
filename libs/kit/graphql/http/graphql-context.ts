import type { RequestContext, Viewer } from '@kit/context';
import type { SessionCookie } from './session-cookie.js';

/** What every GraphQL resolver gets as its context. */
export interface GraphqlContext {
  readonly request: RequestContext;
  /** For signing in and out on the web. */
  readonly session: SessionCookie;
  /** What the program at the other end calls itself; `null` when it does not say. */
  readonly userAgent: string | null;
  /** Who is asking now: for subscriptions, which outlast the moment in which `request.viewer` was true. `null`: nobody any more. */
  viewerNow(): Promise<Viewer | null>;
}
