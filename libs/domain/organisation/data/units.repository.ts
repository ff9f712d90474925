import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kit/context';
import { Database, newId, sql } from '@kit/database';
import type { OrgUnit } from '../model/organisation.types.js';
import { OrgUnitAliasEntity, OrgUnitEntity } from '../model/org-unit.entity.js';
import { unitPolicy } from '../policy/organisation.policy.js';
import { orNotFound } from './or-not-found.js';
import { searchPatterns } from './search.js';
import { unitJson } from './shapes.js';
import './constraints.js';

/** A ward has some two hundred units; the cap keeps a mistake in an import from becoming an answer of megabytes. */
const MOST_UNITS = 2_000;

@Injectable()
export class UnitsRepository {
  constructor(private readonly database: Database) {}

  async add(unit: OrgUnitEntity, aliases: readonly string[]): Promise<void> {
    await this.database.manager.insert(OrgUnitEntity, unit);
    if (aliases.length === 0) return;
    await this.database.manager.insert(
      OrgUnitAliasEntity,
      aliases.map((alias) => ({ id: newId(), tenantId: unit.tenantId, unitId: unit.id, alias })),
    );
  }

  /** The units in use, by name; `search` looks into names, aliases and codes. */
  async list(viewer: Viewer, search: string | null | undefined): Promise<OrgUnit[]> {
    const patterns = searchPatterns(search);
    const matches = sql`(u.search_norm like all (${patterns}::text[]) or lower(u.code) like all (${patterns}::text[])
      or exists (select from org_unit_alias a where a.unit_id = u.id and a.alias_norm like all (${patterns}::text[])))`;
    const rows = await this.database.rows<{ unit: OrgUnit }>(sql`
      select ${unitJson('u')} as unit from org_unit u
      where ${unitPolicy.where('unit.read', viewer, 'u')}
        and (u.active_to is null or u.active_to >= vn_today())
        and ${matches}
      order by u.official_name collate "vi-x-icu", u.id
      limit ${MOST_UNITS}`);
    return rows.map((row) => row.unit);
  }

  async find(tenantId: string, id: string): Promise<OrgUnit | null> {
    const row = await this.database.row<{ unit: OrgUnit }>(sql`
      select ${unitJson('u')} as unit from org_unit u where u.tenant_id = ${tenantId} and u.id = ${id}`);
    return row?.unit ?? null;
  }

  /** @throws NOT_FOUND */
  async get(tenantId: string, id: string): Promise<OrgUnit> {
    return orNotFound(await this.find(tenantId, id));
  }

  /** Those of the ids that are units of the tenant in use today. */
  async activeOf(tenantId: string, ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.rows<{ id: string }>(sql`
      select u.id from org_unit u
      where u.tenant_id = ${tenantId} and u.id = any (${ids}::uuid[])
        and (u.active_from is null or u.active_from <= vn_today()) and (u.active_to is null or u.active_to >= vn_today())`);
    return new Set(rows.map((row) => row.id));
  }
}
