import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { DATA_DIR, LOCK_FILE } from './paths.mjs';
import { readJson } from './json-file.mjs';
import { commandLine, isAlive } from './processes.mjs';
import { Refusal } from './terminal.mjs';

/** When a process began, in clock ticks since the machine started: tells a process from a later one of the same id. */
function birth(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')[19];
  } catch {
    return null;
  }
}

/** The instance that holds the data folder now, or null. */
export function runningInstance() {
  const holder = readJson(LOCK_FILE);
  if (!holder || !isAlive(holder.pid)) return null;
  if (commandLine(holder.pid) !== null && birth(holder.pid) !== holder.birth) return null;
  return holder;
}

/** @throws {Refusal} when an instance runs on this data folder */
export function requireNoInstance() {
  const holder = runningInstance();
  if (!holder) return;
  const at = holder.url ? ` (${holder.url})` : '';
  throw new Refusal(
    `Khơi đang chạy trên thư mục dữ liệu này${at}, tiến trình số ${holder.pid}. Vui lòng dừng lần chạy đó trước.`,
    `Khơi is already running on this data folder${at}, process ${holder.pid}. Please stop it first.`,
  );
}

/**
 * Takes the data folder for this process until it ends.
 * @returns {(url: string) => void} writes the address into the lock, for whoever comes second
 */
export function takeInstanceLock(life) {
  try {
    // Open to others whatever the umask, as PostgreSQL's user must pass; what is secret inside has its own mode.
    mkdirSync(DATA_DIR, { recursive: true });
    letPass(DATA_DIR);
  } catch (error) {
    throw unwritable(error);
  }
  requireNoInstance();
  const mine = { pid: process.pid, birth: birth(process.pid) };
  const write = (value, flag) => writeFileSync(LOCK_FILE, JSON.stringify(value), { flag, mode: 0o644 });
  try {
    // Whoever held it is gone. Of two who find it at once, one loses the removal or the creation below.
    if (existsSync(LOCK_FILE)) rmSync(LOCK_FILE);
    write(mine, 'wx');
  } catch (error) {
    if (error.code === 'EEXIST' || error.code === 'ENOENT') requireNoInstance();
    throw unwritable(error);
  }
  life.defer(async () => { if (readJson(LOCK_FILE)?.pid === process.pid) rmSync(LOCK_FILE, { force: true }); });
  return (url) => write({ ...mine, url }, 'w');
}

function unwritable(error) {
  return new Refusal(
    `Không ghi được vào thư mục dữ liệu ${DATA_DIR} (${error.code}). Vui lòng chạy bằng người dùng đã chạy lần đầu, hoặc chọn nơi khác bằng KHOI_DATA_DIR.`,
    `The data folder ${DATA_DIR} cannot be written (${error.code}). Please run as the user of the first start, or choose another place with KHOI_DATA_DIR.`,
  );
}

/**
 * Lets PostgreSQL's user pass through the data folder, whoever made it and however closed: everything inside that
 * others must not read is closed by itself. A folder of somebody else stays as it is.
 */
function letPass(folder) {
  const { mode, uid } = statSync(folder);
  if (process.platform !== 'win32' && uid === process.getuid()) chmodSync(folder, (mode & 0o777) | 0o111);
}
