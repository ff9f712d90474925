import { AsyncLocalStorage } from 'node:async_hooks';
import { unauthenticated } from '@kit/errors';
import { newId } from '@kit/ids';
import type { Viewer } from './viewer.js';

export type Locale = 'vi' | 'en';

/** What belongs to one request, job run or console command, and to nothing else. */
export interface RequestContext {
  readonly requestId: string;
  /** `null` before sign-in and for the public. Set once, by the door that authenticates. */
  viewer: Viewer | null;
  locale: Locale;
  /** Loaders and other caches that must not outlive the request, by name. */
  readonly loaders: Map<string, unknown>;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** A context with defaults: a new request id, nobody signed in, Vietnamese, no loaders. */
export function createContext(parts: Partial<RequestContext> = {}): RequestContext {
  return {
    requestId: parts.requestId ?? newId(),
    viewer: parts.viewer ?? null,
    locale: parts.locale ?? 'vi',
    loaders: parts.loaders ?? new Map<string, unknown>(),
  };
}

/** Runs `work` and everything it awaits inside `context`. */
export function runInContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** Runs `work` as this viewer in a fresh context; for jobs, the console and tests. */
export function runAs<T>(viewer: Viewer, work: () => T, parts: Partial<RequestContext> = {}): T {
  return runInContext(createContext({ ...parts, viewer }), work);
}

/** The running context; code outside every door is a programming mistake and throws. */
export function currentContext(): RequestContext {
  const context = storage.getStore();
  if (context === undefined) throw new Error('no request context: call runInContext first');
  return context;
}

/** The running context, or `null` outside every request (boot, timers, logs). */
export function findContext(): RequestContext | null {
  return storage.getStore() ?? null;
}

/** Who is asking; throws `UNAUTHENTICATED` when nobody is signed in. */
export function currentViewer(): Viewer {
  const viewer = storage.getStore()?.viewer;
  if (!viewer) throw unauthenticated();
  return viewer;
}
