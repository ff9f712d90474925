import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import { urgencyOf } from './urgency.js';
import { WorkSources } from './work-source.js';
import type { WorkItem } from './work.types.js';

/** Nobody works off more lines than this; sources sum up queues. */
const MOST_ITEMS = 500;

interface WorkRow extends Omit<WorkItem, 'urgency'> {
  readonly isWaiting: boolean;
  readonly today: string;
}

@Injectable()
export class WorkRepository {
  constructor(
    private readonly database: Database,
    private readonly sources: WorkSources,
  ) {}

  /** Everything that waits for the viewer, the most pressing first, in one statement. */
  async list(viewer: Viewer): Promise<WorkItem[]> {
    const statements = this.sources.statementsFor(viewer);
    if (statements.length === 0) return [];
    const parts = statements.map((statement) => sql`(${statement})`);
    const rows = await this.database.rows<WorkRow>(sql`
      select id, kind, title, code, due_on as "dueOn", link, count, is_waiting as "isWaiting", vn_today() as today
      from (${sql.join(parts, ' union all ')}) as work (id, kind, title, code, due_on, link, count, is_waiting)
      order by is_waiting, due_on nulls last, title collate "vi-x-icu", id
      limit ${MOST_ITEMS}`);
    return rows.map(({ isWaiting, today, ...item }) => ({ ...item, urgency: urgencyOf({ dueOn: item.dueOn, isWaiting }, today) }));
  }
}
