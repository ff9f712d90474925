import { Command, Option } from 'commander';

/** For the first administrator of a ward; later accounts are made on the screen. */
export function addAccountCommand(program: Command): void {
  program
    .command('account:create')
    .description('Create a person with an account and print its temporary password')
    .requiredOption('--tenant <code>', 'code of the ward or city')
    .requiredOption('--name <full name>', 'full name of the person')
    .requiredOption('--username <name>', 'name to sign in with')
    .addOption(new Option('--role <role...>', 'roles for the whole ward, for example TENANT_ADMIN').default([]))
    .action(async (options) => {
      const { createAccount } = await import('./account.action.js');
      process.stdout.write(`${await createAccount(options)}\n`);
    });
}
