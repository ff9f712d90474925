import { defineError } from './catalogue.js';
import { DomainError, type ErrorDetails, type ErrorPath } from './domain-error.js';

/** One of several faults of an input. */
export interface Fault {
  /** Code of the catalogue. */
  readonly code: string;
  readonly path: ErrorPath;
  readonly details: ErrorDetails;
}

const definition = defineError({
  code: 'VALIDATION_FAILED',
  kind: 'VALIDATION',
  message: 'The input has faults; all of them are listed.',
  vi: 'Dữ liệu có một số lỗi, tất cả được liệt kê bên dưới.',
  fix: 'Vui lòng sửa từng lỗi rồi gửi lại.',
  fixEn: 'Correct each fault and send again.',
}).definition;

/** Reports every fault at once, so that a person corrects a form in one go. */
export class ValidationFailed extends DomainError {
  readonly code = definition.code;
  readonly kind = definition.kind;

  constructor(readonly faults: readonly Fault[]) {
    super(definition.message);
    if (faults.length === 0) throw new TypeError('ValidationFailed needs at least one fault');
  }

  /** Throws when there are faults; does nothing for an empty list. */
  static throwIfAny(faults: readonly Fault[]): void {
    if (faults.length > 0) throw new ValidationFailed(faults);
  }
}

/** A fault out of an error that a rule already made. */
export function faultOf(error: DomainError): Fault {
  return { code: error.code, path: error.path ?? [], details: error.details };
}
