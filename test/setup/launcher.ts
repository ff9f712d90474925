import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** How a command ended. */
export interface Ending {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command of the launcher that is still running. */
export interface Running {
  readonly process: ChildProcess;
  readonly ending: Promise<Ending>;
  /** Resolves once standard output contains the text; rejects when the command ends before. */
  readonly says: (text: string) => Promise<string>;
}

/** A data folder for the launcher, apart from the checkout's own; PostgreSQL's user may pass through it. */
export function temporaryDataFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'khơi dữ liệu '));
  chmodSync(folder, 0o755);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Starts Node in the checkout with English messages; `env` adds to an environment without the product's own variables. */
export function startNode(args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { PATH, HOME, TMPDIR, KHOI_LANG: 'en', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => { stdout += text; });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr += text; });
  const ending = new Promise<Ending>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  const says = (text: string): Promise<string> => new Promise((resolve, reject) => {
    const look = (): void => { if (stdout.includes(text)) resolve(stdout); };
    child.stdout.on('data', look);
    look();
    void ending.then((end) => reject(new Error(`ended before saying “${text}”: ${end.stdout}${end.stderr}`)));
  });
  return { process: child, ending, says };
}

/** Runs Node to its end. Takes what {@link startNode} takes. */
export const runNode = (args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Ending> => startNode(args, env).ending;

/** Builds a program of the product, if its sources changed since the last time; answers where its main file is. */
export async function buildProgram(name: 'api' | 'worker'): Promise<string> {
  const { code, stdout, stderr } = await runNode(['--input-type=module', '-e', `
    const { runCommand } = await import('./scripts/lib/lifecycle.mjs');
    const { ensureBuilds, findMain } = await import('./scripts/lib/build.mjs');
    await runCommand(async (life) => {
      await ensureBuilds(life, { only: ['${name}'], quiet: true });
      process.stdout.write(findMain('${name}'));
      return 0;
    }, { interruptedCode: 130 });`]);
  if (code !== 0) throw new Error(`${name} cannot be built: ${stdout}${stderr}`);
  return stdout;
}
