import { describe, expect, it } from '@jest/globals';
import { type GraphqlAnswer, useTreeApp } from './harness.js';

const trees = useTreeApp();
const outcome = (answer: GraphqlAnswer): unknown[] => [answer.status, answer.body.data, answer.body.errors?.[0].extensions];
const refused = (limit: string, most: number, asked?: number): unknown[] => [
  400, undefined, { code: 'QUERY_TOO_COMPLEX', details: { limit, most, ...(asked !== undefined && { asked }) } },
];
const nested = (levels: number): string => 'neighbour { '.repeat(levels) + 'id' + ' }'.repeat(levels);
const times = (count: number, text: (index: number) => string): string => Array.from({ length: count }, (_, i) => text(i)).join(' ');

describe('a request at a limit is answered, one above it is refused before it is executed:', () => {
  it('10 levels', async () => {
    const fits = await trees().ask(`{ tree(id: "1") { ${nested(8)} } }`);
    expect([fits.status, fits.body.errors]).toEqual([200, undefined]);
    expect(outcome(await trees().ask(`{ tree(id: "1") { ${nested(9)} } }`))).toEqual(refused('depth', 10, 11));
  });

  it('15 aliases', async () => {
    const query = (count: number): string => `{ tree(id: "1") { ${times(count, (i) => `a${i}: name`)} } }`;
    expect((await trees().ask(query(15))).status).toBe(200);
    expect(outcome(await trees().ask(query(16)))).toEqual(refused('aliases', 15, 16));
  });

  it('aliases inside a fragment count as often as it is spread', async () => {
    const query = `{ ${times(4, (i) => `t${i}: tree(id: "1") { ...F }`)} } fragment F on Tree { a: name b: name c: name }`;
    expect(outcome(await trees().ask(query))).toEqual(refused('aliases', 15, 16));
  });

  it('15 root fields', async () => {
    const query = (count: number): string => `{ ${times(count, () => '__typename')} }`;
    expect((await trees().ask(query(15))).status).toBe(200);
    expect(outcome(await trees().ask(query(16)))).toEqual(refused('rootFields', 15, 16));
  });

  it('1 mutation', async () => {
    const query = (count: number): string => `mutation { ${times(count, (i) => `m${i}: fellTree(id: "1")`)} }`;
    expect((await trees().ask(query(1), { as: 'forester' })).body).toEqual({ data: { m0: true } });
    expect(outcome(await trees().ask(query(2), { as: 'forester' }))).toEqual(refused('mutations', 1, 2));
    const hidden = 'mutation { ...A ... on Mutation { b: fellTree(id: "2") } } fragment A on Mutation { a: fellTree(id: "1") }';
    expect(outcome(await trees().ask(hidden, { as: 'forester' }))).toEqual(refused('mutations', 1, 2));
  });

  it('2,000 tokens', async () => {
    // 17 tokens stand around the items of the list.
    const query = (tokens: number): string => `mutation { plantTree(input: { name: "a" extra: [${'1 '.repeat(tokens - 17)}] }) }`;
    expect((await trees().ask(query(2_000), { as: 'planter' })).status).toBe(200);
    expect(outcome(await trees().ask(query(2_001), { as: 'planter' }))).toEqual(refused('tokens', 2_000));
  });

  it('a cost of 25,000 values, page sizes multiplied', async () => {
    const query = 'query ($n: Int) { trees(first: $n) { edges { node { around(first: $n) { edges { node { id name } } } } } } }';
    const ask = (n: number): Promise<GraphqlAnswer> => trees().ask(query, { variables: { n } });
    // n rows with a page of n rows with two fields each: 1 + n × (2 + n × 3).
    expect((await ask(90)).status).toBe(200);
    expect(outcome(await ask(91))).toEqual(refused('cost', 25_000, 25_026));
    expect((await ask(90)).status).toBe(200);
  });
});

describe('a document made to exhaust the server', () => {
  it('is refused quickly when its fragments double at every level', async () => {
    const bomb = `{ tree(id: "1") { ...F0 } } ${times(120, (i) => `fragment F${i} on Tree { ...F${i + 1} ...F${i + 1} }`)} fragment F120 on Tree { id }`;
    const start = performance.now();
    const answer = await trees().ask(bomb);
    expect(answer.status).toBe(400);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('is refused quickly when its fields branch at every level', async () => {
    const bomb = `{ tree(id: "1") { ...F0 } } ${times(7, (i) => `fragment F${i} on Tree { neighbour { ...F${i + 1} } leaves { number } around { edges { node { ...F${i + 1} } } } }`)} fragment F7 on Tree { id }`;
    const start = performance.now();
    expect((await trees().ask(bomb)).status).toBe(400);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('is refused when a variable is nothing but brackets', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const answer = await trees().post(
      `{"query": "mutation ($x: Json) { plantTree(input: { name: \\"Đa\\", extra: $x }) }", "variables": {"x": ${deep}}}`,
      { authorization: 'Bearer planter' },
    );
    expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([400, 'INVALID_INPUT']);
  });
});

describe('the schema', () => {
  it('can be read through introspection as workbenches and generators ask for it', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const answer = await trees().ask(getIntrospectionQuery());
    expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
  });

  it('cannot be asked for in circles', async () => {
    const circle = '{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }';
    expect(outcome(await trees().ask(circle))).toMatchObject([400, undefined, { code: 'GRAPHQL_VALIDATION_FAILED' }]);
  });
});
