import { ConfigError } from '@kit/config';
import { pendingMigrations } from '@kit/database';

/** The process cannot start; the message is one sentence for the operator, without secrets. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

/**
 * Makes sure that the database answers and has the schema this version was written for.
 * A serving process never migrates: several of them may start at once.
 */
export async function requireDatabase(url: string): Promise<void> {
  let pending: readonly string[];
  try {
    pending = await pendingMigrations(url);
  } catch (error) {
    throw new StartupError(`The database at ${placeOf(url)} cannot be used: ${reasonOf(error)}.`, { cause: error });
  }
  if (pending.length > 0) {
    throw new StartupError(
      `The database at ${placeOf(url)} is not at the expected version: ${pending.length} migrations are missing, ` +
        `the first is ${pending[0]}. Run "npm run console -- migrate".`,
    );
  }
}

/** The sentence for an error that stopped the start, or the error itself when it is a fault of ours. */
export function startupErrorOf(error: unknown): unknown {
  if (error instanceof ConfigError) return new StartupError(error.message);
  const code = codeOf(error);
  if (code === 'EADDRINUSE') return new StartupError('The port is already in use. Stop the other program or set PORT.');
  if (code === 'EACCES') return new StartupError('The port may not be opened by this user. Set PORT to 1024 or above.');
  return error;
}

function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || '5432'}${pathname}`;
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'there is no host of that name',
  ETIMEDOUT: 'it does not answer in time',
  '28P01': 'the password is refused',
  '28000': 'the user may not connect',
  '3D000': 'there is no such database',
  '42501': 'the user may not read the list of migrations',
};

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return REASONS[code] ?? (code === '' && error instanceof Error ? error.message : `error ${code}`);
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
