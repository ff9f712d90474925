import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '@kit/graphql';
import { asSuperuser, ENTRIES_ALONE } from '../factories/register.js';
import { useApp } from '../setup/app.js';
import { type PlanNode, plansDuring } from '../setup/plans.js';

const ENTRIES = 100_000;
const app = useApp({}, ENTRIES_ALONE);

beforeAll(async () => {
  const statements = readFileSync('test/bench/fill-register.sql', 'utf8').split(/\n\n/);
  await asSuperuser(app(), async (client) => {
    await client.query(`set bench.entries = ${ENTRIES}`);
    for (const text of statements) await client.query(text);
  });
}, 180_000);

const CARD = 'id slug title summary unitName tenantName year effectiveness decisionNumber field { code name nameEn } applications { measures { name before after } }';
const PAGE = `query ($filter: RegisterFilter, $sort: RegisterSort!, $after: String) {
  register(filter: $filter, sort: $sort, after: $after) { isApproximate edges { cursor node { ${CARD} } } pageInfo { hasNextPage } } }`;
const COUNTED = `query ($filter: RegisterFilter) { register(filter: $filter) { totalCount
  facets { fields { count } years { count } units { count } tenants { count } } edges { node { title } } } }`;

interface Page { register: { isApproximate: boolean; edges: { cursor: string; node: { title: string } }[] } }

/** Plan and answer of one question a visitor asks. */
async function ask(query: string, variables: Record<string, unknown>): Promise<{ nodes: PlanNode[]; answer: Page['register'] & { totalCount?: number } }> {
  let answer: Page | undefined;
  const nodes = await plansDuring(app(), async () => { answer = await app().client().ask<Page>(query, variables); });
  return { nodes, answer: answer!.register };
}

const scansOf = (nodes: readonly PlanNode[]): PlanNode[] => nodes.filter((node) => node['Relation Name'] === 'register_entry');
const usedBy = (nodes: readonly PlanNode[]): string[] => [...new Set(nodes.flatMap((node) => node['Index Name'] ?? []))].filter((name) => name.startsWith('register_entry'));
/** Rows that were looked at to make the answer. */
const rowsRead = (nodes: readonly PlanNode[]): number =>
  scansOf(nodes).reduce((sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'], 0);
const cursorAt = async (row: number, sort: 'NEWEST' | 'TITLE'): Promise<string> => {
  const order = sort === 'NEWEST' ? 'published_at desc, id desc' : 'title collate "vi-x-icu", id';
  const [entry] = await app().sql<{ id: string; title: string; at: string }>(`select id, title, published_at::text as at from register_entry order by ${order} offset ${row} limit 1`);
  return encodeCursor([sort, 'EXACT', 0, sort === 'NEWEST' ? entry!.at : entry!.title, entry!.id]);
};

describe(`the plans behind the register at ${ENTRIES.toLocaleString('en')} entries`, () => {
  it.each(['NEWEST', 'TITLE'] as const)('a page in the order %s reads its rows along the index, at the start and at row 50,000', async (sort) => {
    for (const after of [null, await cursorAt(50_000, sort)]) {
      const { nodes, answer } = await ask(PAGE, { sort, after });
      expect(answer.edges).toHaveLength(20);
      expect(usedBy(nodes)).toContain(sort === 'NEWEST' ? 'register_entry_newest' : 'register_entry_title');
      // Once to find the page and once to read its fields.
      expect(rowsRead(nodes)).toBeLessThanOrEqual(2 * 21);
    }
  });

  it('a page of one ward reads its rows along the index', async () => {
    const { nodes, answer } = await ask(PAGE, { sort: 'NEWEST', filter: { tenantCode: 'phuong-42' } });
    expect(answer.edges).toHaveLength(20);
    expect(scansOf(nodes).map((node) => node['Node Type'])).not.toContain('Seq Scan');
    expect(rowsRead(nodes)).toBeLessThan(ENTRIES / 20);
  });

  it.each(['NEWEST', 'RELEVANCE'] as const)('words without marks use the trigram index, in the order %s', async (sort) => {
    const { nodes, answer } = await ask(PAGE, { sort, filter: { search: 'dong ngac chuyen doi so 77' } });
    expect([answer.isApproximate, answer.edges.length > 0]).toEqual([false, true]);
    expect(usedBy(nodes)).toContain('register_entry_search');
    expect(scansOf(nodes).map((node) => node['Node Type'])).not.toContain('Seq Scan');
  });

  it('common words are found along the order, without reading everything', async () => {
    const { nodes, answer } = await ask(PAGE, { sort: 'NEWEST', filter: { search: 'giai phap' } });
    expect(answer.edges).toHaveLength(20);
    expect(rowsRead(nodes)).toBeLessThan(1_000);
  });

  it('misspelt words are guessed from the nearest titles, a hundred at most', async () => {
    const { nodes, answer } = await ask(PAGE, { sort: 'RELEVANCE', filter: { search: 'thu vienn doc sachh' } });
    expect(answer.isApproximate).toBe(true);
    expect(answer.edges[0]!.node.title.toLowerCase()).toContain('thư viện');
    expect(usedBy(nodes)).toContain('register_entry_near');
    expect(scansOf(nodes).map((node) => node['Node Type'])).not.toContain('Seq Scan');
    expect(Math.max(...scansOf(nodes).filter((node) => node['Index Name'] === 'register_entry_near').map((node) => node['Actual Rows']))).toBe(100);
  });

  it('counts and facets read an index and none of the texts', async () => {
    const { nodes, answer } = await ask(COUNTED, {});
    expect(answer.totalCount).toBe(ENTRIES);
    expect(usedBy(nodes)).toContain('register_entry_counts');
    const large = scansOf(nodes).filter((node) => node['Actual Rows'] > 1_000);
    // One scan or several, as the planner shares the work; none of them touches the rows.
    expect([...new Set(large.map((node) => node['Node Type']))]).toEqual(['Index Only Scan']);
  });

  it('the register in numbers reads the same index', async () => {
    const nodes = await plansDuring(app(), () => app().client().ask('{ registerStatistics { recognised authors benefit byYear { count } byField { count } } }'));
    expect(scansOf(nodes).map((node) => [node['Node Type'], node['Index Name']])).toEqual([['Index Only Scan', 'register_entry_counts']]);
  });

  it('an entry and its relatives are looked up, not looked for', async () => {
    const slug = 'sang-kien-50000';
    const entry = await plansDuring(app(), () => app().client().ask(`query ($slug: String!) { registerEntry(slug: $slug) { ${CARD} } }`, { slug }));
    expect(rowsRead(entry)).toBe(1);
    const related = await plansDuring(app(), () => app().client().ask(`query ($slug: String!) { relatedRegisterEntries(slug: $slug) { ${CARD} } }`, { slug }));
    expect(usedBy(related).sort()).toEqual(['register_entry_near_in_field', 'register_entry_slug_unique']);
    // The entry, itself again as the nearest, and those after it to the end of a group that is equally near: none of another field.
    expect(scansOf(related).flatMap((node) => node['Rows Removed by Filter'] ?? [])).toEqual([1]);
    expect(rowsRead(related)).toBeLessThan(50);
  });
});
