import type { Config } from '@kit/config';
import { repositoryAt } from '../backup/places.js';
import { type Check, type Finding, ok, warning } from './finding.js';

const HOUR_MS = 60 * 60 * 1_000;
/** A nightly backup, and the time it takes. */
const OLDEST_HOURS = 26;

/** The newest whole backup, in the folder or in the store: its age, and whether backups are encrypted. */
export function backupChecks(config: Config): readonly Check[] {
  return [{ part: 'backup', run: async () => [await newest(config), ...encryption(config.backupKey)] }];
}

async function newest(config: Config): Promise<Finding> {
  const places = config.s3 === null ? ['folder'] as const : ['folder', 'store'] as const;
  const sets = (await Promise.all(places.map((place) => repositoryAt(config, place).sets()))).flat().filter((set) => set.isWhole);
  const fix = ['Vui lòng chạy “console backup create” mỗi đêm và chép sang nơi khác (xem docs/backup.md).',
    'Run "console backup create" every night and copy it elsewhere (docs/backup.md).'] as const;
  if (sets.length === 0) return warning('backup', ['Chưa có bản sao lưu nào.', 'There is no backup yet.'], fix);
  const last = Math.max(...sets.map((set) => set.modifiedAt.getTime()));
  const hours = Math.floor((Date.now() - last) / HOUR_MS);
  if (hours > OLDEST_HOURS) return warning('backup', [`Bản sao lưu mới nhất đã ${hours} giờ.`, `The newest backup is ${hours} hours old.`], fix);
  return ok('backup', `Bản sao lưu mới nhất cách đây ${hours} giờ.`, `The newest backup is ${hours} hours old.`);
}

function encryption(key: string | null): readonly Finding[] {
  if (key !== null) return [];
  return [warning('backup', ['Bản sao lưu không được mã hóa (BACKUP_KEY trống).', 'Backups are not encrypted (BACKUP_KEY is empty).'], [
    'Vui lòng đặt BACKUP_KEY và cất một bản ở nơi khác: mất nó thì không khôi phục được.', 'Set BACKUP_KEY and keep a copy elsewhere: without it nothing can be restored.',
  ])];
}
