import { DomainError, type Fault, invalidInput, invalidText } from '@kit/errors';

/**
 * The values of a request do not fit the types of the schema or hold text that cannot be stored.
 * Its code is INVALID_TEXT when that is all there is, otherwise INVALID_INPUT; the path is that of the first fault.
 */
export class InvalidVariables extends DomainError {
  readonly code: string;
  readonly kind = 'VALIDATION';

  constructor(readonly faults: readonly [Fault, ...Fault[]]) {
    const { code, message } = (faults.every((fault) => fault.code === invalidText.code) ? invalidText : invalidInput).definition;
    super(message, { ...faults[0].details, reason: faults[0].code }, faults[0].path);
    this.code = code;
  }

  static throwIfAny(faults: readonly Fault[]): void {
    const [first, ...others] = faults;
    if (first) throw new InvalidVariables([first, ...others]);
  }
}
