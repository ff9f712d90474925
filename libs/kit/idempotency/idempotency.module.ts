import { Global, Module } from '@nestjs/common';
import { Idempotency } from './idempotency.js';

/** For features with acts that must not happen twice. */
@Global()
@Module({ providers: [Idempotency], exports: [Idempotency] })
export class IdempotencyModule {}
