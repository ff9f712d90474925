/**
 * Runs the very steps of docker/Dockerfile without a container engine: each stage in a folder of its own, COPY from what
 * .dockerignore lets through, RUN with sh, the result made read-only. Then the programs of the image run in it as an
 * ordinary user: on a new PostgreSQL with the roles of docker/postgres/roles.sh they migrate, serve, and stop when asked.
 *
 *   node docker/rehearse.mjs [--keep] [folder]
 *
 * It shows that the files fit together and that nothing is written outside the places named. What it cannot show: the base
 * image itself, its list of users, and the engine's networks, volumes and capabilities. Run it with the Node of the image.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../scripts/lib/lifecycle.mjs';
import { freePort } from '../scripts/lib/ports.mjs';
import { startTestCluster } from '../scripts/lib/test-cluster.mjs';
import { build, makeReadOnly, makeVolume, makeWritable, runProgram, say, startProgram, walk } from './lib/image.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const SECRET_KEY = Buffer.alloc(32, 'khoi rehearsal').toString('base64');
const NOWHERE = { SECRET_KEY, DATABASE_URL: 'postgresql://khoi:x@127.0.0.1:1/khoi', PORT: '0' };

function check(name, isGood, details = '') {
  say(`${isGood ? '✔' : '✖'} ${name}`);
  if (isGood) return;
  say(String(details));
  process.exitCode = 1;
}

function checkPrograms(image) {
  const refuses = (end) => end.status === 1 && end.stderr.startsWith('The database at 127.0.0.1:1/khoi cannot be used');
  for (const [name, end, isGood] of [
    ['console --help', runProgram(image, ['console', '--help']), (found) => found.status === 0 && found.stdout.includes('migrate')],
    ['console demo --list', runProgram(image, ['console', 'demo', '--list']), (found) => found.status === 0 && JSON.parse(found.stdout).length > 0],
    ['api without a database', runProgram(image, image.cmd, NOWHERE), refuses],
    ['worker without a database', runProgram(image, ['worker'], NOWHERE), refuses],
    ['an unknown program', runProgram(image, ['shell']), (found) => found.status === 2],
  ]) check(name, isGood(end), `${end.stdout}${end.stderr}${end.error ?? ''}`);
}

/** Makes database and roles as the PostgreSQL container does; answers the addresses of both roles. */
function makeRoles(adminUrl) {
  const admin = new URL(adminUrl);
  const passwords = { OWNER_PASSWORD: `chủ 'sở' \\hữu`, APP_PASSWORD: 'ung-dung-khoi-2026' };
  const env = { PATH: process.env.PATH, PGHOST: admin.hostname, PGPORT: admin.port, PGPASSWORD: decodeURIComponent(admin.password), POSTGRES_USER: admin.username, ...passwords };
  const end = spawnSync('sh', [path.join(HERE, 'postgres', 'roles.sh')], { env, encoding: 'utf8' });
  check('docker/postgres/roles.sh', end.status === 0, `${end.stdout}${end.stderr}${end.error ?? ''}`);
  const urlOf = (role, password) => Object.assign(new URL(adminUrl), { username: role, password: encodeURIComponent(password), pathname: '/khoi' }).href;
  return { DATABASE_URL: urlOf('khoi_app', passwords.APP_PASSWORD), DATABASE_OWNER_URL: urlOf('khoi_owner', passwords.OWNER_PASSWORD) };
}

async function checkService(image, life) {
  const { DATABASE_URL, DATABASE_OWNER_URL } = makeRoles((await startTestCluster(life)).adminUrl);
  const migrated = runProgram(image, ['console', 'migrate'], { SECRET_KEY, DATABASE_URL, DATABASE_OWNER_URL });
  check('console migrate', migrated.status === 0, `${migrated.stdout}${migrated.stderr}`);

  const [port, metrics] = [await freePort(), await freePort()];
  const env = { SECRET_KEY, DATABASE_URL, PORT: String(port), HOST: '127.0.0.1', METRICS_PORT: String(metrics), SHUTDOWN_GRACE: '0' };
  life.check();
  const api = startProgram(image, image.cmd, env);
  const ended = new Promise((resolve) => api.once('close', resolve));
  life.defer(async () => {
    api.kill('SIGKILL');
    await ended;
  });
  life.onForce(() => api.kill('SIGKILL'));
  let output = '';
  for (const stream of [api.stdout, api.stderr]) stream.setEncoding('utf8').on('data', (text) => { output += text; });
  const isHealthy = () => runProgram({ ...image, entrypoint: ['node'] }, ['docker/healthcheck.mjs'], env).status === 0;
  for (let attempt = 0; attempt < 60 && api.exitCode === null && !isHealthy(); attempt += 1) await sleep(500);
  check('api is healthy', isHealthy(), output);
  const page = await fetch(`http://127.0.0.1:${port}/`).then((answer) => answer.text(), String);
  check('api serves the web app', page.includes('<div id="root"'), page.slice(0, 500));
  api.kill('SIGTERM');
  check('api ends when asked', (await ended) === 0, output);
}

async function rehearse(life) {
  const args = process.argv.slice(2);
  const keep = args.includes('--keep');
  const folder = mkdtempSync(path.join(args.find((one) => !one.startsWith('--')) ?? tmpdir(), 'khoi-image-'));
  chmodSync(folder, 0o755);
  life.defer(async () => {
    if (keep) return say(`Kept: ${folder}`);
    for (const entry of readdirSync(folder)) makeWritable(path.join(folder, entry));
    rmSync(folder, { recursive: true, force: true });
  });
  const image = await build(life, folder);
  const app = path.join(image.root, image.workdir);
  const files = [...walk(app)];
  say(`The image holds ${Math.round(files.reduce((sum, file) => sum + lstatSync(path.join(app, file)).size, 0) / 2 ** 20)} MiB besides its base.`);
  makeReadOnly(app);
  for (const volume of ['data', 'backups']) makeVolume(image, volume);
  checkPrograms(image);
  await checkService(image, life);
  check('nothing was written beside the volumes', [...walk(app)].length === files.length);
  return process.exitCode;
}

await runCommand(rehearse, { interruptedCode: 130 });
