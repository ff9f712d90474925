import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from '@kit/config';
import { error, type Finding, ok, type Check, warning } from './finding.js';

const GIB = 1024 ** 3;

/** Room on the disks the product writes to. */
export function diskChecks({ s3, filesDir, backupDir }: Config): readonly Check[] {
  const folders = [...(s3 === null ? [['FILES_DIR', filesDir] as const] : []), ['BACKUP_DIR', backupDir] as const];
  return folders.map(([name, folder]) => ({ part: 'disk', run: async () => [await room(name, folder)] }));
}

async function room(name: string, folder: string): Promise<Finding> {
  const place = await nearest(folder);
  try {
    await access(place, constants.W_OK | constants.X_OK);
  } catch {
    return error('disk', [`Không ghi được vào ${name} (${folder}).`, `${name} (${folder}) cannot be written to.`], [
      'Vui lòng giao thư mục này cho người dùng chạy Khơi.', 'Give the folder to the user that runs Khơi.',
    ]);
  }
  const { bsize, blocks, bavail } = await statfs(place);
  const [free, share] = [bavail * bsize, blocks === 0 ? 1 : bavail / blocks];
  const gib = (free / GIB).toFixed(1);
  const percent = Math.round(share * 100);
  if (free < GIB || share < 0.03) {
    return error('disk', [`${name} chỉ còn ${gib} GiB (${percent} %).`, `${name} has only ${gib} GiB (${percent} %) left.`], [
      'Vui lòng dọn hoặc mở rộng đĩa ngay: đầy đĩa thì không nhận được tệp.', 'Make room or enlarge the disk now: on a full disk no file can be taken.',
    ]);
  }
  if (free < 5 * GIB || share < 0.1) {
    return warning('disk', [`${name} còn ${gib} GiB (${percent} %).`, `${name} has ${gib} GiB (${percent} %) left.`], [
      'Vui lòng chuẩn bị mở rộng đĩa.', 'Plan for a larger disk.',
    ]);
  }
  return ok('disk', `${name} còn ${gib} GiB (${percent} %).`, `${name} has ${gib} GiB (${percent} %) left.`);
}

/** The folder itself, or the one in which it will be made. */
async function nearest(folder: string): Promise<string> {
  try {
    await access(folder);
    return folder;
  } catch {
    return dirname(folder) === folder ? folder : nearest(dirname(folder));
  }
}
