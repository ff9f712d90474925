import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { step } from '../factories/evaluation.js';
import { CAST, castBallot, type Choice, closeBallot, openBallot, sit } from '../factories/meeting.js';
import { asSuperuser } from '../factories/register.js';
import { useApp } from '../setup/app.js';
import { ask, type Question, questions } from './hostile/walk.js';
import { type RoleName, ROLES, World } from './hostile/world.js';

/*
 * Two worlds that differ in one ballot (trust.md): while the ballot is open every query of the schema is answered with the same
 * bytes to everybody, those who run the vote and the head included. The walk of the schema finds new fields by itself.
 */

jest.setTimeout(240_000);
const app = useApp();
let schema: GraphQLSchema;
let world: World;
let asked: Question[];
let itemId: string;

/** What differs between two requests of the same person in the same world: the clock, and when a session was last used. */
const CLOCKS = new Set(['now', 'lastSeenAt', 'expiresAt']);

async function told(role: RoleName): Promise<string[]> {
  const answers: string[] = [];
  for (const question of asked) answers.push(`${question.rootField} ${JSON.stringify(await ask(world.client(role), question), (key, value: unknown) => (CLOCKS.has(key) ? null : value))}`);
  return answers;
}
const toldAll = async (): Promise<Map<RoleName, string[]>> => new Map(await Promise.all(ROLES.map(async (role) => [role, await told(role)] as const)));

/** Roles to whom the worlds differ, and in which questions. */
function noticed(one: ReadonlyMap<RoleName, string[]>, other: ReadonlyMap<RoleName, string[]>): Record<string, string[]> {
  return Object.fromEntries(ROLES.flatMap((role) => {
    const questionsThatTell = one.get(role)!.filter((answer, index) => answer !== other.get(role)![index]).map((answer) => answer.split(' ')[0]!);
    return questionsThatTell.length === 0 ? [] : [[role, questionsThatTell]];
  }));
}

const inTheBox = async (): Promise<Choice[]> => (await app().sql<{ choice: Choice }>('select v.choice from ballot v join ballot_item b on b.id = v.ballot_item_id where b.item_id = $1 order by 1', [itemId])).map(({ choice }) => choice);

beforeAll(async () => {
  schema = app().get(GraphQLSchemaHost).schema;
  world = await World.create(app());
  await world.goTo('scoring');
  await step(world.actors.secretary, 'closeScoring', world.session!);
  await sit(world.cast, world.session!);
  itemId = world.itemId!;
  await openBallot(world.actors.secretary, { id: itemId });
  // Three of the five hold a ballot: one is an author, and one is recused.
  await castBallot(world.actors.chair, { id: itemId }, 'AGREE');
  await castBallot(world.actors.member, { id: itemId }, 'DISAGREE');
  // What runs behind the requests goes on meanwhile, and knows nothing of a vote.
  asked = (await questions(schema, world)).filter(({ rootField }) => rootField !== 'Query.systemState');
}, 240_000);

describe('while a secret ballot is open', () => {
  it('what was put in is the same to everybody as if it were something else', async () => {
    expect(await inTheBox()).toEqual(['AGREE', 'DISAGREE']);
    const here = await toldAll();
    const elsewhere = await asSuperuser(app(), async (client) => {
      await client.query(`update ballot set choice = case choice when 'AGREE' then 'DISAGREE' else 'BLANK' end`);
      expect(await inTheBox()).toEqual(['BLANK', 'DISAGREE']);
      const answers = await toldAll();
      await client.query(`update ballot set choice = case choice when 'DISAGREE' then 'AGREE' else 'DISAGREE' end`);
      return answers;
    });
    expect(await inTheBox()).toEqual(['AGREE', 'DISAGREE']);
    expect(noticed(here, elsewhere)).toEqual({});
  });

  it('nothing is shown but how many have voted, and to each member whether they have', async () => {
    const SEEN = 'query ($id: ID!) { agendaItem(id: $id) { result { isProvisional voteState vote { agree } } ballot { state issued returned valid invalid agree disagree isMine hasVoted issues { isReturned choice } } } }';
    const seen = async (role: RoleName) => (await world.client(role).send<{ agendaItem: object | null }>(SEEN, { id: itemId })).data?.agendaItem ?? null;
    const ballot = (given: object) => ({
      result: { isProvisional: true, voteState: 'PENDING', vote: null },
      ballot: { state: 'OPEN', issued: 3, returned: 2, valid: null, invalid: null, agree: null, disagree: null, issues: null, ...given },
    });
    expect(await seen('chair')).toEqual(ballot({ isMine: true, hasVoted: true }));
    expect(await seen('secretary')).toEqual(ballot({ isMine: true, hasVoted: false }));
    expect(await seen('member')).toEqual(ballot({ isMine: true, hasVoted: true }));
    // The head reads the item and waits for the lock with everything that came of it.
    expect(await seen('head')).toEqual({ result: null, ballot: null });
    for (const role of ['author', 'coAuthor', 'officeAuthor', 'recused', 'intake', 'clerk', 'admin', 'auditor', 'observer', 'neighbour', 'visitor'] as const) expect([role, await seen(role)]).toEqual([role, null]);
  });

  it('a refused second vote says the same, whatever the first was and whatever the second is', async () => {
    const again = async (role: 'chair' | 'member', choice: Choice) => JSON.stringify(await world.actors[role].client.refusal(CAST, { input: { itemId, choice } }));
    const answers = [await again('chair', 'AGREE'), await again('chair', 'DISAGREE'), await again('member', 'AGREE'), await again('member', 'BLANK')];
    expect(new Set(answers)).toEqual(new Set([JSON.stringify({ code: 'BALLOT_ALREADY_CAST', details: {} })]));
  });
});

describe('once it is closed', () => {
  it('two worlds that differ in who voted how, with equal counts, are the same to everybody for ever', async () => {
    await castBallot(world.actors.secretary, { id: itemId }, 'AGREE');
    await closeBallot(world.actors.secretary, { id: itemId });
    const here = await toldAll();
    // Every paper changes places with another one: ids and choices stay, and so do the counts.
    const elsewhere = await asSuperuser(app(), async (client) => {
      await client.query(`update ballot v set choice = other.choice from (select id, lead(choice, 1, first) over (order by id) as choice
        from (select id, choice, first_value(choice) over (order by id) as first from ballot) x) other where other.id = v.id`);
      return toldAll();
    });
    expect(noticed(here, elsewhere)).toEqual({});
  });

  it('the counts are there for the council, so that there was something to hide', async () => {
    const before = await toldAll();
    const after = await asSuperuser(app(), async (client) => {
      await client.query('update ballot_item set agree = 1, disagree = 2');
      const answers = await toldAll();
      await client.query('update ballot_item set agree = 2, disagree = 1');
      return answers;
    });
    const differing = noticed(before, after);
    expect(Object.keys(differing)).toEqual(['member', 'chair', 'secretary']);
    for (const fields of Object.values(differing)) expect(fields).toContain('Query.agendaItem');
  });
});
