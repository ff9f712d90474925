import { BACKUPS_DIR, kept, WEB_DIR } from './paths.mjs';

/** Addresses of the database of this checkout for its two roles, and for whoever may make others beside it. */
export function databaseUrls(port, secrets) {
  const url = (role, password) => `postgres://${role}:${password}@127.0.0.1:${port}/khoi`;
  return { ownerUrl: url('khoi_owner', secrets.owner), appUrl: url('khoi_app', secrets.app), adminUrl: url('postgres', secrets.postgres) };
}

/**
 * The environment of the processes of this instance; what the person has set goes first.
 * @param {{ database: { appUrl: string, ownerUrl: string, adminUrl?: string }, secrets: { secretKey: string }, host?: string, port?: number, url?: string }} facts
 * @returns {NodeJS.ProcessEnv}
 */
export function instanceSettings({ database, secrets, host, port, url }) {
  const given = process.env;
  return {
    ...given,
    NODE_ENV: given.NODE_ENV || 'production',
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    ...(database.adminUrl && { REHEARSAL_URL: given.REHEARSAL_URL || database.adminUrl }),
    ...(host && { HOST: host, PORT: String(port) }),
    ...(url && { PUBLIC_URL: url }),
    SECRET_KEY: given.SECRET_KEY || secrets.secretKey,
    FILES_DIR: given.FILES_DIR || kept.files,
    MAINTENANCE_FILE: given.MAINTENANCE_FILE || kept.maintenance,
    BACKUP_DIR: given.BACKUP_DIR || BACKUPS_DIR,
    WEB_DIR: given.WEB_DIR || WEB_DIR,
    DEMO: given.DEMO || 'true',
    JOBS: given.JOBS || 'inline',
  };
}
