import { Controller, HttpCode, Inject, Logger, type OnModuleInit, Post, Req, Res } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Config } from '@kit/config';
import { currentContext, type Viewer } from '@kit/context';
import { DomainError, InternalError, unauthenticated } from '@kit/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError, subscribe } from 'graphql';
import { errorFormatter } from '../errors/format-error.js';
import { AUTHENTICATOR, type Authenticator } from '../http/authenticator.js';
import type { GraphqlContext } from '../http/graphql-context.js';
import { credentialsOf } from '../http/request-context.hook.js';
import type { EventStream } from './event-stream.js';
import { EventStreams } from './event-streams.js';
import { InvalidDocument, readSubscription, type ReadSubscription } from './read-subscription.js';

/** Address of the door for subscriptions. */
export const STREAM_PATH = '/api/graphql/stream';

/** How often a stream gives a sign of life and asks whether the session behind it still is one. */
const LOOK_MS = 15_000;

/** A subscription has one root field of ids; it neither signs anybody in nor out. */
const NO_COOKIE: GraphqlContext['session'] = { set: () => undefined, clear: () => undefined };

type Results = AsyncIterable<ExecutionResult> & { return?(): Promise<unknown> };

/**
 * Subscriptions, as an answer that goes on (docs/decisions/0013-live-signals.md). Everything that guards a query guards them too: the
 * way here is an ordinary request with an ordinary body.
 */
@Controller(STREAM_PATH)
export class StreamDoor implements OnModuleInit {
  readonly #log = new Logger('GraphQL');
  readonly #format = errorFormatter((error) => this.#log.error({ err: error.cause, errorId: error.errorId }, 'Unexpected error'));
  #authenticator: Authenticator | undefined;

  constructor(
    @Inject(Config) private readonly config: Config,
    @Inject(GraphQLSchemaHost) private readonly host: GraphQLSchemaHost,
    @Inject(EventStreams) private readonly streams: EventStreams,
    @Inject(ModuleRef) private readonly modules: ModuleRef,
  ) {}

  onModuleInit(): void {
    try {
      this.#authenticator = this.modules.get<Authenticator>(AUTHENTICATOR, { strict: false });
    } catch {
      // Without the feature nobody is ever signed in, and nobody gets past the first line of `open`.
    }
  }

  @Post()
  @HttpCode(200)
  async open(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const context = this.#contextOf(request);
    if (context.request.viewer === null) throw unauthenticated();
    let operation: ReadSubscription;
    try {
      operation = readSubscription(this.host.schema, request.body);
    } catch (error) {
      if (!(error instanceof InvalidDocument)) throw error;
      return void reply.status(400).send({ errors: error.faults.map((fault) => this.#format(fault.toJSON(), fault)) });
    }
    const stream = this.streams.admit(context.request.viewer.accountId);
    void this.#carry(operation, context, stream);
    await reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      // Neither kept nor compressed nor collected on the way: what is gathered comes too late.
      .header('cache-control', 'no-store, no-transform')
      .header('x-accel-buffering', 'no')
      .send(stream);
  }

  /** Runs the subscription until it is over or the other end has gone. Never throws. */
  async #carry(operation: ReadSubscription, context: GraphqlContext, stream: EventStream): Promise<void> {
    const look = setInterval(() => void this.#look(context, stream), LOOK_MS).unref();
    let results: Results | undefined;
    stream.once('close', () => {
      clearInterval(look);
      void results?.return?.();
    });
    try {
      const outcome = await subscribe({ schema: this.host.schema, contextValue: context, ...operation });
      if (Symbol.asyncIterator in outcome) {
        results = outcome;
        if (stream.destroyed) await results.return?.();
        for await (const result of results) stream.result(this.#answer(result));
      } else stream.result(this.#answer(outcome));
      stream.complete();
    } catch (error) {
      stream.result({ errors: [this.#refusal(error)] });
      // What passes is no end: the other end shall come back.
      if (error instanceof DomainError && error.kind === 'UNAVAILABLE') stream.leave();
      else stream.complete();
    }
  }

  /** A session that has ended hears nothing more, also when nothing happens. */
  async #look(context: GraphqlContext, stream: EventStream): Promise<void> {
    stream.beat();
    // A database that does not answer ends the subscription through its own silence.
    const viewer = await context.viewerNow().catch(() => context.request.viewer);
    if (viewer !== null || stream.destroyed) return;
    stream.result({ errors: [this.#refusal(unauthenticated())] });
    stream.complete();
  }

  #contextOf(request: FastifyRequest): GraphqlContext {
    const context = currentContext();
    const credentials = credentialsOf(request, this.config.publicUrl);
    const viewerNow = async (): Promise<Viewer | null> => {
      context.viewer = credentials === null ? null : ((await this.#authenticator?.authenticate(credentials, 'look')) ?? null);
      // What was loaded for one answer is not to be told again in the next.
      context.loaders.clear();
      return context.viewer;
    };
    return { request: context, session: NO_COOKIE, userAgent: request.headers['user-agent'] ?? null, viewerNow };
  }

  #answer({ data, errors }: ExecutionResult): object {
    return { ...(errors && { errors: errors.map((error) => this.#format(error.toJSON(), error)) }), ...(data !== undefined && { data }) };
  }

  #refusal(error: unknown): GraphQLFormattedError {
    const known = error instanceof DomainError ? error : new InternalError(error);
    return this.#format({ message: known.message }, new GraphQLError(known.message, { originalError: known }));
  }
}
