/** What kind of refusal an error is; decides the HTTP status and how a client reacts. */
export type ErrorKind =
  | 'VALIDATION'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'LIMIT'
  | 'UNAVAILABLE'
  | 'INTERNAL';

/** Facts a client may need to explain the error: small, serialisable, free of personal data of others. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/** Where in the input the fault lies, e.g. `['input', 'authors', 2, 'shareBp']`. */
export type ErrorPath = readonly (string | number)[];

const HTTP_STATUS: Readonly<Record<ErrorKind, number>> = {
  VALIDATION: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  LIMIT: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
};

/**
 * An answer the product gives on purpose. Clients read `code`, `path` and `details`;
 * `message` is one static English sentence, so it may be logged and never carries data.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  abstract readonly kind: ErrorKind;
  readonly details: ErrorDetails;
  readonly path?: ErrorPath;

  protected constructor(message: string, details: ErrorDetails = {}, path?: ErrorPath, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.details = details;
    if (path !== undefined) this.path = path;
  }

  /** The status an HTTP door answers with; GraphQL answers keep 200 and carry `code`. */
  get httpStatus(): number {
    return HTTP_STATUS[this.kind];
  }
}
