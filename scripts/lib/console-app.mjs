import { findMain } from './build.mjs';
import { t } from './language.mjs';
import { runNode } from './processes.mjs';
import { Refusal, step } from './terminal.mjs';

/** Exit code of the console when the database has had other migrations than this release brings. */
const OTHER_HISTORY = 3;

/**
 * The commands of the console app that the launcher needs.
 * @param {import('./lifecycle.mjs').Lifecycle} life
 * @param {NodeJS.ProcessEnv} env
 */
export function consoleApp(life, env) {
  const command = async (args, onLine) => {
    const result = await runNode(life, [findMain('console'), ...args], { env, onLine });
    if (result.code === 0) return result;
    if (result.code === OTHER_HISTORY) throw otherHistory(result.output.trim().split('\n').at(-1));
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

/** @param {string} reason what does not fit, as the console says it */
function otherHistory(reason) {
  const [vi, en] = process.env.DATABASE_URL
    ? ['Vui lòng dùng đúng bản Khơi đã tạo ra dữ liệu, hoặc một cơ sở dữ liệu trống.', 'Please use the release that made the data, or an empty database.']
    : ['Vui lòng dùng đúng bản đã tạo ra dữ liệu; nếu không cần giữ dữ liệu, chạy: npm run reset -- --yes.',
      'Please use the release that made the data; if it need not be kept, run: npm run reset -- --yes.'];
  return new Refusal(`Dữ liệu này là của một bản Khơi khác (${reason}). ${vi}`, `This data belongs to another release of Khơi (${reason}). ${en}`);
}
