import type { Command } from 'commander';
import { Config } from '@kit/config';
import { migrate } from '@kit/database';
import { migrateQueues } from '@kit/jobs';
import { prepareMaintenance } from '@kit/maintenance';

export function addMigrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('Bring the database to the newest schema, as its owner (DATABASE_OWNER_URL)')
    .action(async () => {
      const config = Config.fromEnv(process.env);
      const role = decodeURIComponent(new URL(config.databaseUrl).username);
      const names = await migrate(config.databaseOwnerUrl, role, {
        onFile: (name) => void process.stdout.write(`${name}\n`),
      });
      await migrateQueues(config.databaseOwnerUrl, role);
      await prepareMaintenance(config.databaseOwnerUrl, role);
      if (names.length === 0) process.stdout.write('The schema is up to date.\n');
    });
}
