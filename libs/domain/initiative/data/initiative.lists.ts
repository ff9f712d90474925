import { Injectable } from '@nestjs/common';
import { searchPatterns } from '@domain/organisation';
import type { Viewer } from '@kit/context';
import { Database, sql, type SqlStatement } from '@kit/database';
import type { Connection, PageArgs, Selection } from '@kit/graphql';
import { isId } from '@kit/ids';
import { FINISHED_STATES, type InitiativeState } from '../domain/terms.js';
import type { InitiativeListFilter } from '../model/closed-lists.js';
import type { Initiative } from '../model/initiative.types.js';
import type { IntakeFilter } from '../model/procedure.inputs.js';
import type { IntakeCounts } from '../model/procedure.types.js';
import { applicationPolicy } from '../policy/application.policy.js';
import { initiativePolicy } from '../policy/initiative.policy.js';
import { isAuthor } from '../policy/initiative.conditions.js';
import { initiativesWithWords } from './attached-words.js';
import { InitiativeReader } from './initiative.reader.js';

/** The saved views of the intake queue; counts and lists ask the same conditions. */
const INTAKE_VIEWS: Readonly<Record<keyof IntakeCounts, IntakeFilter>> = {
  waiting: { states: ['SUBMITTED'] },
  supplement: { states: ['SUPPLEMENT_REQUIRED'] },
  overdue: { isOverdue: true },
  accepted: { states: ['ACCEPTED', 'WAITING_APPLICATION'] },
};

/** A legal date has passed unanswered: of the formal check, the supplement, or the consideration. */
const IS_OVERDUE = sql`coalesce(case
  when i.state = 'SUBMITTED' then i.formal_check_due_on < vn_today()
  when i.state = 'SUPPLEMENT_REQUIRED' then i.supplement_due_on < vn_today()
  when i.state in ('ACCEPTED', 'WAITING_APPLICATION', 'UNDER_EVALUATION') then i.result_due_on < vn_today()
end, false)`;

/** The lists of initiatives, each for whoever it is meant for. */
@Injectable()
export class InitiativeLists {
  constructor(
    private readonly database: Database,
    private readonly reader: InitiativeReader,
  ) {}

  /** The viewer's own initiatives, newest first. */
  mine(viewer: Viewer, filter: InitiativeListFilter, page: PageArgs, selected: Selection): Promise<Connection<Initiative>> {
    const own = sql`i.tenant_id = ${viewer.tenantId} and ${isAuthor.sql!('i', viewer)} and ${stateFilter(filter)}`;
    return this.reader.page(viewer, own, 'NEWEST', page, selected);
  }

  /** The submitted dossiers of the ward for its officers, longest waiting first. */
  intake(viewer: Viewer, filter: IntakeFilter, page: PageArgs, selected: Selection): Promise<Connection<Initiative>> {
    return this.reader.page(viewer, intakeWhere(viewer, filter), 'LONGEST_WAITING', page, selected);
  }

  /** How many dossiers each saved view has. */
  async intakeCounts(viewer: Viewer): Promise<IntakeCounts> {
    const counts = Object.entries(INTAKE_VIEWS).map(([name, filter]) =>
      sql`count(*) filter (where ${filterSql(viewer, filter)})::int as ${sql.identifier(name)}`);
    const row = await this.database.row<IntakeCounts>(sql`
      select ${sql.join(counts)} from initiative i where ${initiativePolicy.where('initiative.triage', viewer, 'i')}`);
    return row ?? { waiting: 0, supplement: 0, overdue: 0, accepted: 0 };
  }

  /** Initiatives with an application that waits for the viewer's confirmation, longest waiting first. */
  toConfirm(viewer: Viewer, page: PageArgs, selected: Selection): Promise<Connection<Initiative>> {
    return this.reader.page(viewer, awaitsConfirmationOf(viewer), 'LONGEST_WAITING', page, selected);
  }
}

/** Over a row of `initiative` called `i`: a record of it waits for the viewer, who may confirm it. */
export function awaitsConfirmationOf(viewer: Viewer): SqlStatement {
  return sql`i.tenant_id = ${viewer.tenantId} and exists (select from application_record r where r.initiative_id = i.id and r.confirmed_at is null
    and ${applicationPolicy.where('application.confirm', viewer, 'r')})`;
}

function intakeWhere(viewer: Viewer, filter: IntakeFilter): SqlStatement {
  return sql`${initiativePolicy.where('initiative.triage', viewer, 'i')} and ${filterSql(viewer, filter)}`;
}

function filterSql(viewer: Viewer, { states, campaignId, unitId, search, isOverdue }: IntakeFilter): SqlStatement {
  const conditions = [sql`true`];
  if (states != null) conditions.push(sql`i.state = any (${states}::text[])`);
  if (campaignId != null) conditions.push(isId(campaignId) ? sql`i.campaign_id = ${campaignId}` : sql`false`);
  if (unitId != null) conditions.push(isId(unitId) ? sql`i.submitting_unit_id = ${unitId}` : sql`false`);
  if (search != null) conditions.push(hasWords(viewer, searchPatterns(search)));
  if (isOverdue != null) conditions.push(sql`${IS_OVERDUE} = ${isOverdue}`);
  return sql.join(conditions, ' and ');
}

/** All words stand in code or title, or all in one document that the viewer may read. */
function hasWords(viewer: Viewer, patterns: readonly string[]): SqlStatement {
  if (patterns.length === 0) return sql`true`;
  return sql`(i.search_norm like all (${patterns}::text[]) or i.id in (${initiativesWithWords(viewer, patterns)}))`;
}

function stateFilter(filter: InitiativeListFilter): SqlStatement {
  const draft: InitiativeState = 'DRAFT';
  switch (filter) {
    case 'ALL': return sql`true`;
    case 'DRAFTS': return sql`i.state = ${draft}`;
    case 'FINISHED': return sql`i.state = any (${FINISHED_STATES}::text[])`;
    case 'IN_PROGRESS': return sql`i.state <> all (${[draft, ...FINISHED_STATES]}::text[])`;
  }
}
