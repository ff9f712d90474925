import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '@kit/database';
import { schemaOf, schemaText } from '@kit/graphql';
import { driftOf, type GeneratedDocument, writeDocument } from '../../../apps/console/src/documents/document.js';
import { permissionsText } from '../../../apps/console/src/documents/permissions.document.js';
import { policyTable } from '@kit/policy';
import { TreeModule } from '../graphql/tiny-feature.js';

const folder = mkdtempSync(join(tmpdir(), 'khoi-documents-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a generated document', () => {
  const path = join(folder, 'a.md');
  const document: GeneratedDocument = {
    file: relative(repositoryRoot(), path), command: 'a:print', text: async () => 'one\ntwo\nthree\n',
  };

  it('that is missing, altered, cut short or too long differs at its first wrong line', async () => {
    expect(await driftOf(document)).toEqual({ line: 1, found: '', expected: 'one' });
    for (const [text, drift] of [
      ['one\n2\nthree\n', { line: 2, found: '2', expected: 'two' }],
      ['one\ntwo\n', { line: 3, found: '', expected: 'three' }],
      ['one\ntwo\nthree\nfour\n', { line: 4, found: 'four', expected: '' }],
    ] as const) {
      writeFileSync(path, text);
      expect(await driftOf(document)).toEqual(drift);
    }
  });

  it('does not differ once it is written', async () => {
    expect(await writeDocument(document)).toBe(path);
    expect(readFileSync(path, 'utf8')).toBe('one\ntwo\nthree\n');
    expect(await driftOf(document)).toBeNull();
  });
});

describe('the generated texts', () => {
  it('are the same for the same code, and sorted', async () => {
    const schema = await schemaOf([TreeModule]);
    const text = schemaText(schema);
    expect(schemaText(await schemaOf([TreeModule]))).toBe(text);
    const names = [...text.matchAll(/^(?:type|input|enum|scalar) (\w+)/gm)].map(([, name]) => name);
    expect(names).toEqual([...names].sort());
  });

  it('say for every action, root field and type who may', async () => {
    const text = permissionsText(await schemaOf([TreeModule]), policyTable());
    const lines = text.split('\n');
    expect(lines).toEqual(expect.arrayContaining([
      '| `tree.fell` | FORESTER | always |',
      '| `tree.measure` | FORESTER | always |',
      '|  | SIGNED_IN | the viewer planted it |',
      '| `tree.read` | ANYONE | it has not been felled |',
      '| Mutation.fellTree | tree.fell |',
      '| Query.whoAmI | signedIn |',
      '| Tree | tree.read | height: tree.measure, notes: tree.measure |',
      '| TreeConnection | parent |  |',
    ]));
  });
});
