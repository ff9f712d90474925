/** Builds what docker/Dockerfile describes without a container engine, and runs programs in the result. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run as runCommand } from '../../scripts/lib/processes.mjs';
import { parseDockerfile } from './dockerfile.mjs';
import { ignoreRules } from './dockerignore.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
export const say = (line) => void process.stdout.write(`${line}\n`);
const isRoot = process.getuid?.() === 0;
/** The user of the image, when we may become somebody else. */
const USER = { uid: 10_001, gid: 10_001 };

/** How this machine reaches the package registry; an image builder is told the same by its engine. */
const NETWORK = /^(https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|npm_config_(cafile|registry))$/i;

/** Everything below a folder, files and links, as paths from it. */
export function* walk(folder, below = '') {
  for (const entry of readdirSync(path.join(folder, below), { withFileTypes: true })) {
    const inside = path.join(below, entry.name);
    if (entry.isDirectory()) yield* walk(folder, inside);
    else yield inside;
  }
}

/** The build context: what the repository holds and .dockerignore lets through. */
export function makeContext(target) {
  const isIgnored = ignoreRules(readFileSync(path.join(ROOT, 'docker', 'Dockerfile.dockerignore'), 'utf8'));
  cpSync(ROOT, target, {
    recursive: true,
    filter: (source) => {
      const inside = path.relative(ROOT, source).split(path.sep).join('/');
      return inside === '' || (!inside.startsWith('.git/') && inside !== '.git' && !isIgnored(inside, lstatSync(source).isDirectory()));
    },
  });
}

function copy({ from, sources, target }, stage, stages, context) {
  const origin = from === null ? context : stages.get(from).root;
  const into = path.join(stage.root, path.resolve(stage.workdir, target));
  for (const source of sources) {
    const found = path.join(origin, from === null ? source : path.resolve('/', source));
    if (!existsSync(found)) throw new Error(`COPY ${source}: there is no such file in ${from ?? 'the build context'}`);
    const isFolder = lstatSync(found).isDirectory();
    const place = isFolder || !(target.endsWith('/') || sources.length > 1) ? into : path.join(into, path.basename(source));
    mkdirSync(path.dirname(place), { recursive: true });
    cpSync(found, place, { recursive: true, verbatimSymlinks: true });
  }
}

/** RUN lines that prepare folders of the image's own root; the rest runs in the folder of the stage. */
const PREPARES_ROOT = /^mkdir -p (.+) && chown \d+:\d+ .+$/;

async function run(life, command, stage, env) {
  const prepared = PREPARES_ROOT.exec(command)?.[1];
  if (prepared !== undefined) {
    for (const folder of prepared.split(' ')) mkdirSync(path.join(stage.root, folder), { recursive: true });
    return;
  }
  const begin = performance.now();
  const { code, output } = await runCommand(life, 'sh', ['-c', command], { cwd: path.join(stage.root, stage.workdir), env, ...(isRoot ? USER : {}) });
  say(`  RUN ${command} · ${((performance.now() - begin) / 1_000).toFixed(1)} s`);
  if (code !== 0) throw new Error(`RUN ${command} ended with ${code}\n${output}`);
}

/** Gives a tree to the user of the image, as far as we may. */
function giveAway(folder) {
  if (!isRoot) return;
  chownSync(folder, USER.uid, USER.gid);
  for (const inside of walk(folder)) {
    const file = path.join(folder, inside);
    if (!lstatSync(file).isSymbolicLink()) chownSync(file, USER.uid, USER.gid);
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) if (entry.isDirectory()) chownSync(path.join(entry.parentPath, entry.name), USER.uid, USER.gid);
}

/**
 * Builds every stage; answers the last one, which is the image.
 * @param {import('../../scripts/lib/lifecycle.mjs').Lifecycle} life ends what runs when the person asks to stop
 * @param {string} folder where the stages are made
 * @returns {Promise<{ root: string, workdir: string, env: Record<string, string>, entrypoint: string[], cmd: string[] }>}
 */
export async function build(life, folder) {
  const context = path.join(folder, 'context');
  makeContext(context);
  const home = path.join(folder, 'home');
  mkdirSync(home);
  giveAway(home);
  const network = Object.fromEntries(Object.entries(process.env).filter(([name]) => NETWORK.test(name)));
  const env = { PATH: process.env.PATH, HOME: home, CI: '1', npm_config_cache: path.join(home, 'npm'), ...network };
  const stages = new Map();
  let stage;
  for (const step of parseDockerfile(readFileSync(path.join(ROOT, 'docker', 'Dockerfile'), 'utf8'))) {
    life.check();
    if (step.kind === 'FROM') {
      stage = { root: path.join(folder, step.name), workdir: '/', env: {}, entrypoint: [], cmd: [] };
      mkdirSync(stage.root);
      giveAway(stage.root);
      stages.set(step.name, stage);
      say(`FROM ${step.image} AS ${step.name}`);
    } else if (step.kind === 'WORKDIR') {
      stage.workdir = step.path;
      mkdirSync(path.join(stage.root, step.path), { recursive: true });
      giveAway(stage.root);
    } else if (step.kind === 'COPY') {
      copy(step, stage, stages, context);
      giveAway(path.join(stage.root, stage.workdir));
    } else if (step.kind === 'RUN') await run(life, step.command, stage, env);
    else if (step.kind === 'ENV') Object.assign(stage.env, step.values);
    else if (step.kind === 'ENTRYPOINT') stage.entrypoint = step.args;
    else if (step.kind === 'CMD') stage.cmd = step.args;
  }
  return stage;
}

/** Takes the right to write from everything below a folder. Without root it is the only thing that keeps us from writing. */
export function makeReadOnly(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) chmodSync(file, lstatSync(file).mode & ~0o222);
    if (isRoot && !entry.isSymbolicLink()) chownSync(file, 0, 0);
  }
  chmodSync(folder, 0o555);
  if (isRoot) chownSync(folder, 0, 0);
}

export function makeWritable(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) if (entry.isDirectory()) chmodSync(path.join(entry.parentPath, entry.name), 0o755);
}

/** Gives a folder outside the application to the user of the image, as its volume would be. */
export function makeVolume(image, folder) {
  const place = path.join(image.root, folder);
  mkdirSync(place, { recursive: true });
  if (isRoot) chownSync(place, USER.uid, USER.gid);
}

/** Runs a program of the image in its read-only folder and answers how it ended. */
export const runProgram = (image, args, env = {}) => spawnSync(...programOf(image, args, env));

/** Starts a program of the image that stays. */
export const startProgram = (image, args, env = {}) => spawn(...programOf(image, args, env));

function programOf(image, args, env) {
  const inside = path.join(image.root, image.workdir);
  const rooted = Object.fromEntries(Object.entries(image.env).map(([name, value]) => [name, value.startsWith('/') ? path.join(image.root, value) : value]));
  const [program, ...rest] = [...image.entrypoint, ...args];
  return [program === 'node' ? process.execPath : program, rest, {
    cwd: inside, env: { PATH: process.env.PATH, ...rooted, ...env }, encoding: 'utf8', ...(isRoot ? USER : {}),
  }];
}
