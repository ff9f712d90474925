import { type Command, InvalidArgumentError, Option } from 'commander';
import { CommandError } from '../application.js';
import type { Place } from '../backup/places.js';

type Run = () => Promise<unknown>;

/** Backups of database and files, and the way back. What they contain and how to keep them: docs/backup.md. */
export function addBackupCommand(program: Command): void {
  const backup = program.command('backup').description('Back up the database and all files, check backups, and restore them');
  const place = (flag: string, what: string): Option =>
    new Option(`--${flag} <place>`, what).choices(['folder', 'store'] satisfies Place[]).default('folder' satisfies Place);

  backup
    .command('create')
    .description('Back up the database, then every file its rows name')
    .addOption(place('to', 'the folder BACKUP_DIR, or the object store below backup/'))
    .option('--keep <n>', 'afterwards remove all but the newest n backups and the newest verified one', wholeNumber)
    .option('--rewrite', 'write every file again, also those that an earlier backup has', false)
    .action((options) => told(async () => (await import('../backup/create.action.js')).createBackup(options)));
  backup
    .command('verify [name]')
    .description('Read a backup (default: the newest) back in full and compare it with its manifest')
    .addOption(place('from', 'where the backup is'))
    .action((name, options) => told(async () => (await import('../backup/read.action.js')).verifyBackup(name, options)));
  backup
    .command('list')
    .description('List the backups, the newest last')
    .addOption(place('from', 'where the backups are'))
    .action((options) => told(async () => (await import('../backup/read.action.js')).listBackups(options)));
  backup
    .command('restore [name]')
    .description('Restore a backup (default: the newest) into an empty database')
    .addOption(place('from', 'where the backup is'))
    .option('--replace', 'replace what the database holds; it is backed up first', false)
    .option('--no-safety-backup', 'do not back up what is replaced')
    .action((name, options) => told(async () => (await import('../backup/restore.action.js')).restoreBackup(name, options)));
  backup
    .command('rehearse [name]')
    .description('Restore a backup (default: the newest) into a database made for it, compare everything, and remove that again')
    .addOption(place('from', 'where the backup is'))
    .action((name, options) => told(async () => (await import('../backup/rehearse.action.js')).rehearseRestore(name, options)));
}

/** Errors of backups are sentences for the operator. The room of backups is loaded by the command only. */
export async function told(run: Run): Promise<void> {
  try {
    await run();
  } catch (error) {
    throw error instanceof Error && error.name === 'BackupError' ? new CommandError(error.message, { cause: error }) : error;
  }
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('It is a number from 1 to 9999.');
  return Number(text);
}
