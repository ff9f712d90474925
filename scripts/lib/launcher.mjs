import { existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { startApi } from './api-server.mjs';
import { ensureBuilds } from './build.mjs';
import { consoleApp } from './console-app.mjs';
import { ensureDatabase } from './database-roles.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { takeInstanceLock } from './instance-lock.mjs';
import { instanceSettings } from './instance-settings.mjs';
import { readJson, writeJson } from './json-file.mjs';
import { language, t } from './language.mjs';
import { kept, ROOT } from './paths.mjs';
import { freePort, requirePort } from './ports.mjs';
import { inspectCluster, startPostgres } from './postgres.mjs';
import { ensureSecrets } from './secrets.mjs';
import { elapsed, Refusal, step, table } from './terminal.mjs';

const logs = { postgres: path.join(kept.logs, 'postgres.log'), api: path.join(kept.logs, 'api.log') };

const remember = (facts) => writeJson(kept.state, { ...readJson(kept.state), ...facts });

/** Starts a fresh log, keeping the one of the run before. */
function turnLog(file) {
  if (existsSync(file)) renameSync(file, `${file}.1`);
}

/** Starts the database of this checkout. */
async function startOwnDatabase(life, secrets) {
  return step(t('Khởi động PostgreSQL', 'Start PostgreSQL'), async () => {
    turnLog(logs.postgres);
    const port = await freePort(readJson(kept.state)?.postgresPort);
    const server = await startPostgres(life, { folder: kept.postgres, logFile: logs.postgres, port, superPassword: secrets.postgres });
    remember({ postgresPort: port });
    return { ...server, ...(await ensureDatabase(server.adminUrl, secrets)) };
  });
}

/** The person's own server, named by `DATABASE_URL`; the owner's address defaults to the same. */
async function externalDatabase() {
  const appUrl = process.env.DATABASE_URL;
  const ownerUrl = process.env.DATABASE_OWNER_URL || appUrl;
  for (const [name, url] of [['DATABASE_URL', appUrl], ['DATABASE_OWNER_URL', ownerUrl]]) {
    await ask(url, 'SELECT 1').catch((error) => {
      throw new Refusal(
        `Không kết nối được cơ sở dữ liệu ghi trong ${name}: ${error.code ?? error.message}. Vui lòng kiểm tra địa chỉ, tên cơ sở dữ liệu và mật khẩu.`,
        `The database named by ${name} cannot be reached: ${error.code ?? error.message}. Please check address, database name and password.`,
      );
    });
  }
  return { appUrl, ownerUrl, exited: new Promise(() => {}) };
}

/** Rows of one statement over a connection of its own. */
async function ask(url, statement) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(statement)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

const isEmpty = async (ownerUrl) => (await ask(ownerUrl, 'SELECT NOT EXISTS (SELECT FROM tenant) AS empty'))[0].empty;

/** Migrates, and fills in the demo ward where there is no ward yet. */
async function prepareData(app, database, wantsDemo) {
  // A filling that was interrupted left half a ward, written by nobody but us.
  if (database.recreate && readJson(kept.state)?.demo === 'filling') await database.recreate();
  await app.migrate();
  if (!wantsDemo || !(await isEmpty(database.ownerUrl))) return;
  remember({ demo: 'filling' });
  await app.demo();
  remember({ demo: 'done' });
}

function welcome(url, accounts) {
  console.log(`\n  ${t('Khơi đã sẵn sàng', 'Khơi is ready')}:  ${url}\n`);
  if (accounts.length > 0) {
    console.log(`  ${t('Tài khoản dùng thử', 'Demo accounts')}`);
    console.log(table([
      [t('Vai trò', 'Role'), t('Họ và tên', 'Name'), t('Tên đăng nhập', 'User name'), t('Mật khẩu', 'Password')],
      ...accounts.map((account) => [account[language], account.fullName, account.username, account.password]),
    ]));
  }
  if (existsSync(kept.maintenance)) {
    console.log(`\n  ${t('Đang đóng để bảo trì; mở lại bằng', 'Closed for maintenance; open with')}: npm run console -- maintenance off`);
  }
  console.log(`\n  ${t('Nhật ký', 'Logs')}: ${kept.logs.startsWith(ROOT + path.sep) ? path.relative(ROOT, kept.logs) : kept.logs}   ${t('Dừng: Ctrl-C', 'Stop: Ctrl-C')}\n`);
}

/**
 * Starts the whole product and stays until Ctrl-C or until a part of it dies.
 * @param {import('./lifecycle.mjs').Lifecycle} life
 */
export async function launch(life) {
  const begin = performance.now();
  const own = !process.env.DATABASE_URL;
  const host = process.env.HOST || '127.0.0.1';
  const nameAddress = takeInstanceLock(life);
  if (own) inspectCluster(kept.postgres, logs.postgres);
  const port = await requirePort(host, process.env.PORT || undefined);
  const url = process.env.PUBLIC_URL || `http://localhost:${port}`;
  nameAddress(url);
  const secrets = ensureSecrets();
  for (const folder of [kept.logs, kept.files]) mkdirSync(folder, { recursive: true, mode: 0o700 });

  await ensureDependencies(life);
  const database = own ? await startOwnDatabase(life, secrets) : await externalDatabase();
  await ensureBuilds(life, { only: ['api', 'console', 'web'] });
  life.check();

  const env = instanceSettings({ database, secrets, host, port, url });
  const isDemo = ['1', 'true'].includes(env.DEMO);
  const app = consoleApp(life, env);
  await prepareData(app, database, isDemo);
  turnLog(logs.api);
  const api = await step(t('Khởi động máy chủ API', 'Start the API server'), () => startApi(life, env, logs.api));
  welcome(url, isDemo ? await app.demoAccounts() : []);
  console.log(`  ${t('Thời gian khởi động', 'Started in')}: ${elapsed(begin)}`);

  await Promise.race([
    life.interrupted,
    database.exited.then(() => { if (!life.signal.aborted) throw died('PostgreSQL', logs.postgres); }),
    api.exited.then(() => { if (!life.signal.aborted) throw died('API', logs.api); }),
  ]);
}

function died(name, logFile) {
  return new Refusal(
    `Máy chủ ${name} đã dừng đột ngột nên Khơi dừng theo; vui lòng xem ${logFile} rồi chạy lại “npm start”.`,
    `The ${name} server ended unexpectedly, so Khơi stops; please see ${logFile}, then run “npm start” again.`,
  );
}
