// Adds to package-lock.json the optional packages for other machines that npm left out (see scripts/lib/lockfile.mjs).
// Run it after every `npm install` that changed the lockfile; `npm test` says when it is needed.
import { writeFileSync } from 'node:fs';
import { LOCKFILE, machinesOf, missingOptional, readLockfile } from './lib/lockfile.mjs';

const lockfile = readLockfile();
const missing = missingOptional(lockfile);
for (const { name, version, dev, wantedBy } of missing) {
  const machines = machinesOf(name);
  if (!machines || !/^\d+\.\d+\.\d+/.test(version)) {
    console.error(`✖ ${name}@${version}, wanted by ${wantedBy}: its name does not say for which machines it is; please add it by hand.`);
    process.exit(1);
  }
  lockfile.packages[`node_modules/${name}`] = { version, ...machines, ...(dev ? { dev: true } : {}), optional: true };
}
const inOrder = Object.entries(lockfile.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
lockfile.packages = Object.fromEntries(inOrder);
writeFileSync(LOCKFILE, `${JSON.stringify(lockfile, null, 2)}\n`);
console.log(`${missing.length} packages added: ${missing.map(({ name }) => name).join(', ') || '–'}`);
