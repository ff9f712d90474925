import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { InspectionLimits } from './limits.js';

const HERE = dirname(fileURLToPath(import.meta.url));
const REPOSITORY = join(HERE, '..', '..', '..');
/** Tests run the sources themselves; then the child compiles its part of them as it starts. */
const RUNS_FROM_SOURCES = import.meta.url.endsWith('.ts');

/**
 * Arguments for Node that start a child.
 * @param readable the folder with the files to look at; beside it, the child may read its own code and nothing else
 */
export function childArguments({ heapMegabytes, residentBytes }: InspectionLimits, readable: string): string[] {
  const code = [HERE, nodeModules(), ...(RUNS_FROM_SOURCES ? [join(REPOSITORY, 'scripts')] : [])];
  return [
    `--max-old-space-size=${heapMegabytes}`,
    '--disallow-code-generation-from-strings',
    process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission',
    '--allow-worker', '--allow-addons',
    ...[...code, readable].map((folder) => `--allow-fs-read=${folder}${sep}`),
    ...(RUNS_FROM_SOURCES ? ['--import', pathToFileURL(join(REPOSITORY, 'scripts', 'lib', 'typescript-loader.mjs')).href] : []),
    join(HERE, 'child', RUNS_FROM_SOURCES ? 'main.ts' : 'main.js'),
    String(residentBytes),
  ];
}

/** The folder of the installed libraries, wherever above this one it lies. */
function nodeModules(): string {
  const library = createRequire(import.meta.url).resolve('yauzl');
  return library.slice(0, library.indexOf(`${sep}node_modules${sep}`) + `${sep}node_modules`.length);
}
