import { Command, Option } from 'commander';
import { CommandError, withTenant } from '../application.js';

interface AccountOptions {
  readonly tenant: string;
  readonly name: string;
  readonly username: string;
  readonly role?: string[];
}

/** For the first administrator of a ward; later accounts are made on the screen. */
export function addAccountCommand(program: Command): void {
  program
    .command('account:create')
    .description('Create a person with an account and print its temporary password')
    .requiredOption('--tenant <code>', 'code of the ward or city')
    .requiredOption('--name <full name>', 'full name of the person')
    .requiredOption('--username <name>', 'name to sign in with')
    .addOption(new Option('--role <role...>', 'roles for the whole ward, for example TENANT_ADMIN'))
    .action(async (options: AccountOptions) => {
      const password = await withTenant(options.tenant, async (app) => {
        const [{ Database }, organisation, identity] = await Promise.all([
          import('@kit/database'), import('@domain/organisation'), import('@domain/identity'),
        ]);
        return app.get(Database).transaction(async () => {
          const person = await app.get(organisation.CreatePerson, { strict: false }).execute({ fullName: options.name });
          const account = { personId: person.id, username: options.username };
          const { temporaryPassword } = await app.get(identity.CreateAccount, { strict: false }).execute(account);
          for (const role of options.role ?? []) {
            await app.get(identity.AssignRole, { strict: false }).execute({ personId: person.id, role: roleNamed(identity.Role, role) });
          }
          return temporaryPassword;
        });
      });
      process.stdout.write(`${password}\n`);
    });
}

function roleNamed<R extends string>(roles: Readonly<Record<R, R>>, name: string): R {
  const role = Object.values<R>(roles).find((one) => one === name);
  if (role === undefined) throw new CommandError(`There is no role "${name}". Roles: ${Object.keys(roles).join(', ')}.`);
  return role;
}
