import { describe, expect, it } from '@jest/globals';
import { type GraphqlAnswer, useTreeApp } from './harness.js';

const trees = useTreeApp();
const PLANT = 'mutation Plant($input: PlantTreeInput!) { plantTree(input: $input) }';

const plant = (input: unknown): Promise<GraphqlAnswer> => trees().ask(PLANT, { as: 'planter', variables: { input } });
const extensionsOf = (answer: GraphqlAnswer): unknown => answer.body.errors[0].extensions;
const planted = (answer: GraphqlAnswer): unknown => JSON.parse(answer.body.data.plantTree);

describe('a sound input', () => {
  it('arrives as instances of its classes, nested ones included', async () => {
    const answer = await plant({
      name: 'Đa', kind: 'BANYAN', plantedOn: '2024-02-29', seenAt: '2026-05-08T09:30:00+07:00', worth: 15_000_000,
      branches: [{ label: 'a', shareBp: 10_000 }],
    });
    expect(planted(answer)).toEqual({
      isInstance: true,
      input: {
        name: 'Đa', kind: 'BANYAN', plantedOn: '2024-02-29', seenAt: '2026-05-08T02:30:00.000Z', worth: 15_000_000,
        branches: [{ label: 'a', shareBp: 10_000 }],
      },
    });
  });

  it('has its texts in NFC, whether they come as variables or as literals', async () => {
    const decomposed = 'Sáng kiến'.normalize('NFD');
    expect(decomposed).not.toBe('Sáng kiến');
    expect(planted(await plant({ name: decomposed }))).toMatchObject({ input: { name: 'Sáng kiến' } });
    const literal = await trees().ask(`{ echo(text: ${JSON.stringify(decomposed)}) }`);
    expect(literal.body).toEqual({ data: { echo: 'Sáng kiến' } });
  });
});

describe('a value of the wrong type', () => {
  it.each([
    ['a missing field', {}, 'REQUIRED', ['input', 'name']],
    ['an unknown field', { name: 'Đa', colour: 'xanh' }, 'UNKNOWN_FIELD', ['input', 'colour']],
    ['a word for a number', { name: 'Đa', branches: [{ label: 'a' }, { label: 'b', shareBp: 'x' }] }, 'INVALID_VALUE', ['input', 'branches', 1, 'shareBp']],
    ['a fraction of a hundredth', { name: 'Đa', branches: [{ label: 'a', shareBp: 0.5 }] }, 'INVALID_VALUE', ['input', 'branches', 0, 'shareBp']],
    ['a value outside the list', { name: 'Đa', kind: 'PALM' }, 'NOT_IN_LIST', ['input', 'kind']],
    ['an impossible day', { name: 'Đa', plantedOn: '2026-02-30' }, 'INVALID_DATE', ['input', 'plantedOn']],
    ['a day of no leap year', { name: 'Đa', plantedOn: '2025-02-29' }, 'INVALID_DATE', ['input', 'plantedOn']],
    ['an instant without its offset', { name: 'Đa', seenAt: '2026-05-08T09:30:00' }, 'INVALID_DATE_TIME', ['input', 'seenAt']],
    ['half a đồng', { name: 'Đa', worth: 1.5 }, 'INVALID_AMOUNT', ['input', 'worth']],
    ['an amount beyond 2^53', { name: 'Đa', worth: 2 ** 53 }, 'INVALID_AMOUNT', ['input', 'worth']],
    ['null where a value must be', { name: null }, 'REQUIRED', ['input', 'name']],
  ])('%s is refused with code and path', async (_, input, reason, path) => {
    const answer = await plant(input);
    expect([answer.status, answer.body.data]).toEqual([400, undefined]);
    expect(extensionsOf(answer)).toEqual({
      code: 'INVALID_INPUT', details: { reason }, path, faults: [{ code: reason, path, details: {} }],
    });
  });

  it('never comes back in the message', async () => {
    const { text } = await plant({ name: 'Đa', worth: 'mật khẩu của tôi' });
    expect(text).not.toContain('mật khẩu');
  });

  it('reports every fault at once', async () => {
    const answer = await plant({ plantedOn: '2026-13-01', kind: 'PALM' });
    expect(answer.body.errors).toHaveLength(1);
    expect(answer.body.errors[0].extensions.faults?.map(({ code }) => code).sort()).toEqual([
      'INVALID_DATE', 'NOT_IN_LIST', 'REQUIRED',
    ]);
  });

  it('names the place in the input, not the variable', async () => {
    const query = 'mutation ($t: String!, $w: Vnd) { plantTree(input: { name: $t, worth: $w }) }';
    const answer = await trees().ask(query, { as: 'planter', variables: { t: 'Đa', w: 'x' } });
    expect(extensionsOf(answer)).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'worth'] });
    const missing = await trees().ask(query, { as: 'planter' });
    expect(extensionsOf(missing)).toMatchObject({ details: { reason: 'REQUIRED' }, path: ['input', 'name'] });
  });
});

