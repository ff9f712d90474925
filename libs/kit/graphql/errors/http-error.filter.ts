import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { DomainError, InternalError, notFound } from '@kit/errors';
import type { FastifyReply } from 'fastify';
import { LIMITS, payloadTooLarge } from '../limits/limits.js';
import { badRequest } from './fault-codes.js';
import { errorExtensions } from './format-error.js';

/**
 * Answers errors of the HTTP doors in the shape of GraphQL errors: `{ errors: [{ message, extensions }] }`.
 * Errors inside GraphQL pass through untouched: `errorFormatter` answers those.
 */
@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('HTTP');

  catch(thrown: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() !== 'http') throw thrown;
    const error = domainErrorOf(thrown);
    if (error instanceof InternalError) this.logger.error({ err: error.cause, errorId: error.errorId }, 'Unexpected error');
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    void reply
      .status(statusOf(error))
      .header('cache-control', 'no-store')
      .send({ errors: [{ message: error.message, extensions: errorExtensions(error) }] });
  }
}

function statusOf(error: DomainError): number {
  if (error.code === payloadTooLarge.code) return 413;
  return error.code === badRequest.code ? Number(error.details['status']) : error.httpStatus;
}

function domainErrorOf(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown;
  const status = statusIn(thrown);
  if (status === 413) return payloadTooLarge({ most: LIMITS.bodyBytes });
  if (status === 404) return notFound();
  return status !== null && status >= 400 && status < 500 ? badRequest({ status }) : new InternalError(thrown);
}

/** The status of an error made by Nest or by Fastify. */
function statusIn(thrown: unknown): number | null {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const isFastify = thrown instanceof Error && 'statusCode' in thrown && typeof thrown.statusCode === 'number';
  return isFastify ? (thrown.statusCode as number) : null;
}
