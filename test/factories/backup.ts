import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { DiskFileStore, type FileStore } from '@kit/files';
import { newId } from '@kit/ids';
import type { Machine } from '../setup/backup.js';

export interface SmallWard {
  readonly people: number;
  readonly files: number;
  readonly fileBytes?: number;
  readonly code?: string;
  /** Default: the folder of the machine. */
  readonly store?: FileStore;
}

/** A ward with people and checked files, written past the product: backups do not ask how rows came about. */
export async function fillSmallWard(machine: Machine, { people, files, fileBytes = 50_000, code = 'phuong-thu', store = new DiskFileStore(machine.config.filesDir) }: SmallWard): Promise<void> {
  const tenant = newId();
  await machine.sql(`insert into tenant (id, code, name, kind, place_name, head_title, collective_body_name)
    values ($1, $2, 'Phường Thử', 'WARD', 'Thử', 'Chủ tịch', 'Ủy ban nhân dân')`, [tenant, code]);
  await machine.sql(`insert into person (tenant_id, full_name, position) select $1::uuid, 'Nguyễn Thị ' || chr(65 + n % 26) || n, E'Công chức \\\\ "' || n || '"'
    from generate_series(1, $2::integer) n`, [tenant, people]);
  for (let n = 0; n < files; n += 1) {
    const id = newId();
    const bytes = randomBytes(fileBytes);
    await store.write(`clean/${id}`, Readable.from([bytes]), { maxBytes: fileBytes });
    await machine.sql(`insert into file (id, tenant_id, owner_person_id, name, declared_type, declared_size, state, storage_key, size, sha256, detected_type, received_at, checked_at)
      select $1::uuid, $2::uuid, id, 'minh-chứng.pdf', 'application/pdf', $3::bigint, 'READY', 'clean/' || $1::uuid, $3::bigint, $4, 'application/pdf', now(), now()
      from person where tenant_id = $2::uuid limit 1`,
    [id, tenant, fileBytes, createHash('sha256').update(bytes).digest('hex')]);
  }
}
