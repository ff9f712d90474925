import { ConfigError } from '@kit/config';
import { MigrationError, MigrationHistoryError } from '@kit/database';
import { DomainError } from '@kit/errors';
import { Logger } from '@nestjs/common';
import { Command } from 'commander';
import { CommandError } from './application.js';
import { addAccountCommand } from './commands/account.command.js';
import { addBackupCommand } from './commands/backup.command.js';
import { addDemoCommand } from './commands/demo.command.js';
import { addDoctorCommand } from './commands/doctor.command.js';
import { addDocumentCommands } from './commands/documents.command.js';
import { addFilesCommand } from './commands/files.command.js';
import { addMaintenanceCommand } from './commands/maintenance.command.js';
import { addMigrateCommand } from './commands/migrate.command.js';
import { addSessionCommand } from './commands/session.command.js';
import { addStoreCommand } from './commands/store.command.js';
import { addTenantCommand } from './commands/tenant.command.js';
import { TerminalLog } from './terminal-log.js';

/** Exit code when the database has had other migrations than this release brings; `npm start` has its own words for it. */
const OTHER_HISTORY = 3;

const program = new Command('console')
  .description('Commands for operators and developers of Khơi')
  .showHelpAfterError();

addMigrateCommand(program);
addTenantCommand(program);
addAccountCommand(program);
addDemoCommand(program);
addDocumentCommands(program);
addDoctorCommand(program);
addBackupCommand(program);
addMaintenanceCommand(program);
addFilesCommand(program);
addStoreCommand(program);
addSessionCommand(program);

Logger.overrideLogger(new TerminalLog());
program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = error instanceof MigrationHistoryError ? OTHER_HISTORY : 1;
});

/** What went wrong, for the operator: a sentence where we know one, otherwise everything there is. */
function sentenceOf(error: unknown): string {
  if (error instanceof DomainError) {
    const path = error.path ? ` (${error.path.join('.')})` : '';
    return `${error.code}${path}: ${error.message}`;
  }
  if (error instanceof ConfigError || error instanceof CommandError || error instanceof MigrationError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
