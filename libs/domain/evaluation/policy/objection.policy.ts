import { sql } from '@kit/database';
import { allow, and, type Condition, definePolicy } from '@kit/policy';
import { inOwnTenant } from './session.conditions.js';

/** What decides about an objection: the initiative it is about. */
export interface ObjectionFacts {
  readonly tenantId: string;
  readonly authorIds: readonly string[];
}

const isNoAuthor: Condition<ObjectionFacts> = {
  sentence: 'the viewer is not an author of the initiative',
  test: (facts, viewer) => !facts.authorIds.includes(viewer.personId),
  sql: (alias, viewer) => sql`not exists (select from initiative_author writer
    where writer.initiative_id = ${sql.identifier(alias, 'id')} and writer.person_id = ${viewer.personId})`,
};

/** Authors object through an officer: whoever could object directly would learn from the answer who judges. */
export const objectionPolicy = definePolicy<ObjectionFacts>('Objection', {
  'objection.record': [allow(['INTAKE_OFFICER', 'COUNCIL_SECRETARY'], and<ObjectionFacts>(inOwnTenant, isNoAuthor))],
}, { read: 'objection.record' });
