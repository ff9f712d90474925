import { beforeAll, describe, expect, it } from '@jest/globals';
import { Role } from '@domain/identity';
import { newId } from '@kit/ids';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { anActor, type Actor } from '../factories/identity.js';
import { aUnit, aWard } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';
import type { Variables } from '../setup/graphql.js';
import { operationOf, rootFields } from '../setup/operations.js';
import { tenancyCases } from './tenancy/cases.js';
import type { IdOf, Naming } from './tenancy/tenancy-cases.js';

/** Somebody with every assignable role of a ward, and one object of every kind in it. */
interface Side {
  readonly actor: Actor;
  readonly idOf: IdOf;
}

const app = useApp({}, { 'notices-of-events': 'notices are written by SQL, without an event' });
const table = Object.assign({}, ...tenancyCases.map((cases) => cases.fields)) as Record<string, readonly Naming[] | string>;
const named = Object.entries(table).flatMap(([field, namings]) =>
  typeof namings === 'string' ? [] : namings.map((naming, index): [string, Naming] => [namings.length > 1 ? `${field} #${index + 1}` : field, naming]));
/** Every query, with what it takes to ask for something that is there. */
const queries = Object.entries(table).flatMap(([field, namings]): [string, Naming][] =>
  field.startsWith('Query.') && typeof namings !== 'string' ? [[field, namings[0] ?? (() => ({}))]] : []);

let schema: GraphQLSchema;
let home: Side;
let neighbour: Side;
/** Every id that a row of the first ward has. */
let homeIds: readonly string[];

beforeAll(async () => {
  schema = app().get(GraphQLSchemaHost).schema;
  home = await aSide();
  neighbour = await aSide();
  homeIds = await idsOfWard(home.actor.ward.id);
}, 120_000);

async function aSide(): Promise<Side> {
  const ward = await aWard(app());
  const unitId = await aUnit(app(), ward);
  const wardWide = Object.values(Role).filter((role) => !['UNIT_HEAD', 'SCHOOL_COORDINATOR', 'COUNCIL_MEMBER', 'COUNCIL_CHAIR'].includes(role));
  const actor = await anActor(app(), ward, { person: { unitId }, roles: [...wardWide, ['UNIT_HEAD', unitId]] });
  const ids: Record<string, string> = { headUnit: unitId };
  const idOf: IdOf = (kind) => {
    const id = ids[kind];
    if (id === undefined || id === '') throw new Error(`no feature arranges a ${kind}`);
    return id;
  };
  for (const cases of tenancyCases) Object.assign(ids, await cases.arrange(app(), actor, idOf));
  return { actor, idOf };
}

async function idsOfWard(tenantId: string): Promise<string[]> {
  const tables = await app().sql<{ name: string }>(`
    select t.table_name as name from information_schema.columns t
    join information_schema.columns i on i.table_name = t.table_name and i.table_schema = t.table_schema and i.column_name = 'id' and i.data_type = 'uuid'
    where t.table_schema = 'public' and t.column_name = 'tenant_id' and t.table_name <> 'outbox'`);
  const rows = await app().sql<{ id: string }>(
    tables.map(({ name }) => `select id from ${name} where tenant_id = $1`).join(' union all '), [tenantId]);
  return [tenantId, ...rows.map(({ id }) => id)];
}

/** All that a client can tell from an answer. */
async function answerTo({ actor }: Side, field: string, variables: Variables): Promise<string> {
  const { status, data, errors } = await actor.client.send(operationOf(schema, field.split(' ')[0] ?? ''), variables);
  return JSON.stringify({ status, data, errors });
}

const unknown: IdOf = () => newId();

describe('the border between two wards', () => {
  it('is tried for every root field of the schema (test/e2e/tenancy/*.cases.ts)', () => {
    expect(Object.keys(table).sort()).toEqual(rootFields(schema));
  });

  it.each(named)('%s answers the ids of another ward like ids that do not exist', async (field, naming) => {
    const [foreign, missing] = [
      await answerTo(neighbour, field, naming(home.idOf, neighbour.idOf)),
      await answerTo(neighbour, field, naming(unknown, neighbour.idOf)),
    ];
    expect(foreign).toBe(missing);
    expect(foreign).not.toContain('INTERNAL_ERROR');
  });

  it.each(queries)('%s shows nothing of another ward', async (field, naming) => {
    const answer = await answerTo(neighbour, field, naming(neighbour.idOf, neighbour.idOf));
    expect(homeIds.filter((id) => answer.includes(id))).toEqual([]);
    expect(answer).not.toContain('INTERNAL_ERROR');
  });

  // What is hidden must have been there: these come last, as they change things.
  it.each(queries)('%s shows the own ward', async (field, naming) => {
    const answer = await answerTo(home, field, naming(home.idOf, home.idOf));
    expect(homeIds.some((id) => answer.includes(id))).toBe(true);
  });

  it.each(named)('%s finds its objects at home', async (field, naming) => {
    const [missing, found] = [
      await answerTo(home, field, naming(unknown, home.idOf)),
      await answerTo(home, field, naming(home.idOf, home.idOf)),
    ];
    expect(found).not.toBe(missing);
    expect(found).not.toContain('INTERNAL_ERROR');
  });
});
