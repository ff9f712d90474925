import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Fault } from '@kit/errors';
import { malformedJson } from '../errors/fault-codes.js';
import { InvalidVariables } from '../errors/invalid-variables.js';
import { checkKey } from '../input/text.js';
import { LIMITS } from '../limits/limits.js';

const BYTES = 'application/octet-stream';
/** A body of at most 256 KB that has not come in this time does not come from anybody who waits for an answer. */
const BODY_MS = 30_000;

/**
 * Reads JSON bodies up to the limit; other bodies are refused, except `application/octet-stream`, which is handed
 * on as an unread stream to the door that takes files. Fastify's own parser would refuse `__proto__` without saying where.
 */
export function installBodyParsers(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: LIMITS.bodyBytes },
    (_request, body, done) => {
      try {
        done(null, parseJson(String(body)));
      } catch (error) {
        done(error as Error);
      }
    },
  );
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (request.headers['content-type'] !== BYTES) limitTime(request);
    done();
  });
  fastify.addContentTypeParser(BYTES, (_request, stream, done) => done(null, stream));
}

function limitTime({ raw }: FastifyRequest): void {
  const timer = setTimeout(() => raw.destroy(), BODY_MS).unref();
  for (const event of ['end', 'close'] as const) raw.once(event, () => clearTimeout(timer));
}

function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformedJson();
  }
  // Keys are looked at below `variables` by the request guard; this is for the levels above it.
  const faults: Fault[] = [];
  if (typeof value === 'object' && value !== null) for (const key of Object.keys(value)) checkKey(key, [], faults);
  InvalidVariables.throwIfAny(faults);
  return value;
}
