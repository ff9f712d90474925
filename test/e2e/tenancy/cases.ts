import { deliberationCases } from './deliberation.cases.js';
import { groundCases, initiativeCases } from './dossiers.cases.js';
import { identityCases } from './identity.cases.js';
import { evaluationCases, recognitionCases } from './judgement.cases.js';
import { listenerCases } from './listeners.cases.js';
import { organisationCases } from './organisation.cases.js';
import type { TenancyCases } from './tenancy-cases.js';

/** Every feature, in the order in which they may use each other's objects. */
export const tenancyCases: readonly TenancyCases[] = [
  organisationCases, identityCases, groundCases, initiativeCases, evaluationCases, deliberationCases, recognitionCases, listenerCases,
];
