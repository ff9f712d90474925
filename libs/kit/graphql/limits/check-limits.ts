import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { type LimitName, LIMITS, queryTooComplex } from './limits.js';
import { measure } from './measure.js';

const LIMITED = ['fields', 'depth', 'aliases', 'rootFields', 'mutations'] as const satisfies readonly LimitName[];

const passed = new WeakSet<OperationDefinitionNode>();

/**
 * Refuses an operation whose shape is above a limit, whatever its variables. Each operation is measured once.
 *
 * @throws QUERY_TOO_COMPLEX
 */
export function checkShape(document: DocumentNode, operation: OperationDefinitionNode): void {
  if (passed.has(operation)) return;
  const size = measure(document, operation);
  for (const limit of LIMITED) {
    if (size[limit] > LIMITS[limit]) {
      // A fragment bomb asks for more fields than a number can hold; JSON knows no Infinity.
      throw queryTooComplex({ limit, most: LIMITS[limit], asked: Math.min(size[limit], Number.MAX_SAFE_INTEGER) });
    }
  }
  passed.add(operation);
}
