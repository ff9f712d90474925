import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { ruruHTML } from 'ruru/server';

/** Address of the GraphQL workbench. */
export const IDE_PATH = '/api/ide';

const FILES = `${IDE_PATH}/static/`;

export interface IdeOptions {
  /** Address of the GraphQL door. */
  readonly endpoint: string;
  /** What the browser's tab says. */
  readonly title: string;
  /** Operations that stand in the editor at the first visit. */
  readonly example: string;
}

/**
 * Serves the workbench "ruru" with all its files from this process: no foreign host is ever asked,
 * and the page's policy would not let it.
 */
export async function installIde(fastify: FastifyInstance, { endpoint, title, example }: IdeOptions): Promise<void> {
  const html = ruruHTML({
    endpoint,
    staticPath: FILES,
    clientConfig: { defaultQuery: example },
    htmlParts: { titleTag: `<title>${title}</title>` },
  });
  const policy = contentSecurityPolicy(html);
  await fastify.register(fastifyStatic, {
    root: bundleFolder(),
    prefix: FILES,
    decorateReply: false,
    index: false,
    immutable: true,
    maxAge: '1d',
    allowedPath: (path) => !path.endsWith('.map'),
  });
  fastify.get(IDE_PATH, (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .header('cache-control', 'no-cache')
      .send(html),
  );
}

function bundleFolder(): string {
  const entry = createRequire(import.meta.url).resolve('ruru/static');
  return join(dirname(entry), '..', 'static');
}

/** Allows exactly the inline scripts of the page, by their hashes, and Monaco's inline styles and workers. */
function contentSecurityPolicy(html: string): string {
  const scripts = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, code]) => `'sha256-${createHash('sha256').update(code ?? '').digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    `script-src 'self' ${scripts.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
