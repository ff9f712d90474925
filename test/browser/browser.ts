import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, beforeAll } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { Traffic } from './traffic.js';

/** The two widths every page is looked at: a desk and a small phone. */
export const WIDTHS = { desk: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } } as const;
export type Width = keyof typeof WIDTHS;

const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

/** One Chromium for the tests of a file. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
    browser = await chromium.launch({ executablePath, args: FLAGS });
  }, 60_000);
  afterAll(() => browser?.close());
  return () => {
    if (browser === undefined) throw new Error('the browser runs only inside tests and hooks');
    return browser;
  };
}

export interface Visit {
  readonly url: string;
  readonly locale?: 'vi' | 'en';
  readonly width?: Width;
  /** Cookies of somebody who has signed in over the wire; without them the visitor is a stranger. */
  readonly cookies?: ReadonlyMap<string, string>;
}

/** Somebody at a screen: a browser context of their own, with what went wrong on their pages. */
export class Visitor {
  readonly problems: string[] = [];
  readonly #traffic: Traffic;

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly url: string,
  ) {
    this.#traffic = new Traffic(page);
  }

  static async arrive(browser: Browser, { url, locale = 'vi', width = 'desk', cookies = new Map() }: Visit): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: WIDTHS[width],
      locale: locale === 'vi' ? 'vi-VN' : 'en-GB',
      timezoneId: 'Asia/Ho_Chi_Minh',
      hasTouch: width === 'phone',
      isMobile: width === 'phone',
      acceptDownloads: true,
    });
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })));
    await context.addInitScript(`try { if (!localStorage.getItem('khoi.language')) localStorage.setItem('khoi.language', '${locale}') } catch {}`);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const visitor = new Visitor(context, page, url);
    page.on('pageerror', (error) => visitor.problems.push(`page error: ${error.message}`));
    page.on('response', (response) => {
      if (response.status() >= 500) visitor.problems.push(`${response.status()} ${new URL(response.url()).pathname}`);
    });
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== new URL(url).origin) visitor.problems.push(`foreign host: ${origin}`);
    });
    return visitor;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`);
    await this.settle();
  }

  /** Waits until the page has its heading and asks the server for nothing more. */
  async settle(): Promise<void> {
    await this.#traffic.quiet();
  }

  async signIn(username: string, password: string): Promise<void> {
    await this.open('/dang-nhap');
    await this.page.locator('input[autocomplete="username"]').fill(username);
    await this.page.locator('input[autocomplete="current-password"]').fill(password);
    await this.page.locator('form button[type="submit"]').click();
    await this.page.waitForURL((address) => !address.pathname.startsWith('/dang-nhap'));
    await this.settle();
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}

let axeSource: Promise<string> | undefined;

/** What axe finds against WCAG 2.2 A and AA, one line per violation, worst first. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  axeSource ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // Page policies forbid inline scripts; evaluating is not injecting.
  await page.evaluate(await axeSource);
  return page.evaluate(async () => {
    interface Found { id: string; impact: string; nodes: { target: unknown[]; failureSummary: string }[] }
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Found[] }> } };
    const { violations } = await axe.run({
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, impact, nodes }) => nodes.map((node) => `${impact} ${id}: ${node.target.join(' ')}`));
  });
}

/** By how many pixels the page is wider than the screen; 0 when nobody has to scroll sideways. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate('Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)');
}
