import { allow, and, definePolicy, not, or, SIGNED_IN } from '@kit/policy';
import {
  appliedInHeadedUnit, fromHeadedUnit, inOwnTenant, type InitiativeFacts, isAuthor, isEditable, isLead, isSubmitted,
} from './initiative.conditions.js';

/** Who checks a dossier formally; each of them may be barred from a single one by being its author. */
const CHECKERS = ['INTAKE_OFFICER', 'COUNCIL_SECRETARY'] as const;
/** Who sees every submitted dossier of the ward. Administrators are not among them (domain 3.5). */
const OFFICERS = [...CHECKERS, 'AUTHORITY_HEAD'] as const;

const ownAsAuthor = and<InitiativeFacts>(inOwnTenant, isAuthor);
const ownAsLead = and<InitiativeFacts>(inOwnTenant, isLead);
const submittedHere = and<InitiativeFacts>(inOwnTenant, isSubmitted);

export const initiativePolicy = definePolicy<InitiativeFacts>('Initiative', {
  'initiative.create': [allow(SIGNED_IN, inOwnTenant)],
  'initiative.read': [
    allow(SIGNED_IN, ownAsAuthor),
    allow('UNIT_HEAD', and<InitiativeFacts>(inOwnTenant, isSubmitted, or<InitiativeFacts>(fromHeadedUnit, appliedInHeadedUnit))),
    allow(OFFICERS, submittedHere),
  ],
  // Council members read secrets only in the dossier of an agenda item, never here.
  'initiative.readSecret': [allow(SIGNED_IN, ownAsAuthor), allow(OFFICERS, submittedHere)],
  'initiative.readPersonalData': [allow(SIGNED_IN, ownAsAuthor), allow(OFFICERS, submittedHere)],
  'initiative.edit': [allow(SIGNED_IN, and<InitiativeFacts>(inOwnTenant, isAuthor, isEditable))],
  'initiative.lead': [allow(SIGNED_IN, ownAsLead)],
  'initiative.answerAuthorship': [allow(SIGNED_IN, ownAsAuthor)],
  'initiative.triage': [allow(OFFICERS, submittedHere)],
  'initiative.formalCheck': [allow(CHECKERS, and<InitiativeFacts>(inOwnTenant, isSubmitted, not(isAuthor)))],
});
