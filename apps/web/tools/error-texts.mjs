/**
 * Writes src/gql/errors.{vi,en}.json: the sentence and the advice of every error code, out of the table that the API
 * generates (docs/errors.md), so that the screens never lag behind the codes. Texts in src/i18n/<language>/errors.json win.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';

const table = await readFile(new URL('../../../docs/errors.md', import.meta.url), 'utf8').catch(() => '');
if (table === '') console.warn('docs/errors.md is missing: only the error texts of src/i18n are known.');
const vi = {};
const en = {};
for (const line of table.split('\n')) {
  const cells = line.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim().replaceAll('\\|', '|'));
  const code = /^`([A-Z0-9_]+)`$/.exec(cells[0] ?? '')?.[1];
  if (!code) continue;
  const [, , message = '', viText = '', fixEn = '', fix = ''] = cells;
  vi[code] = { text: viText, fix };
  en[code] = { text: message, fix: fixEn };
}
const folder = new URL('../src/gql/', import.meta.url);
await mkdir(folder, { recursive: true });
await Promise.all(Object.entries({ vi, en }).map(([language, texts]) => writeFile(new URL(`errors.${language}.json`, folder), JSON.stringify(texts))));
