import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const SELF = 'test/architecture/sources.spec.ts';

const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'apps', 'libs', 'test', 'scripts'], { cwd: ROOT, encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && file !== SELF);

/** Lines of the sources that match, as `file:line`. */
function linesWith(pattern: RegExp, files: readonly string[] = sources): string[] {
  return files.flatMap((file) => {
    let text: string;
    try {
      text = readFileSync(join(ROOT, file), 'utf8');
    } catch {
      return [];
    }
    return text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : []));
  });
}

describe('the sources', () => {
  it('are read by these tests', () => {
    expect(linesWith(/describe\('the GraphQL|describe\(/).length).toBeGreaterThan(20);
  });

  it('never let the ORM change the schema', () => {
    expect(linesWith(/synchronize:(?!\s*false)|\.synchronize\(|dropSchema/)).toEqual([]);
  });

  it('know no forward references', () => {
    expect(linesWith(/forwardRef\(\(\)/)).toEqual([]);
  });

  it('hold no test that is switched off or left alone', () => {
    const specs = sources.filter((file) => /\.spec\.tsx?$/.test(file));
    expect(linesWith(/\b(it|test|describe)\.(skip|only|todo)\b|\b(xit|xdescribe|fit|fdescribe)\(/, specs)).toEqual([]);
  });

  it('hold no notes about unfinished work', () => {
    expect(linesWith(/\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
  });
});
