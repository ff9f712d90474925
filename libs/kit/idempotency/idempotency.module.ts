import { Module } from '@nestjs/common';
import { Idempotency } from './idempotency.js';

/** For features with acts that must not happen twice. */
@Module({ providers: [Idempotency], exports: [Idempotency] })
export class IdempotencyModule {}
