import { Global, Module } from '@nestjs/common';
import { JobsModule } from '@kit/jobs';
import { GraphqlMetrics } from './graphql-metrics.plugin.js';
import { Metrics } from './metrics.js';
import { MetricsServer } from './metrics-server.js';
import { StandardGauges } from './standard-gauges.js';

@Global()
@Module({ imports: [JobsModule], providers: [Metrics, MetricsServer, GraphqlMetrics, StandardGauges], exports: [Metrics, MetricsServer] })
export class MetricsModule {}
