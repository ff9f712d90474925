import { sql } from '@kit/database';
import { allow, and, type Condition, definePolicy } from '@kit/policy';
import { CONFIRMABLE_STATES, type InitiativeState } from '../domain/terms.js';
import { headedUnits, inOwnTenant } from './initiative.conditions.js';

/** What decides about the confirmation of one application record. */
export interface ApplicationFacts {
  readonly tenantId: string;
  /** The unit that applied the solution; `null` for a place outside the ward's units, which nobody can confirm. */
  readonly unitId: string | null;
  /** State of the initiative. */
  readonly state: InitiativeState;
  readonly authorIds: readonly string[];
}

const inHeadedUnit: Condition<ApplicationFacts> = {
  sentence: 'the viewer heads the unit that applied it',
  test: (facts, viewer) => facts.unitId !== null && headedUnits(viewer).includes(facts.unitId),
  sql: (alias, viewer) => sql`coalesce(${sql.identifier(alias, 'unit_id')} = any (${headedUnits(viewer)}::uuid[]), false)`,
};

const isNotAuthor: Condition<ApplicationFacts> = {
  sentence: 'the viewer is not one of the authors',
  test: (facts, viewer) => !facts.authorIds.includes(viewer.personId),
  sql: (alias, viewer) => sql`not exists (select from initiative_author own
    where own.initiative_id = ${sql.identifier(alias, 'initiative_id')} and own.person_id = ${viewer.personId})`,
};

const isPending: Condition<ApplicationFacts> = {
  sentence: 'the initiative is submitted and not yet decided',
  test: (facts) => CONFIRMABLE_STATES.includes(facts.state),
  sql: (alias) => sql`exists (select from initiative of_record
    where of_record.id = ${sql.identifier(alias, 'initiative_id')} and of_record.state = any (${CONFIRMABLE_STATES}::text[]))`,
};

/** Nobody confirms an application of their own solution, whatever unit they head. */
export const applicationPolicy = definePolicy<ApplicationFacts>('ApplicationRecord', {
  'application.confirm': [allow('UNIT_HEAD', and<ApplicationFacts>(inOwnTenant, inHeadedUnit, isNotAuthor, isPending))],
});
