import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '@kit/database';
import { buildSchema, parse, validate } from 'graphql';
import { EXAMPLE_OPERATIONS } from '../../apps/api/src/example-operations.js';

describe('the operations that the workbench offers', () => {
  it('fit the schema', () => {
    const schema = buildSchema(readFileSync(join(repositoryRoot(), 'schema.graphql'), 'utf8'));
    expect(validate(schema, parse(EXAMPLE_OPERATIONS)).map(({ message }) => message)).toEqual([]);
  });
});
