import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { t } from './language.mjs';
import { ROOT, WEB_DIR } from './paths.mjs';
import { runNode } from './processes.mjs';
import { Refusal, step } from './terminal.mjs';

/** Inside `dist`, so that deleting the results also deletes the claim that they are up to date. */
const STAMPS = path.join(ROOT, 'dist', '.stamps');

const GENERATED = new Set(['node_modules', 'dist', '.tanstack', 'gql', 'routeTree.gen.ts']);
const COMMON = ['package-lock.json', 'tsconfig.json'];
const nest = (app) => [path.join('node_modules', '@nestjs', 'cli', 'bin', 'nest.js'), 'build', app];

/** The processes of the product and how each is built. */
const TARGETS = [
  {
    name: 'api',
    label: () => t('Biên dịch máy chủ API', 'Build the API server'),
    sources: ['apps/api', 'libs', 'nest-cli.json', ...COMMON],
    ignored: (name) => GENERATED.has(name) || name.endsWith('.spec.ts'),
    args: () => nest('api'),
    result: () => findMain('api'),
  },
  {
    name: 'worker',
    label: () => t('Biên dịch tiến trình làm việc nền', 'Build the worker'),
    sources: ['apps/worker', 'apps/api', 'libs', 'nest-cli.json', ...COMMON],
    ignored: (name) => GENERATED.has(name) || name.endsWith('.spec.ts'),
    args: () => nest('worker'),
    result: () => findMain('worker'),
  },
  {
    name: 'console',
    label: () => t('Biên dịch bộ lệnh quản trị', 'Build the console'),
    sources: ['apps/console', 'libs', 'nest-cli.json', ...COMMON],
    ignored: (name) => GENERATED.has(name) || name.endsWith('.spec.ts'),
    args: () => nest('console'),
    result: () => findMain('console'),
  },
  {
    name: 'web',
    label: () => t('Biên dịch ứng dụng web', 'Build the web app'),
    sources: ['apps/web', 'schema.graphql', ...COMMON],
    ignored: (name) => GENERATED.has(name) || name.endsWith('.tsbuildinfo'),
    args: () => [npmScript(), 'run', 'build', '--workspace', 'apps/web'],
    result: () => (existsSync(path.join(WEB_DIR, 'index.html')) ? WEB_DIR : null),
  },
];

/** npm's own script: the one that started us, or the one that came with this Node. */
export function npmScript() {
  const candidates = [
    process.env.npm_execpath ?? '',
    path.join(path.dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(path.dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ];
  const found = candidates.find((file) => file.endsWith('.js') && existsSync(file));
  if (!found) {
    throw new Refusal(
      'Không tìm thấy npm đi kèm Node. Vui lòng chạy bằng lệnh npm, ví dụ: npm start.',
      'The npm that belongs to this Node was not found. Please run through npm, for example: npm start.',
    );
  }
  return found;
}

/** Entry file of a built Nest app, or null. Its depth depends on how many folders the compiler had to span. */
export function findMain(app) {
  return [`apps/${app}/src/main.js`, 'src/main.js', 'main.js']
    .map((inside) => path.join(ROOT, 'dist', 'apps', app, inside))
    .find(existsSync) ?? null;
}

/** Fingerprint of all source files below some paths: changes with any name or content, never with time stamps. */
function fingerprint(sources, ignored) {
  const hash = createHash('sha256');
  const visit = (relative) => {
    const place = path.join(ROOT, relative);
    const entries = readdirSync(place, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (ignored(entry.name)) continue;
      const inside = path.join(relative, entry.name);
      if (entry.isDirectory()) visit(inside);
      else if (entry.isFile()) add(inside);
    }
  };
  const add = (relative) => hash.update(`${relative}\0`).update(readFileSync(path.join(ROOT, relative))).update('\0');
  for (const source of sources) {
    if (!existsSync(path.join(ROOT, source))) continue;
    if (path.extname(source)) add(source);
    else visit(source);
  }
  return hash.digest('hex');
}

async function compile(life, target, stamp, wanted) {
  rmSync(stamp, { force: true });
  const { code, output } = await runNode(life, target.args());
  if (code !== 0 || !target.result()) {
    throw new Refusal(
      `Bước “${target.label()}” không thành công; chi tiết ở trên.`,
      `“${target.label()}” failed; see above.`,
      { details: output },
    );
  }
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stamp, wanted);
}

async function buildIfChanged(life, target, quiet) {
  const stamp = path.join(STAMPS, target.name);
  const wanted = fingerprint(target.sources, target.ignored);
  if (target.result() && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const work = () => compile(life, target, stamp, wanted);
  await (quiet ? work() : step(target.label(), work));
}

/**
 * Builds whatever of API, console and web app changed since its last build, all at once.
 * @param {{ only?: string[], quiet?: boolean }} [options] `only`: names among "api", "console", "web"; `quiet`: print no lines
 */
export async function ensureBuilds(life, { only, quiet = false } = {}) {
  const targets = TARGETS.filter(({ name }) => !only || only.includes(name));
  const results = await Promise.allSettled(targets.map((target) => buildIfChanged(life, target, quiet)));
  const failed = results.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
}
