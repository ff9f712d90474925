import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { DomainError } from '@kit/errors';
import { GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { badRequest } from './errors/fault-codes.js';
import type { GraphqlContext } from './http/graphql-context.js';
import { documentInputs } from './input/document-inputs.js';
import { checkedVariables } from './input/variables.js';
import { checkShape } from './limits/check-limits.js';
import { CostEstimator } from './limits/cost.js';
import { LIMITS, queryTooComplex } from './limits/limits.js';

/**
 * The last door before execution: refuses operations above the limits and inputs that do not fit,
 * and hands on variables with clean texts. The parser limits tokens, the HTTP server the size of the body.
 */
export function requestGuard(): ApolloServerPlugin<GraphqlContext> {
  const estimators = new WeakMap<GraphQLSchema, CostEstimator>();
  const estimatorFor = (schema: GraphQLSchema): CostEstimator => {
    let estimator = estimators.get(schema);
    if (!estimator) estimators.set(schema, (estimator = new CostEstimator(schema)));
    return estimator;
  };

  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request, schema }) {
          if (!operation) return;
          try {
            // The schema has none, which graphql-js would only notice as a failure of its execution.
            if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw badRequest({ status: 400 });
            checkShape(document, operation);
            const variables = checkedVariables(schema, operation, documentInputs(document), request.variables ?? {});
            request.variables = variables;
            const cost = estimatorFor(schema).cost(document, operation, variables);
            if (cost > LIMITS.cost) throw queryTooComplex({ limit: 'cost', most: LIMITS.cost, asked: cost });
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
