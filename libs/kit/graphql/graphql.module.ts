import {
  ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginSchemaReportingDisabled, ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { Config } from '@kit/config';
import { currentContext } from '@kit/context';
import type { InternalError } from '@kit/errors';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Logger, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE, ModulesContainer } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { lostAccesses, type ResolverClass } from './access/declared-access.js';
import { enforceAccess } from './access/enforce-access.js';
import { errorFormatter } from './errors/format-error.js';
import { HttpErrorFilter } from './errors/http-error.filter.js';
import type { GraphqlContext } from './http/graphql-context.js';
import { sessionCookie } from './http/session-cookie.js';
import { InputPipe } from './input/input.pipe.js';
import { LIMITS } from './limits/limits.js';
import { requestGuard } from './request-guard.plugin.js';
import { SCHEMA_OPTIONS } from './schema.js';
import { EventStreams } from './stream/event-streams.js';
import { StreamDoor } from './stream/stream-door.js';

/** Address of the GraphQL door. */
export const GRAPHQL_PATH = '/api/graphql';

/** The GraphQL door: schema from code, access, limits, clean inputs and errors as the product promises them. */
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [Config, ModulesContainer],
      useFactory: options,
    }),
  ],
  controllers: [StreamDoor],
  providers: [
    EventStreams,
    { provide: APP_PIPE, useClass: InputPipe },
    { provide: APP_FILTER, useClass: HttpErrorFilter },
  ],
  exports: [GraphQLModule, EventStreams],
})
export class GraphqlModule {}

function options(config: Config, modules: ModulesContainer): Omit<ApolloDriverConfig, 'driver'> {
  const logger = new Logger('GraphQL');
  const report = (error: InternalError): void =>
    logger.error({ err: error.cause, errorId: error.errorId }, 'Unexpected error');
  return {
    path: GRAPHQL_PATH,
    autoSchemaFile: true,
    sortSchema: true,
    buildSchemaOptions: { ...SCHEMA_OPTIONS },
    transformSchema: (schema) => guarded(schema, modules),
    // Nest's wrappers around field resolvers cost more than the fields themselves.
    fieldResolverEnhancers: [],
    context: (request: FastifyRequest, reply: FastifyReply): GraphqlContext => contextOf(request, reply, config.publicUrl),
    formatError: errorFormatter(report),
    autoTransformHttpErrors: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    introspection: config.introspection,
    graphiql: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: LIMITS.tokens, noLocation: false },
    maxRecursiveSelections: LIMITS.fields,
    stringifyResult: (result) => JSON.stringify(result),
    plugins: [
      requestGuard(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  };
}

function contextOf(request: FastifyRequest, reply: FastifyReply, publicUrl: string): GraphqlContext {
  const context = currentContext();
  return {
    request: context,
    session: sessionCookie(reply, publicUrl),
    userAgent: request.headers['user-agent'] ?? null,
    // A request is over in a moment: who asked is who asks.
    viewerNow: () => Promise.resolve(context.viewer),
  };
}

function guarded(schema: GraphQLSchema, modules: ModulesContainer): GraphQLSchema {
  const lost = lostAccesses(schema, resolversIn(modules));
  if (lost.length > 0) throw new Error(`Some statements of access have no effect:\n  ${lost.join('\n  ')}`);
  return enforceAccess(schema);
}

function* resolversIn(modules: ModulesContainer): Generator<ResolverClass> {
  for (const module of modules.values()) {
    for (const { metatype } of module.providers.values()) {
      if (typeof metatype === 'function' && metatype.prototype) yield metatype as unknown as ResolverClass;
    }
  }
}
