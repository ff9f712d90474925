import type { Letter, LetterItem, LetterLine } from './letter.js';

const WIDTH = 72;

/** The letter as plain text, wrapped for readers without HTML. Addresses stand on lines of their own and are never broken. */
export function letterText(letter: Letter): string {
  const blocks = [
    [letter.greeting],
    ...(letter.intro.length > 0 ? [letter.intro] : []),
    ...letter.items.map((item) => itemLines(item, letter.items.length > 1)),
    ['-- ', ...letter.footer.flatMap(footerLines)],
  ];
  return `${blocks.map((lines) => lines.map(wrapped).join('\n')).join('\n\n')}\n`;
}

function itemLines({ sentence, facts, action }: LetterItem, isOneOfMany: boolean): string[] {
  return [
    isOneOfMany ? `* ${sentence}` : sentence,
    ...facts.map((fact) => `  ${fact}`),
    ...(action === null ? [] : [`  ${action.label}:`, `  ${action.url}`]),
  ];
}

function footerLines({ text, url }: LetterLine): string[] {
  return url === undefined ? [text] : [`${text}:`, url];
}

/** Breaks a line at spaces; what follows the first line is indented like its text. */
function wrapped(line: string): string {
  if (line.length <= WIDTH || /^\s*https?:\/\/\S+$/.test(line)) return line;
  const indent = /^(\s*(?:\* )?)/.exec(line)?.[1] ?? '';
  const rows: string[] = [];
  let row = indent;
  for (const word of line.slice(indent.length).split(' ')) {
    if (row.trim() !== '' && row.trim() !== '*' && row.length + word.length >= WIDTH) {
      rows.push(row.trimEnd());
      row = ' '.repeat(indent.length);
    }
    row += `${word} `;
  }
  return [...rows, row.trimEnd()].join('\n');
}
