import type { SMTPPoolOptions } from 'nodemailer/lib/smtp-pool';

/** Milliseconds for a name to be found, a connection to stand, a greeting to come. */
const PHASE_MS = 5_000;
/** Milliseconds without a byte from the server. */
export const SILENCE_MS = 8_000;
/** Mails under way at once in one process. */
export const CONNECTIONS = 5;

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * The pool for an address such as `smtps://user:password@mail.example:465`. Certificates are always verified; a private
 * authority is named to Node with NODE_EXTRA_CA_CERTS. `smtp://` speaks TLS where the server offers it, and must where a
 * password would otherwise travel in clear text.
 */
export function smtpOptions(smtpUrl: string): SMTPPoolOptions & { pool: true } {
  const url = new URL(smtpUrl);
  const isSecure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  return {
    pool: true,
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? (isSecure ? 465 : 587) : Number(url.port),
    secure: isSecure,
    requireTLS: !isSecure && user !== '' && !LOOPBACK.test(url.hostname),
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
    maxConnections: CONNECTIONS,
    maxMessages: 100,
    // Whoever sends decides whether and when to try again.
    maxRequeues: 0,
    dnsTimeout: PHASE_MS,
    connectionTimeout: PHASE_MS,
    greetingTimeout: PHASE_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
