import type { Fault } from '@kit/errors';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { FaultCode } from '../errors/fault-codes.js';

/** The stable code of each rule of class-validator, with the names of its limits in the details. */
const CODES: Readonly<Record<string, readonly [code: FaultCode, ...limits: string[]]>> = {
  isDefined: ['REQUIRED'],
  isNotEmpty: ['REQUIRED'],
  maxLength: ['TEXT_TOO_LONG', 'most'],
  minLength: ['TEXT_TOO_SHORT', 'least'],
  isLength: ['TEXT_TOO_LONG', 'least', 'most'],
  min: ['OUT_OF_RANGE', 'least'],
  max: ['OUT_OF_RANGE', 'most'],
  isPositive: ['OUT_OF_RANGE'],
  isNegative: ['OUT_OF_RANGE'],
  minDate: ['OUT_OF_RANGE'],
  maxDate: ['OUT_OF_RANGE'],
  arrayMaxSize: ['TOO_MANY_ITEMS', 'most'],
  arrayMinSize: ['TOO_FEW_ITEMS', 'least'],
  arrayNotEmpty: ['TOO_FEW_ITEMS'],
  arrayUnique: ['NOT_UNIQUE'],
  isIn: ['NOT_IN_LIST'],
  isEnum: ['NOT_IN_LIST'],
  isEmail: ['INVALID_EMAIL'],
  isUuid: ['INVALID_ID'],
  matches: ['INVALID_FORMAT'],
};

/**
 * The faults behind class-validator's errors, one per broken rule. A rule may name its own code and details:
 * `@Matches(/…/, { context: { code: 'INVALID_PHONE' } })`; the code must be in the error catalogue.
 */
export function faultsOf(
  type: abstract new () => object,
  errors: readonly ValidationError[],
  path: readonly (string | number)[],
): Fault[] {
  return errors.flatMap((error) =>
    Object.keys(error.constraints ?? {}).map((rule) => {
      const { code, ...context } = { ...(error.contexts?.[rule] as { code?: string } | undefined) };
      const [usual, ...names] = CODES[rule] ?? ['INVALID_VALUE' as const];
      const limits = limitsOf(type, error.property, rule, names);
      return {
        code: code ?? (isTooShort(error.value, limits) ? 'TEXT_TOO_SHORT' : usual),
        path: [...path, error.property],
        details: { ...limits, ...context },
      };
    }),
  );
}

/** `@Length` is one rule for two faults. */
function isTooShort(value: unknown, limits: Record<string, unknown>): boolean {
  return typeof value === 'string' && typeof limits['least'] === 'number' && value.length < limits['least'];
}

function limitsOf(type: abstract new () => object, property: string, rule: string, names: readonly string[]): Record<string, unknown> {
  if (names.length === 0) return {};
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  const broken = rules.find((one) => one.propertyName === property && one.name === rule);
  return Object.fromEntries(names.map((name, index) => [name, (broken?.constraints as unknown[] | undefined)?.[index]]));
}
