import type { Letter, LetterItem, LetterLine } from './letter.js';

const FONT = "font-family:'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
const INK = '#1f2933';
const SOFT = '#52606d';
const LINE = '#d9e0e6';
const ACCENT = '#0b6e4f';

/**
 * The letter as HTML: one column of at most 600 px, styles inline because mail programs drop the others, no picture, no
 * script, nothing fetched from anywhere. Programs with a dark mode either turn the colours themselves or take the few of
 * the style element.
 */
export function letterHtml(letter: Letter): string {
  return `<!doctype html>
<html lang="${letter.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(letter.subject)}</title>
<style>
@media (prefers-color-scheme: dark) {
  .page, .sheet { background: #16191d !important; }
  .ink { color: #e8ecef !important; }
  .soft { color: #a7b1bb !important; }
  .line { border-color: #3a424a !important; }
  .link { color: #6fcfa8 !important; }
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#ffffff">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 16px">
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;text-align:left;background:#ffffff">
<tr><td class="line" style="padding:0 0 16px;border-bottom:2px solid ${ACCENT}">
<span class="ink" style="${FONT};font-size:18px;font-weight:600;color:${INK}">Khơi</span>
</td></tr>
<tr><td style="padding:24px 0 8px">
${paragraph(letter.greeting)}
${letter.intro.map(paragraph).join('\n')}
</td></tr>
${letter.items.map(itemRow).join('\n')}
<tr><td class="line" style="padding:16px 0 0;border-top:1px solid ${LINE}">
${letter.footer.map(footerLine).join('\n')}
</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
}

function paragraph(text: string): string {
  return `<p class="ink" style="margin:0 0 12px;${FONT};font-size:16px;line-height:1.55;color:${INK}">${escaped(text)}</p>`;
}

function itemRow({ sentence, facts, action }: LetterItem): string {
  const factLines = facts.map((fact) => `<p class="soft" style="margin:0 0 4px;${FONT};font-size:15px;line-height:1.5;color:${SOFT}">${escaped(fact)}</p>`);
  const link = action === null ? [] : [
    `<p style="margin:10px 0 0;${FONT};font-size:16px"><a class="link" href="${escaped(action.url)}" style="color:${ACCENT};font-weight:600">${escaped(action.label)}</a></p>`,
  ];
  return `<tr><td style="padding:0 0 24px">\n${[paragraph(sentence), ...factLines, ...link].join('\n')}\n</td></tr>`;
}

function footerLine({ text, url }: LetterLine): string {
  const words = url === undefined ? escaped(text) : `<a class="soft" href="${escaped(url)}" style="color:${SOFT}">${escaped(text)}</a>`;
  return `<p class="soft" style="margin:0 0 4px;${FONT};font-size:14px;line-height:1.5;color:${SOFT}">${words}</p>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
