import { findMain } from './build.mjs';
import { t } from './language.mjs';
import { runNode } from './processes.mjs';
import { Refusal, step } from './terminal.mjs';

/**
 * The commands of the console app that the launcher needs.
 * @param {import('./lifecycle.mjs').Lifecycle} life
 * @param {NodeJS.ProcessEnv} env
 */
export function consoleApp(life, env) {
  const command = async (args, onLine) => {
    const result = await runNode(life, [findMain('console'), ...args], { env, onLine });
    if (result.code === 0) return result;
    throw new Refusal(
      `Lệnh “console ${args.join(' ')}” không thành công; chi tiết ở trên.`,
      `“console ${args.join(' ')}” failed; see above.`,
      { details: result.output },
    );
  };
  const showing = (line) => { if (line.trim()) console.log(`    ${line}`); };

  return {
    migrate: () => step(t('Cập nhật cấu trúc cơ sở dữ liệu', 'Migrate the database'), () => command(['migrate'], showing)),
    demo: () => step(t('Nạp dữ liệu mẫu', 'Fill in the demo ward'), () => command(['demo'], showing)),
    /** @returns {Promise<{ vi: string, en: string, fullName: string, username: string, password: string }[]>} `vi`, `en`: what the account is for */
    demoAccounts: async () => JSON.parse((await command(['demo', '--list'])).stdout),
  };
}
