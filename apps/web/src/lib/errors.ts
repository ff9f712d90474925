import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { CombinedError } from 'urql';

/** Generated from the API's error codes, so its keys are not known to the type checker. */
const CATALOGUE = 'catalogue' as 'errors';

/** One fault of a refused input: `path` leads to the field from the mutation's input, e.g. `['authors', '1', 'shareBp']`. */
export interface Fault {
  code: string;
  path: string[];
  details: Record<string, unknown>;
}

/** The machine-readable part of an API error; `errorId` is what the server's log knows it by. */
export interface ApiError extends Fault {
  faults: Fault[];
  errorId: string | null;
}

/** An error in the reader's words. `fields` maps a joined path (`authors.1.shareBp`) to its sentence, for forms. */
export interface Problem {
  code: string;
  text: string;
  fix: string;
  errorId: string | null;
  faults: { path: string[]; field: string; code: string; text: string; fix: string }[];
  fields: Record<string, string>;
}

/** Reads code, path, details and faults from whatever a query or mutation failed with. */
export function readError(error: unknown): ApiError {
  if (error instanceof CombinedError) {
    if (error.networkError) return { ...blank('NETWORK') };
    const extensions = (error.graphQLErrors[0]?.extensions ?? {}) as Record<string, unknown>;
    const own = readFault(extensions);
    const faults = Array.isArray(extensions.faults) ? extensions.faults.map((fault) => readFault(fault as Record<string, unknown>)) : [];
    return {
      ...own,
      faults: faults.length > 0 ? faults : own.path.length > 0 ? [own] : [],
      errorId: typeof extensions.errorId === 'string' ? extensions.errorId : null,
    };
  }
  return blank('UNKNOWN');
}

function blank(code: string): ApiError {
  return { code, path: [], details: {}, faults: [], errorId: null };
}

function readFault(raw: Record<string, unknown>): Fault {
  const path = Array.isArray(raw.path) ? raw.path.map(String) : typeof raw.path === 'string' ? raw.path.split('.') : [];
  return {
    code: typeof raw.code === 'string' ? raw.code : 'UNKNOWN',
    path: path[0] === 'input' ? path.slice(1) : path,
    details: (raw.details ?? {}) as Record<string, unknown>,
  };
}

/**
 * Puts an error into words: what happened, and what to do about it. The screens' own sentences (`errors`), which may
 * name facts of this case, come before the general ones of the API's catalogue.
 */
export function describeError(error: unknown, t: TFunction<'errors'>): Problem {
  const api = readError(error);
  const say = (fault: Fault) => sentences(fault, t);
  const faults = api.faults.map((fault) => ({ path: fault.path, field: fault.path.join('.'), code: fault.code, ...say(fault) }));
  const fields: Record<string, string> = {};
  for (const fault of faults) if (fault.field) fields[fault.field] ??= fault.text;
  return { code: api.code, ...say(api), errorId: api.errorId, faults, fields };
}

function sentences(fault: Fault, t: TFunction<'errors'>): { text: string; fix: string } {
  const lookUp = t as unknown as (keys: string[], values: Record<string, unknown>) => string;
  const find = (part: 'text' | 'fix') => lookUp([`errors:${fault.code}.${part}`, `${CATALOGUE}:${fault.code}.${part}`, `errors:UNKNOWN.${part}`], fault.details);
  return { text: find('text'), fix: find('fix') };
}

/** `describeError` with the language on the screen. */
export function useProblem(): (error: unknown) => Problem {
  const { t } = useTranslation(['errors', CATALOGUE]);
  return useCallback((error: unknown) => describeError(error, t), [t]);
}

/** True when the API refused because of this code. */
export function hasCode(error: unknown, code: string): boolean {
  return readError(error).code === code;
}
