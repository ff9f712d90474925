import { randomUUID } from 'node:crypto';
import { defineError } from './catalogue.js';
import { DomainError } from './domain-error.js';

const definition = defineError({
  code: 'INTERNAL_ERROR',
  kind: 'INTERNAL',
  message: 'Something went wrong on our side.',
  vi: 'Hệ thống gặp lỗi ngoài dự kiến.',
  fix: 'Vui lòng thử lại; nếu vẫn lỗi, báo mã lỗi cho quản trị viên.',
  fixEn: 'Try again; if it persists, tell an administrator the error id.',
}).definition;

/** A fault of ours. The client gets `errorId` only; the log has the cause under the same id. */
export class InternalError extends DomainError {
  readonly code = definition.code;
  readonly kind = definition.kind;
  readonly errorId: string;

  constructor(cause?: unknown, errorId: string = randomUUID()) {
    super(definition.message, { errorId }, undefined, cause);
    this.errorId = errorId;
  }
}

/** Wraps whatever was thrown; an error that is a `DomainError` already stays what it is. */
export function internalError(cause?: unknown): DomainError {
  return cause instanceof DomainError ? cause : new InternalError(cause);
}
