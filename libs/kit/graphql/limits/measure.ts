import {
  type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';

/** What an operation would ask for when all its fragments are spread out. */
export interface Measure {
  /** Levels of nested fields; a root field alone is 1. */
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  readonly rootFields: number;
  /** Root fields of a mutation; 0 for other operations. */
  readonly mutations: number;
}

interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  readonly rootFields: number;
}

const EMPTY: Size = { depth: 0, aliases: 0, fields: 0, rootFields: 0 };

/**
 * Measures an operation without looking at its variables. The document must already be valid: fragments exist and
 * have no cycles. Each fragment is measured once, so a document whose fragments double at every level
 * costs nothing here, however astronomic the numbers that come out.
 */
export function measure(document: DocumentNode, operation: OperationDefinitionNode): Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<string, Size>();

  const sizeOfFragment = (name: string): Size => {
    let size = known.get(name);
    if (!size) {
      const fragment = fragments.get(name);
      size = fragment ? sizeOf(fragment.selectionSet) : EMPTY;
      known.set(name, size);
    }
    return size;
  };

  const sizeOf = (set: SelectionSetNode): Size => {
    let total = EMPTY;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        // Introspection has a depth rule of its own (MaxIntrospectionDepthRule of graphql-js).
        const isMeta = selection.name.value.startsWith('__');
        const inner = selection.selectionSet && !isMeta ? sizeOf(selection.selectionSet) : EMPTY;
        total = {
          depth: Math.max(total.depth, inner.depth + 1),
          aliases: total.aliases + inner.aliases + (selection.alias ? 1 : 0),
          fields: total.fields + inner.fields + 1,
          rootFields: total.rootFields + 1,
        };
      } else {
        const inner =
          selection.kind === Kind.INLINE_FRAGMENT ? sizeOf(selection.selectionSet) : sizeOfFragment(selection.name.value);
        total = {
          depth: Math.max(total.depth, inner.depth),
          aliases: total.aliases + inner.aliases,
          fields: total.fields + inner.fields,
          rootFields: total.rootFields + inner.rootFields,
        };
      }
    }
    return total;
  };

  const size = sizeOf(operation.selectionSet);
  return { ...size, mutations: operation.operation === OperationTypeNode.MUTATION ? size.rootFields : 0 };
}
