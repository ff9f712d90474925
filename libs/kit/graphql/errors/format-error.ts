import { ApolloServerErrorCode, ApolloServerValidationErrorCode } from '@apollo/server/errors';
import { DomainError, InternalError, invalidInput, type Fault } from '@kit/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { LIMITS, queryTooComplex } from '../limits/limits.js';
import { FAULTS, MOST_FAULTS } from './fault-codes.js';
import { InvalidVariables } from './invalid-variables.js';

/** Tells the log about a fault of ours; the client only gets its `errorId`. */
export type ReportInternalError = (error: InternalError) => void;

/** Errors about the request itself, whose English sentence the client's programmer needs. */
const PROTOCOL_CODES: ReadonlySet<unknown> = new Set([
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
  ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE,
  ApolloServerErrorCode.PERSISTED_QUERY_NOT_FOUND,
  ApolloServerErrorCode.PERSISTED_QUERY_NOT_SUPPORTED,
  ApolloServerErrorCode.BAD_REQUEST,
]);
/** The sentence of graphql-js when `parseOptions.maxTokens` is passed. */
const TOO_MANY_TOKENS = /^Syntax Error: Document contains more that \d+ tokens/;
/**
 * The sentences of graphql-js when an argument cannot be coerced during the execution: a nullable variable may stand where
 * null may not, as long as the argument has a default, and only its value shows that it does.
 */
const UNFIT_ARGUMENT = /^Argument "(\w+)" (of (?:required|non-null) type|has invalid value)/;

/**
 * Makes the error a client sees: `{ message, path, extensions: { code, details, path, faults, errorId } }`,
 * never a stack, a suggestion, or a message of a library about our insides.
 */
export function errorFormatter(report: ReportInternalError) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = causeOf(error);
    if (cause instanceof DomainError) return answer(formatted, cause, report);

    const code = formatted.extensions?.['code'];
    if (code === ApolloServerErrorCode.GRAPHQL_PARSE_FAILED && TOO_MANY_TOKENS.test(formatted.message)) {
      return answer(formatted, queryTooComplex({ limit: 'tokens', most: LIMITS.tokens }), report);
    }
    const rule = formatted.extensions?.['validationErrorCode'];
    if (rule === ApolloServerValidationErrorCode.MAX_RECURSIVE_SELECTIONS_EXCEEDED) {
      return answer(formatted, queryTooComplex({ limit: 'fields', most: LIMITS.fields }), report);
    }
    if (PROTOCOL_CODES.has(code)) {
      const { message, locations } = formatted;
      return { message: withoutSuggestion(message), ...(locations && { locations }), extensions: { code } };
    }
    const [, argument, fault] = UNFIT_ARGUMENT.exec(cause instanceof GraphQLError ? cause.message : '') ?? [];
    if (argument !== undefined) {
      const { code: reason } = fault === 'has invalid value' ? FAULTS.INVALID_VALUE : FAULTS.REQUIRED;
      return answer(formatted, new InvalidVariables([{ code: reason, path: [argument], details: {} }]), report);
    }
    if (code === ApolloServerErrorCode.BAD_USER_INPUT) return answer(formatted, invalidInput(), report);
    return answer(formatted, new InternalError(cause), report);
  };
}

/** What was thrown, without the wrappers that graphql-js and Apollo put around it. */
function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;
}

function answer(formatted: GraphQLFormattedError, error: DomainError, report: ReportInternalError): GraphQLFormattedError {
  if (error instanceof InternalError) report(error);
  return { message: error.message, ...(formatted.path && { path: formatted.path }), extensions: errorExtensions(error) };
}

/** The machine-readable part of an error, the same for GraphQL and for the HTTP doors. */
export function errorExtensions(error: DomainError): Record<string, unknown> {
  const faults = 'faults' in error ? (error.faults as readonly Fault[]).slice(0, MOST_FAULTS) : undefined;
  if (error instanceof InternalError) return { code: error.code, errorId: error.errorId };
  return { code: error.code, details: error.details, ...(error.path && { path: error.path }), ...(faults && { faults }) };
}

/** Apollo already leaves suggestions out; this is the second lock, as a suggestion gives away hidden names. */
function withoutSuggestion(message: string): string {
  return message.replace(/ ?Did you mean .*$/s, '');
}
