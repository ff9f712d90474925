import { AuditModule } from '@domain/audit';
import { CampaignModule } from '@domain/campaign';
import { DeliberationModule } from '@domain/deliberation';
import { EvaluationModule } from '@domain/evaluation';
import { FileModule } from '@domain/file';
import { IdentityModule } from '@domain/identity';
import { InitiativeModule } from '@domain/initiative';
import { NotificationModule } from '@domain/notification';
import { OperationsModule } from '@domain/operations';
import { OrganisationModule } from '@domain/organisation';
import { RecognitionModule } from '@domain/recognition';
import { RegulationModule } from '@domain/regulation';
import { WorkModule } from '@domain/work';
import type { DynamicModule, Type } from '@nestjs/common';

/** A feature of the product, as its `index.ts` exports it. */
export type Feature = Type<unknown> | DynamicModule;

/** Every feature, in the order in which they may depend on each other. */
export const features: readonly Feature[] = [
  OrganisationModule,
  IdentityModule,
  WorkModule,
  FileModule,
  RegulationModule,
  CampaignModule,
  InitiativeModule,
  EvaluationModule,
  DeliberationModule,
  RecognitionModule,
  OperationsModule,
  AuditModule,
  NotificationModule,
];
