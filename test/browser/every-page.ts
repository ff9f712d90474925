import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { GraphqlClient } from '../setup/graphql.js';
import { accessibilityFaults, sidewaysOverflow, useBrowser, Visitor, type Width } from './browser.js';
import { overTheWire } from './drafts.js';
import { useDemoSite } from './site.js';

/** The address of a page that names an object of the demo ward; found by asking as the person who will open it. */
export type Finder = (client: GraphqlClient) => Promise<string>;

/** Somebody and the pages they use. `username`: without the ward, `null` for whoever is not signed in. */
export interface Walk {
  readonly who: string;
  readonly username: string | null;
  readonly pages: readonly (string | Finder)[];
}

interface First { readonly edges: readonly { readonly node: { readonly [key: string]: string } }[] }

/** The first object of a connection, with the fields of the selection. */
export async function firstOf(client: GraphqlClient, field: string, selection: string): Promise<{ readonly [key: string]: string }> {
  const answer = await client.ask<Record<string, First>>(`{ it: ${field} { edges { node { ${selection} } } } }`);
  const node = answer['it']?.edges[0]?.node;
  if (node === undefined) throw new Error(`the demo ward has nothing under ${field}`);
  return node;
}

/** An initiative of the person who asks; `filter` as in `myInitiatives`, `rest` what follows its code in the address. */
export const dossier = (filter: string, rest: string): Finder => async (client) =>
  `/ho-so/${(await firstOf(client, `myInitiatives(filter: ${filter}, first: 1)`, 'code'))['code']}${rest}`;

const SCREENS: readonly { readonly width: Width; readonly locale: 'vi' | 'en' }[] = [
  { width: 'desk', locale: 'vi' }, { width: 'phone', locale: 'vi' }, { width: 'desk', locale: 'en' }, { width: 'phone', locale: 'en' },
];

/** The one address of the walks that leads to no page: there the person has to be told so. */
export const NOWHERE = '/khong-co';

async function faultsOf(page: Page, address: string, locale: string): Promise<string[]> {
  const found: string[] = [];
  const isProblem = await page.locator('[data-page="problem"]').count() > 0;
  if (isProblem !== (address === NOWHERE)) found.push(`${isProblem ? 'not the page but a problem' : 'no word of a problem'}: “${await page.locator('h1').first().innerText()}”`);
  const place = new URL(page.url()).pathname;
  if (place !== address.split('?')[0]) found.push(`led on to ${place}`);
  const headings = await page.locator('h1').count();
  if (headings !== 1) found.push(`${headings} headings of the first level`);
  const language = await page.locator('html').getAttribute('lang');
  if (language !== locale) found.push(`language ${language}`);
  const overflow = await sidewaysOverflow(page);
  if (overflow > 0) found.push(`${overflow} px wider than the screen`);
  return [...found, ...(await accessibilityFaults(page))];
}

/** Looks at every page of every walk at both widths and in both languages. */
export function everyPageOf(walks: readonly Walk[]): void {
  const site = useDemoSite();
  const browser = useBrowser();

  describe.each(walks)('every page of $who', ({ username, pages }) => {
    const addresses: string[] = [];
    let client: GraphqlClient;

    beforeAll(async () => {
      client = username === null ? new GraphqlClient(site().url) : await overTheWire(site().url, username);
      for (const page of pages) addresses.push(typeof page === 'string' ? page : await page(client));
    });

    describe.each(SCREENS)('at a $width, in $locale', ({ width, locale }) => {
      let visitor: Visitor;

      beforeAll(async () => {
        visitor = await Visitor.arrive(browser(), { url: site().url, width, locale, cookies: client.cookies });
      }, 60_000);
      afterAll(() => visitor.leave());

      it('has one heading and its language, fits the screen, breaks no WCAG 2.2 A/AA rule, and asks nobody else for anything', async () => {
        const found: string[] = [];
        for (const address of addresses) {
          await visitor.open(address);
          const faults = [...(await faultsOf(visitor.page, address, locale)), ...visitor.problems.splice(0)];
          found.push(...faults.map((fault) => `${address}: ${fault}`));
        }
        expect(found).toEqual([]);
      }, 240_000);
    });
  });
}
