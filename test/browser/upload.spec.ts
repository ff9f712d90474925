import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { S3Bucket } from '@kit/files';
import type { CDPSession, Page } from 'playwright-core';
import { dropBucket, s3Environment, s3Settings } from '../contract/stores.js';
import type { GraphqlClient } from '../setup/graphql.js';
import { describeWith } from '../setup/services.js';
import { openSection, PDF } from './author-screens.js';
import type { Visitor } from './browser.js';
import { aCompleteDraft, held, overTheWire } from './drafts.js';
import { usePeople } from './people.js';
import { useDemoSite } from './site.js';

const MIB = 1024 * 1024;
const FILM = Buffer.concat([Buffer.from('0000001c6674797069736f6d0000020069736f6d69736f326d703431', 'hex'), Buffer.alloc(60 * MIB, 'khung hình ')]);

describeWith('s3', 'a browser that sends files straight into the store', (url) => {
  const environment = s3Environment(url);
  const settings = s3Settings(environment);
  const site = useDemoSite(environment);
  // The store is the one host beside the site that a page may speak with.
  const arrive = usePeople(site, (problem) => problem === `foreign host: ${settings.endpoint.origin}`);
  let lead: GraphqlClient;
  let folder: string;

  beforeAll(async () => {
    await new S3Bucket(settings, site().url).prepare();
    lead = await overTheWire(site().url, 'minh.hoang');
    folder = await mkdtemp(path.join(tmpdir(), 'khoi-film-'));
    await writeFile(path.join(folder, 'minh-hoa.mp4'), FILM);
  }, 60_000);
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await dropBucket(settings);
  });

  async function atTheEvidence(title: string): Promise<{ code: string; visitor: Visitor; page: Page; network: CDPSession }> {
    const { code } = await aCompleteDraft(lead, title);
    const visitor = await arrive('minh.hoang', 'phone');
    await openSection(visitor.page, code, 'evidence');
    return { code, visitor, page: visitor.page, network: await visitor.context.newCDPSession(visitor.page) };
  }
  const speed = (network: CDPSession, uploadThroughput: number, offline = false): Promise<unknown> =>
    network.send('Network.emulateNetworkConditions', { offline, latency: 5, downloadThroughput: -1, uploadThroughput });
  const choose = (page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> => page.locator('input[type="file"]').first().setInputFiles(file);
  const row = (page: Page) => page.getByRole('list', { name: 'Đang tải lên' }).getByRole('listitem');
  const attached = (page: Page) => page.getByLabel('Tệp này cho thấy điều gì?');

  it('posts a document by the form it was given', async () => {
    const { code, page } = await atTheEvidence('Gửi biên bản vào kho tệp của phường');
    await choose(page, { name: 'bien-ban.pdf', mimeType: 'application/pdf', buffer: PDF });
    await attached(page).waitFor();
    expect(await held(lead, code, 'attachments { file { name state size } }')).toEqual({ attachments: [{ file: { name: 'bien-ban.pdf', state: 'READY', size: PDF.length } }] });
  }, 60_000);

  it('sends a film in parts, pauses, and after a reload goes on where it was', async () => {
    const { code, page, network } = await atTheEvidence('Gửi phim minh họa vào kho tệp của phường');
    const film = path.join(folder, 'minh-hoa.mp4');
    const parts: string[] = [];
    page.on('requestfinished', (request) => {
      const number = new URL(request.url()).searchParams.get('partNumber');
      if (number !== null && request.method() === 'PUT') parts.push(number);
    });
    await speed(network, 6 * MIB);
    await choose(page, film);
    await expectPart(() => parts.length >= 2);
    await row(page).getByRole('button', { name: 'Tạm dừng tải: minh-hoa.mp4' }).click();
    await row(page).getByRole('button', { name: 'Tiếp tục tải: minh-hoa.mp4' }).click();
    await expectPart(() => parts.length >= 3);
    await page.reload();
    await row(page).getByText('Vui lòng chọn lại đúng tệp “minh-hoa.mp4” để tải tiếp').waitFor();
    await speed(network, -1);
    await choose(page, film);
    await attached(page).waitFor({ timeout: 40_000 });
    expect(await held(lead, code, 'attachments { file { name state size } }')).toEqual({ attachments: [{ file: { name: 'minh-hoa.mp4', state: 'READY', size: FILM.length } }] });
    // Eight parts, of which none that had arrived was sent again.
    expect([...parts].sort()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  }, 90_000);

  it('waits while there is no network, and goes on by itself', async () => {
    const { visitor, page, network } = await atTheEvidence('Gửi phim khi mạng chập chờn');
    await speed(network, 8 * MIB);
    await choose(page, path.join(folder, 'minh-hoa.mp4'));
    await row(page).getByText(/^([1-9]|[1-8]\d)%/).waitFor();
    await speed(network, 0, true);
    await row(page).getByText('Kết nối đang gián đoạn; tệp sẽ tự tải tiếp khi có mạng.').waitFor();
    await page.waitForTimeout(1_500);
    await speed(network, -1);
    await attached(page).waitFor({ timeout: 40_000 });
    // What the browser says of the requests that the lost network cost.
    const lost = visitor.problems.filter((problem) => !/ERR_INTERNET_DISCONNECTED|^foreign host/.test(problem));
    visitor.problems.length = 0;
    expect(lost).toEqual([]);
  }, 90_000);
});

async function expectPart(isThere: () => boolean): Promise<void> {
  const end = Date.now() + 30_000;
  while (!isThere() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isThere()).toBe(true);
}
