import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Sets and clears the cookie that keeps a person signed in on the web. */
export interface SessionCookie {
  set(token: string, expires: Date): void;
  clear(): void;
}

/**
 * Over HTTPS the cookie has the `__Host-` prefix, so that no neighbouring host can set it.
 * Browsers refuse that prefix over plain HTTP, which a ward's first try on one machine uses.
 */
export function sessionCookieName(publicUrl: string): string {
  return isHttps(publicUrl) ? '__Host-khoi_session' : 'khoi_session';
}

export function readSessionCookie(request: FastifyRequest, publicUrl: string): string | undefined {
  return request.cookies[sessionCookieName(publicUrl)];
}

/** The session cookie of one answer. */
export function sessionCookie(reply: FastifyReply, publicUrl: string): SessionCookie {
  const name = sessionCookieName(publicUrl);
  const attributes: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps(publicUrl) };
  return {
    set: (token, expires) => void reply.setCookie(name, token, { ...attributes, expires }),
    clear: () => void reply.clearCookie(name, attributes),
  };
}

function isHttps(publicUrl: string): boolean {
  return publicUrl.startsWith('https:');
}
