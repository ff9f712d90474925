import { describe, expect, it } from '@jest/globals';
import { environmentSchema, SECRET_VARIABLES } from '@kit/config';
import { driftOf } from '../../apps/console/src/documents/document.js';
import { environmentDocument, environmentText } from '../../apps/console/src/documents/environment.document.js';

describe('docs/environment.md', () => {
  it('is what the configuration schema says (npm run console -- environment:print)', async () => {
    expect(await driftOf(environmentDocument)).toBeNull();
  });

  it('tells defaults, what is required, and what is a secret', () => {
    const lines = environmentText().split('\n');
    const rowOf = (name: string): string[] => (lines.find((line) => line.startsWith(`| \`${name}\` |`)) ?? '').split(' | ').slice(-2);
    expect(rowOf('PORT')).toEqual(['`3000`', ' |']);
    expect(rowOf('DEMO')).toEqual(['`0`', ' |']);
    expect(rowOf('DATABASE_URL')).toEqual(['required', 'yes |']);
    expect(rowOf('SECRET_KEY')).toEqual(['', 'yes |']);
    expect(rowOf('CLAMAV_URL')).toEqual(['', ' |']);
  });
});

describe('every variable', () => {
  it('is explained in a sentence', () => {
    const silent = Object.entries(environmentSchema.shape).filter(([, type]) => !/^[A-Z0-9a-z].{15,}[.5]$/.test(type.description ?? ''));
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  it('that is a secret exists', () => {
    expect(SECRET_VARIABLES.filter((name) => !(name in environmentSchema.shape))).toEqual([]);
  });
});
