import type { Viewer } from '@kit/context';
import { sql, type SqlStatement } from '@kit/database';
import type { Condition } from '@kit/policy';
import { EDITABLE_STATES, type InitiativeState } from '../domain/terms.js';

/** What decides about one initiative. Every object that answers as `Initiative` carries these. */
export interface InitiativeFacts {
  readonly tenantId: string;
  readonly state: InitiativeState;
  /** `null` until the first submission; a draft withdrawn before it was never seen by anybody but its authors. */
  readonly submittedAt: Date | string | null;
  readonly submittingUnitId: string | null;
  /** Everybody named as author, confirmed or not. */
  readonly authorIds: readonly string[];
  readonly leadId: string | null;
  /** Units in which an application is recorded. */
  readonly recordUnitIds: readonly string[];
}

const column = (alias: string, name: string): SqlStatement => sql.identifier(alias, name);

/** Units the viewer heads. A holding without a unit heads none: heads of units always head something. */
export function headedUnits(viewer: Viewer): string[] {
  return viewer.roles.flatMap(({ role, unitId }) => (role === 'UNIT_HEAD' && unitId !== null ? [unitId] : []));
}

export const inOwnTenant: Condition<Pick<InitiativeFacts, 'tenantId'>> = {
  sentence: "it belongs to the viewer's own ward",
  test: (facts, viewer) => facts.tenantId === viewer.tenantId,
  sql: (alias, viewer) => sql`${column(alias, 'tenant_id')} = ${viewer.tenantId}`,
};

export const isAuthor: Condition<InitiativeFacts> = {
  sentence: 'the viewer is one of its authors',
  test: (facts, viewer) => facts.authorIds.includes(viewer.personId),
  sql: (alias, viewer) => sql`exists (select from initiative_author own
    where own.initiative_id = ${column(alias, 'id')} and own.person_id = ${viewer.personId})`,
};

export const isLead: Condition<InitiativeFacts> = {
  sentence: 'the viewer is its lead author',
  test: (facts, viewer) => facts.leadId === viewer.personId,
  sql: (alias, viewer) => sql`exists (select from initiative_author own
    where own.initiative_id = ${column(alias, 'id')} and own.person_id = ${viewer.personId} and own.role = 'LEAD')`,
};

export const isSubmitted: Condition<InitiativeFacts> = {
  sentence: 'it was submitted',
  test: (facts) => facts.submittedAt !== null,
  sql: (alias) => sql`${column(alias, 'submitted_at')} is not null`,
};

export const isEditable: Condition<InitiativeFacts> = {
  sentence: 'it is a draft or waits for a supplement',
  test: (facts) => EDITABLE_STATES.includes(facts.state),
  sql: (alias) => sql`${column(alias, 'state')} = any (${EDITABLE_STATES}::text[])`,
};

export const fromHeadedUnit: Condition<InitiativeFacts> = {
  sentence: 'the viewer heads the submitting unit',
  test: (facts, viewer) => facts.submittingUnitId !== null && headedUnits(viewer).includes(facts.submittingUnitId),
  sql: (alias, viewer) => sql`coalesce(${column(alias, 'submitting_unit_id')} = any (${headedUnits(viewer)}::uuid[]), false)`,
};

export const appliedInHeadedUnit: Condition<InitiativeFacts> = {
  sentence: 'it names an application in a unit the viewer heads',
  test: (facts, viewer) => facts.recordUnitIds.some((unitId) => headedUnits(viewer).includes(unitId)),
  sql: (alias, viewer) => sql`exists (select from application_record applied
    where applied.initiative_id = ${column(alias, 'id')} and applied.unit_id = any (${headedUnits(viewer)}::uuid[]))`,
};
