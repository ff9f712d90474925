import { isNativeError } from 'node:util/types';
import { Logger } from '@nestjs/common';
import { DomainError, errorFactoryOf, InternalError, invalidInput, invalidText, unavailable } from '@kit/errors';

/** What PostgreSQL says about a refused write, without the values, which may be personal. */
export interface ConstraintFacts {
  readonly constraint: string;
  readonly table: string | undefined;
  readonly column: string | undefined;
}

type MakeError = (facts: ConstraintFacts) => DomainError;

const log = new Logger('Database');
const byConstraint = new Map<string, MakeError>();
const INTEGRITY = new Set(['23502', '23503', '23505', '23514', '23P01']);
const RETRYABLE = new Set(['40001', '40P01']);
const UNSTORABLE_TEXT = new Set(['22021', '22P05']);
const UNFIT_VALUE = new Set(['22001', '22003', '22007', '22008', '22P02']);
/** Statement and lock timeouts, shutdown, "starting up", idle-in-transaction timeout. */
const OUT_OF_SERVICE = new Set(['25P03', '55P03', '57014', '57P01', '57P02', '57P03', '57P05']);
const UNREACHABLE = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH',
]);
/** pg reports these without a code. */
const LOST_CONNECTION = /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed)/;

/**
 * Says what a violated constraint means. A feature calls this once per constraint, beside its
 * repository; the name is that of the constraint or unique index in the migrations.
 */
export function onConstraint(name: string, make: MakeError): void {
  if (byConstraint.has(name)) throw new TypeError(`constraint ${name} has two meanings`);
  byConstraint.set(name, make);
}

/** Every constraint that has a meaning; the architecture test compares them with the database. */
export function knownConstraints(): readonly string[] {
  return [...byConstraint.keys()].sort();
}

/** The error as the driver threw it: TypeORM and we ourselves wrap it. */
function driverErrorOf(error: unknown): Record<string, unknown> | null {
  for (let current = error, depth = 0; isNativeError(current) && depth < 6; depth += 1) {
    const fields = current as Error & Record<string, unknown>;
    if (typeof fields['code'] === 'string' && !(current instanceof DomainError)) return fields;
    if (LOST_CONNECTION.test(current.message)) return fields;
    current = current.cause;
  }
  return null;
}

/** The five-letter SQLSTATE somewhere in the chain of causes, or `null`. It has a digit, unlike `EPIPE` or `EROFS`. */
export function sqlStateOf(error: unknown): string | null {
  const code = driverErrorOf(error)?.['code'];
  return typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? code : null;
}

/** Whether running the whole transaction again may succeed: serialisation failure or deadlock. */
export function isRetryable(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state !== null && RETRYABLE.has(state);
}

/** Whether the connection is of no further use. */
export function isConnectionLost(error: unknown): boolean {
  const fields = driverErrorOf(error);
  if (fields === null) return false;
  const { code, message } = fields;
  return (typeof code === 'string' && (UNREACHABLE.has(code) || code.startsWith('08') || code.startsWith('57P')))
    || (typeof message === 'string' && LOST_CONNECTION.test(message));
}

/**
 * The only place where the database's words become ours. Errors that did not come from the
 * database, or that are domain errors already, pass unchanged.
 */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const fields = driverErrorOf(error);
  if (fields === null) return error;
  if (isConnectionLost(error)) return unavailable(undefined, undefined, error);
  const state = sqlStateOf(error);
  if (state === null) return error;

  if (RETRYABLE.has(state) || OUT_OF_SERVICE.has(state) || state.startsWith('53')) return unavailable(undefined, undefined, error);
  if (UNSTORABLE_TEXT.has(state)) return invalidText(undefined, undefined, error);
  if (UNFIT_VALUE.has(state)) return invalidInput(undefined, undefined, error);
  return raisedByUs(state, fields, error) ?? meaningOf(state, fields) ?? unexpected(state, fields, error);
}

/** `RAISE EXCEPTION 'KHOI:CODE words for the log' USING DETAIL = '{…json…}'` in our functions and triggers. */
function raisedByUs(state: string, fields: Record<string, unknown>, cause: unknown): DomainError | null {
  const code = state === 'P0001' ? /^KHOI:([A-Z0-9_]+)/.exec(textOf(fields['message']) ?? '')?.[1] : undefined;
  const make = code === undefined ? undefined : errorFactoryOf(code);
  return make?.(detailsOf(textOf(fields['detail'])), undefined, cause) ?? null;
}

function detailsOf(json: string | undefined): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(json ?? '{}');
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

function meaningOf(state: string, fields: Record<string, unknown>): DomainError | null {
  const constraint = textOf(fields['constraint']);
  if (!INTEGRITY.has(state) || constraint === undefined) return null;
  const make = byConstraint.get(constraint);
  return make?.({ constraint, table: textOf(fields['table']), column: textOf(fields['column']) }) ?? null;
}

function unexpected(sqlState: string, fields: Record<string, unknown>, cause: unknown): DomainError {
  const error = new InternalError(cause);
  // The driver's message, detail and parameters may quote what people wrote: none of them is logged.
  log.error({
    msg: 'The database refused a statement for a reason nobody has named.',
    errorId: error.errorId,
    sqlState,
    constraint: fields['constraint'],
    table: fields['table'],
    column: fields['column'],
    routine: fields['routine'],
  });
  return error;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
