import { setTimeout as delay } from 'node:timers/promises';
import { Readiness } from '@kit/health';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Milliseconds that requests under way have to end; an upload that is cut goes on at the next process. */
const PATIENCE = 25_000;

/**
 * Takes the process out of service so that nobody notices: first it says that it is not ready and serves on, until the
 * proxy has noticed; then it takes no connection and answers whoever is connected already. Only after that may its parts
 * be closed, GraphQL first, which would refuse every later request.
 * @param graceSeconds how long the proxy needs
 */
export async function stopServing(app: NestFastifyApplication, graceSeconds: number): Promise<void> {
  app.get(Readiness).beginStopping();
  await delay(graceSeconds * 1_000);
  const fastify = app.getHttpAdapter().getInstance();
  const patience = new AbortController();
  const isLate = await Promise.race([
    fastify.close().then(() => false),
    delay(PATIENCE, true, { signal: patience.signal }).catch(() => false),
  ]);
  patience.abort();
  if (!isLate) return;
  new Logger('Http').warn('Requests were still running at the end; they were cut.');
  fastify.server.closeAllConnections();
}

/** From the moment the process stops, every answer ends its connection: the client opens the next one elsewhere. */
export function closeConnectionsWhenStopping(app: NestFastifyApplication): void {
  const readiness = app.get(Readiness);
  app.getHttpAdapter().getInstance().addHook('onSend', (_request, reply, payload, done) => {
    if (readiness.isStopping) void reply.header('connection', 'close');
    done(null, payload);
  });
}
