import { type Fault, invalidText } from '@kit/errors';
import { cleanText, findTextFault } from '@kit/text';
import { FAULTS } from '../errors/fault-codes.js';

type Path = readonly (string | number)[];

/** Names that would reach an object's prototype when a value is merged somewhere. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Levels of nesting in a value. Without a bound, a body of brackets alone would exhaust the stack. */
const DEEPEST = 32;

/**
 * The value with every text in it as it is stored: NFC, `\n` as line break.
 * What must be refused is added to `faults`, with its path.
 */
export function cleanValue(value: unknown, path: Path, faults: Fault[]): unknown {
  if (typeof value === 'string') return cleanString(value, path, faults);
  if (path.length > DEEPEST) {
    faults.push({ code: FAULTS.INVALID_VALUE.code, path: path.slice(0, 1), details: { deepest: DEEPEST } });
    return null;
  }
  if (Array.isArray(value)) return value.map((item, index) => cleanValue(item, [...path, index], faults));
  if (typeof value !== 'object' || value === null) return value;
  const clean: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (checkKey(key, path, faults)) clean[key] = cleanValue(item, [...path, key], faults);
  }
  return clean;
}

/** The text as it is stored, or a fault. */
export function cleanString(text: string, path: Path, faults: Fault[]): string {
  const fault = findTextFault(text);
  if (!fault) return cleanText(text);
  faults.push({ code: invalidText.code, path, details: { character: fault.code, index: fault.index } });
  return text;
}

/** Whether a key may be used; a fault otherwise. */
export function checkKey(key: string, path: Path, faults: Fault[]): boolean {
  if (!FORBIDDEN_KEYS.has(key)) return true;
  faults.push({ code: FAULTS.FORBIDDEN_KEY.code, path: [...path, key], details: {} });
  return false;
}
