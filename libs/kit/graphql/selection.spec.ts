import { describe, expect, it } from '@jest/globals';
import { buildSchema, graphqlSync, type GraphQLResolveInfo } from 'graphql';
import { Selection, selection } from './selection.js';

const schema = buildSchema(`
  type Unit { id: ID name: String }
  type Item { id: ID title: String unit: Unit }
  type Edge { node: Item }
  type Connection { edges: [Edge] }
  type Query { item: Item items: Connection }
`);

function selected(source: string, field: 'item' | 'items', variableValues: Record<string, unknown> = {}): Selection {
  let seen: Selection | undefined;
  const rootValue = { [field]: (_args: unknown, _context: unknown, info: GraphQLResolveInfo) => void (seen = selection(info)) };
  expect(graphqlSync({ schema, source, rootValue, variableValues }).errors).toBeUndefined();
  return seen!;
}

describe('the selection of a field', () => {
  it('names what was asked for, whatever its alias', () => {
    const item = selected('{ item { heading: title unit { name } } }', 'item');
    expect(item.names).toEqual(['title', 'unit']);
    expect(item.of('unit').names).toEqual(['name']);
    expect(item.has('id')).toBe(false);
    expect(item.has('id', 'title')).toBe(true);
    expect(item.of('nothing').names).toEqual([]);
  });

  it('resolves fragments and merges a field asked for twice', () => {
    const item = selected('{ item { ...A ... on Item { unit { id } } } } fragment A on Item { unit { name } }', 'item');
    expect(item.of('unit').names).toEqual(['name', 'id']);
  });

  it('obeys @skip and @include', () => {
    const source = 'query ($no: Boolean!) { item { id @skip(if: true) title @include(if: $no) unit @include(if: true) { id } } }';
    expect(selected(source, 'item', { no: false }).names).toEqual(['unit']);
    expect(selected(source, 'item', { no: true }).names).toEqual(['title', 'unit']);
  });

  it('finds the nodes of a connection', () => {
    expect(selected('{ items { edges { node { title } } } }', 'items').nodes.names).toEqual(['title']);
    expect(selected('{ items { __typename } }', 'items').nodes.names).toEqual([]);
  });
});
