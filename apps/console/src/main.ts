import { ConfigError } from '@kit/config';
import { Command } from 'commander';
import { addDocumentCommands } from './commands/documents.command.js';
import { addMigrateCommand } from './commands/migrate.command.js';

const program = new Command('console')
  .description('Commands for operators and developers of Khơi')
  .showHelpAfterError();

addMigrateCommand(program);
addDocumentCommands(program);

program.parseAsync().catch((error: unknown) => {
  const text = error instanceof ConfigError ? error.message : String((error as Error)?.stack ?? error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
});
