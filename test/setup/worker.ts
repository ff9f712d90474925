import { runNode, type Running, startNode } from './launcher.js';

const BUILD = `
  const { runCommand } = await import('./scripts/lib/lifecycle.mjs');
  const { ensureBuilds, findMain } = await import('./scripts/lib/build.mjs');
  await runCommand(async (life) => {
    await ensureBuilds(life, { only: ['worker'], quiet: true });
    process.stdout.write(findMain('worker'));
    return 0;
  }, { interruptedCode: 130 });`;

/** Builds the worker, if its sources changed since the last time; answers where its main file is. */
export async function buildWorker(): Promise<string> {
  const { code, stdout, stderr } = await runNode(['--input-type=module', '-e', BUILD]);
  if (code !== 0) throw new Error(`the worker cannot be built: ${stdout}${stderr}`);
  return stdout;
}

/** Starts a worker as a process of its own, and waits until it says that it is ready. */
export async function startWorker(main: string, env: Readonly<Record<string, string>>): Promise<Running> {
  const worker = startNode([main], { NODE_ENV: 'test', LOG_LEVEL: 'info', ...env });
  await worker.says('The worker is ready.');
  return worker;
}
