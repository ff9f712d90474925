import { DEMO_PASSWORD } from '@database/demo';
import { addDays, localDate } from '@kit/clock';
import { GraphqlClient } from '../setup/graphql.js';

/** Somebody of the demo ward over the wire, to arrange what a test begins with and to see what has arrived. */
export async function overTheWire(url: string, username: string): Promise<GraphqlClient> {
  const client = new GraphqlClient(url);
  await client.ask('mutation ($input: SignInInput!) { signIn(input: $input) { expiresAt } }', { input: { username: `${username}@hongbang`, password: DEMO_PASSWORD } });
  return client;
}

export interface Draft {
  readonly id: string;
  readonly code: string;
  readonly revision: number;
}

async function act(client: GraphqlClient, mutation: string, input: object): Promise<Draft> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const answer = await client.ask<Record<string, Draft>>(`mutation ($input: ${type}!) { ${mutation}(input: $input) { id code revision } }`, { input });
  return answer[mutation]!;
}

interface Surroundings {
  readonly campaigns: readonly { readonly id: string }[];
  readonly fields: readonly { readonly id: string; readonly name: string }[];
  readonly units: readonly { readonly id: string; readonly shortName: string }[];
}

/** A draft that lacks nothing but the submission. */
export async function aCompleteDraft(client: GraphqlClient, title: string): Promise<Draft> {
  const { campaigns, fields, units } = await client.ask<Surroundings>('{ campaigns(states: [OPEN]) { id } fields { id name } units { id shortName } }');
  const unitId = units.find(({ shortName }) => shortName === 'TT Phục vụ HCC')!.id;
  const appliedOn = addDays(localDate(new Date()), -60);
  const { id, revision } = await act(client, 'createInitiative', { campaignId: campaigns[0]!.id, title });
  const saved = await act(client, 'saveInitiative', {
    id, revision, kind: 'OPERATIONAL', fieldId: fields[0]!.id, submittingUnitId: unitId, firstAppliedOn: appliedOn, firstAppliedKind: 'APPLIED',
    summary: 'Người dân biết trước giờ đến lấy kết quả.', stateBefore: 'Người dân phải đến hỏi nhiều lần.', content: 'Nhắn tin khi hồ sơ đã ký xong.',
    novelty: 'Trước đây chỉ ghi ngày hẹn trên giấy.', conditions: 'Một số điện thoại nhắn tin.', benefitAuthor: 'Bớt hai giờ nghe điện thoại mỗi ngày.',
  });
  return act(client, 'setApplicationRecords', {
    id, revision: saved.revision, records: [{
      unitId, place: 'Bộ phận Một cửa', appliedFrom: appliedOn, status: 'APPLIED', isFirst: true, benefitKind: 'NOT_COUNTABLE',
      measures: [{ name: 'Số cuộc gọi', unit: 'cuộc/ngày', before: '60', after: '14' }],
    }],
  });
}

/** Adds a co-author with two fifths; the lead keeps three. */
export async function withCoAuthor(lead: GraphqlClient, { id, revision }: Draft, search: string): Promise<Draft> {
  const { people, initiative } = await lead.ask<{ people: { edges: { node: { id: string } }[] }; initiative: { authors: { person: { id: string } }[] } }>(
    'query ($id: ID!, $search: String!) { people(search: $search) { edges { node { id } } } initiative(id: $id) { authors { person { id } } } }', { id, search });
  return act(lead, 'setAuthors', {
    id, revision, authors: [{ personId: initiative.authors[0]!.person.id, shareBp: 6000 }, { personId: people.edges[0]!.node.id, shareBp: 4000 }],
  });
}

/** What the server holds of an initiative. */
export async function held<T>(client: GraphqlClient, code: string, fields: string): Promise<T> {
  return (await client.ask<{ initiative: T }>(`query ($code: String!) { initiative(code: $code) { ${fields} } }`, { code })).initiative;
}
