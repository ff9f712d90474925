import { existsSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { takeInstanceLock } from './instance-lock.mjs';
import { t } from './language.mjs';
import { DATA_DIR, kept } from './paths.mjs';
import { stopLeftover } from './postgres.mjs';
import { Refusal } from './terminal.mjs';

async function confirmed(life) {
  if (process.argv.includes('--yes')) return true;
  if (!process.stdin.isTTY) {
    throw new Refusal('Lệnh này xóa toàn bộ dữ liệu. Vui lòng xác nhận bằng: npm run reset -- --yes.', 'This deletes all data. Please confirm with: npm run reset -- --yes.');
  }
  const dialogue = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await dialogue.question(
      t(`Xóa toàn bộ dữ liệu, tệp đính kèm và khóa bí mật trong ${DATA_DIR}? (c = có / k = không) `,
        `Delete all data, attached files and secrets in ${DATA_DIR}? (y/n) `),
      { signal: life.signal },
    );
    return /^(c|có|co|y|yes)$/i.test(answer.normalize('NFC').trim());
  } finally {
    dialogue.close();
  }
}

/** Deletes what an instance keeps, so that the next start begins anew. */
export async function reset(life) {
  if (!existsSync(DATA_DIR)) {
    console.log(t('Chưa có dữ liệu nào để xóa.', 'There is no data to delete.'));
    return;
  }
  takeInstanceLock(life);
  if (!(await confirmed(life))) {
    console.log(t('Không xóa gì.', 'Nothing was deleted.'));
    return;
  }
  await stopLeftover(kept.postgres);
  // Only what an instance makes: a data folder chosen by hand may hold other things.
  for (const place of [...Object.values(kept), `${kept.postgres}.new`]) rmSync(place, { recursive: true, force: true });
  console.log(t('Đã xóa. “npm start” sẽ bắt đầu lại từ đầu.', 'Deleted. “npm start” will begin anew.'));
}
