import { SYSTEM_ROLE } from '@kit/context';
import { sql } from '@kit/database';
import { allow, and, ANYONE, type Condition, definePolicy, SIGNED_IN } from '@kit/policy';
import { inOwnTenant, type TenantFacts } from '@domain/organisation';

export interface DecisionFacts extends TenantFacts {
  readonly state: string;
}

const isIssued: Condition<DecisionFacts> = {
  sentence: 'the decision is issued',
  test: (facts) => facts.state === 'ISSUED',
  sql: (alias) => sql`${sql.identifier(alias)}.state = 'ISSUED'`,
};

/** Before it is issued only those who prepare and sign a decision know of it. */
export const decisionPolicy = definePolicy<DecisionFacts>('RecognitionDecision', {
  'decision.read': [
    allow(['AUTHORITY_HEAD', 'COUNCIL_SECRETARY', SYSTEM_ROLE], inOwnTenant),
    allow(['CLERK', 'INTAKE_OFFICER', 'COUNCIL_MEMBER', 'COUNCIL_CHAIR', 'AUDITOR'], and(inOwnTenant, isIssued)),
  ],
  'decision.propose': [allow('COUNCIL_SECRETARY', inOwnTenant)],
  'decision.decide': [allow('AUTHORITY_HEAD', inOwnTenant)],
  'decision.issue': [allow('AUTHORITY_HEAD', inOwnTenant)],
});

/** The outcome on one's own initiative, once issued; others read it in the decision. */
export const recognitionItemPolicy = definePolicy<DecisionFacts>('RecognitionItem', {
  'recognitionItem.read': [
    allow(['AUTHORITY_HEAD', 'COUNCIL_SECRETARY'], inOwnTenant),
    allow(SIGNED_IN, and(inOwnTenant, isIssued)),
  ],
});

/** The register is for everybody. Its table has no column that is not. */
export const registerPolicy = definePolicy<object>('RegisterEntry', {
  'register.read': [allow(ANYONE)],
});
