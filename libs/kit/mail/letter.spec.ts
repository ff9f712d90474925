import { describe, expect, it } from '@jest/globals';
import type { Letter } from './letter.js';
import { letterHtml } from './letter-html.js';
import { letterText } from './letter-text.js';

const letter: Letter = {
  language: 'vi', subject: 'Hồ sơ cần bổ sung', greeting: 'Kính gửi ông/bà Lê Thu Hà,', intro: [],
  items: [{ sentence: 'Hồ sơ “Số hóa” cần được bổ sung.', facts: ['Hạn bổ sung: 21/12/2026'], action: { label: 'Mở hồ sơ', url: 'https://khoi.example/ho-so/SK-2026-0001' } }],
  footer: [{ text: 'Phường Bến Nghé' }, { text: 'Chọn cách nhận thư', url: 'https://khoi.example/tai-khoan' }],
};

describe('a letter', () => {
  it('is readable as plain text', () => {
    expect(letterText(letter)).toBe([
      'Kính gửi ông/bà Lê Thu Hà,', '', 'Hồ sơ “Số hóa” cần được bổ sung.', '  Hạn bổ sung: 21/12/2026', '  Mở hồ sơ:',
      '  https://khoi.example/ho-so/SK-2026-0001', '', '--', 'Phường Bến Nghé', 'Chọn cách nhận thư:', 'https://khoi.example/tai-khoan', '',
    ].join('\n').replace('\n--\n', '\n-- \n'));
  });

  it('wraps long lines of text and never an address', () => {
    const url = `https://khoi.example/${'a'.repeat(200)}`;
    const many = { ...letter, items: [letter.items[0]!, { sentence: 'dài '.repeat(40).trim(), facts: [], action: { label: 'Mở', url } }] };
    const lines = letterText(many).split('\n');
    expect(lines.filter((line) => line.length > 72)).toEqual([`  ${url}`]);
    expect(lines.filter((line) => line.startsWith('* '))).toHaveLength(2);
  });

  it('escapes every word in HTML', () => {
    const evil = `"><script>alert('1')</script>&amp;`;
    const html = letterHtml({
      language: 'en', subject: evil, greeting: evil, intro: [evil], footer: [{ text: evil, url: `https://x.example/?a=1&b="${'>'}` }],
      items: [{ sentence: evil, facts: [evil], action: { label: evil, url: `https://x.example/"onclick="x` } }],
    });
    expect(html).not.toMatch(/<script|onclick="|='1'/);
    expect(html.split('&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;')).toHaveLength(8);
    expect([...html.matchAll(/<[a-z]+ [^>]*href="([^"]*)"/g)].map(([, href]) => href)).toEqual(['https://x.example/&quot;onclick=&quot;x', 'https://x.example/?a=1&amp;b=&quot;&gt;']);
  });

  it('fetches nothing and runs nothing', () => {
    expect(letterHtml(letter)).not.toMatch(/<(img|script|link|iframe|form|object)|url\(|@import/);
  });
});
