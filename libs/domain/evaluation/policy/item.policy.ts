import { allow, and, type Condition, definePolicy, SIGNED_IN } from '@kit/policy';
import { hasNoOpenInterest, isAssigned, isNotRecused, type ItemFacts, ofSession } from './item.conditions.js';
import {
  hasOpened, inOwnTenant, isChair, isClosed, isLocked, isNotCancelled, isOpenForConflicts, isPreparer, isSeated, isUnderWay, isVotingMember,
} from './session.conditions.js';

/** Every grant of an item holds only inside the own ward and for whoever is not recused. */
const unbarred = (...conditions: readonly Condition<ItemFacts>[]): Condition<ItemFacts> =>
  and<ItemFacts>(inOwnTenant, ...conditions, isNotRecused);

/** INV-11 and INV-18. Administrators are not among anybody here (domain 3.5). */
export const itemPolicy = definePolicy<ItemFacts>('AgendaItem', {
  'item.read': [
    allow(['COUNCIL_SECRETARY', 'AUTHORITY_HEAD'], unbarred()),
    allow(SIGNED_IN, unbarred(ofSession(isPreparer), ofSession(isNotCancelled))),
    allow(SIGNED_IN, unbarred(ofSession(isSeated), ofSession(isUnderWay))),
  ],
  // Sheets with names, and what they add up to. Until scoring closes these are for nobody at all.
  'item.readResult': [
    allow('COUNCIL_SECRETARY', unbarred(ofSession(isClosed))),
    allow(SIGNED_IN, unbarred(ofSession(isSeated), ofSession(isClosed))),
    allow('AUTHORITY_HEAD', unbarred(ofSession(isLocked))),
  ],
  'item.readProgress': [
    allow('COUNCIL_SECRETARY', unbarred(ofSession(hasOpened))),
    allow(SIGNED_IN, unbarred(ofSession(isPreparer), ofSession(hasOpened))),
  ],
  'item.readConflicts': [
    allow('COUNCIL_SECRETARY', unbarred()), allow(SIGNED_IN, unbarred(ofSession(isPreparer), ofSession(isNotCancelled))),
  ],
  // Who decides is narrower still: `mayDecideConflict`. Whoever has an open interest themself decides about nobody.
  'item.decideConflicts': [
    allow(SIGNED_IN, unbarred(ofSession(isChair), hasNoOpenInterest)), allow('AUTHORITY_HEAD', unbarred(hasNoOpenInterest)),
  ],
  'item.readPresider': [
    allow(['COUNCIL_SECRETARY', 'AUTHORITY_HEAD'], unbarred()), allow(SIGNED_IN, unbarred(ofSession(isPreparer), ofSession(isNotCancelled))),
  ],
  'item.choosePresider': [allow('AUTHORITY_HEAD', unbarred(hasNoOpenInterest))],
  // Who is assigned is told to nobody else, the assigned member apart: who judges whom is not to be found out.
  'item.readAssignment': [
    allow('COUNCIL_SECRETARY', unbarred()), allow(SIGNED_IN, unbarred(ofSession(isPreparer), ofSession(isNotCancelled))),
  ],
  'item.score': [allow(SIGNED_IN, unbarred(ofSession(isVotingMember), ofSession(isUnderWay), hasNoOpenInterest, isAssigned))],
  'item.declareConflict': [allow(SIGNED_IN, unbarred(ofSession(isSeated), ofSession(isOpenForConflicts)))],
});
