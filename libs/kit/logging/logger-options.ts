import type { Config } from '@kit/config';
import { findContext } from '@kit/context';
import pino, { type LoggerOptions } from 'pino';
import { serializeError } from './error-serializer.js';

/** How the product logs: one JSON object per line, static messages, facts as fields, the id of the request on each. */
export function loggerOptions(config: Config): LoggerOptions {
  return {
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: serializeErrorField, error: serializeErrorField },
    mixin: () => {
      const requestId = findContext()?.requestId;
      return requestId === undefined ? {} : { requestId };
    },
  };
}

const serializeErrorField = (error: unknown): unknown => serializeError(error);
