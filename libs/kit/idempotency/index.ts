export { Idempotency, idempotencyKeyReused, IdempotencyModule } from './idempotency.js';
