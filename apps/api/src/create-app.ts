import { Config } from '@kit/config';
import { newId } from '@kit/ids';
import { LIMITS } from '@kit/graphql';
import { logRequests, useProductLogger } from '@kit/logging';
import { measureRequests } from '@kit/metrics';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { type Feature, features as allFeatures } from './features.js';
import { installHttp } from './http.js';
import { closeConnectionsWhenStopping } from './stop-serving.js';

export interface AppOptions {
  /** Default: read from the environment. */
  readonly config?: Config;
  /** Default: every feature of the product. */
  readonly features?: readonly Feature[];
}

/**
 * The API, ready to listen. Tests use it as the process does: `app.listen(0)` takes a free port,
 * `app.inject({ … })` needs none.
 */
export async function createApp(options: AppOptions = {}): Promise<NestFastifyApplication> {
  const config = options.config ?? Config.fromEnv(process.env);
  const adapter = new FastifyAdapter({
    trustProxy: config.trustProxy ?? false,
    bodyLimit: LIMITS.bodyBytes,
    genReqId: () => newId(),
    // As long as an upload may take over a slow line; every other body has seconds (installBodyParsers).
    requestTimeout: 15 * 60_000,
    // The signed links of the file doors carry their facts in one part of the path.
    routerOptions: { maxParamLength: 1_000 },
    // A browser keeps connections open; waiting for them would hold up every shutdown.
    forceCloseConnections: 'idle',
    // Whoever got through before the door closed is served, and not told to come back.
    return503OnClosing: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, options.features ?? allFeatures),
    adapter,
    {
      bodyParser: false,
      abortOnError: false,
      bufferLogs: true,
      logger: config.logLevel === 'silent' ? false : undefined,
    },
  );
  if (config.logLevel !== 'silent') {
    useProductLogger(app);
    logRequests(app);
  }
  measureRequests(app);
  closeConnectionsWhenStopping(app);
  await installHttp(app, config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
