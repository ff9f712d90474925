import { describe, expect, it } from '@jest/globals';
import { type DocumentNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { type Measure, measure } from './measure.js';

function measured(text: string): Measure {
  const document: DocumentNode = parse(text);
  const operation = document.definitions.find((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION);
  return measure(document, operation!);
}

describe('the measure of an operation', () => {
  it.each<[string, string, Measure]>([
    ['one field', '{ a }', { depth: 1, aliases: 0, fields: 1, rootFields: 1, mutations: 0 }],
    ['fields side by side and below each other', '{ a { b c { d } } e }', { depth: 3, aliases: 0, fields: 5, rootFields: 2, mutations: 0 }],
    ['an inline fragment adds no level', '{ ... { a { ... { b } } } }', { depth: 2, aliases: 0, fields: 2, rootFields: 1, mutations: 0 }],
    ['a fragment counts where it is spread', '{ a { ...F } b { ...F } } fragment F on T { x: c d }', { depth: 2, aliases: 2, fields: 6, rootFields: 2, mutations: 0 }],
    ['two acts behind a fragment are two', 'mutation { ...F } fragment F on Mutation { a b }', { depth: 1, aliases: 0, fields: 2, rootFields: 2, mutations: 2 }],
    ['introspection has limits of its own', '{ __schema { types { fields { type { name } } } } }', { depth: 1, aliases: 0, fields: 1, rootFields: 1, mutations: 0 }],
    ['a fragment that does not exist', '{ a { ...Nowhere } }', { depth: 1, aliases: 0, fields: 1, rootFields: 1, mutations: 0 }],
  ])('%s', (_, text, expected) => {
    expect(measured(text)).toEqual(expected);
  });

  it('is quick for fragments that double a hundred times', () => {
    const fragments = Array.from({ length: 100 }, (_, i) => `fragment F${i} on T { ...F${i + 1} ...F${i + 1} }`).join(' ');
    expect(measured(`{ a { ...F0 } } ${fragments} fragment F100 on T { x }`).fields).toBe(2 ** 100 + 1);
  });
});
