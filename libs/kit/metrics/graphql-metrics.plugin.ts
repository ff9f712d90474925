import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { Inject } from '@nestjs/common';
import { type GraphQLFormattedError, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';
import { Metrics } from './metrics.js';

type Outcome = 'ok' | 'refused' | 'failed';

/** Measures GraphQL operations. Their names come from whoever asks and are not kept; what counts is the field of the schema. */
@Plugin()
export class GraphqlMetrics implements ApolloServerPlugin {
  constructor(@Inject(Metrics) private readonly metrics: Metrics) {}

  async requestDidStart(): Promise<GraphQLRequestListener<never>> {
    const begin = performance.now();
    const { metrics } = this;
    let kind: 'query' | 'mutation' | 'invalid' = 'invalid';
    let field = 'none';
    return {
      // The operation is valid by now, so its root fields are fields of the schema.
      async didResolveOperation({ operation, schema }) {
        if (!operation || operation.operation === 'subscription') return;
        kind = operation.operation;
        field = rootField(operation, schema);
      },
      async willSendResponse({ response }) {
        const seconds = (performance.now() - begin) / 1_000;
        const outcome = outcomeOf(response.body.kind === 'single' ? response.body.singleResult.errors : undefined);
        metrics.operations.observe({ kind, outcome }, seconds);
        metrics.fields.inc({ field, outcome });
        metrics.fieldSeconds.inc({ field }, seconds);
      },
    };
  }
}

function rootField(operation: OperationDefinitionNode, schema: GraphQLSchema): string {
  const [first, ...others] = operation.selectionSet.selections;
  if (first === undefined || others.length > 0 || first.kind !== Kind.FIELD) return 'several';
  const known = schema.getRootType(operation.operation)?.getFields()[first.name.value];
  return known?.name ?? 'introspection';
}

function outcomeOf(errors: readonly GraphQLFormattedError[] | undefined): Outcome {
  if (errors === undefined || errors.length === 0) return 'ok';
  // Only faults of ours carry the id under which the log has their cause.
  return errors.some((error) => error.extensions?.['errorId'] !== undefined) ? 'failed' : 'refused';
}
