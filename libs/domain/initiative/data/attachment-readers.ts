import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type FileReaders, FileReadersRegistry } from '@domain/file';
import type { Viewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import { initiativePolicy } from '../policy/initiative.policy.js';

/** Whoever may read a dossier may read its files; author-secret ones only those who may read its secrets (INV-09). */
@Injectable()
export class AttachmentReaders implements FileReaders, OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: FileReadersRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async mayRead(viewer: Viewer, fileId: string): Promise<boolean> {
    const rows = await this.database.rows(sql`
      select 1 as one from attachment t join initiative i on i.id = t.initiative_id
      where t.file_id = ${fileId} and i.tenant_id = ${viewer.tenantId}
        and ${initiativePolicy.where('initiative.read', viewer, 'i')}
        and (t.confidentiality <> 'AUTHOR_SECRET' or ${initiativePolicy.where('initiative.readSecret', viewer, 'i')})
      limit 1`);
    return rows.length > 0;
  }
}
