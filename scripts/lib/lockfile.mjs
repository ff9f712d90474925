import path from 'node:path';
import { readFileSync } from 'node:fs';
import { ROOT } from './paths.mjs';

/** The lockfile of the checkout. */
export const LOCKFILE = path.join(ROOT, 'package-lock.json');

export const readLockfile = () => JSON.parse(readFileSync(LOCKFILE, 'utf8'));

/** Where `name` is found from a package installed at `place`, as Node looks: inside it, then in each folder above. */
function resolve(packages, place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const candidate = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[candidate]) return candidate;
    if (folder === '') return null;
  }
}

/**
 * Optional packages that the lockfile names but does not contain. npm leaves out those that its registry lacked
 * while the lockfile was written, usually binaries for other machines, and then `npm ci` refuses the lockfile everywhere.
 * @param {{ packages: Record<string, object> }} lockfile
 * @returns {{ name: string, version: string, dev: boolean, wantedBy: string }[]}
 */
export function missingOptional({ packages }) {
  const missing = new Map();
  for (const [place, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!resolve(packages, place, name)) missing.set(name, { name, version: range.replace(/^[~^]/, ''), dev: entry.dev === true, wantedBy: place });
    }
  }
  return [...missing.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = { arm: 'arm', arm64: 'arm64', ia32: 'ia32', loong64: 'loong64', ppc64: 'ppc64', ppc64le: 'ppc64', riscv64: 'riscv64', s390x: 's390x', x64: 'x64' };

/**
 * The machines a binary package is for, read from its name by the custom all of them follow: `…-linux-x64-musl`.
 * @returns {{ os: string[], cpu: string[], libc?: string[] } | null} null when the name does not say
 */
export function machinesOf(name) {
  const words = name.split(/[/-]/);
  const os = words.find((word) => SYSTEMS.includes(word));
  const cpu = words.map((word) => PROCESSORS[word]).find(Boolean);
  if (!os || !cpu) return null;
  if (os !== 'linux') return { os: [os], cpu: [cpu] };
  const last = words.at(-1);
  return { os: [os], cpu: [cpu], ...(last.startsWith('musl') ? { libc: ['musl'] } : last.startsWith('gnu') ? { libc: ['glibc'] } : {}) };
}
