import { SILENCE_MS } from './smtp-options.js';

/**
 * What became of one mail.
 *
 * - `ACCEPTED`: the server took it over.
 * - `TEMPORARY`: not now, or not known; the same mail may be sent again later under the same id.
 * - `PERMANENT`: this recipient or this mail is refused for good.
 *
 * `code` is the answer of the server without its words (`550 5.1.1`), or what stood in the way (`CONNECTION`, `TIMEOUT`,
 * `TLS`, `AUTHENTICATION`, `ADDRESS`). Words of servers quote addresses and are kept nowhere.
 */
export type MailOutcome =
  | { readonly kind: 'ACCEPTED'; readonly code: string }
  | { readonly kind: 'TEMPORARY'; readonly code: string }
  | { readonly kind: 'PERMANENT'; readonly code: string };

interface SmtpFailure {
  readonly code?: unknown;
  readonly command?: unknown;
  readonly response?: unknown;
  readonly responseCode?: unknown;
  /** What Node says below the code of the library. */
  readonly originalCode?: unknown;
}

const OBSTACLES: Readonly<Record<string, string>> = {
  ETIMEDOUT: 'TIMEOUT', ETLS: 'TLS', EAUTH: 'AUTHENTICATION', ENOAUTH: 'AUTHENTICATION', EOAUTH2: 'AUTHENTICATION', EREQUIRETLS: 'TLS',
};

/**
 * Judges why a mail was not taken. Only a refusal of the recipient or of the mail itself is final: a sender, password or
 * greeting that is refused is a fault of the installation, which somebody mends, and then the mail should still go.
 * @param tookMs milliseconds of the attempt: of a connection that a pool drops for its silence it only says that it closed
 */
export function outcomeOfFailure(error: unknown, tookMs = 0): MailOutcome {
  const failure: SmtpFailure = typeof error === 'object' && error !== null ? error : {};
  const status = Number(failure.responseCode ?? 0);
  const command = String(failure.command ?? '');
  if (status >= 500 && (command === 'RCPT TO' || command === 'DATA')) return { kind: 'PERMANENT', code: replyCode(failure.response, status) };
  const obstacle = OBSTACLES[String(failure.code)];
  if (obstacle !== undefined) return { kind: 'TEMPORARY', code: obstacle };
  if (status >= 400) return { kind: 'TEMPORARY', code: replyCode(failure.response, status) };
  return { kind: 'TEMPORARY', code: tookMs >= SILENCE_MS ? 'TIMEOUT' : tlsOrConnection(failure) };
}

/** `550 5.1.1` of `550 5.1.1 <who@where> unknown`. */
export function replyCode(response: unknown, status = 250): string {
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(String(response ?? ''))?.[1];
  return enhanced === undefined ? String(status) : `${status} ${enhanced}`;
}

function tlsOrConnection({ originalCode }: SmtpFailure): string {
  return /CERT|ISSUER|SIGNATURE|_TLS_|_SSL_|ALTNAME/.test(String(originalCode ?? '')) ? 'TLS' : 'CONNECTION';
}
