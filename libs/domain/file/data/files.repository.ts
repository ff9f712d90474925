import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kit/context';
import { Database, sql, type SqlStatement } from '@kit/database';
import { isId } from '@kit/ids';
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
    if (!isId(id)) return null;
    const row = await this.database.row<{ file: unknown }>(sql`
      select ${fileJson('f')} as file from file f where f.id = ${id} and ${filePolicy.where('file.read', viewer, 'f')}`);
    return row === null ? null : fileView(row.file);
  }

  async entity(tenantId: string, id: string): Promise<FileEntity | null> {
    if (!isId(id)) return null;
    return this.database.manager.findOne(FileEntity, { where: { tenantId, id } });
  }

  async lock(tenantId: string, id: string): Promise<FileEntity | null> {
    if (!isId(id)) return null;
    return this.database.manager.findOne(FileEntity, { where: { tenantId, id }, lock: { mode: 'pessimistic_write' } });
  }

  async save(file: FileEntity): Promise<void> {
    await this.database.manager.save(FileEntity, file, { reload: false });
  }

  /** Gives up on files whose bytes never came; answers them, at most 500 in a round. */
  expire(hours: { readonly whole: number; readonly parts: number }): Promise<Pick<FileEntity, 'id' | 'uploadId'>[]> {
    return this.database.rows(sql`
      update file set state = 'EXPIRED' where id in (
        select id from file where state = 'AWAITING_BYTES'
          and created_at < clock_timestamp() - make_interval(hours => case when upload_id is null then ${hours.whole}::int else ${hours.parts}::int end)
        order by created_at limit 500 for update skip locked)
      returning id, upload_id as "uploadId"`);
  }

  /** Files whose bytes are, or may be, in the store, of all wards, by id; the page after a file. */
  stored(after: string | null, limit: number): Promise<Pick<FileEntity, 'id' | 'state' | 'storageKey' | 'declaredSize' | 'sha256'>[]> {
    return this.database.rows(sql`
      select id, state, storage_key as "storageKey", declared_size as "declaredSize", sha256 from file
      where state in ('AWAITING_BYTES', 'RECEIVED', 'READY') ${after === null ? sql.empty : sql`and id > ${after}`}
      order by id limit ${limit}::int`);
  }

  /** How many files those are. */
  async countStored(): Promise<number> {
    const row = await this.database.row<{ count: number }>(sql`select count(*) as count from file where state in ('AWAITING_BYTES', 'RECEIVED', 'READY')`);
    return row?.count ?? 0;
  }

  /** Files that were received so long ago that their check must have been lost; at most 50 in a round. */
  forgotten(hours: number): Promise<{ tenantId: string; id: string }[]> {
    return this.database.rows(sql`
      select tenant_id as "tenantId", id from file
      where state = 'RECEIVED' and received_at < clock_timestamp() - make_interval(hours => ${hours}::int) order by received_at limit 50`);
  }

  /** Whether the bytes of this file are still awaited or being checked. */
  async isUnderWay(id: string): Promise<boolean> {
    if (!isId(id)) return false;
    return (await this.database.rows(sql`select from file where id = ${id} and state in ('AWAITING_BYTES', 'RECEIVED')`)).length > 0;
  }
}
