import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { Config } from '@kit/config';
import { FileStore } from '@kit/files';
import {
  AUTHENTICATOR, type Authenticator, EventStreams, GRAPHQL_PATH, installBodyParsers, installIde, installRequestContext, schemaText,
} from '@kit/graphql';
import { installMaintenance, Maintenance } from '@kit/maintenance';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { EXAMPLE_OPERATIONS } from './example-operations.js';
import { serveWeb } from './web.js';

/** Everything of the HTTP server that is not a feature: headers, cookies, bodies, contexts, documents, the web app. */
export async function installHttp(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const isHttps = config.publicUrl.startsWith('https:');
  await fastify.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { ...WEB_POLICY, 'connect-src': ["'self'", ...storeOrigins(app)] } },
    strictTransportSecurity: isHttps && { maxAge: 31_536_000, includeSubDomains: false },
    referrerPolicy: { policy: 'same-origin' },
  });
  await fastify.register(cookie);
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  installMaintenance(fastify, app.get(Maintenance));
  letSubscriptionsGo(app);
  installBodyParsers(fastify);
  installRequestContext(fastify, { publicUrl: config.publicUrl, authenticator: authenticatorOf(app) });

  if (config.introspection) await installDocuments(app);
  if (config.webDir !== null) await serveWeb(fastify, config.webDir);
}

/** The workbench and the schema as a file: another way to the answers of introspection, so open where that is open. */
async function installDocuments(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  await installIde(fastify, { endpoint: GRAPHQL_PATH, title: 'Khơi · GraphQL', example: EXAMPLE_OPERATIONS });
  let schema: string | undefined;
  fastify.get('/api/schema.graphql', (_request, reply) => {
    schema ??= schemaText(app.get(GraphQLSchemaHost).schema);
    return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-cache').send(schema);
  });
}

/**
 * The web app may load from this server only, and send files to the store (`connect-src`). Mantine writes its colours into a style element,
 * which is why styles, and nothing else, may stand in the page.
 */
const WEB_POLICY = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** Subscriptions never end by themselves: they would hold up the end of the process, and go on past closed doors. */
function letSubscriptionsGo(app: NestFastifyApplication): void {
  const streams = app.get(EventStreams);
  app.getHttpAdapter().getInstance().addHook('preClose', (done) => {
    streams.close();
    done();
  });
  app.get(Maintenance).onChange((isOn) => {
    if (isOn) streams.leaveAll();
  });
}

/** Where browsers send the bytes of files, and nothing else, beside this server. */
function storeOrigins(app: NestFastifyApplication): string[] {
  const { direct } = app.get(FileStore);
  return direct === null ? [] : [direct.origin];
}

/** The identity feature's authenticator; without that feature nobody is ever signed in. */
function authenticatorOf(app: NestFastifyApplication): Authenticator | null {
  try {
    return app.get<Authenticator>(AUTHENTICATOR, { strict: false });
  } catch {
    return null;
  }
}
