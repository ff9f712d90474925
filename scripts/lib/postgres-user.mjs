import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Refusal } from './terminal.mjs';

const idOf = (flag) => {
  const { status, stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  return status === 0 ? Number.parseInt(stdout, 10) : null;
};

/**
 * Who runs PostgreSQL: the caller, or for root the user `postgres`, made if missing, because PostgreSQL refuses root.
 * @returns {{ uid?: number, gid?: number }}
 */
export function postgresIdentity() {
  if (process.platform === 'win32' || process.getuid() !== 0) return {};
  if (idOf('-u') === null) {
    spawnSync('groupadd', ['-f', 'postgres']);
    spawnSync('useradd', ['--system', '-g', 'postgres', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  }
  const uid = idOf('-u');
  if (uid === null) {
    throw new Refusal(
      'PostgreSQL không chạy bằng root và không tạo được người dùng “postgres”. Vui lòng chạy bằng người dùng thường, hoặc đặt DATABASE_URL tới một máy chủ có sẵn.',
      'PostgreSQL refuses to run as root and the user “postgres” could not be made. Please run as an ordinary user, or set DATABASE_URL to an existing server.',
    );
  }
  return { uid, gid: idOf('-g') };
}

/**
 * The first folder or file on the way to some places that PostgreSQL's user cannot enter; null when every way is open.
 * @param {{ uid?: number, gid?: number }} identity
 * @param {string[]} places absolute paths
 */
export function firstClosed(identity, places) {
  if (identity.uid === undefined) return null;
  const folders = new Set();
  for (const place of places) {
    for (let folder = place; folder !== path.dirname(folder); folder = path.dirname(folder)) folders.add(folder);
  }
  const topDown = [...folders].sort((a, b) => a.length - b.length);
  const { stdout } = spawnSync('/bin/sh', ['-c', 'for f; do [ -x "$f" ] || { printf %s "$f"; exit; }; done', 'sh', ...topDown], {
    ...identity, cwd: '/', encoding: 'utf8',
  });
  return stdout || null;
}

/** Makes sure that PostgreSQL's user can go to some places; root's home, for one, is often closed to others. */
export function requireReachable(identity, places) {
  const closed = firstClosed(identity, places);
  if (closed === null) return;
  throw new Refusal(
    `PostgreSQL chạy bằng người dùng “postgres”, nhưng người dùng này không vào được ${closed}. Vui lòng chuyển mã nguồn sang thư mục mà mọi người vào được (ví dụ /srv/khoi), hoặc chạy bằng người dùng thường, hoặc đặt DATABASE_URL tới một máy chủ có sẵn.`,
    `PostgreSQL runs as the user “postgres”, who cannot enter ${closed}. Please move the checkout to a folder open to everyone (for example /srv/khoi), or run as an ordinary user, or set DATABASE_URL to an existing server.`,
  );
}
