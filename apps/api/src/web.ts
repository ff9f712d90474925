import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Vite puts files whose names carry a hash of their content here: they never change. */
const HASHED = 'assets/';
const YEAR = 31_536_000;
/** Addresses that belong to other doors; an unknown one below them is an error and not a page. */
const RESERVED = /^(api|health)(\/|$)/;

/**
 * Serves the built web app. Only files that exist at start are served, so an address can never leave the folder;
 * every other address without a file ending is a page of the app, which finds its way by itself.
 */
export async function serveWeb(fastify: FastifyInstance, webDir: string): Promise<void> {
  const files = new Set(filesIn(webDir));
  if (!files.has('index.html')) throw new Error(`WEB_DIR holds no index.html: ${webDir}`);
  await fastify.register(fastifyStatic, { root: webDir, serve: false, cacheControl: false, preCompressed: true });

  fastify.get('/*', (request, reply) => {
    const path = pathOf(request.url);
    if (path !== null && files.has(path) && path !== 'index.html') {
      const cache = path.startsWith(HASHED) ? `public, max-age=${YEAR}, immutable` : 'public, max-age=3600';
      return reply.header('cache-control', cache).sendFile(path);
    }
    const isPage = path !== null && !RESERVED.test(path) && (path === 'index.html' || !/\.[a-z0-9]+$/i.test(path));
    if (!isPage) return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}

function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(url.split('?', 1)[0] ?? '').replace(/^\//, '');
  } catch {
    return null;
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
