import { createHash } from 'node:crypto';
import { type Fault, invalidText, ValidationFailed } from '@kit/errors';
import { findTextFault, nfc } from '@kit/text';
import { canonicalJson } from '../domain/canonical-json.js';
import { checkRules } from '../domain/check-rules.js';
import type { EvaluationRules } from '../domain/rules.js';
import { RULE_FAULTS } from '../rule-fault.errors.js';

/**
 * Reads a rule book that a person sent as JSON.
 * @throws VALIDATION_FAILED with every fault and its path below `input.rules`
 */
export function readRules(json: string): EvaluationRules {
  const { rules, faults } = checkRules(parse(json));
  if (rules === null) {
    throw new ValidationFailed(faults.map((fault) => ({ ...fault, path: ['input', 'rules', ...fault.path] })));
  }
  return rules;
}

/** What identifies a rule book for ever: SHA-256 of its canonical JSON. */
export function rulesSha256(rules: EvaluationRules): string {
  return createHash('sha256').update(canonicalJson(rules)).digest('hex');
}

function parse(json: string): unknown {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    throw notOfShape(['input', 'rules'], 'not_json');
  }
  const faults: Fault[] = [];
  const cleaned = clean(parsed, ['input', 'rules'], faults);
  ValidationFailed.throwIfAny(faults);
  return cleaned;
}

/** No rule book nests deeper; what does would only exhaust the stack. */
const DEEPEST = 20;

/** Texts inside JSON come as escapes that no check of the whole has seen: `"\u0000"` is six clean characters. */
function clean(value: unknown, path: Fault['path'], faults: Fault[]): unknown {
  if (typeof value === 'string') {
    const fault = findTextFault(value);
    if (fault !== null) faults.push({ code: invalidText.code, path, details: { reason: fault.code } });
    return nfc(value);
  }
  if (path.length > DEEPEST) throw notOfShape(path, 'too_deep');
  if (Array.isArray(value)) return value.map((item, index) => clean(item, [...path, index], faults));
  if (typeof value !== 'object' || value === null) return value;
  // `fromEntries` keeps "__proto__" an ordinary key, which the shape then refuses like any unknown one.
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner, [...path, key], faults)]));
}

function notOfShape(path: Fault['path'], issue: string): ValidationFailed {
  return new ValidationFailed([{ code: RULE_FAULTS.REGULATION_SHAPE.code, path, details: { issue } }]);
}
