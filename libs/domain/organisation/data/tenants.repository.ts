import { Injectable } from '@nestjs/common';
import { Database, sql } from '@kit/database';
import type { Tenant } from '../model/organisation.types.js';
import { TenantEntity } from '../model/tenant.entity.js';
import { orNotFound } from './or-not-found.js';
import { tenantJson } from './shapes.js';
import './constraints.js';

/** What the public face of the installation says about itself at one moment. */
export interface SiteRow {
  readonly now: Date;
  readonly tenant: Tenant | null;
}

@Injectable()
export class TenantsRepository {
  constructor(private readonly database: Database) {}

  async add(tenant: TenantEntity): Promise<void> {
    await this.database.manager.insert(TenantEntity, tenant);
  }

  async find(id: string): Promise<Tenant | null> {
    const row = await this.database.row<{ tenant: Tenant }>(sql`select ${tenantJson('t')} as tenant from tenant t where t.id = ${id}`);
    return row?.tenant ?? null;
  }

  /** A tenant that is known to exist: the viewer's own, or one just made. */
  async get(id: string): Promise<Tenant> {
    return orNotFound(await this.find(id));
  }

  async findByCode(code: string): Promise<Tenant | null> {
    const row = await this.database.row<{ tenant: Tenant }>(sql`select ${tenantJson('t')} as tenant from tenant t where t.code = ${code}`);
    return row?.tenant ?? null;
  }

  /** The viewer's tenant; for visitors the ward this installation serves, when it serves exactly one. */
  async site(tenantId: string | null): Promise<SiteRow> {
    const rows = await this.database.rows<SiteRow>(sql`
      select clock_timestamp() as now, candidate.tenant
      from (values (1)) as always (one)
      left join (
        select ${tenantJson('t')} as tenant from tenant t
        where t.status = 'ACTIVE' and (t.id = ${tenantId} or (${tenantId}::uuid is null and t.kind <> 'CITY'))
        limit 2
      ) candidate on true`);
    const [first, second] = rows;
    if (first === undefined) throw new Error('the site always has a row');
    return second === undefined ? first : { now: first.now, tenant: null };
  }
}
