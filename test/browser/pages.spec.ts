import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_PASSWORD } from '@database/demo';
import { GraphqlClient } from '../setup/graphql.js';
import { accessibilityFaults, sidewaysOverflow, useBrowser, Visitor, type Width } from './browser.js';
import { useDemoSite } from './site.js';

const site = useDemoSite();
const browser = useBrowser();

/** Addresses that name an object of the demo ward; found by asking as the person who will open them. */
type Finder = (client: GraphqlClient) => Promise<string>;

const SECTIONS = ['thong-tin-chung', 'tac-gia', 'thuc-trang', 'noi-dung', 'tinh-moi', 'ap-dung', 'loi-ich', 'bao-mat', 'minh-chung'];

interface First { readonly edges: readonly { readonly node: { readonly [key: string]: string } }[] }

async function firstOf(client: GraphqlClient, field: string, selection: string): Promise<{ readonly [key: string]: string }> {
  const answer = await client.ask<Record<string, First>>(`{ it: ${field} { edges { node { ${selection} } } } }`);
  const node = answer['it']?.edges[0]?.node;
  if (node === undefined) throw new Error(`the demo ward has nothing under ${field}`);
  return node;
}

const dossier = (filter: string, rest: string): Finder => async (client) =>
  `/ho-so/${(await firstOf(client, `myInitiatives(filter: ${filter}, first: 1)`, 'code'))['code']}${rest}`;
const sheet: Finder = async (client) => {
  const { scoringQueue } = await client.ask<{ scoringQueue: { items: { itemId: string }[] } }>('{ scoringQueue { items { itemId } } }');
  return `/cham-diem/${scoringQueue.items[0]!.itemId}`;
};
const session = (at: number): Finder => async (client) => {
  const answer = await client.ask<{ it: First }>('{ it: evaluationSessions { edges { node { id } } } }');
  return `/thu-ky/phien-hop/${answer.it.edges.at(at)!.node['id']}`;
};
const decision: Finder = async (client) => `/quyet-dinh/${(await firstOf(client, 'recognitionDecisions(first: 1)', 'id'))['id']}`;
const entry: Finder = async (client) => `/sang-kien/${(await firstOf(client, 'register(first: 1)', 'slug'))['slug']}`;

interface Walk {
  readonly who: string;
  readonly username: string | null;
  readonly pages: readonly (string | Finder)[];
}

const WALKS: readonly Walk[] = [
  { who: 'a visitor', username: null, pages: ['/', '/sang-kien', '/sang-kien?tu-khoa=dong+ngac+xyz', entry, '/dang-nhap', '/huong-dan', '/tro-nang', '/rieng-tu', '/khong-co'] },
  {
    who: 'an author', username: 'huong.mac@hongbang',
    pages: ['/viec-cua-toi', '/thong-bao', '/ho-so', '/ho-so/moi', '/tai-khoan', dossier('IN_PROGRESS', ''), dossier('IN_PROGRESS', '/lich-su'), dossier('FINISHED', '')],
  },
  {
    who: 'an author with a draft', username: 'huong.mac@hongbang',
    pages: [dossier('DRAFTS', ''), dossier('DRAFTS', '/kiem-tra'), ...SECTIONS.map((key) => dossier('DRAFTS', `/phan/${key}`))],
  },
  { who: 'an intake officer', username: 'vy.tran@hongbang', pages: ['/viec-cua-toi', '/thu-ky/tiep-nhan'] },
  { who: 'a head of a unit', username: 'nguyen.bui@hongbang', pages: ['/don-vi/cho-xac-nhan'] },
  { who: 'a council member', username: 'nghia.do@hongbang', pages: ['/viec-cua-toi', '/cham-diem', sheet] },
  { who: 'the secretary', username: 'chau.doan@hongbang', pages: ['/viec-cua-toi', '/thu-ky/phien-hop', session(0), session(-1)] },
  { who: 'the head', username: 'thinh.vu@hongbang', pages: ['/viec-cua-toi', '/quyet-dinh', decision] },
];

const SCREENS: readonly { readonly width: Width; readonly locale: 'vi' | 'en' }[] = [
  { width: 'desk', locale: 'vi' }, { width: 'phone', locale: 'vi' }, { width: 'desk', locale: 'en' }, { width: 'phone', locale: 'en' },
];

describe.each(WALKS)('every page of $who', ({ username, pages }) => {
  const addresses: string[] = [];

  beforeAll(async () => {
    const client = new GraphqlClient(site().url);
    if (username !== null) {
      await client.ask('mutation($input: SignInInput!) { signIn(input: $input) { expiresAt } }', { input: { username, password: DEMO_PASSWORD, client: 'WEB' } });
    }
    for (const page of pages) addresses.push(typeof page === 'string' ? page : await page(client));
  });

  describe.each(SCREENS)('at a $width, in $locale', ({ width, locale }) => {
    let visitor: Visitor;

    beforeAll(async () => {
      visitor = await Visitor.arrive(browser(), { url: site().url, width, locale });
      if (username !== null) await visitor.signIn(username, DEMO_PASSWORD);
    }, 60_000);
    afterAll(() => visitor.leave());

    it('has one heading and its language, fits the screen, breaks no WCAG 2.2 A/AA rule, and asks nobody else for anything', async () => {
      const found: string[] = [];
      for (const address of addresses) {
        await visitor.open(address);
        const { page } = visitor;
        const headings = await page.locator('h1').count();
        if (headings !== 1) found.push(`${address}: ${headings} headings of the first level`);
        const language = await page.locator('html').getAttribute('lang');
        if (language !== locale) found.push(`${address}: language ${language}`);
        const overflow = await sidewaysOverflow(page);
        if (overflow > 0) found.push(`${address}: ${overflow} px wider than the screen`);
        for (const fault of await accessibilityFaults(page)) found.push(`${address}: ${fault}`);
        for (const problem of visitor.problems.splice(0)) found.push(`${address}: ${problem}`);
      }
      expect(found).toEqual([]);
    }, 240_000);
  });
});
