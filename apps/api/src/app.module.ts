import { Config, ConfigModule } from '@kit/config';
import { DatabaseModule } from '@kit/database';
import { EventsModule } from '@kit/events';
import { FilesModule } from '@kit/files';
import { GraphqlModule } from '@kit/graphql';
import { HealthModule } from '@kit/health';
import { JobsModule } from '@kit/jobs';
import { LiveModule } from '@kit/live';
import { LoggingModule } from '@kit/logging';
import { MaintenanceModule } from '@kit/maintenance';
import { MetricsModule } from '@kit/metrics';
import { type DynamicModule, Module } from '@nestjs/common';
import type { Feature } from './features.js';
import { QueueHealth } from './queue-health.js';

/** Puts the process together: the technical rooms and the features. */
@Module({})
export class AppModule {
  static with(config: Config, features: readonly Feature[]): DynamicModule {
    return {
      module: AppModule,
      imports: [
        { module: ConfigModule, providers: [{ provide: Config, useValue: config }] },
        LoggingModule.forRoot(),
        DatabaseModule,
        EventsModule,
        FilesModule,
        JobsModule,
        LiveModule,
        GraphqlModule,
        HealthModule,
        MaintenanceModule,
        MetricsModule,
        ...features,
      ],
      providers: [QueueHealth],
    };
  }
}
