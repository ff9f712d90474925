import { createContext, type Locale, runInContext } from '@kit/context';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Authenticator, Credentials } from './authenticator.js';
import { readSessionCookie } from './session-cookie.js';

export interface RequestContextOptions {
  readonly publicUrl: string;
  readonly authenticator: Authenticator | null;
}

/** Cookie in which the web app keeps the language a person chose. */
export const LOCALE_COOKIE = 'khoi_locale';

const API = '/api/';

/**
 * Runs everything below `/api/` inside a request context with the viewer of the request.
 *
 * The route that was matched decides, not the address as typed: an address written in another way
 * (`//api`, `/API/`) either matches the same route or none. Elsewhere there is no context, and code that needs one fails.
 */
export function installRequestContext(fastify: FastifyInstance, options: RequestContextOptions): void {
  // After the body is read: reading it would lose the asynchronous context again.
  fastify.addHook('preHandler', (request, _reply, done) => {
    if (!request.routeOptions.url?.startsWith(API)) return done();
    const context = createContext({ requestId: request.id, locale: localeOf(request) });
    const credentials = credentialsOf(request, options.publicUrl);
    if (!options.authenticator || !credentials) return runInContext(context, done);
    runInContext(context, () => options.authenticator!.authenticate(credentials)).then(
      (viewer) => {
        context.viewer = viewer;
        runInContext(context, done);
      },
      (error: Error) => done(error),
    );
  });
}

/** What the request shows of who sends it; `null`: nothing. */
export function credentialsOf(request: FastifyRequest, publicUrl: string): Credentials | null {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  // A token says explicitly who asks; a cookie that the browser adds must not override it.
  if (bearer !== undefined) return { bearer };
  const cookie = readSessionCookie(request, publicUrl);
  return cookie === undefined || cookie === '' ? null : { cookie };
}

function localeOf(request: FastifyRequest): Locale {
  const chosen = request.cookies[LOCALE_COOKIE] ?? request.headers['accept-language'] ?? '';
  return /^\s*en\b/i.test(chosen) ? 'en' : 'vi';
}
