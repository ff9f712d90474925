import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { documentInputs } from './input/document-inputs.js';
import { checkedVariables, type Variables } from './input/variables.js';
import { checkShape } from './limits/check-limits.js';
import { CostEstimator } from './limits/cost.js';
import { LIMITS, queryTooComplex } from './limits/limits.js';

const estimators = new WeakMap<GraphQLSchema, CostEstimator>();

/**
 * The last door before execution: refuses operations above the limits and inputs that do not fit. The parser limits tokens, the HTTP
 * server the size of the body.
 *
 * @param document valid for this schema
 * @returns the variables with clean texts
 * @throws QUERY_TOO_COMPLEX, InvalidVariables
 */
export function guardOperation(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, given: Variables): Variables {
  checkShape(document, operation);
  const variables = checkedVariables(schema, operation, documentInputs(document), given);
  const cost = estimatorFor(schema).cost(document, operation, variables);
  if (cost > LIMITS.cost) throw queryTooComplex({ limit: 'cost', most: LIMITS.cost, asked: cost });
  return variables;
}

function estimatorFor(schema: GraphQLSchema): CostEstimator {
  let estimator = estimators.get(schema);
  if (!estimator) estimators.set(schema, (estimator = new CostEstimator(schema)));
  return estimator;
}
