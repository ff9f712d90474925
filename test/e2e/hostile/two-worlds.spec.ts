import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { asSuperuser } from '../../factories/register.js';
import { useApp } from '../../setup/app.js';
import { type Secret, secrets } from './secrets.js';
import { ask, type Question, questions } from './walk.js';
import { type RoleName, ROLES, SECRETS, World } from './world.js';

const app = useApp();
let schema: GraphQLSchema;
let world: World;

beforeAll(async () => {
  schema = app().get(GraphQLSchemaHost).schema;
  world = await World.create(app());
}, 120_000);

/** Long texts that are shipped or set before any initiative, and read no table in which a secret stands. */
const SHIPPED = ['Query.regulationPresets', 'Query.regulations', 'Query.regulation', 'Query.reasonTemplates'];

/** Every query, and some that ask for the secret words themselves. */
async function prying(): Promise<Question[]> {
  const search = (words: string): Question[] => [
    { rootField: 'Query.people', query: 'query ($s: String) { people(search: $s) { edges { cursor node { id } } } }', variables: { s: words } },
    { rootField: 'Query.intakeQueue', query: 'query ($s: String) { intakeQueue(filter: { search: $s }) { edges { cursor node { id } } } }', variables: { s: words } },
    { rootField: 'Query.register', query: 'query ($s: String) { register(sort: RELEVANCE, filter: { search: $s }) { totalCount isApproximate edges { cursor } facets { fields { count } } } }', variables: { s: words } },
  ];
  const secretFile = await app().sql<{ id: string }>("select file_id as id from attachment where confidentiality = 'AUTHOR_SECRET' order by id limit 1");
  return [
    ...(await questions(schema, world)).filter(({ rootField }) => !SHIPPED.includes(rootField)),
    ...search(SECRETS.secretPart), ...search(SECRETS.email), ...search(SECRETS.birthDate),
    { rootField: 'Query.file', query: 'query ($id: ID!) { file(id: $id) { name state } }', variables: { id: secretFile[0]!.id } },
    { rootField: 'Query.initiative', query: 'query ($code: String) { initiative(code: $code) { id title revision updatedAt actions } }', variables: { code: world.code } },
  ];
}

/** What differs between two requests of the same person in the same world: the clock, when a session was last used and a schedule last ran. */
const CLOCKS = new Set(['now', 'lastSeenAt', 'expiresAt', 'startedAt', 'doneAt']);
/** The own mail address on the own account page: nobody else's is ever in this field (visibility.ts). */
const OWN = new Set(['address']);

/** Everything a role is told, as one text for each question. */
async function told(role: RoleName, asked: readonly Question[]): Promise<string[]> {
  const answers: string[] = [];
  for (const question of asked) {
    const heard = await ask(world.client(role), question);
    answers.push(`${question.query.slice(0, 60)} ${JSON.stringify(heard, (key, value: unknown) => (CLOCKS.has(key) || OWN.has(key) ? null : value))}`);
  }
  return answers;
}

/** The other world: the rows of secrets get other values, past every trigger, and their own ones back afterwards, last changed first. */
async function inTheOtherWorld<T>(different: readonly Secret[], work: () => Promise<T>): Promise<T> {
  return asSuperuser(app(), async (client) => {
    const undo: (() => Promise<unknown>)[] = [];
    for (const { table, where, set } of different.flatMap(({ changes }) => changes)) {
      const { rows } = await client.query<{ old: string }>(`select to_jsonb(t)::text as old from ${table} t where ${where}`);
      if (rows.length === 0) throw new Error(`nothing to change: ${table} where ${where}`);
      const columns = Object.keys(set);
      await client.query(`update ${table} t set ${columns.map((column) => `${column} = ${set[column]}`).join(', ')} where ${where}`);
      undo.push(...rows.map(({ old }) => () => client.query(
        `update ${table} t set ${columns.map((column) => `${column} = (jsonb_populate_record(null::${table}, $1::jsonb)).${column}`).join(', ')} where t.id::text = $1::jsonb ->> 'id'`, [old])));
    }
    try {
      return await work();
    } finally {
      for (const back of undo.reverse()) await back();
    }
  });
}

