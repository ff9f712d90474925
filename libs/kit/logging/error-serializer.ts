import { isNativeError } from 'node:util/types';
import { DomainError, InternalError } from '@kit/errors';

/** An error as the log shows it. */
export interface LoggedError {
  readonly type: string;
  /** Only of kinds whose messages do not quote input. */
  readonly message?: string;
  /** Of a domain error, of PostgreSQL (SQLSTATE) or of the operating system. */
  readonly code?: string;
  readonly errorId?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly frames?: readonly string[];
  readonly cause?: LoggedError;
}

const MAX_FRAMES = 15;
const MAX_CAUSES = 4;

/**
 * Errors whose message is ours or the engine's. All others (a refused statement, a parser, a
 * validator) quote what people wrote, so of them only the type and the place are logged.
 */
const QUOTES_NOTHING = new Set(['Error', 'TypeError', 'RangeError', 'ReferenceError', 'ConfigError', 'MigrationError', 'UnrecoverableError']);

/** Turns what was thrown into what may be logged: no values, no parameters, no details, no messages with input. */
export function serializeError(error: unknown, depth = 0): LoggedError {
  if (!isNativeError(error)) return { type: typeof error };
  const fields = error as Error & Record<string, unknown>;
  const mayQuote = !(error instanceof DomainError) && !(QUOTES_NOTHING.has(error.name) && fields['severity'] === undefined);
  return dropUndefined({
    type: error.name === 'error' ? error.constructor.name : error.name,
    message: mayQuote ? undefined : error.message,
    code: textOf(fields['code']),
    errorId: error instanceof InternalError ? error.errorId : undefined,
    constraint: textOf(fields['constraint']),
    table: textOf(fields['table']),
    frames: framesOf(error),
    cause: error.cause === undefined || depth === MAX_CAUSES ? undefined : serializeError(error.cause, depth + 1),
  });
}

function framesOf(error: Error): string[] | undefined {
  const frames = error.stack?.split('\n').map((line) => line.trim()).filter((line) => line.startsWith('at ')).slice(0, MAX_FRAMES);
  return frames === undefined || frames.length === 0 ? undefined : frames.map((line) => line.slice('at '.length));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function dropUndefined(value: { [K in keyof LoggedError]: LoggedError[K] | undefined }): LoggedError {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as unknown as LoggedError;
}
