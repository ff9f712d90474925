export { and, not, or, type Condition } from './condition.js';
export { expectFacesAgree, type FacesExample } from './faces.js';
export { allow, ANYONE, definePolicy, Policy, SIGNED_IN, type Grant, type PolicyOptions, type Subject } from './policy.js';
export { policyOf, policyTable, type PolicyTableRow } from './registry.js';
