import type { Finding } from './finding.js';

const SIGNS = { ok: '✔', warning: '⚠', error: '✖' } as const;
const WIDTH = 11;

/** The findings as lines for a terminal, in one language. */
export function reportText(findings: readonly Finding[], language: 'vi' | 'en'): string {
  const lines = findings.flatMap(({ part, level, text, fix }) => [
    `${SIGNS[level]} ${part.padEnd(WIDTH)} ${indented(text[language])}`,
    ...(fix === undefined ? [] : [`${' '.repeat(WIDTH + 3)}→ ${indented(fix[language])}`]),
  ]);
  const count = (level: Finding['level']): number => findings.filter((finding) => finding.level === level).length;
  const summary = language === 'vi'
    ? `${count('ok')} phần tốt, ${count('warning')} điều nên xem, ${count('error')} lỗi phải sửa.`
    : `${count('ok')} fine, ${count('warning')} to look at, ${count('error')} to mend.`;
  return `${[...lines, '', summary].join('\n')}\n`;
}

const indented = (text: string): string => text.replaceAll('\n', `\n${' '.repeat(WIDTH + 3)}`);
