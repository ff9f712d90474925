import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type FileReaders, FileReadersRegistry } from '@domain/file';
import type { Viewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import { itemPolicy } from './policy/item.policy.js';

/** Whoever may read an agenda item may read the files of the version that is judged, and no other version's. */
@Injectable()
export class JudgedFiles implements FileReaders, OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: FileReadersRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async mayRead(viewer: Viewer, fileId: string): Promise<boolean> {
    const rows = await this.database.rows(sql`
      select 1 as one from attachment t join agenda_item a on a.initiative_id = t.initiative_id
      join initiative_version v on v.initiative_id = a.initiative_id and v.number = a.version_number
      where t.file_id = ${fileId} and a.tenant_id = ${viewer.tenantId}
        and v.snapshot -> 'attachments' @> jsonb_build_array(jsonb_build_object('fileId', ${fileId}::text))
        and ${itemPolicy.where('item.read', viewer, 'a')}
      limit 1`);
    return rows.length > 0;
  }
}
