// node test/bench/upload.mjs: what an upload of 1 GiB costs the API, with PostgreSQL and a real S3 server on this machine. The bytes go
// from the sender into the store by signed addresses of parts; the API signs, joins, and sees none of them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startApi } from '../../scripts/lib/api-server.mjs';
import { ensureBuilds, findMain } from '../../scripts/lib/build.mjs';
import { ensureDatabase } from '../../scripts/lib/database-roles.mjs';
import { ensureDependencies } from '../../scripts/lib/dependencies.mjs';
import { runCommand } from '../../scripts/lib/lifecycle.mjs';
import { requireNode } from '../../scripts/lib/node-version.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { runNode } from '../../scripts/lib/processes.mjs';
import { newSecrets } from '../../scripts/lib/secrets.mjs';
import { s3 } from '../../scripts/lib/services/s3.mjs';
import { step } from '../../scripts/lib/terminal.mjs';
import { startTestCluster } from '../../scripts/lib/test-cluster.mjs';
import { residentBytes, statOf } from '../measure/processes.mjs';

const SIZE = 1024 ** 3;
const LANES = 3;
const MP4 = Buffer.from('0000001c6674797069736f6d0000020069736f6d69736f326d703431', 'hex');

/** Milliseconds of processor time that a process has used, and bytes it has in memory. Linux only. */
const costOf = (pid) => ({ cpuMs: statOf(pid).cpuMs, rss: residentBytes(pid) });

/** A signed-in sender of a new ward. */
async function senderAt(life, url, env) {
  const consoleRun = async (...args) => {
    const { code, stdout, output } = await runNode(life, [findMain('console'), ...args], { env });
    if (code !== 0) throw new Error(output);
    return stdout.trim();
  };
  await consoleRun('migrate');
  await consoleRun('store', 'prepare');
  await consoleRun('tenant:create', '--code', 'do-tai', '--name', 'Phường Đo Tải', '--place', 'Đo Tải');
  const password = (await consoleRun('account:create', '--tenant', 'do-tai', '--name', 'Người Gửi', '--username', 'gui.tep', '--role', 'TENANT_ADMIN')).split('\n').at(-1);
  const api = await startApi(life, env, path.join(env.FILES_DIR, '..', 'api.log'));
  let cookie = '';
  const ask = async (query, variables = {}) => {
    const response = await fetch(`${url}/api/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query, variables }) });
    cookie = response.headers.getSetCookie().map((one) => one.split(';')[0]).at(-1) ?? cookie;
    const { data, errors } = await response.json();
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  await ask('mutation ($input: SignInInput!) { signIn(input: $input) { expiresAt } }', { input: { username: 'gui.tep', password } });
  const newPassword = newSecrets().app;
  await ask('mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { accountId } }', { input: { currentPassword: password, newPassword } });
  await ask('mutation ($input: SignInInput!) { signIn(input: $input) { expiresAt } }', { input: { username: 'gui.tep', password: newPassword } });
  return { ask, pid: api.pid };
}

async function send(ask, { id, partSize }) {
  const chunk = Buffer.alloc(partSize, 'khung hình ');
  const waiting = Array.from({ length: Math.ceil(SIZE / partSize) }, (_, index) => index + 1);
  const lane = async () => {
    for (let number = waiting.shift(); number; number = waiting.shift()) {
      const { signUploadParts: [part] } = await ask('mutation ($id: ID!, $n: [Int!]!) { signUploadParts(fileId: $id, numbers: $n) { url size } }', { id, n: [number] });
      const body = number === 1 ? Buffer.concat([MP4, chunk]).subarray(0, part.size) : chunk.subarray(0, part.size);
      const { status } = await fetch(part.url, { method: 'PUT', body });
      if (status !== 200) throw new Error(`part ${number}: status ${status}`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function main(life) {
  await ensureDependencies(life);
  await ensureBuilds(life, { only: ['api', 'console'] });
  const { adminUrl, folder } = await step('Start PostgreSQL', () => startTestCluster(life));
  const storeFolder = mkdtempSync(path.join(tmpdir(), 'khoi-s3-'));
  life.defer(async () => rmSync(storeFolder, { recursive: true, force: true, maxRetries: 5 }));
  const store = new URL(await step('Start the S3 server', () => s3.start(life, storeFolder)));
  const secrets = newSecrets();
  const { ownerUrl, appUrl } = await ensureDatabase(adminUrl, secrets);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { ask, pid } = await step('Prepare a ward', () => senderAt(life, url, {
    PATH: process.env.PATH, NODE_ENV: 'production', LOG_LEVEL: 'warn', JOBS: 'off', HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: url,
    DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, SECRET_KEY: secrets.secretKey, FILES_DIR: path.join(folder, 'files'),
    S3_ENDPOINT: store.origin, S3_ACCESS_KEY: store.username, S3_SECRET_KEY: store.password,
  }));

  const before = costOf(pid);
  let most = before.rss;
  const watch = setInterval(() => { most = Math.max(most, costOf(pid).rss); }, 50);
  const start = performance.now();
  const { requestUpload: { file: { id }, partSize } } = await ask(
    'mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { partSize file { id } } }', { input: { name: 'phim.mp4', type: 'video/mp4', size: SIZE } });
  await step('Send 1 GiB', () => send(ask, { id, partSize }));
  const sent = performance.now();
  const { completeUpload: { state } } = await ask('mutation ($id: ID!) { completeUpload(fileId: $id) { state } }', { id });
  const end = performance.now();
  clearInterval(watch);
  const after = costOf(pid);
  if (state !== 'RECEIVED') throw new Error(`the file is ${state}`);

  const seconds = (end - start) / 1000;
  const mib = (bytes) => (bytes / 1024 ** 2).toFixed(0);
  console.log(`
1 GiB in ${Math.ceil(SIZE / partSize)} parts of ${mib(partSize)} MiB, ${LANES} at once: ${seconds.toFixed(1)} s (${(SIZE / 1024 ** 2 / seconds).toFixed(0)} MiB/s), joined in ${((end - sent) / 1000).toFixed(2)} s
API memory: ${mib(before.rss)} MiB before, ${mib(most)} MiB at most, ${mib(after.rss)} MiB after
API CPU: ${after.cpuMs - before.cpuMs} ms, ${((after.cpuMs - before.cpuMs) / seconds / 10).toFixed(1)} % of one core`);
}

requireNode();
await runCommand(main, { interruptedCode: 130 });
