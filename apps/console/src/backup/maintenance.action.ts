import { Config } from '@kit/config';
import { askMaintenance, switchMaintenance, type SwitchResult } from '@kit/maintenance';
import { CommandError } from '../application.js';
import { say, warn } from './terminal.js';

export interface ClosingOptions {
  readonly message: string;
  readonly messageEn: string;
  readonly minutes: number;
}

const LONGEST = 500;

export async function closeDoors({ message, messageEn, minutes }: ClosingOptions, config: Config = Config.fromEnv()): Promise<void> {
  const [vi, en] = [message.normalize('NFC').trim(), messageEn.normalize('NFC').trim()];
  if (vi.length > LONGEST || en.length > LONGEST) throw new CommandError(`A message has at most ${LONGEST} characters.`);
  const result = await switchMaintenance(config, {
    reason: 'ANNOUNCED', since: new Date().toISOString(), message: vi === '' && en === '' ? null : { vi, en }, retrySeconds: minutes * 60,
  });
  if (result.file !== null && result.table !== null) throw new CommandError(`The doors could not be closed: ${result.table.message}; ${result.file.message}.`);
  tellFaults(result, config);
  say('The doors close within a second. Open them with "console maintenance off".');
}

export async function openDoors(config: Config = Config.fromEnv()): Promise<void> {
  const result = await switchMaintenance(config, null);
  tellFaults(result, config);
  if (result.file !== null || result.table !== null) throw new CommandError('The doors are not open everywhere; run this again when that is mended.');
  say('The doors open within a second.');
}

export async function tellDoors(): Promise<void> {
  const state = await askMaintenance(Config.fromEnv());
  if (state === null) return say('The doors are open.');
  process.exitCode = 1;
  say(`The doors are closed since ${state.since} (${state.reason === 'RESTORE' ? 'restore' : 'announced'}).${state.message ? `\n${state.message.vi}\n${state.message.en}` : ''}`);
}

function tellFaults({ file, table }: SwitchResult, { maintenanceFile }: Config): void {
  if (file !== null) warn(`The file ${maintenanceFile} could not be changed: ${file.message}.`);
  if (table !== null) warn(`The database could not be told: ${table.message}.`);
}
