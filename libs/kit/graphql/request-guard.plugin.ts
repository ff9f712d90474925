import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { DomainError } from '@kit/errors';
import { GraphQLError, OperationTypeNode } from 'graphql';
import { badRequest } from './errors/fault-codes.js';
import { guardOperation } from './guard-operation.js';
import type { GraphqlContext } from './http/graphql-context.js';

/** Asks `guardOperation` about every query and mutation, and hands on variables with clean texts. */
export function requestGuard(): ApolloServerPlugin<GraphqlContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request, schema }) {
          if (!operation) return;
          try {
            // Subscriptions have a door of their own; here graphql-js would run one as if it were a query.
            if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw badRequest({ status: 400 });
            request.variables = guardOperation(schema, document, operation, request.variables ?? {});
          } catch (error) {
            throw error instanceof DomainError ? refusal(error) : error;
          }
        },
      };
    },
  };
}

/** Apollo answers 500 for what is thrown before execution, unless the error names another status. */
function refusal(error: DomainError): GraphQLError {
  const http = { status: error.httpStatus, headers: new HeaderMap() };
  return new GraphQLError(error.message, { originalError: error, extensions: { http } });
}
