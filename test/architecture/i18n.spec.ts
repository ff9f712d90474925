import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(process.cwd(), 'apps/web/src/i18n');
const NAMESPACES = readdirSync(join(ROOT, 'vi')).filter((name) => name.endsWith('.json')).sort();
const PLURAL = /_(zero|one|two|few|many|other)$/;

type Texts = Map<string, string>;

/** Every text of a namespace by its dotted key. */
function read(language: string, file: string): Texts {
  const texts: Texts = new Map();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') texts.set(path, value);
    else for (const [key, inner] of Object.entries(value as object)) walk(inner, path ? `${path}.${key}` : key);
  };
  walk(JSON.parse(readFileSync(join(ROOT, language, file), 'utf8')), '');
  return texts;
}

/** Languages differ in their plural forms, so keys are compared without them. */
function keys(texts: Texts): string[] {
  return [...new Set([...texts.keys()].map((key) => key.replace(PLURAL, '')))].sort();
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? ''))].sort();
}

describe('texts of the screens', () => {
  it('exist in both languages, file by file', () => {
    expect(readdirSync(join(ROOT, 'en')).filter((name) => name.endsWith('.json')).sort()).toEqual(NAMESPACES);
  });

  it.each(NAMESPACES)('%s has the same keys in Vietnamese and English', (file) => {
    expect(keys(read('en', file))).toEqual(keys(read('vi', file)));
  });

  it.each(NAMESPACES)('%s fills the same values into both languages', (file) => {
    const forms = (texts: Texts) => Object.fromEntries(keys(texts).map((key) => {
      const all = [...texts].filter(([name]) => name.replace(PLURAL, '') === key).flatMap(([, text]) => placeholders(text));
      return [key, [...new Set(all)].sort()];
    }));
    expect(forms(read('en', file))).toEqual(forms(read('vi', file)));
  });

  it.each(NAMESPACES)('%s holds no empty text and only composed letters', (file) => {
    const bad = ['vi', 'en'].flatMap((language) => [...read(language, file)]
      .filter(([, text]) => text.trim() === '' || text !== text.normalize('NFC'))
      .map(([key]) => `${language}: ${key}`));
    expect(bad).toEqual([]);
  });

  it.each(NAMESPACES)('%s has the plural forms that each language needs', (file) => {
    const missing = ['vi', 'en'].flatMap((language) => {
      const texts = read(language, file);
      return [...texts.keys()].filter((key) => key.endsWith('_other')).flatMap((key) => {
        const needed = language === 'en' ? ['one', 'other'] : ['other'];
        return needed.map((form) => key.replace(PLURAL, `_${form}`)).filter((form) => !texts.has(form)).map((form) => `${language}: ${form}`);
      });
    });
    expect(missing).toEqual([]);
  });
});
