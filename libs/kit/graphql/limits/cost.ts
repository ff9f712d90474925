import {
  type DocumentNode, getNullableType, type GraphQLSchema, isListType, Kind, type OperationDefinitionNode, visit,
} from 'graphql';
import { type ComplexityEstimator, fieldExtensionsEstimator, getComplexity } from 'graphql-query-complexity';

/** How many items a list without a page size is taken to have. */
const USUAL_LIST = 10;

/** A field costs 1 and what lies below it, as many times as its list has items. */
const byListSize: ComplexityEstimator = ({ args, field, childComplexity }) => {
  const first: unknown = args['first'];
  if (typeof first === 'number') return 1 + Math.max(first, 1) * childComplexity;
  return 1 + (isListType(getNullableType(field.type)) ? USUAL_LIST : 1) * childComplexity;
};

const free: ComplexityEstimator = ({ field }) => (field.name.startsWith('__') ? 0 : undefined);

/**
 * Estimates how many values an operation makes the server produce.
 * Answers for the same document and page sizes are remembered as long as the document is.
 */
export class CostEstimator {
  private readonly known = new WeakMap<DocumentNode, DocumentCosts>();

  constructor(private readonly schema: GraphQLSchema) {}

  cost(document: DocumentNode, operation: OperationDefinitionNode, variables: Record<string, unknown>): number {
    let costs = this.known.get(document);
    if (!costs) {
      costs = { deciding: decidingVariables(document), byValues: new Map() };
      this.known.set(document, costs);
    }
    const key = JSON.stringify([operation.name?.value, ...costs.deciding.map((name) => variables[name])]);
    let cost = costs.byValues.get(key);
    if (cost === undefined) {
      cost = getComplexity({
        schema: this.schema,
        query: document,
        operationName: operation.name?.value,
        variables,
        estimators: [free, fieldExtensionsEstimator(), byListSize],
      });
      if (costs.byValues.size >= MOST_REMEMBERED) costs.byValues.clear();
      costs.byValues.set(key, cost);
    }
    return cost;
  }
}

interface DocumentCosts {
  /** The variables the cost depends on: page sizes and conditions of `@skip` and `@include`. */
  readonly deciding: readonly string[];
  readonly byValues: Map<string, number>;
}

const MOST_REMEMBERED = 50;

function decidingVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  const collect = (node: { readonly value: { readonly kind: Kind; readonly name?: { readonly value: string } } }): void => {
    if (node.value.kind === Kind.VARIABLE && node.value.name) names.add(node.value.name.value);
  };
  visit(document, {
    Argument: (node) => (node.name.value === 'first' ? collect(node) : undefined),
    Directive: (node) => node.arguments?.forEach(collect),
  });
  return [...names].sort();
}
