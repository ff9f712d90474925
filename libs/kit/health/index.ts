export { statusCodeOf } from './health.controller.js';
export { HealthModule } from './health.module.js';
export { reach } from './reach.js';
export { Readiness, type CheckOptions, type CheckState, type HealthCheck, type ReadinessReport, type ServiceState } from './readiness.js';
