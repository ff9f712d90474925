export { Job, type JobDefinition, type JobOptions } from './job.decorator.js';
export { JobCatalogue, type RegisteredJob } from './job-catalogue.js';
export { JobsModule } from './jobs.module.js';
export { migrateQueues, QUEUE_SCHEMA } from './queue-store.js';
