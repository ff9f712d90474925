import { allow, and, definePolicy, SIGNED_IN } from '@kit/policy';
import { inOwnTenant, isChair, isClosed, isLocked, isSeated, type SessionFacts } from './session.conditions.js';

/**
 * The fairness report of a session: whoever reads its results reads it, over the items they may read and no others. Its
 * members have no names, save for who presides and, in their own row, for themselves.
 */
export const fairnessPolicy = definePolicy<SessionFacts>('SessionFairness', {
  'fairness.read': [
    allow('COUNCIL_SECRETARY', and<SessionFacts>(inOwnTenant, isClosed)),
    allow(SIGNED_IN, and<SessionFacts>(inOwnTenant, isSeated, isClosed)),
    allow('AUTHORITY_HEAD', and<SessionFacts>(inOwnTenant, isLocked)),
  ],
  'fairness.readNames': [allow(SIGNED_IN, and<SessionFacts>(inOwnTenant, isChair, isClosed))],
});
