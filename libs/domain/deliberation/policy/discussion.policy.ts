import { hasNoOpenInterest, inOwnTenant, isNotRecused, isPreparer, isSeated, isUnderWay, ofSession } from '@domain/evaluation';
import { allow, and, type Condition, definePolicy, SIGNED_IN } from '@kit/policy';
import { type DiscussionFacts, hasNoSheetToHandIn, isOpenForDiscussion } from './discussion.conditions.js';

const member = (...conditions: readonly Condition<DiscussionFacts>[]) =>
  allow(SIGNED_IN, and<DiscussionFacts>(inOwnTenant, ofSession(isSeated), ofSession(isUnderWay), isNotRecused, hasNoOpenInterest, ...conditions));

/**
 * The members of a session speak among themselves: not with the head who will decide, not with administrators, and never
 * with anybody who is recused (INV-11), nor while it is not decided whether somebody is.
 */
export const discussionPolicy = definePolicy<DiscussionFacts>('Discussion', {
  // That there can be a discussion, and whether it is still hidden; nothing of what is in it.
  'discussion.see': [member()],
  'discussion.read': [member(hasNoSheetToHandIn)],
  'discussion.write': [member(hasNoSheetToHandIn, ofSession(isOpenForDiscussion))],
  'discussion.resolve': [member(hasNoSheetToHandIn, ofSession(isOpenForDiscussion), ofSession(isPreparer))],
});
