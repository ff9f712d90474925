import { Config } from '@kit/config';
import { useProductLogger } from '@kit/logging';
import { MetricsServer } from '@kit/metrics';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../api/src/app.module.js';
import { features } from '../../api/src/features.js';
import { endOnSignals } from '../../api/src/shutdown.js';
import { requireDatabase, StartupError, startupErrorOf } from '../../api/src/startup.js';

/**
 * Works off the jobs and schedules of the product without serving anybody. Any number of these may run, beside API
 * processes with `JOBS=off` or `JOBS=inline`: each event is carried, and each tick run, by one of them.
 */
async function main(): Promise<void> {
  const config = Config.fromEnv({ ...process.env, JOBS: 'inline' });
  await requireDatabase(config.databaseUrl);
  const isSilent = config.logLevel === 'silent';
  const app = await NestFactory.createApplicationContext(AppModule.with(config, features), {
    abortOnError: false, bufferLogs: true, logger: isSilent ? false : undefined,
  });
  if (!isSilent) useProductLogger(app);
  endOnSignals(app);
  await app.get(MetricsServer).listen();
  new Logger('Worker').log('The worker is ready.');
}

main().catch((error: unknown) => {
  const reason = startupErrorOf(error);
  process.stderr.write(`${reason instanceof StartupError ? reason.message : String((error as Error)?.stack ?? error)}\n`);
  process.exit(1);
});
