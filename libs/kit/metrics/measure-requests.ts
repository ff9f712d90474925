import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { STREAM_PATH } from '@kit/graphql';
import { Metrics } from './metrics.js';

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']);

/** Measures every answer by the pattern of its route, which holds no id, and the class of its status. Call before `app.init()`. */
export function measureRequests(app: NestFastifyApplication): void {
  const { requests } = app.get(Metrics);
  app.getHttpAdapter().getInstance().addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    // A subscription lasts as long as somebody looks; that is no time anybody waited.
    const isStream = route === STREAM_PATH && reply.statusCode === 200;
    if (!route.startsWith('/health/') && !isStream) {
      const method = METHODS.has(request.method) ? request.method : 'other';
      requests.observe({ route, method, status: `${Math.floor(reply.statusCode / 100)}xx` }, reply.elapsedTime / 1_000);
    }
    done();
  });
}
