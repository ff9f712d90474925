import { type Command, InvalidArgumentError } from 'commander';

/** Closing the doors for work on the machine, and opening them. */
export function addMaintenanceCommand(program: Command): void {
  const maintenance = program.command('maintenance').description('Show the maintenance page instead of the application, everywhere, within seconds');
  maintenance
    .command('on')
    .description('Close: every request is answered with 503 and a page, jobs wait')
    .option('--message <text>', 'what the page says, in Vietnamese', '')
    .option('--message-en <text>', 'the same in English', '')
    .option('--minutes <n>', 'after how many minutes people are asked to come again', minutes, 10)
    .action(async (options) => (await import('../backup/maintenance.action.js')).closeDoors(options));
  maintenance
    .command('off')
    .description('Open again')
    .action(async () => (await import('../backup/maintenance.action.js')).openDoors());
  maintenance
    .command('status')
    .description('Say whether the doors are closed; exit code 1 when they are')
    .action(async () => (await import('../backup/maintenance.action.js')).tellDoors());
}

function minutes(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text) || Number(text) > 1_440) throw new InvalidArgumentError('It is a number of minutes from 1 to 1440.');
  return Number(text);
}
