import { describe, expect, it } from '@jest/globals';
import { type GraphqlAnswer, useTreeApp } from './harness.js';

const trees = useTreeApp();
const codeOf = (answer: GraphqlAnswer): unknown[] => [answer.status, answer.body.errors[0].extensions.code];

describe('an error of a use case', () => {
  it('carries message, code, details and the path of the input', async () => {
    const { status, body } = await trees().ask('{ broken(how: "domain") { id } }');
    expect([status, body]).toEqual([200, {
      data: { broken: null },
      errors: [{
        message: 'The tree is hollow.',
        path: ['broken'],
        extensions: { code: 'TREE_IS_HOLLOW', details: { since: 2019 }, path: ['id'] },
      }],
    }]);
  });
});

describe('an error nobody expected', () => {
  it('answers with an id and gives nothing away', async () => {
    const { status, body, text } = await trees().ask('{ broken(how: "?") { id } }');
    expect([status, body]).toEqual([200, {
      data: { broken: null },
      errors: [{
        message: 'Something went wrong on our side.',
        path: ['broken'],
        extensions: { code: 'INTERNAL_ERROR', errorId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      }],
    }]);
    expect(text).not.toMatch(/postgres|mật-khẩu|stack|\.ts/);
  });
});

describe('a document that is not in order', () => {
  it('with a syntax error has a code and a place', async () => {
    const { status, body } = await trees().ask('{ tree(');
    expect([status, body]).toEqual([400, {
      errors: [{
        message: 'Syntax Error: Expected Name, found <EOF>.',
        locations: [{ line: 1, column: 8 }],
        extensions: { code: 'GRAPHQL_PARSE_FAILED' },
      }],
    }]);
  });

  it.each([
    ['a field', '{ tree(id: "1") { nam } }'], ['an argument', '{ tree(idd: "1") { name } }'],
    ['an enum value', 'mutation { plantTree(input: { name: "a", kind: FIGG }) }'], ['a type', 'query ($a: PlantTreeInpu) { locale }'],
    ['an input field', 'mutation { plantTree(input: { nam: "a" }) }'],
  ])('that nearly names %s gets no suggestion', async (_, query) => {
    const answer = await trees().ask(query, { as: 'planter' });
    expect(codeOf(answer)).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    expect(answer.text).not.toMatch(/did you mean/i);
  });

  it('whose operation does not exist has a code', async () => {
    const answer = await trees().post('{"query": "query A { locale } query B { locale }", "operationName": "C"}');
    expect(codeOf(answer)).toEqual([400, 'OPERATION_RESOLUTION_FAILURE']);
  });
});

describe('a body the door does not take', () => {
  it('above 256 KB is too large', async () => {
    const body = (size: number): string => {
      const frame = JSON.stringify({ query: 'query ($t: String!) { echo(text: $t) }', variables: { t: '' } });
      return frame.replace('""', `"${'a'.repeat(size - frame.length)}"`);
    };
    expect((await trees().post(body(256 * 1024))).status).toBe(200);
    const answer = await trees().post(body(256 * 1024 + 1));
    expect([answer.status, answer.body]).toEqual([413, {
      errors: [{ message: 'The request is too large.', extensions: { code: 'PAYLOAD_TOO_LARGE', details: { most: 262_144 } } }],
    }]);
  });

  it.each([
    ['cut off', '{"query": "{ loc'], ['empty', ''], ['no JSON', 'query=%7Blocale%7D'],
  ])('that is %s answers 400 with a code', async (_, payload) => {
    const answer = await trees().post(payload);
    expect(codeOf(answer)).toEqual([400, 'MALFORMED_JSON']);
  });

  it.each([
    ['nothing', 'null'], ['a number', '7'], ['an empty object', '{}'], ['a query that is no text', '{"query": {}}'],
    ['variables that are no object', '{"query": "{ locale }", "variables": "x"}'],
    ['a batch', '[{"query": "{ locale }"}, {"query": "{ locale }"}]'],
  ])('that holds %s answers 400 with a code', async (_, payload) => {
    expect(codeOf(await trees().post(payload))).toEqual([400, 'BAD_REQUEST']);
  });

  it('of another type is refused, so that a form on a foreign page can send nothing', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const answer = await trees().post('{"query": "mutation { enter(token: \\"a\\") }"}', { 'content-type': type });
      expect([codeOf(answer), answer.headers['set-cookie']]).toEqual([[415, 'BAD_REQUEST'], undefined]);
    }
  });

  it('of a saved query is refused', async () => {
    const answer = await trees().post('{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "a"}}}');
    expect(answer.body.errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
  });
});

describe('a GET request', () => {
  it('from a foreign page is refused, and a mutation always', async () => {
    const get = async (query: string, headers = {}): Promise<unknown[]> => {
      const answer = await trees().app.inject({ url: `/api/graphql?query=${encodeURIComponent(query)}`, headers });
      return [answer.statusCode, answer.json().errors?.[0].extensions.code];
    };
    expect(await get('{ locale }')).toEqual([400, 'BAD_REQUEST']);
    expect(await get('mutation { enter(token: "a") }', { 'apollo-require-preflight': '1' })).toEqual([405, 'BAD_REQUEST']);
  });
});

describe('an address that does not exist', () => {
  it.each(['/api/nothing', '//api/graphql', '/API/graphql', '/api/graphql/', '/api/../api/graphql%2f'])('%s answers 404 in the shape of all errors', async (url) => {
    const answer = await trees().app.inject({ method: 'POST', url, payload: { query: '{ locale }' } });
    expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([404, 'NOT_FOUND']);
  });

  it('that is not even an address answers 400', async () => {
    const answer = await trees().app.inject({ url: '/api/%' });
    expect(answer.statusCode).toBe(400);
  });
});
