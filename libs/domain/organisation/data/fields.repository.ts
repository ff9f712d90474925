import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import { FieldEntity } from '../model/field.entity.js';
import type { Field } from '../model/organisation.types.js';
import { fieldPolicy } from '../policy/organisation.policy.js';
import { fieldJson } from './shapes.js';
import './constraints.js';

@Injectable()
export class FieldsRepository {
  constructor(private readonly database: Database) {}

  async add(field: FieldEntity): Promise<void> {
    await this.database.manager.insert(FieldEntity, field);
  }

  /** The fields in use, in the order the ward gave them. */
  async list(viewer: Viewer): Promise<Field[]> {
    const rows = await this.database.rows<{ field: Field }>(sql`
      select ${fieldJson('f')} as field from field f
      where ${fieldPolicy.where('field.read', viewer, 'f')} and f.is_active
      order by f.position, f.name collate "vi-x-icu", f.id
      limit 200`);
    return rows.map((row) => row.field);
  }

  /** Whether the tenant has this field in use. */
  async isActive(tenantId: string, id: string): Promise<boolean> {
    const row = await this.database.row(sql`select from field f where f.tenant_id = ${tenantId} and f.id = ${id} and f.is_active`);
    return row !== null;
  }
}
