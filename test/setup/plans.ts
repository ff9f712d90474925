import pg from 'pg';
import type { TestApp } from './app.js';

/** A node of a plan as `EXPLAIN (ANALYZE, FORMAT JSON)` writes it. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** How PostgreSQL carries out the statements that the app sends while `work` runs: all nodes of all their plans. */
export async function plansDuring(app: TestApp, work: () => Promise<unknown>): Promise<PlanNode[]> {
  const sent = await queriesDuring(work);
  const client = new pg.Client({ connectionString: app.databaseUrls.appUrl, options: '-c pg_trgm.word_similarity_threshold=0.4' });
  await client.connect();
  try {
    const plans: PlanNode[] = [];
    for (const { text, values } of sent) {
      const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`explain (analyze, format json) ${text}`, [...values]);
      plans.push(...nodesOf(rows[0]!['QUERY PLAN'][0]!.Plan));
    }
    return plans;
  } finally {
    await client.end();
  }
}

interface Query {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The queries that pg sends meanwhile, with their values. Looks on; changes nothing. */
async function queriesDuring(work: () => Promise<unknown>): Promise<Query[]> {
  const sent: Query[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function look(this: pg.Client, ...args: [Query]) {
    const [first] = args;
    if (Array.isArray(first.values)) sent.push(first);
    return Reflect.apply(query, this, args);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return sent;
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
