import { Config } from '@kit/config';
import { MetricsServer } from '@kit/metrics';
import { createApp } from './create-app.js';
import { endOnSignals } from './shutdown.js';
import { stopServing } from './stop-serving.js';
import { requireDatabase, StartupError, startupErrorOf } from './startup.js';

/** Starts the API, or says in one sentence why it cannot and ends with exit code 1. */
async function main(): Promise<void> {
  const config = Config.fromEnv(process.env);
  await requireDatabase(config.databaseUrl);
  const app = await createApp({ config });
  endOnSignals(app, () => stopServing(app, config.shutdownGrace));
  await app.get(MetricsServer).listen();
  await app.listen(config.port, config.host);
}

main().catch((error: unknown) => {
  const reason = startupErrorOf(error);
  process.stderr.write(`${reason instanceof StartupError ? reason.message : String((error as Error)?.stack ?? error)}\n`);
  process.exit(1);
});
