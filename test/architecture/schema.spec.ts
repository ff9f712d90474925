import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '@kit/database';
import { schemaOf } from '@kit/graphql';
import { getNamedType, type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import { features } from '../../apps/api/src/features.js';
import { driftOf } from '../../apps/console/src/documents/document.js';
import { schemaDocument } from '../../apps/console/src/documents/schema.document.js';
import { listsWithCountedStatements } from '../e2e/lists.registry.js';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await schemaOf(features);
}, 60_000);

describe('schema.graphql', () => {
  it('is what the code says (npm run console -- schema:print)', async () => {
    expect(await driftOf(schemaDocument)).toBeNull();
  });
});

/** Fields of all object types with their `Type.field` names. */
function fields(): [name: string, field: GraphQLField<unknown, unknown>][] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) => Object.values(isObjectType(type) ? type.getFields() : {}).map((field): [string, GraphQLField<unknown, unknown>] => [`${type.name}.${field.name}`, field]));
}

describe('a list that is read in pages', () => {
  const connections = (): string[] =>
    fields().filter(([, field]) => getNamedType(field.type).name.endsWith('Connection')).map(([name]) => name).sort();

  it('has a test that counts its statements, named in test/e2e/lists.registry.ts', () => {
    const registered = Object.keys(listsWithCountedStatements);
    expect(connections().filter((name) => !registered.includes(name))).toEqual([]);
    expect(registered.filter((name) => !connections().includes(name))).toEqual([]);
  });

  it('is really named in the test it is registered with', () => {
    const missing = Object.entries(listsWithCountedStatements).filter(([name, file]) => {
      const path = join(repositoryRoot(), file);
      const fieldName = name.split('.')[1]!;
      return !existsSync(path) || !readFileSync(path, 'utf8').includes(fieldName);
    });
    expect(missing).toEqual([]);
  });

  it('takes a page size, so that its cost can be counted', () => {
    const open = fields().filter(([name, field]) => connections().includes(name) && !field.args.some((arg) => arg.name === 'first'));
    expect(open.map(([name]) => name)).toEqual([]);
  });
});

describe('a subscription', () => {
  const signals = (): [name: string, field: GraphQLField<unknown, unknown>][] => fields().filter(([name]) => name.startsWith('Subscription.'));

  it('carries ids and nothing else: what they stand for is asked for, under the policies of whoever asks', () => {
    const carried = signals().flatMap(([, { type }]) => {
      const object = getNamedType(type);
      return isObjectType(object) ? Object.values(object.getFields()).map((field) => `${object.name}.${field.name}: ${getNamedType(field.type).name}`) : [String(type)];
    });
    expect(carried).toEqual(['DiscussionSignal.itemId: ID', 'SessionSignal.itemIds: ID', 'SessionSignal.sessionId: ID']);
  });

  it('is tried by people who may not hear it, in the file that is named here', () => {
    const tried: Readonly<Record<string, string>> = {
      'Subscription.discussionChanged': 'test/e2e/deliberation-live.spec.ts', 'Subscription.sessionChanged': 'test/e2e/live.spec.ts',
    };
    expect(signals().map(([name]) => name)).toEqual(Object.keys(tried));
  });
});

describe('the schema', () => {
  it('names every field in lower camel case', () => {
    const odd = fields().map(([name]) => name).filter((name) => !/^\w+\.[a-z][A-Za-z0-9]*$/.test(name));
    expect(odd).toEqual([]);
  });
});
