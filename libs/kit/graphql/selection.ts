import type { FragmentDefinitionNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import { getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective, Kind } from 'graphql';

type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'variableValues'>;

/** The fields a client asked for, so that a statement reads long texts and children only when they are wanted. */
export class Selection {
  readonly #children: ReadonlyMap<string, Selection>;

  constructor(children: ReadonlyMap<string, Selection>) {
    this.#children = children;
  }

  /** Whether the field was asked for; several names mean any of them. */
  has(...names: readonly string[]): boolean {
    return names.some((name) => this.#children.has(name));
  }

  /** What was asked of a field; empty when the field was not asked for. */
  of(name: string): Selection {
    return this.#children.get(name) ?? NOTHING;
  }

  /** What was asked of the nodes of a connection. */
  get nodes(): Selection {
    return this.of('edges').of('node');
  }

  get names(): readonly string[] {
    return [...this.#children.keys()];
  }
}

const NOTHING = new Selection(new Map());

/**
 * What the document asks of the field being resolved: field names without aliases, fragments resolved,
 * `@skip` and `@include` obeyed.
 */
export function selection(info: Info): Selection {
  return merge(info, info.fieldNodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : [])));
}

function merge(info: Info, sets: readonly SelectionSetNode[]): Selection {
  const found = new Map<string, SelectionSetNode[]>();
  for (const set of sets) collect(info, set, found);
  return new Selection(new Map([...found].map(([name, inner]) => [name, merge(info, inner)])));
}

function collect(info: Info, set: SelectionSetNode, found: Map<string, SelectionSetNode[]>): void {
  for (const node of set.selections) {
    const variables = info.variableValues;
    if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) continue;
    if (getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] === false) continue;
    if (node.kind === Kind.FIELD) {
      const inner = found.get(node.name.value) ?? [];
      if (node.selectionSet) inner.push(node.selectionSet);
      found.set(node.name.value, inner);
    } else {
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragmentOf(info, node.name.value);
      collect(info, fragment.selectionSet, found);
    }
  }
}

function fragmentOf(info: Info, name: string): FragmentDefinitionNode {
  const fragment = info.fragments[name];
  if (!fragment) throw new Error(`the document has no fragment ${name}`);
  return fragment;
}
