import type { Config } from '@kit/config';
import { readMaintenanceFile, removeMaintenanceFile, writeMaintenanceFile } from './maintenance-file.js';
import type { MaintenanceState } from './maintenance-state.js';
import { askMaintenanceTable, writeMaintenanceTable } from './maintenance-table.js';

/** Which of the two signs could not be set, and why. */
export interface SwitchResult {
  readonly file: Error | null;
  readonly table: Error | null;
}

type Signs = Pick<Config, 'maintenanceFile' | 'databaseUrl' | 'databaseOwnerUrl'>;

const roleOf = (url: string): string => decodeURIComponent(new URL(url).username);
const outcome = (work: Promise<unknown>): Promise<Error | null> =>
  work.then(() => null, (error: unknown) => (error instanceof Error ? error : new Error(String(error))));

/**
 * Closes or opens the doors of every process: by the row in the database and by the file. One of the two is enough to close,
 * so a machine without that folder, or a database that is away, is told and hinders nothing.
 */
export async function switchMaintenance(signs: Signs, state: MaintenanceState | null): Promise<SwitchResult> {
  const [file, table] = await Promise.all([
    outcome(state === null ? removeMaintenanceFile(signs.maintenanceFile) : writeMaintenanceFile(signs.maintenanceFile, state)),
    outcome(writeMaintenanceTable(signs.databaseOwnerUrl, roleOf(signs.databaseUrl), state)),
  ]);
  return { file, table };
}

/** What both signs say now; the file has the first word. */
export async function askMaintenance(signs: Signs): Promise<MaintenanceState | null> {
  const file = await readMaintenanceFile(signs.maintenanceFile).catch(() => null);
  return file ?? (await askMaintenanceTable(signs.databaseOwnerUrl).catch(() => null));
}
