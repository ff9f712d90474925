import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kit/context';
import { Database, sql, type SqlStatement } from '@kit/database';
import { FileEntity } from '../model/file.entity.js';
import type { File } from '../model/file.types.js';
import { filePolicy } from '../policy/file.policy.js';

type FileRow = Omit<File, 'createdAt'> & { createdAt: string };

/** A `File` out of a row of `file`. Pass it through `fileView`, which makes its instant a `Date`. */
export function fileJson(alias: string): SqlStatement {
  const f = sql.identifier(alias);
  return sql`json_build_object('id', ${f}.id, 'name', ${f}.name, 'state', ${f}.state, 'size', ${f}.size, 'declaredSize', ${f}.declared_size,
    'type', ${f}.detected_type, 'sha256', ${f}.sha256, 'rejection', ${f}.rejection, 'createdAt', ${f}.created_at)`;
}

export function fileView(stored: unknown): File {
  const row = stored as FileRow;
  return { ...row, createdAt: new Date(row.createdAt) };
}

@Injectable()
export class FilesRepository {
  constructor(private readonly database: Database) {}

  async add(file: Omit<FileEntity, 'size' | 'sha256' | 'detectedType' | 'rejection' | 'receivedAt' | 'checkedAt'>): Promise<void> {
    await this.database.manager.insert(FileEntity, file);
  }

  async find(viewer: Viewer, id: string): Promise<File | null> {
    const row = await this.database.row<{ file: unknown }>(sql`
      select ${fileJson('f')} as file from file f where f.id = ${id} and ${filePolicy.where('file.read', viewer, 'f')}`);
    return row === null ? null : fileView(row.file);
  }

  entity(tenantId: string, id: string): Promise<FileEntity | null> {
    return this.database.manager.findOne(FileEntity, { where: { tenantId, id } });
  }

  lock(tenantId: string, id: string): Promise<FileEntity | null> {
    return this.database.manager.findOne(FileEntity, { where: { tenantId, id }, lock: { mode: 'pessimistic_write' } });
  }

  async save(file: FileEntity): Promise<void> {
    await this.database.manager.save(FileEntity, file, { reload: false });
  }
}
