import { CreateTenant, type TenantKind } from '@domain/organisation';
import { runAs, systemViewer } from '@kit/context';
import { newId } from '@kit/ids';
import { CommandError, withApplication } from '../application.js';

export interface TenantOptions {
  readonly code: string;
  readonly name: string;
  readonly kind: TenantKind;
  readonly place: string;
  readonly headTitle: string;
  readonly collectiveBody: string;
}

const CODE = /^[a-z0-9-]{2,60}$/;

/** Opens a tenant, acting as its own system; answers its id. */
export async function createTenant({ code, name, kind, place, headTitle, collectiveBody }: TenantOptions): Promise<string> {
  if (!CODE.test(code)) throw new CommandError('The code has 2 to 60 characters: a to z, digits and hyphens.');
  const id = newId();
  const input = { id, code, name, kind, placeName: place, headTitle, collectiveBodyName: collectiveBody };
  await withApplication((app) => runAs(systemViewer(id), () => app.get(CreateTenant, { strict: false }).execute(input)));
  return id;
}
