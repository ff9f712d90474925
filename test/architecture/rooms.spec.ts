import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const CRUISE = join(dirname(fileURLToPath(import.meta.url)), 'cruise.mjs');
const ROOT = join(dirname(CRUISE), '..', '..');

interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

function violationsIn(folder: string): Promise<Violation[]> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [CRUISE, '--json'], { cwd: folder, maxBuffer: 2 ** 26 }, (_error, output, errors) => {
      if (output === '') reject(new Error(errors));
      else resolve(JSON.parse(output) as Violation[]);
    });
  });
}

describe('the imports of the product', () => {
  it('keep to the rooms of the house', async () => {
    expect(await violationsIn(ROOT)).toEqual([]);
  }, 60_000);
});

/** Rule, file that breaks it, what the file imports. */
const PLANTED: readonly (readonly [rule: string, file: string, target: string])[] = [
  ['feature-initiative-imports-only-downward', 'libs/domain/initiative/upward.ts', '@domain/evaluation'],
  ['rooms-have-one-door', 'libs/domain/evaluation/burglar.ts', '../initiative/usecases/submit.js'],
  ['processes-use-the-door', 'apps/api/src/burglar.ts', '../../../libs/domain/initiative/usecases/submit.js'],
  ['libs-know-no-process', 'libs/domain/initiative/process.ts', '../../../apps/api/src/main.js'],
  ['processes-stay-apart', 'apps/console/src/process.ts', '../../api/src/main.js'],
  ['kit-knows-no-domain', 'libs/kit/ids/domain.ts', '@domain/initiative'],
  ['domain-knows-no-demo', 'libs/domain/initiative/demo.ts', '@database/demo'],
  ['kit-ids-imports-only-downward', 'libs/kit/ids/upward.ts', '@kit/graphql'],
  ['nobody-imports-listeners', 'libs/domain/evaluation/listener.ts', '@domain/audit'],
  ['listeners-stay-apart', 'libs/domain/audit/listener.ts', '@domain/notification'],
  ['features-are-known', 'libs/domain/gamification/unknown.ts', '@kit/ids'],
  ['kit-rooms-are-known', 'libs/kit/magic/unknown.ts', '@kit/ids'],
  ['usecases-import-nothing-above', 'libs/domain/initiative/usecases/upward.ts', '../api/initiative.type.js'],
  ['data-import-nothing-above', 'libs/domain/initiative/data/upward.ts', '../usecases/submit.js'],
  ['model-import-nothing-above', 'libs/domain/initiative/model/upward.ts', '../jobs/remind.js'],
  ['domain-rules-are-pure', 'libs/domain/initiative/domain/upward.ts', '../usecases/submit.js'],
  ['domain-rules-are-pure', 'libs/domain/initiative/domain/impure.ts', 'node:fs'],
  ['policies-are-leaves', 'libs/domain/initiative/policy/upward.ts', '../usecases/submit.js'],
  ['events-are-leaves', 'libs/domain/initiative/events/upward.ts', '../usecases/submit.js'],
  ['nothing-unresolvable', 'libs/domain/initiative/lost.ts', './nowhere.js'],
];

const ROOMS = [
  'kit/ids', 'kit/graphql', 'domain/organisation', 'domain/initiative', 'domain/evaluation', 'domain/audit',
  'domain/notification', 'database/demo',
];

describe('an import that leaves its room', () => {
  let house: string;
  const plant = (file: string, text: string): void => {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), `${text}\n`);
  };

  beforeAll(() => {
    house = mkdtempSync(join(tmpdir(), 'khoi-rooms-'));
    cpSync(join(ROOT, 'tsconfig.json'), join(house, 'tsconfig.json'));
    for (const room of ROOMS) plant(`libs/${room}/index.ts`, 'export {};');
    plant('apps/api/src/main.ts', "import '@domain/initiative';");
    plant('libs/domain/initiative/usecases/submit.ts', "import '@domain/organisation';\nimport '../data/initiatives.js';");
    plant('libs/domain/initiative/data/initiatives.ts', "import '@kit/ids';");
    plant('libs/domain/initiative/api/initiative.type.ts', 'export {};');
    plant('libs/domain/initiative/jobs/remind.ts', 'export {};');
    plant('libs/domain/audit/recorder.ts', "import '@domain/evaluation';");
  });
  afterAll(() => rmSync(house, { recursive: true }));

  it('is absent from a house in order, and found wherever it is planted', async () => {
    expect(await violationsIn(house)).toEqual([]);

    for (const [, file, target] of PLANTED) plant(file, `import '${target}';`);
    plant('libs/kit/ids/a.ts', "import './b.js';");
    plant('libs/kit/ids/b.ts', "import './c.js';");
    plant('libs/kit/ids/c.ts', "import './a.js';");
    const found = (await violationsIn(house)).map(({ rule, from }) => `${rule} in ${from}`);

    const expected = PLANTED.map(([rule, file]) => `${rule} in ${file}`);
    expect(expected.filter((violation) => !found.includes(violation))).toEqual([]);
    expect(found.filter((violation) => violation.startsWith('no-cycles in libs/kit/ids/'))).toHaveLength(1);
  }, 60_000);
});
