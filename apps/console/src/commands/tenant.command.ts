import { Command, Option } from 'commander';
import { newId } from '@kit/ids';
import { runAs, systemViewer } from '@kit/context';
import type { TenantKind } from '@domain/organisation';
import { withApplication } from '../application.js';

interface TenantOptions {
  readonly code: string;
  readonly name: string;
  readonly kind: TenantKind;
  readonly place: string;
  readonly headTitle: string;
  readonly collectiveBody: string;
}

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
    .action(async ({ code, name, kind, place, headTitle, collectiveBody }: TenantOptions) => {
      const tenant = await withApplication(async (app) => {
        const { CreateTenant } = await import('@domain/organisation');
        const id = newId();
        const input = { id, code, name, kind, placeName: place, headTitle, collectiveBodyName: collectiveBody };
        return runAs(systemViewer(id), () => app.get(CreateTenant, { strict: false }).execute(input));
      });
      process.stdout.write(`${tenant.id}\n`);
    });
}
