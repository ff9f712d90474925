import { Command, Option } from 'commander';

export function addTenantCommand(program: Command): void {
  program
    .command('tenant:create')
    .description('Open a ward, commune or city on this platform and print its id')
    .requiredOption('--code <code>', 'short name in lower case, for example hong-bang')
    .requiredOption('--name <name>', 'official name, for example "Phường Hồng Bàng"')
    .requiredOption('--place <place>', 'place in letterheads, for example "Hồng Bàng"')
    .addOption(new Option('--kind <kind>').choices(['WARD', 'COMMUNE', 'SPECIAL_ZONE', 'CITY']).default('WARD'))
    .option('--head-title <title>', 'title of the head', 'Chủ tịch')
    .option('--collective-body <name>', 'name of the body the head signs for', 'Ủy ban nhân dân')
    .action(async (options) => {
      const { createTenant } = await import('./tenant.action.js');
      process.stdout.write(`${await createTenant(options)}\n`);
    });
}
