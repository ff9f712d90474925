import type { Command } from 'commander';

export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description('Fill an empty database with the demo ward')
    .option('--list', 'only print the demo accounts, as JSON')
    .action(async ({ list }: { list?: boolean }) => {
      const { fillDemo, listDemoAccounts } = await import('./demo.action.js');
      const print = (line: string): void => void process.stdout.write(`${line}\n`);
      if (list === true) print(JSON.stringify(await listDemoAccounts()));
      else await fillDemo(print);
    });
}
