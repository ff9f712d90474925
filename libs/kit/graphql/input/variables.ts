import type { Fault } from '@kit/errors';
import {
  coerceInputValue, type GraphQLError, type GraphQLSchema, isInputType, isNonNullType,
  type OperationDefinitionNode, typeFromAST,
} from 'graphql';
import { FAULTS, MOST_FAULTS } from '../errors/fault-codes.js';
import { InvalidVariables } from '../errors/invalid-variables.js';
import { type DocumentInputs, placeOf } from './document-inputs.js';
import { cleanValue } from './text.js';

export type Variables = Record<string, unknown>;

/**
 * The variables with clean texts, after checking them against the types the operation declares.
 * graphql-js would do the same check later, but tells the path only inside an English sentence that repeats the value.
 *
 * @throws InvalidVariables with every fault and its input path.
 */
export function checkedVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  inputs: DocumentInputs,
  variables: Variables,
): Variables {
  const faults: Fault[] = [...inputs.faults];
  const clean: Variables = {};
  for (const [name, value] of Object.entries(variables)) {
    clean[name] = cleanValue(value, placeOf(inputs, name), faults);
  }
  InvalidVariables.throwIfAny(faults);

  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type);
    if (!isInputType(type)) continue;
    const place = placeOf(inputs, name);
    if (clean[name] === undefined) {
      const isMissing = isNonNullType(type) && definition.defaultValue === undefined;
      if (isMissing) faults.push({ code: FAULTS.REQUIRED.code, path: place, details: {} });
      continue;
    }
    coerceInputValue(clean[name], type, (path, value, error) => {
      faults.push(faultFor([...place, ...path], value, error));
      // A list of sixty thousand wrong values would keep the process busy for seconds and be answered with megabytes.
      if (faults.length === MOST_FAULTS) InvalidVariables.throwIfAny(faults);
    }, true);
  }
  InvalidVariables.throwIfAny(faults);
  return clean;
}

const MISSING_FIELD = /^Field "([^"]+)" of required type/;
const UNKNOWN_FIELD = /^Field "([^"]+)" is not defined by type/;
const NOT_IN_ENUM = /^(Value ".*" does not exist in|Enum ")/s;

/** graphql-js has one error class for all faults; its fixed sentences, or the code of our scalars, tell them apart. */
function faultFor(path: (string | number)[], value: unknown, error: GraphQLError): Fault {
  const missing = MISSING_FIELD.exec(error.message)?.[1];
  if (missing !== undefined) return { code: FAULTS.REQUIRED.code, path: [...path, missing], details: {} };
  const unknown = UNKNOWN_FIELD.exec(error.message)?.[1];
  if (unknown !== undefined) return { code: FAULTS.UNKNOWN_FIELD.code, path: [...path, unknown], details: {} };
  return { code: leafCode(value, error), path, details: {} };
}

function leafCode(value: unknown, error: GraphQLError): string {
  const own = error.extensions['code'];
  if (typeof own === 'string' && Object.hasOwn(FAULTS, own)) return own;
  if (value === null) return FAULTS.REQUIRED.code;
  return NOT_IN_ENUM.test(error.message) ? FAULTS.NOT_IN_LIST.code : FAULTS.INVALID_VALUE.code;
}
