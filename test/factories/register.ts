import { newId } from '@kit/ids';
import pg from 'pg';
import type { TestApp } from '../setup/app.js';
import type { Exceptions } from '../setup/whole-database.js';
import { next } from './organisation.js';

/** What entries that {@link publish} writes break. */
export const ENTRIES_ALONE: Exceptions = {
  'references-exist': 'entries are written without the procedure behind them', 'register-exact': 'entries are written without the procedure behind them',
};

/** An entry of the register as tests write it; everything has a default. */
export interface EntryParts {
  readonly title?: string;
  readonly summary?: string;
  readonly code?: string;
  readonly fieldId?: string;
  readonly fieldCode?: string;
  readonly fieldName?: string;
  readonly unitId?: string;
  readonly unitName?: string;
  readonly year?: number;
  readonly effectiveness?: 'RECOGNISED' | 'NOT_RECOGNISED';
  readonly status?: 'VALID' | 'REVOKED';
  /** VND; null when it cannot be counted. */
  readonly benefit?: number | null;
  readonly authors?: readonly { readonly fullName: string; readonly shareBp: number }[];
  /** ISO instant; default: one second after the entry before. */
  readonly publishedAt?: string;
}

const FIRST_INSTANT = Date.parse('2026-01-05T01:00:00Z');

/**
 * Entries without the procedure behind them, for tests of the register alone: written by the superuser with triggers and foreign
 * keys off. Answers their slugs in the order given.
 */
export async function publish(app: TestApp, tenantId: string, entries: readonly EntryParts[]): Promise<string[]> {
  const rows = entries.map((entry) => {
    const n = next();
    return {
      id: newId(), slug: `muc-${n}`, code: entry.code ?? `SK-2026-${String(n).padStart(4, '0')}`, title: entry.title ?? `Sáng kiến ${n}`,
      summary: entry.summary ?? 'Tóm tắt.', field_id: entry.fieldId ?? newId(), field_code: entry.fieldCode ?? 'GD', field_name: entry.fieldName ?? 'Giáo dục',
      unit_id: entry.unitId ?? newId(), unit_name: entry.unitName ?? 'Văn phòng', year: entry.year ?? 2026, effectiveness: entry.effectiveness ?? 'RECOGNISED',
      status: entry.status ?? 'VALID', published_at: entry.publishedAt ?? new Date(FIRST_INSTANT + n * 1_000).toISOString(),
      authors: entry.authors ?? [{ fullName: 'Nguyễn Văn An', shareBp: 10_000 }],
      applications: [{
        place: 'Bộ phận Một cửa', from: '2025-03-01', to: null, status: 'APPLIED', benefitAmount: entry.benefit ?? null,
        measures: [{ name: 'Thời gian chờ', unit: 'phút', before: '30', after: '12.5' }],
      }],
    };
  });
  await asSuperuser(app, (client) => client.query(`
    insert into register_entry (id, tenant_id, initiative_id, item_id, slug, code, title, summary, problem, solution, novelty, conditions, benefit,
      kind, field_id, field_code, field_name, unit_id, unit_name, authors, applications, year, level, effectiveness, decision_number, decision_date,
      status, published_at)
    select r.id, $1, uuidv7(), uuidv7(), r.slug, r.code, r.title, r.summary, 'Thực trạng.', 'Giải pháp.', 'Điểm mới.', 'Điều kiện.', 'Lợi ích.',
      'MANAGEMENT', r.field_id, r.field_code, r.field_name, r.unit_id, r.unit_name, r.authors, r.applications, r.year, 'BASE', r.effectiveness,
      '05/QĐ-UBND', '2026-01-05', r.status, r.published_at
    from jsonb_to_recordset($2) as r (id uuid, slug text, code text, title text, summary text, field_id uuid, field_code text, field_name text,
      unit_id uuid, unit_name text, authors jsonb, applications jsonb, year int, effectiveness text, status text, published_at timestamptz)`,
  [tenantId, JSON.stringify(rows)]));
  return rows.map(({ slug }) => slug);
}

/** Statements past triggers and foreign keys. */
export async function asSuperuser<T>(app: TestApp, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const url = new URL(process.env['KHOI_TEST_PG_URL'] ?? '');
  url.pathname = new URL(app.databaseUrls.ownerUrl).pathname;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    return await work(client);
  } finally {
    await client.end();
  }
}

export const LIST = `query ($filter: RegisterFilter, $sort: RegisterSort! = NEWEST, $first: Int! = 20, $after: String) {
  register(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount isApproximate edges { node { title } cursor } pageInfo { hasNextPage endCursor }
    facets { fields { value label count } years { value label count } units { value label count } tenants { value label count } } } }`;

export interface Facet {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** A page of the register as visitors get it. */
export interface Register {
  readonly totalCount: number;
  readonly isApproximate: boolean;
  readonly edges: readonly { readonly node: { readonly title: string }; readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly facets: Readonly<Record<'fields' | 'years' | 'units' | 'tenants', readonly Facet[]>>;
}

/** Asks as a visitor. */
export async function readRegister(app: TestApp, variables: object = {}): Promise<Register> {
  return (await app.client().ask<{ register: Register }>(LIST, { ...variables })).register;
}

export const titlesOf = ({ edges }: Register): string[] => edges.map(({ node }) => node.title);
