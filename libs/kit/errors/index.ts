export { DomainError, type ErrorDetails, type ErrorKind, type ErrorPath } from './domain-error.js';
export { defineError, errorCatalogue, errorFactoryOf, type ErrorDefinition, type ErrorFactory } from './catalogue.js';
export {
  forbidden, invalidInput, invalidText, limitExceeded, notFound, outcomeUnknown, revisionConflict, unauthenticated, unavailable,
  type NoDetails,
} from './general-errors.js';
export { faultOf, ValidationFailed, type Fault } from './validation-failed.js';
export { InternalError, internalError } from './internal-error.js';