/** Roles that may not know the same secrets, so that one other world does for all of them. */
function outsiders(kept: readonly Secret[]): (readonly [roles: readonly RoleName[], unknown: readonly Secret[]])[] {
  const groups = new Map<string, { roles: RoleName[]; unknown: Secret[] }>();
  for (const role of ROLES) {
    const unknown = kept.filter((secret) => !secret.known.includes(role));
    if (unknown.length === 0) continue;
    const key = unknown.map(({ name }) => name).join();
    const group = groups.get(key) ?? { roles: [], unknown };
    groups.set(key, { ...group, roles: [...group.roles, role] });
  }
  return [...groups.values()].map(({ roles, unknown }) => [roles, unknown]);
}

const STAGES_OF_SECRETS = ['accepted', 'scoring', 'decided', 'issued'] as const;

describe.each(STAGES_OF_SECRETS)('two worlds that differ in secrets, while the initiative is %s,', (stage) => {
  const kept = secrets.filter((secret) => secret.stages.includes(stage));
  let asked: Question[];
  const before = new Map<RoleName, string[]>();

  beforeAll(async () => {
    await world.goTo(stage);
    asked = await prying();
    await Promise.all(ROLES.map(async (role) => before.set(role, await told(role, asked))));
  }, 120_000);

  const changed = async (roles: readonly RoleName[], different: readonly Secret[]): Promise<RoleName[]> =>
    inTheOtherWorld(different, async () => {
      const after = await Promise.all(roles.map((role) => told(role, asked)));
      return roles.filter((role, index) => !isDeepStrictEqual(after[index], before.get(role)));
    });

  it.each(outsiders(kept).map(([roles, unknown]) => [roles.join(', '), unknown.length, roles, unknown] as const))(
    'are the same to %s: %i secrets', async (_roles, _count, roles, unknown) => {
      const leaks: string[] = [];
      if ((await changed(roles, unknown)).length > 0) {
        for (const secret of unknown) for (const role of await changed(roles, [secret])) leaks.push(`${role} notices ${secret.name}`);
        if (leaks.length === 0) leaks.push('only the secrets together are noticed');
      }
      expect(leaks).toEqual([]);
    }, 120_000);

  it.each(kept.filter(({ known }) => known.length > 0).map((secret) => [secret.name, secret] as const))(
    'are not the same to who may know, so the difference is there to be seen: %s', async (_name, secret) => {
      expect(await changed(secret.known.slice(0, 1), [secret])).toEqual(secret.known.slice(0, 1));
    }, 120_000);
});

describe('what the council does and the head decides', () => {
  let other: World;

  beforeAll(async () => {
    other = await World.create(app());
    await other.goTo('scoring');
  }, 120_000);

  it('changes nothing of what anybody else sees until the decision is issued', async () => {
    const outside = ['visitor', 'author', 'colleague', 'unitHead', 'clerk', 'admin', 'observer', 'neighbour'] as const;
    world = other;
    const asked = await prying();
    const before = await Promise.all(outside.map((role) => told(role, asked)));
    await other.goTo('decided');
    const after = await Promise.all(outside.map((role) => told(role, asked)));
    outside.forEach((role, index) => expect([role, after[index]]).toEqual([role, before[index]]));
  }, 120_000);
});

describe('the hash of a version', () => {
  it('cannot be guessed from the dossier by whoever knows all but a birth date: it is salted', async () => {
    const versions = await app().sql<{ snapshot: { salt?: string } }>('select snapshot from initiative_version');
    const salts = versions.map(({ snapshot }) => snapshot.salt);
    expect(salts.filter((salt) => !/^[0-9a-f]{32}$/.test(salt ?? ''))).toEqual([]);
    expect(new Set(salts).size).toBe(versions.length);
  });
});
