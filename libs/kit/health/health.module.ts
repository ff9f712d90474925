import { Global, Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { Readiness } from './readiness.js';
import { StandardChecks } from './standard-checks.js';

@Global()
@Module({ controllers: [HealthController], providers: [Readiness, StandardChecks], exports: [Readiness] })
export class HealthModule {}
