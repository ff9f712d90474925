import { SYSTEM_ROLE } from '@kit/context';
import { allow, and, definePolicy, SIGNED_IN } from '@kit/policy';
import {
  hasOpened, inOwnTenant, isAnnounced, isChair, isPreparer, isSeated, type SessionFacts,
} from './session.conditions.js';

const chairHere = and<SessionFacts>(inOwnTenant, isChair);

const presidesHere = and<SessionFacts>(inOwnTenant, isPreparer);

/** Reading a session tells its agenda and dates; what members gave is asked of the policy of the item. */
export const sessionPolicy = definePolicy<SessionFacts>('EvaluationSession', {
  'session.read': [
    allow(['COUNCIL_SECRETARY', 'AUTHORITY_HEAD'], inOwnTenant),
    allow(SIGNED_IN, presidesHere),
    allow(SIGNED_IN, and<SessionFacts>(inOwnTenant, isSeated, isAnnounced)),
  ],
  'session.create': [allow(['COUNCIL_SECRETARY', SYSTEM_ROLE], inOwnTenant)],
  // Agenda, invitation, opening and cancelling (domain 3.5). The secretary of a council holds the role by that office.
  'session.prepare': [allow('COUNCIL_SECRETARY', inOwnTenant)],
  // Who scores what. A chair can assign too: somebody must for the items on which the secretary is recused.
  'session.assign': [allow('COUNCIL_SECRETARY', inOwnTenant), allow(SIGNED_IN, presidesHere)],
  'session.decideConflicts': [allow(SIGNED_IN, chairHere), allow('AUTHORITY_HEAD', inOwnTenant)],
  // Warnings count recusals. Both chair and secretary get them, so that those about items of which one may not know reach the other.
  'session.readWarnings': [allow('COUNCIL_SECRETARY', inOwnTenant), allow(SIGNED_IN, presidesHere)],
  'session.readProgress': [
    allow('COUNCIL_SECRETARY', and<SessionFacts>(inOwnTenant, hasOpened)),
    allow(SIGNED_IN, and<SessionFacts>(inOwnTenant, isPreparer, hasOpened)),
  ],
  'session.closeScoring': [allow('COUNCIL_SECRETARY', inOwnTenant), allow(SIGNED_IN, presidesHere)],
  'session.lock': [allow(SIGNED_IN, chairHere)],
  'session.proposeDecision': [allow('COUNCIL_SECRETARY', inOwnTenant)],
});
