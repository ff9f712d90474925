import { beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@kit/ids';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { useApp } from '../../setup/app.js';
import type { Variables } from '../../setup/graphql.js';
import { rootFields } from '../../setup/operations.js';
import { countStatements } from '../../setup/statements.js';
import { shallow } from './mutants.js';
import { REQUESTS } from './requests.js';
import { type RoleName, ROLES, World } from './world.js';

const app = useApp();
let schema: GraphQLSchema;
let world: World;

/** Something with an id, and whoever may know that it exists. */
interface Thing {
  readonly id: () => Promise<string> | string;
  readonly known: readonly RoleName[];
}

const CLOSED = /"code":"(UNAUTHENTICATED|FORBIDDEN)"/;
const AUTHORS = ['author', 'coAuthor', 'officeAuthor'] as const;
const row = async (query: string): Promise<string> => (await app().sql<{ id: string }>(query))[0]!.id;
const ofSubject = (table: string, more = 'true') => () => row(`select id from ${table} where initiative_id = '${world.initiativeId}' and ${more} order by position limit 1`);

/** At the stage `decided`; whatever its answers take away comes last. */
const THINGS: Readonly<Record<string, Thing>> = {
  initiative: { id: () => world.initiativeId, known: [...AUTHORS, 'unitHead', 'intake', 'secretary', 'head'] },
  draft: { id: () => world.draftId, known: ['colleague'] },
  applicationRecord: { id: ofSubject('application_record'), known: ['unitHead', ...AUTHORS, 'intake', 'secretary', 'head'] },
  attachment: { id: ofSubject('attachment', "confidentiality = 'AUTHOR_SECRET'"), known: [...AUTHORS, 'intake', 'secretary', 'head', 'chair', 'member', 'unitHead'] },
  secretFile: {
    id: () => row(`select file_id as id from attachment where initiative_id = '${world.initiativeId}' and confidentiality = 'AUTHOR_SECRET'`),
    known: ['intake', 'secretary', 'head', 'chair', 'member', ...AUTHORS],
  },
  session: { id: () => world.session!.id, known: ['coAuthor', 'officeAuthor', 'member', 'recused', 'chair', 'secretary', 'head'] },
  agendaItem: { id: () => world.itemId!, known: ['member', 'chair', 'secretary', 'head'] },
  thread: { id: () => row(`select id from discussion_thread where item_id = '${world.itemId!}' order by id limit 1`), known: ['member', 'chair', 'secretary'] },
  post: { id: () => row(`select p.id from discussion_post p where p.person_id = '${world.actors.chair.personId}' order by p.id limit 1`), known: ['chair', 'member', 'secretary'] },
  decision: { id: () => world.decision!.id, known: ['officeAuthor', 'secretary', 'head'] },
  recognitionItem: { id: () => world.decision!.items[0]!.id, known: ['head', 'secretary', 'officeAuthor'] },
  account: { id: () => world.actors.author.accountId, known: ['admin'] },
  roleAssignment: { id: () => row(`select id from role_assignment where person_id = '${world.actors.clerk.personId}'`), known: ['admin'] },
  signedInSession: { id: () => row(`select id from session where account_id = '${world.actors.chair.accountId}'`), known: ['chair'] },
};

beforeAll(async () => {
  schema = app().get(GraphQLSchemaHost).schema;
  world = await World.create(app());
  await world.goTo('decided');
}, 120_000);

/** The paths below which the variables of a request name something by id. */
function idPaths(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => idPaths(item, [...path, index]));
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([name, item]) => idPaths(item, [...path, name]));
  return typeof value === 'string' && /^[0-9a-f]{8}-/.test(value) && path.at(-1) !== 'idempotencyKey' ? [path] : [];
}

function put(value: unknown, [step, ...rest]: readonly (string | number)[], id: string): unknown {
  if (step === undefined) return id;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? put(item, rest, id) : item));
  return { ...(value as object), [step]: put((value as Record<string, unknown>)[step], rest, id) };
}

async function answerTo(role: RoleName, rootField: string, variables: Variables): Promise<string> {
  const { headers: _, ...answer } = await world.client(role).send(shallow(schema, rootField), variables);
  return JSON.stringify(answer);
}

const unknown = newId();
const remembered = new Map<string, Promise<string>>();

/** The answer to an id that nobody was given; it does not change while the tests run. */
function toUnknown(role: RoleName, rootField: string, path: readonly (string | number)[], good: Variables): Promise<string> {
  const key = [role, rootField, ...path].join(' ');
  const answer = remembered.get(key) ?? answerTo(role, rootField, put(good, path, unknown) as Variables);
  remembered.set(key, answer);
  return answer;
}

describe('an id of something that somebody may not know of', () => {
  it.each(Object.entries(THINGS))('is answered like an id that nobody was given: %s', async (_name, { id: idOf, known }) => {
    const id = await idOf();
    const differences = async (role: RoleName): Promise<string[]> => {
      const told: string[] = [];
      for (const rootField of rootFields(schema)) {
        const good = await REQUESTS[rootField]!.variables(world);
        for (const path of idPaths(good)) {
          const there = await answerTo(role, rootField, put(good, path, id) as Variables);
          const missing = await toUnknown(role, rootField, path, good);
          if (there !== missing) told.push(`${role} ${rootField} ${path.join('.')}: ${there} instead of ${missing}`);
          // Refused at the first door, whatever the other arguments name.
          else if (CLOSED.test(there)) break;
        }
      }
      return told;
    };
    const outsiders = ROLES.filter((role) => !known.includes(role));
    expect((await Promise.all(outsiders.map(differences))).flat()).toEqual([]);
    // Whoever may know of it is answered otherwise: the id was that of something.
    const control = await differences(known[0]!);
    expect(control.length).toBeGreaterThan(0);
    // What it did, such as closing an account, may change what others are answered.
    if (control.some((line) => /Mutation\.(disable|end|reset)/.test(line))) remembered.clear();
  }, 120_000);
});

describe('what can be guessed', () => {
  it('costs as many statements when it is there as when it is not, so that time tells nothing either', async () => {
    const [entry] = await app().sql<{ username: string }>('select username from account order by username limit 1');
    const pairs: [RoleName, string, Variables, Variables][] = [
      ['colleague', 'query ($code: String) { initiative(code: $code) { id } }', { code: world.code }, { code: 'SK-2026-9999' }],
      ['recused', 'query ($code: String) { initiative(code: $code) { id steps { id } versions { number } } }', { code: world.code }, { code: 'SK-2026-9999' }],
      ['visitor', 'mutation ($u: String!) { signIn(input: { username: $u, password: "sai hẳn rồi" }) { token } }', { u: entry!.username }, { u: 'khong.co.ai.ca' }],
    ];
    for (const [role, query, there, missing] of pairs) {
      // Once a minute the first request of a session notes that it is used.
      await world.client(role).ask('{ viewer { __typename } }');
      const counts: number[] = [];
      const answers: string[] = [];
      for (const variables of [there, missing, there, missing]) {
        counts.push(await countStatements(app(), async () => answers.push(JSON.stringify((await world.client(role).send(query, variables)).errors))));
      }
      expect(counts).toEqual([counts[0], counts[0], counts[0], counts[0]]);
      expect(new Set(answers).size).toBe(1);
    }
  });
});
