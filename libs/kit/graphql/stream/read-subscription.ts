import { ApolloServerErrorCode } from '@apollo/server/errors';
import {
  type DocumentNode, getOperationAST, GraphQLError, type GraphQLSchema, OperationTypeNode, parse, validate,
} from 'graphql';
import { badRequest } from '../errors/fault-codes.js';
import { guardOperation } from '../guard-operation.js';
import type { Variables } from '../input/variables.js';
import { LIMITS } from '../limits/limits.js';

/** A subscription that may be run. */
export interface ReadSubscription {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variableValues: Variables;
}

/**
 * The subscription in a request body, past the same checks as queries and mutations.
 *
 * @throws BAD_REQUEST for anything but a subscription, the refusals of `guardOperation`, and `InvalidDocument`
 */
export function readSubscription(schema: GraphQLSchema, body: unknown): ReadSubscription {
  const { query, operationName, variables } = fieldsOf(body);
  const document = parsed(query);
  const faults = validate(schema, document, undefined, { hideSuggestions: true });
  if (faults.length > 0) throw new InvalidDocument(ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED, faults);
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) throw badRequest({ status: 400 });
  return { document, operationName, variableValues: guardOperation(schema, document, operation, variables) };
}

/** The document cannot be parsed, or does not fit the schema. */
export class InvalidDocument extends Error {
  constructor(code: ApolloServerErrorCode, readonly faults: readonly GraphQLError[]) {
    super('The document of the request is not valid.');
    for (const fault of faults) fault.extensions['code'] = code;
  }
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: LIMITS.tokens });
  } catch (error) {
    throw error instanceof GraphQLError ? new InvalidDocument(ApolloServerErrorCode.GRAPHQL_PARSE_FAILED, [error]) : error;
  }
}

function fieldsOf(body: unknown): { query: string; operationName: string | undefined; variables: Variables } {
  const { query, operationName = null, variables = null } = (isRecord(body) ? body : {}) as Record<string, unknown>;
  const isSound = typeof query === 'string' && (operationName === null || typeof operationName === 'string') && (variables === null || isRecord(variables));
  if (!isSound) throw badRequest({ status: 400 });
  return { query, operationName: operationName ?? undefined, variables: variables ?? {} };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
