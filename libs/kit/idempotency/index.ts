export { Idempotency, idempotencyKeyReused, KEY_LENGTH } from './idempotency.js';
export { IdempotencyModule } from './idempotency.module.js';
