import { Injectable } from '@nestjs/common';
import { RegulationFacade } from '@domain/regulation';
import { currentContext, type Viewer } from '@kit/context';
import { Database, sql, type SqlStatement } from '@kit/database';
import { notFound } from '@kit/errors';
import { type Connection, decodeCursor, encodeCursor, type PageArgs, pageOf, type Selection } from '@kit/graphql';
import { isId } from '@kit/ids';
import type { FilingRules } from '../domain/completeness.js';
import type { Initiative } from '../model/initiative.types.js';
import { initiativePolicy } from '../policy/initiative.policy.js';
import { WithdrawalVetoes } from '../withdrawal-vetoes.js';
import { initiativeColumns } from './initiative.columns.js';
import { type InitiativeRow, initiativeView } from './initiative.view.js';

/** In which order a list comes: newest first, or longest waiting first. */
export type InitiativeOrder = 'NEWEST' | 'LONGEST_WAITING';

/** Answers with complete initiatives: one statement for what was asked, whether one, a page, or none. */
@Injectable()
export class InitiativeReader {
  constructor(
    private readonly database: Database,
    private readonly regulations: RegulationFacade,
    private readonly vetoes: WithdrawalVetoes,
  ) {}

  /** @throws NOT_FOUND alike for what does not exist and what the viewer may not read */
  get(viewer: Viewer, id: string, selected: Selection): Promise<Initiative> {
    if (!isId(id)) throw notFound();
    return this.#one(viewer, sql`i.id = ${id}`, selected);
  }

  /** @throws NOT_FOUND alike for what does not exist and what the viewer may not read */
  getByCode(viewer: Viewer, code: string, selected: Selection): Promise<Initiative> {
    return this.#one(viewer, sql`i.tenant_id = ${viewer.tenantId} and i.code = ${code}`, selected);
  }

  /**
   * A page of the initiatives that a condition holds for.
   * @param where over a row of `initiative` called `i`; must contain the policy, for nothing is added to it
   */
  async page(viewer: Viewer, where: SqlStatement, order: InitiativeOrder, page: PageArgs, selected: Selection): Promise<Connection<Initiative>> {
    const { after, sorted, key } = ORDERS[order];
    const beyond = page.after == null ? sql`true` : after(page.after);
    const rows = await this.database.rows<InitiativeRow & { sortAt: string | null }>(sql`
      select ${initiativeColumns(viewer, selected)}, to_json(i.submitted_at) #>> '{}' as "sortAt" from initiative i
      where ${where} and ${beyond} order by ${sorted} limit ${page.first + 1}`);
    const cursors = new Map(rows.map((row) => [row.id, encodeCursor(key(row))]));
    const views = await this.#views(viewer, rows);
    return pageOf(views, page.first, (view) => cursors.get(view.id) ?? '');
  }

  async #one(viewer: Viewer, where: SqlStatement, selected: Selection): Promise<Initiative> {
    const rows = await this.database.rows<InitiativeRow>(sql`
      select ${initiativeColumns(viewer, selected)} from initiative i
      where ${where} and ${initiativePolicy.where('initiative.read', viewer, 'i')}`);
    const [view] = await this.#views(viewer, rows);
    if (view === undefined) throw notFound();
    return view;
  }

  async #views(viewer: Viewer, rows: readonly InitiativeRow[]): Promise<Initiative[]> {
    const underEvaluation = rows.filter((row) => row.actions !== undefined && row.state === 'UNDER_EVALUATION').map((row) => row.id);
    const vetoes = await this.vetoes.of(underEvaluation);
    const filingRules = await this.#filingRules(viewer, rows);
    const { locale } = currentContext();
    return rows.map((row) => initiativeView(row, { viewer, locale, filingRules, vetoes }));
  }

  /** Rules are asked for only where faults are; a page of drafts belongs to one or two campaigns. */
  async #filingRules(viewer: Viewer, rows: readonly InitiativeRow[]): Promise<ReadonlyMap<string, FilingRules>> {
    const ids = new Set(rows.flatMap((row) => (row.faults === undefined ? [] : [row.faults.regulationId])));
    const found = new Map<string, FilingRules>();
    for (const id of ids) found.set(id, await this.regulations.filingRules(viewer.tenantId, id));
    return found;
  }
}

interface OrderSql {
  readonly sorted: SqlStatement;
  readonly after: (cursor: string) => SqlStatement;
  readonly key: (row: { readonly id: string; readonly sortAt: string | null }) => (string | null)[];
}

const ORDERS: Readonly<Record<InitiativeOrder, OrderSql>> = {
  NEWEST: {
    sorted: sql`i.id desc`,
    after: (cursor) => sql`i.id < ${decodeCursor(cursor, ['id'])[0]}`,
    key: ({ id }) => [id],
  },
  LONGEST_WAITING: {
    sorted: sql`i.submitted_at, i.id`,
    after: (cursor) => {
      const [submittedAt, id] = decodeCursor(cursor, ['instant', 'id']);
      return sql`(i.submitted_at, i.id) > (${submittedAt}::timestamptz, ${id}::uuid)`;
    },
    key: ({ id, sortAt }) => [sortAt, id],
  },
};
