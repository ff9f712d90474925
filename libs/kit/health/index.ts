export { HealthModule } from './health.module.js';
export { Readiness, type CheckState, type HealthCheck, type ReadinessReport } from './readiness.js';