describe('a rule of the input classes', () => {
  it('answers with every broken rule, its stable code, limits and path', async () => {
    const answer = await plant({
      name: 'x'.repeat(21),
      branches: [{ label: 'a', shareBp: 10_001 }, { label: 'dài quá', shareBp: -1 }],
    });
    expect([answer.status, answer.body.data]).toEqual([200, null]);
    expect(extensionsOf(answer)).toEqual({
      code: 'VALIDATION_FAILED',
      details: {},
      faults: [
        { code: 'OUT_OF_RANGE', path: ['input', 'branches', 0, 'shareBp'], details: { most: 10_000 } },
        { code: 'TEXT_TOO_LONG', path: ['input', 'branches', 1, 'label'], details: { most: 5 } },
        { code: 'OUT_OF_RANGE', path: ['input', 'branches', 1, 'shareBp'], details: { least: 0 } },
        { code: 'TEXT_TOO_LONG', path: ['input', 'name'], details: { most: 20 } },
      ],
    });
  });

  it('holds for page sizes, whose explicit null means the usual size', async () => {
    const ask = (first: string): Promise<GraphqlAnswer> => trees().ask(`{ trees(first: ${first}) { edges { cursor } } }`);
    for (const [first, limit] of [['0', { least: 1 }], ['101', { most: 100 }]] as const) {
      expect(extensionsOf(await ask(first))).toMatchObject({ faults: [{ code: 'OUT_OF_RANGE', path: ['first'], details: limit }] });
    }
    expect((await ask('null')).body.data.trees.edges).toHaveLength(4);
  });
});

describe('text that cannot be stored', () => {
  it.each([
    ['NUL', '\0', 'NUL'],
    ['half a surrogate pair', '\ud800', 'LONE_SURROGATE'],
    ['a text that runs backwards', '\u202egpj.exe', 'BIDI_OVERRIDE'],
  ])('%s is refused in a variable, wherever it stands', async (_, character, name) => {
    const answer = await plant({ name: 'Đa', branches: [{ label: `a${character}` }], extra: { deep: [`${character}`] } });
    expect([answer.status, extensionsOf(answer)]).toEqual([400, {
      code: 'INVALID_TEXT',
      details: { character: name, index: 1, reason: 'INVALID_TEXT' },
      path: ['input', 'branches', 0, 'label'],
      faults: [
        { code: 'INVALID_TEXT', path: ['input', 'branches', 0, 'label'], details: { character: name, index: 1 } },
        { code: 'INVALID_TEXT', path: ['input', 'extra', 'deep', 0], details: { character: name, index: 0 } },
      ],
    }]);
  });

  it('is refused in a literal, also the second time the same document comes', async () => {
    for (const _ of [1, 2]) {
      const answer = await trees().ask('{ echo(text: "a\\u0000") }');
      expect([answer.status, extensionsOf(answer)]).toMatchObject([400, { code: 'INVALID_TEXT', path: ['text'] }]);
    }
  });
});

describe('a key that reaches for the prototype', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('%s is refused with its path', async (key) => {
    const answer = await trees().post(
      `{"query": ${JSON.stringify(PLANT)}, "variables": {"input": {"name": "Đa", "extra": {"a": [{"${key}": {"x": 1}}]}}}}`,
      { authorization: 'Bearer planter' },
    );
    expect([answer.status, extensionsOf(answer)]).toMatchObject([
      400, { code: 'INVALID_INPUT', details: { reason: 'FORBIDDEN_KEY' }, path: ['input', 'extra', 'a', 0, key] },
    ]);
  });

  it('is refused in literals and beside the variables', async () => {
    const literal = await trees().ask('mutation { plantTree(input: { name: "Đa", extra: { __proto__: 1 } }) }', { as: 'planter' });
    expect(extensionsOf(literal)).toMatchObject({ details: { reason: 'FORBIDDEN_KEY' }, path: ['input', 'extra', '__proto__'] });
    const beside = await trees().post('{"query": "{ __typename }", "__proto__": {"x": 1}}');
    expect([beside.status, extensionsOf(beside)]).toMatchObject([400, { code: 'INVALID_INPUT', path: ['__proto__'] }]);
  });

  it('harms nobody as an ordinary word', async () => {
    expect(planted(await plant({ name: 'constructor' }))).toMatchObject({ input: { name: 'constructor' } });
  });
});

describe('a cursor', () => {
  const ask = (after: string): Promise<GraphqlAnswer> =>
    trees().ask('query ($after: String) { trees(first: 2, after: $after) { edges { node { id } } pageInfo { endCursor hasNextPage } } }', { variables: { after } });

  it('leads to the next page and finally to the end', async () => {
    const first = await trees().ask('{ trees(first: 2) { pageInfo { endCursor } } }');
    const second = await ask(first.body.data.trees.pageInfo.endCursor);
    expect(second.body.data.trees).toMatchObject({ edges: [{ node: { id: '3' } }, { node: { id: '4' } }], pageInfo: { hasNextPage: false } });
    const third = await ask(second.body.data.trees.pageInfo.endCursor);
    expect(third.body.data.trees).toEqual({ edges: [], pageInfo: { endCursor: null, hasNextPage: false } });
  });

  it.each([
    ['cut off', 'WzEs'], ['of another list', Buffer.from('["1","2"]').toString('base64url')], ['not one at all', 'x'],
    ['with a value too many', Buffer.from('[1,"a","b"]').toString('base64url')], ['of enormous length', 'W'.repeat(5_000)],
  ])('that is %s is refused with its path', async (_, after) => {
    expect(extensionsOf(await ask(after))).toEqual({ code: 'INVALID_CURSOR', details: {}, path: ['after'] });
  });
});
