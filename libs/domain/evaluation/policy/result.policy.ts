import { sql } from '@kit/database';
import { allow, and, type Condition, definePolicy, SIGNED_IN } from '@kit/policy';
import { isNotRecused, type ItemFacts, ofSession } from './item.conditions.js';
import { inOwnTenant, isLocked, isSeated } from './session.conditions.js';

/** What decides about a result as it is shown with its initiative. */
export interface ResultFacts extends ItemFacts {
  /** Whether the decision about the initiative has been issued. */
  readonly isDecided: boolean;
}

const DECIDED = ['RECOGNISED', 'REFUSED', 'CANCELLED'] as const;

const isDecided: Condition<ResultFacts> = {
  sentence: 'the decision about the initiative has been issued',
  test: (facts) => facts.isDecided,
  sql: (alias) => sql`exists (select from initiative decided
    where decided.id = ${sql.identifier(alias, 'initiative_id')} and decided.state = any (${DECIDED}::text[]))`,
};

const beforeDecision = and<ResultFacts>(inOwnTenant, ofSession(isLocked), isNotRecused);

/**
 * The council's result beside its initiative. Until the decision is issued it is for those who prepare the decision and
 * for the council, and for no author whatever their office; afterwards for everybody who reads the initiative.
 */
export const resultPolicy = definePolicy<ResultFacts>('ItemResult', {
  'result.read': [
    allow(['INTAKE_OFFICER', 'COUNCIL_SECRETARY', 'AUTHORITY_HEAD', 'CLERK'], beforeDecision),
    allow(SIGNED_IN, and<ResultFacts>(beforeDecision, ofSession(isSeated))),
    allow(SIGNED_IN, and<ResultFacts>(inOwnTenant, ofSession(isLocked), isDecided)),
  ],
});
