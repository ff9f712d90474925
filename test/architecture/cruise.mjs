import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import config from '../../.dependency-cruiser.mjs';

/**
 * Checks the imports below `apps` and `libs` of the working directory against the rooms of the house.
 * The library is used instead of its command, which refuses Node 20 although the library runs there.
 *
 * @returns {Promise<{ rule: string, from: string, to: string }[]>} every violation
 */
export async function importViolations() {
  const { forbidden, options } = config;
  const ruleSet = { forbidden };
  const tsConfig = extractTSConfig('tsconfig.json');
  const { output } = await cruise(['apps', 'libs'], { ...options, ruleSet, validate: true }, null, { tsConfig });
  return output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const violations = await importViolations();
  if (process.argv.includes('--json')) console.log(JSON.stringify(violations));
  else for (const { rule, from, to } of violations) console.log(`${rule}: ${from} → ${to}`);
  process.exitCode = violations.length === 0 ? 0 : 1;
}
