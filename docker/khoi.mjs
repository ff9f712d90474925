/**
 * What the container runs: `api`, `worker`, or `console` with a command of the console. In the same process, so that the
 * signals of the container engine reach the program itself.
 */
const PROGRAMS = {
  api: '../dist/apps/api/apps/api/src/main.js',
  worker: '../dist/apps/worker/apps/worker/src/main.js',
  console: '../dist/apps/console/apps/console/src/main.js',
};

const [name = 'api'] = process.argv.splice(2, 1);
const program = PROGRAMS[name];
if (program === undefined) {
  process.stderr.write(`There is no program "${name}": ${Object.keys(PROGRAMS).join(', ')}.\n`);
  process.exit(2);
}
await import(program);
