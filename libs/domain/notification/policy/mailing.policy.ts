import { inOwnTenant, type TenantFacts } from '@domain/organisation';
import type { Viewer } from '@kit/context';
import { sql } from '@kit/database';
import { allow, and, type Condition, definePolicy, or } from '@kit/policy';
import { kindsKnownTo } from '../domain/known-to.js';

/** What decides about one notice on its way out. */
export interface MailingFacts extends TenantFacts {
  readonly kind: string;
  /** Mail to many, which somebody approves or has decided on. */
  readonly needsApproval: boolean;
  /** Something of it could not be delivered. */
  readonly isInTrouble: boolean;
}

const knownKinds = ({ roles }: Viewer): readonly string[] => kindsKnownTo(roles.map(({ role }) => role));

/** Of accounts the administrator knows, of submitted dossiers, sessions and decisions the secretary. */
const isKnown: Condition<MailingFacts> = {
  sentence: "what it says is known to the viewer's office",
  test: ({ kind }, viewer) => knownKinds(viewer).includes(kind),
  sql: (alias, viewer) => sql`${sql.identifier(alias, 'kind')} = any (${knownKinds(viewer)}::text[])`,
};

const isMass: Condition<MailingFacts> = {
  sentence: 'it goes to many and waits or waited for approval',
  test: ({ needsApproval }) => needsApproval,
  sql: (alias) => sql`${sql.identifier(alias, 'needs_approval')}`,
};

const isInTrouble: Condition<MailingFacts> = {
  sentence: 'some of it could not be delivered',
  test: (facts) => facts.isInTrouble,
  sql: (alias) => sql`exists (select from delivery in_trouble where in_trouble.mailing_id = ${sql.identifier(alias, 'id')}
    and in_trouble.tenant_id = ${sql.identifier(alias, 'tenant_id')} and in_trouble.state in ('BOUNCED', 'FAILED'))`,
};

const OFFICES = ['TENANT_ADMIN', 'COUNCIL_SECRETARY'] as const;

/**
 * Who looks after the mail of a ward. Of notices that are not known to their office they learn no more than it takes to let
 * mail to many go and to mend addresses: that there is mail which needs them, and to whom.
 */
export const mailingPolicy = definePolicy<MailingFacts>('Mailing', {
  'mailing.read': [allow(OFFICES, and<MailingFacts>(inOwnTenant, or<MailingFacts>(isKnown, isMass, isInTrouble)))],
  /** Its kind, and everybody it goes to. */
  'mailing.readAll': [allow(OFFICES, and<MailingFacts>(inOwnTenant, or<MailingFacts>(isKnown, isMass)))],
  'mailing.readContent': [allow(OFFICES, and<MailingFacts>(inOwnTenant, isKnown))],
  'mailing.decide': [allow(OFFICES, and<MailingFacts>(inOwnTenant, isMass))],
  'mailing.retry': [allow(OFFICES, and<MailingFacts>(inOwnTenant, isInTrouble))],
});
