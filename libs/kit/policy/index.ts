export { and, not, or, type Condition } from './condition.js';
export { expectFacesAgree, type FacesExample } from './faces.js';
export { definePolicy, type PolicyOptions } from './define-policy.js';
export { allow, ANYONE, Policy, SIGNED_IN, type Grant, type Subject } from './policy.js';
export { policyOf, policyTable, type PolicyTableRow } from './registry.js';
