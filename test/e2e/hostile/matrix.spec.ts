import { beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { useApp } from '../../setup/app.js';
import { UNFILLED, VISIBLE, type Visibility } from './visibility.js';
import { ask, type Heard, objectFields, type Question, questions, seenFields } from './walk.js';
import { type RoleName, ROLES, type Stage, STAGES, World } from './world.js';

const app = useApp();
let schema: GraphQLSchema;
/** By field, who saw something in it at which stage; roles in the order of `ROLES`. */
const seen = new Map<string, Map<Stage, RoleName[]>>();
const refusals = new Set<string>();

const REFUSALS = ['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED'];

beforeAll(async () => {
  schema = app().get(GraphQLSchemaHost).schema;
  const world = await World.create(app());
  for (const stage of STAGES) {
    await world.goTo(stage);
    const asked = await questions(schema, world);
    const heard = await Promise.all(ROLES.map((role) => askAll(world, role, asked)));
    ROLES.forEach((role, index) => note(stage, role, heard[index] ?? [], world.initiativeId));
  }
}, 600_000);

async function askAll(world: World, role: RoleName, asked: readonly Question[]): Promise<Heard[]> {
  const heard: Heard[] = [];
  for (const question of asked) heard.push(await ask(world.client(role), question));
  return heard;
}

function note(stage: Stage, role: RoleName, heard: readonly Heard[], initiativeId: string): void {
  for (const one of heard) {
    for (const { extensions } of one.body.errors ?? []) if (!REFUSALS.includes(extensions.code)) refusals.add(`${one.rootField}: ${extensions.code}`);
    for (const field of seenFields(schema, one, initiativeId)) {
      const stages = seen.get(field) ?? new Map<Stage, RoleName[]>();
      seen.set(field, stages.set(stage, [...new Set([...(stages.get(stage) ?? []), role])]));
    }
  }
}

/** What is expected of a field at every stage: a stage that is not named is as the one before. */
function expected(visibility: Visibility): Readonly<Record<string, readonly RoleName[]>> {
  let now: readonly RoleName[] = [];
  return Object.fromEntries(STAGES.map((stage) => [stage, (now = inOrder(visibility[stage] ?? now))]));
}

const inOrder = (roles: readonly RoleName[]): RoleName[] => ROLES.filter((role) => roles.includes(role));

describe('every field of every type, asked by everybody at every stage of one initiative', () => {
  it('is refused for rights alone: a question that fails otherwise would show nothing', () => {
    expect([...refusals]).toEqual([]);
  });

  it('is expected somewhere: a new field needs a sentence about who sees it (test/e2e/hostile/visibility.ts)', () => {
    expect([...Object.keys(VISIBLE), ...Object.keys(UNFILLED)].sort()).toEqual(objectFields(schema));
  });

  it.each(Object.entries(VISIBLE))('%s', (field, visibility) => {
    const stages = seen.get(field);
    expect(Object.fromEntries(STAGES.map((stage) => [stage, inOrder(stages?.get(stage) ?? [])]))).toEqual(expected(visibility));
  });

  it('has something in it here, or a reason why not', () => {
    expect([...seen.keys()].filter((field) => field in UNFILLED)).toEqual([]);
  });
});
