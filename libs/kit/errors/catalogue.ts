import { DomainError, type ErrorDetails, type ErrorKind, type ErrorPath } from './domain-error.js';

/** One entry of the error catalogue (`docs/errors.md`). */
export interface ErrorDefinition {
  /** Stable, upper snake case, prefixed by the feature: `INITIATIVE_SHARES_NOT_100`. */
  readonly code: string;
  readonly kind: ErrorKind;
  /** Static English sentence. */
  readonly message: string;
  /** The same sentence in Vietnamese, as the screen shows it. */
  readonly vi: string;
  /** What the person can do about it, in Vietnamese. */
  readonly fix?: string;
  /** What the person can do about it, in English. */
  readonly fixEn?: string;
}

/** Makes errors of one code. */
export interface ErrorFactory<D extends ErrorDetails = ErrorDetails> {
  /**
   * @param details facts for the client
   * @param path where in the input the fault lies
   * @param cause what was caught; kept for the log, never sent to a client
   */
  (details?: D, path?: ErrorPath, cause?: unknown): DomainError;
  readonly code: string;
  readonly definition: ErrorDefinition;
  /** Whether an error caught somewhere is one of this code. */
  is(error: unknown): error is DomainError;
}

const CODE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;
const catalogue = new Map<string, ErrorFactory>();

/** Declares an error once and returns its factory; a code that is malformed or taken stops the boot. */
export function defineError<D extends ErrorDetails = ErrorDetails>(definition: ErrorDefinition): ErrorFactory<D> {
  const { code, kind, message } = definition;
  if (!CODE.test(code)) throw new TypeError(`error code ${code} is not upper snake case`);
  if (catalogue.has(code)) throw new TypeError(`error code ${code} is defined twice`);

  const DefinedError = class extends DomainError {
    readonly code = code;
    readonly kind = kind;
    constructor(details?: D, path?: ErrorPath, cause?: unknown) {
      super(message, details, path, cause);
    }
  };
  Object.defineProperty(DefinedError, 'name', { value: classNameOf(code) });

  const factory = Object.assign(
    (details?: D, path?: ErrorPath, cause?: unknown): DomainError => new DefinedError(details, path, cause),
    {
      code,
      definition: Object.freeze({ ...definition }),
      is: (error: unknown): error is DomainError => error instanceof DomainError && error.code === code,
    },
  );
  catalogue.set(code, factory as ErrorFactory);
  return factory;
}

/** Every error the loaded code can answer with, sorted by code. */
export function errorCatalogue(): readonly ErrorDefinition[] {
  return [...catalogue.values()].map((factory) => factory.definition).sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The factory of a code that arrives as text, for instance raised inside PostgreSQL. */
export function errorFactoryOf(code: string): ErrorFactory | undefined {
  return catalogue.get(code);
}

function classNameOf(code: string): string {
  return code.split('_').map((word) => word[0] + word.slice(1).toLowerCase()).join('');
}
