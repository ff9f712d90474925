import { beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { useApp } from '../../setup/app.js';
import { rootFields } from '../../setup/operations.js';
import { mutants, shallow } from './mutants.js';
import { REQUESTS } from './requests.js';
import { World } from './world.js';

const app = useApp();
let schema: GraphQLSchema;
let world: World;

beforeAll(async () => {
  schema = app().get(GraphQLSchemaHost).schema;
  world = await World.create(app());
  await world.goTo('scoring');
}, 120_000);

/** What no answer may hold, whatever was sent. */
const INSIDES = /INTERNAL_ERROR|node_modules|\bat .*\.[jt]s:\d|PostgreSQL|syntax error at|duplicate key|violates|QueryFailed/;
const SLOWEST_MS = 5_000;
const LARGEST = 200_000;

describe('a root field with one value of its variables replaced by something hostile', () => {
  it('is known for every root field', () => {
    expect(Object.keys(REQUESTS).sort()).toEqual(rootFields(schema));
  });

  it.each(Object.entries(REQUESTS))('%s never fails inside', async (name, { as, variables }) => {
    const query = shallow(schema, name);
    const bad: object[] = [];
    const good = await variables(world);
    for (const mutant of mutants(schema, name, good)) {
      const fresh = await variables(world);
      const started = performance.now();
      const { status, headers: _, ...body } = await world.client(as).send(query, mutant.apply(fresh));
      const text = JSON.stringify(body);
      const took = performance.now() - started;
      const isSound = status < 500 && !INSIDES.test(text) && text.length < LARGEST && took < SLOWEST_MS
        && (body.errors ?? []).every(({ extensions }) => typeof extensions.code === 'string');
      if (!isSound) bad.push({ mutant: mutant.name, status, took: Math.round(took), size: text.length, text: text.slice(0, 300) });
    }
    expect(bad).toEqual([]);
  }, 120_000);
});
