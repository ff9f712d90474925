import { AssignRole, CreateAccount, Role } from '@domain/identity';
import { CreatePerson } from '@domain/organisation';
import { Database } from '@kit/database';
import { CommandError, withTenant } from '../application.js';

export interface AccountOptions {
  /** Code of the tenant. */
  readonly tenant: string;
  readonly name: string;
  readonly username: string;
  readonly role: readonly string[];
}

/** Creates person, account and roles together or not at all; answers the temporary password. */
export async function createAccount({ tenant, name, username, role }: AccountOptions): Promise<string> {
  const roles = role.map(roleNamed);
  return withTenant(tenant, (app) =>
    app.get(Database, { strict: false }).transaction(async () => {
      const person = await app.get(CreatePerson, { strict: false }).execute({ fullName: name });
      const made = await app.get(CreateAccount, { strict: false }).execute({ personId: person.id, username });
      for (const one of roles) await app.get(AssignRole, { strict: false }).execute({ personId: person.id, role: one });
      return made.temporaryPassword;
    }),
  );
}

function roleNamed(name: string): Role {
  const role = Object.values(Role).find((one) => one === name);
  if (role === undefined) throw new CommandError(`There is no role "${name}". Roles: ${Object.keys(Role).join(', ')}.`);
  return role;
}
