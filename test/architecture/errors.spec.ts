import { describe, expect, it } from '@jest/globals';
import { errorCatalogue } from '@kit/errors';
import { driftOf } from '../../apps/console/src/documents/document.js';
import { errorsDocument } from '../../apps/console/src/documents/errors.document.js';

describe('docs/errors.md', () => {
  it('is what the catalogue says (npm run console -- errors:print)', async () => {
    expect(await driftOf(errorsDocument)).toBeNull();
  }, 60_000);
});

describe('every error', () => {
  it('is explained in both languages and says what to do', async () => {
    await errorsDocument.text();
    const incomplete = errorCatalogue().filter(
      ({ message, vi, fix, fixEn }) => [message, vi, fix, fixEn].some((text) => text === undefined || text.trim() === ''),
    );
    expect(incomplete.map(({ code }) => code)).toEqual([]);
  });

  it('is a sentence in NFC', async () => {
    await errorsDocument.text();
    const odd = errorCatalogue().filter(({ message, vi }) => vi !== vi.normalize('NFC') || !/[.?!]$/.test(message) || !/[.?!]$/.test(vi));
    expect(odd.map(({ code }) => code)).toEqual([]);
  });
});
