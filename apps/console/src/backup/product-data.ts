import type { ProductData } from '@kit/backup';
import { repositoryRoot } from '@kit/database';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where else the bytes of a file may be: they move when they are looked at, and the row follows a moment later. */
const FOLDERS = ['quarantine', 'inspection', 'clean'];

/** What a backup has to know of this product. */
export function productData(): ProductData {
  return {
    release: releaseOf(),
    hasData: 'select exists (select from tenant) as "hasData"',
    // Until the check has been, size and hash are only what the sender said.
    files: `select id::text, storage_key as key, case state when 'READY' then size end as size, case state when 'READY' then sha256 end as sha256
      from file where state in ('READY', 'RECEIVED') order by id`,
    otherKeys: (id) => FOLDERS.map((folder) => `${folder}/${id}`),
    afterRestore: [
      {
        // A session that was ended after the backup, because a device was lost, must not come to life again.
        step: 'End of all sign-ins',
        sql: 'update session set ended_at = clock_timestamp() where ended_at is null and expires_at > clock_timestamp()',
      },
      {
        // The queue of that time is gone; the outbox knows what was not done. Handlers stand being called twice.
        step: 'Return of unfinished work to the outbox',
        sql: 'update outbox set dispatched_at = null, queued_at = null where done_at is null and dispatched_at is not null',
      },
    ],
  };
}

function releaseOf(): string {
  const { version } = JSON.parse(readFileSync(join(repositoryRoot(), 'package.json'), 'utf8')) as { version: string };
  return version;
}
