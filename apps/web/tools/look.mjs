/**
 * Looks at pages the way a reviewer does: screenshots at 1280 and 360 px, axe (WCAG 2.2 A/AA), console errors, and
 * whether anything is wider than the screen.
 *
 *   node apps/web/tools/look.mjs /ho-so /cham-diem --as an.nguyen --password … [--base http://127.0.0.1:3000] [--out /tmp/look] [--lang en]
 *
 * Needs a running server and Chromium (`/usr/bin/chromium`, or CHROMIUM=…). Exits with 1 when something was found.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    base: { type: 'string', default: 'http://127.0.0.1:3000' }, out: { type: 'string', default: '/tmp/look' },
    as: { type: 'string' }, password: { type: 'string', default: '' }, lang: { type: 'string', default: 'vi' },
  },
});
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
await mkdir(values.out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
let found = 0;
try {
  for (const width of [1280, 360]) {
    const context = await browser.newContext({ viewport: { width, height: width === 360 ? 740 : 900 }, reducedMotion: 'reduce', bypassCSP: true });
    await context.addInitScript((lang) => localStorage.setItem('khoi.language', lang), values.lang);
    if (values.as) await signIn(context, values.as, values.password);
    for (const path of positionals) found += await look(context, path, width);
    await context.close();
  }
} finally {
  await browser.close();
}
process.exitCode = found > 0 ? 1 : 0;

async function signIn(context, username, password) {
  const response = await context.request.post(`${values.base}/api/graphql`, {
    headers: { 'x-khoi-client': 'web' },
    data: { query: 'mutation($input: SignInInput!) { signIn(input: $input) { expiresAt } }', variables: { input: { username, password, client: 'WEB' } } },
  });
  const { errors } = await response.json();
  if (errors) throw new Error(`Signing in as ${username}: ${JSON.stringify(errors)}`);
}

async function look(context, path, width) {
  const page = await context.newPage();
  const problems = [];
  page.on('console', (message) => { if (message.type() === 'error') problems.push(`console: ${message.text()}`); });
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
  await page.goto(values.base + path, { waitUntil: 'networkidle' });
  await page.waitForSelector('h1', { timeout: 5000 }).catch(() => problems.push('no h1'));
  await page.waitForTimeout(200);
  const name = `${values.out}/${(path.replace(/[^\p{L}\d]+/gu, '-').replace(/^-|-$/g, '') || 'home')}-${width}-${values.lang}.png`;
  await page.screenshot({ path: name, fullPage: true });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (overflow > 0) problems.push(`page is ${overflow} px wider than the screen`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate((only) => window.axe.run(document, { runOnly: { type: 'tag', values: only } }), tags);
  for (const { id, help, nodes } of violations) problems.push(`axe ${id}: ${help}\n    ${nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.failureSummary.split('\n').slice(1, 2).join('')}`).join('\n    ')}`);
  console.log(`${problems.length === 0 ? 'ok  ' : 'BAD '} ${width} ${path} → ${name}`);
  problems.forEach((problem) => console.log(`  - ${problem}`));
  await page.close();
  return problems.length;
}
