import { createHash } from 'node:crypto';
import { ValidationFailed } from '@kit/errors';
import { canonicalJson } from '../domain/canonical-json.js';
import { checkRules } from '../domain/check-rules.js';
import type { EvaluationRules } from '../domain/rules.js';

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
  try {
    return JSON.parse(json);
  } catch {
    throw new ValidationFailed([{ code: 'REGULATION_SHAPE', path: ['input', 'rules'], details: { issue: 'not_json' } }]);
  }
}
