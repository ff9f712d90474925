import { type INestApplicationContext, Logger as NestLogger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';

/** Sends everything that Nest's own `Logger` is told through the product's logger. */
export function useProductLogger(app: INestApplicationContext): void {
  app.useLogger(app.get(Logger));
}

/**
 * Writes a line for every answer: id, method, route, status and duration. The route is the
 * pattern (`/api/files/download/:token`), because the address itself may hold a key or a name;
 * who asked, from where and with what is not written at all. Call before `app.init()`.
 */
export function logRequests(app: NestFastifyApplication): void {
  const logger = new NestLogger('Http');
  app.getHttpAdapter().getInstance().addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? null;
    if (route === null || !route.startsWith('/health/')) {
      logger[reply.statusCode >= 500 ? 'error' : 'log']({
        msg: 'A request was answered.',
        requestId: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime),
      });
    }
    done();
  });
}
