import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { GRAPHQL_PATH } from '@kit/graphql';
import { Logger } from '@nestjs/common';
import { PASSWORD } from '../../factories/identity.js';
import { look } from '../../factories/initiative.js';
import { useApp } from '../../setup/app.js';
import { STAGES, SECRETS, World } from './world.js';

/** Everything the process writes to standard output, where its log goes. */
let log = '';
const written = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
  log += String(chunk);
  return true;
});

const app = useApp({ LOG_LEVEL: 'trace' });
let world: World;
/** What the tables of the queue held at each stage: finished jobs leave. */
let queued = '';
/** What refused requests were answered that held the words themselves. */
let refusals = '';

const CANARIES: Readonly<Record<string, string>> = { ...SECRETS, password: PASSWORD, wrongPassword: 'sai mật khẩu 6T2W' };
const tokens = (): string[] => Object.values(world.actors).flatMap(({ client }) => [client.token ?? '', ...client.cookies.values()]).filter((token) => token !== '');

/** The canaries that a text holds, as they are or as JSON or an address would write them. */
function found(text: string, except: readonly string[] = []): string[] {
  const spellings = (word: string): string[] => [word, JSON.stringify(word).slice(1, -1), encodeURIComponent(word), Buffer.from(word).toString('base64url')];
  return Object.entries(CANARIES).filter(([name, word]) => !except.includes(name) && spellings(word).some((one) => text.includes(one))).map(([name]) => name);
}

/** All rows of some tables as text. */
async function rowsOf(schema: string, only?: readonly string[]): Promise<string> {
  const tables = await app().sql<{ name: string }>("select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables where table_schema = $1 and ($2::text[] is null or table_name = any ($2))", [schema, only ?? null]);
  expect(tables.length).toBeGreaterThan(0);
  const texts = await Promise.all(tables.map(({ name }) => app().sql<{ text: string | null }>(`select string_agg(t::text, ' ') as text from ${name} t`)));
  return texts.map(([row]) => row?.text ?? '').join('\n');
}

beforeAll(async () => {
  world = await World.create(app());
  await failInside();
  for (const stage of STAGES) {
    await world.goTo(stage);
    queued += await rowsOf('bullmq');
    await provoke();
  }
}, 180_000);
afterAll(() => {
  written.mockRestore();
  Logger.overrideLogger(false);
});

/** Requests with the words in every part, each refused in another way. */
async function provoke(): Promise<void> {
  const { author, chair } = world.actors;
  for (const word of Object.values(CANARIES)) {
    const asked: [string, object][] = [
      ['mutation ($w: String!) { saveInitiative(input: { id: $w, revision: 1, title: "x" }) { id } }', { w: word }],
      ['mutation ($w: String!) { saveInitiative(input: { id: "x", revision: 1, confidentialParts: $w, khongCo: $w }) { id } }', { w: word }],
      ['mutation ($i: SaveInitiativeInput!) { saveInitiative(input: $i) { id } }', { i: { id: world.initiativeId, revision: word, confidentialParts: `${word}\0`, [word]: word } }],
      ['query ($w: String) { people(after: $w) { edges { cursor } } }', { w: Buffer.from(JSON.stringify([word, word])).toString('base64url') }],
      ['mutation ($w: String!) { signIn(input: { username: $w, password: $w }) { token } }', { w: word }],
      ['mutation ($w: String!) { changePassword(input: { currentPassword: "sai", newPassword: $w }) { username } }', { w: word }],
      ['query ($w: ID!) { agendaItem(id: $w) { id } }', { w: word }], ['query ($w: LocalDate) { a: __typename @include(if: $w) }', { w: word }],
    ];
    for (const [query, variables] of asked) {
      const { data: _, headers: __, ...answer } = await (query.includes('agendaItem') ? chair : author).client.send(query, { ...variables });
      refusals += JSON.stringify(answer.errors);
    }
  }
  const broken = await fetch(`${app().url}${GRAPHQL_PATH}?q=${encodeURIComponent(SECRETS.secretPart)}`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'user-agent': 'BÍ MẬT'.normalize('NFD').replace(/[^ -~]/g, ''), cookie: `khoi_session=${'k'.repeat(43)}` },
    body: `{"query": "${SECRETS.secretPart}`,
  });
  refusals += await broken.text();
  refusals += await (await fetch(`${app().url}/api/files/download/${encodeURIComponent(SECRETS.secretFile)}`)).text();
}

/** Nobody withdraws here, and who declined first has consented since. */
const GONE = ['withdrawReason', 'declineReason'];

/** A failure of ours, of which PostgreSQL would quote the whole row and TypeORM every parameter. */
async function failInside(): Promise<void> {
  const { colleague } = world.actors;
  await app().sql("alter table initiative add constraint canary check (confidential_parts not like '%BÍ MẬT%') not valid");
  const draft = await look(colleague, world.draftId);
  const answer = await colleague.client.send('mutation ($i: SaveInitiativeInput!) { saveInitiative(input: $i) { id } }', {
    i: { id: draft.id, revision: draft.revision, confidentialParts: SECRETS.secretPart, content: SECRETS.generalComment },
  });
  expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_ERROR']);
  refusals += JSON.stringify(answer.errors);
  await app().sql('alter table initiative drop constraint canary');
}

describe('the words that only few may read', () => {
  it('were there to be found: the tables of their own have them', async () => {
    expect(found(await rowsOf('public')).sort()).toEqual(Object.keys(SECRETS).filter((name) => !GONE.includes(name)).sort());
  });

  it('are in no line of the log, not even at its most talkative', () => {
    expect(log.length).toBeGreaterThan(10_000);
    expect(log).toContain('"status":400');
    expect(log).toContain('The database refused a statement for a reason nobody has named.');
    expect(found(log)).toEqual([]);
    expect(tokens().filter((token) => log.includes(token))).toEqual([]);
  });

  it('are in no event, no audit, no notice and no memory of repeated acts', async () => {
    const kept = await rowsOf('public', ['outbox', 'audit_event', 'idempotency_record']);
    expect(kept).toContain('initiative.submitted');
    expect(found(kept)).toEqual([]);
    // The reasons of a decision are told to the authors it is about.
    expect(found(await rowsOf('public', ['notification']), ['decisionReason'])).toEqual([]);
  });

  it('are in no job', () => {
    expect(queued).toContain('file.inspect');
    expect(found(queued)).toEqual([]);
  });

  it('are in no public record', async () => {
    const published = await rowsOf('public', ['register_entry']);
    expect(published).toContain('Xếp hàng theo giờ hẹn');
    expect(found(published)).toEqual([]);
  });

  it('are repeated by no refusal', () => {
    expect(refusals).toContain('INVALID_TEXT');
    expect(found(refusals)).toEqual([]);
  });

  it('are where a stolen copy of the database could use them nowhere: tokens and passwords are hashes', async () => {
    const everything = await rowsOf('public');
    expect(everything).not.toContain(PASSWORD);
    expect(tokens().filter((token) => everything.includes(token))).toEqual([]);
    expect(everything).toContain('$argon2id$');
  });
});
