import { Config, ConfigError } from '@kit/config';
import { backupChecks } from './backup.checks.js';
import { databaseChecks } from './database.checks.js';
import { diskChecks } from './disk.checks.js';
import { error, reasonOf, type Check, type Finding } from './finding.js';
import { mailChecks } from './mail.checks.js';
import { processChecks, runtimeFindings } from './process.checks.js';
import { queueChecks } from './queue.checks.js';
import { scannerChecks } from './scanner.checks.js';
import { storeChecks } from './store.checks.js';

/** Milliseconds that one check may take. */
const PATIENCE = 15_000;

/** Looks at every part of the installation that this environment describes; all parts at once, told in a fixed order. */
export async function examine(env: Readonly<Record<string, string | undefined>>): Promise<readonly Finding[]> {
  const before = runtimeFindings(process.versions.node);
  let config: Config;
  try {
    config = Config.fromEnv(env);
  } catch (fault) {
    if (!(fault instanceof ConfigError)) throw fault;
    return [...before, error('config', [`Cấu hình chưa dùng được. ${fault.message}`, fault.message], [
      'Vui lòng sửa các biến nêu trên; ý nghĩa từng biến có trong docs/environment.md.',
      'Correct the variables named above; docs/environment.md explains each.',
    ])];
  }
  const checks = [
    ...processChecks(config, env), ...databaseChecks(config, env), ...queueChecks(config), ...storeChecks(config),
    ...mailChecks(config), ...scannerChecks(config), ...diskChecks(config), ...backupChecks(config),
  ];
  const found = await Promise.all(checks.map(attempt));
  return [...before, ...found.flat()];
}

/** Whether something has to be done before people work with this installation. */
export const isIll = (findings: readonly Finding[]): boolean => findings.some((finding) => finding.level === 'error');

async function attempt(check: Check): Promise<readonly Finding[]> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('No answer in time'), { code: 'ETIMEDOUT' })), PATIENCE);
  });
  try {
    return await Promise.race([check.run(), patience]);
  } catch (fault) {
    const reason = reasonOf(fault);
    return [error(check.part, [`Không kiểm tra được: ${reason}.`, `Could not be checked: ${reason}.`], [
      'Vui lòng xem phần này có chạy và nối được từ máy này không, rồi chạy lại lệnh.',
      'See whether this part runs and can be reached from this machine, then run the command again.',
    ])];
  } finally {
    clearTimeout(timer);
  }
}
