import { beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_PASSWORD } from '@database/demo';
import type { Page } from 'playwright-core';
import type { GraphqlClient } from '../setup/graphql.js';
import { openSection, PDF, saved } from './author-screens.js';
import type { Visitor, Width } from './browser.js';
import { aCompleteDraft, type Draft, held, overTheWire, withCoAuthor } from './drafts.js';
import { usePeople } from './people.js';
import { useDemoSite } from './site.js';

const site = useDemoSite();
const arrive = usePeople(site);
const STATE_BEFORE = 'Trước khi có sáng kiến, công việc diễn ra thế nào?';
const CONTENT = 'Sáng kiến làm gì và làm như thế nào?';
const SUMMARY = 'Tóm tắt sáng kiến';

let lead: GraphqlClient;
let drafts = 0;

beforeAll(async () => {
  lead = await overTheWire(site().url, 'minh.hoang');
}, 30_000);

const aDraft = (): Promise<Draft> => aCompleteDraft(lead, `Bản nháp thử soạn thảo số ${++drafts} tại Bộ phận Một cửa`);

const writer = (username: string, width: Width = 'phone'): Promise<Visitor> => arrive(username, width);

describe('what somebody is writing', () => {
  it('loses at most its last second when the tab dies in the middle of a sentence', async () => {
    const { code } = await aDraft();
    const author = await writer('minh.hoang');
    await openSection(author.page, code, 'stateBefore');
    await author.page.getByLabel(STATE_BEFORE).fill('');
    const sentence = 'Mỗi buổi sáng có khoảng sáu mươi cuộc gọi chỉ để hỏi hồ sơ đã xong hay ch';
    const typedAt: number[] = [];
    for (const letter of sentence) {
      await author.page.keyboard.insertText(letter);
      typedAt.push(Date.now());
      await author.page.waitForTimeout(20);
    }
    const diedAt = Date.now();
    await crash(author);

    const reopened = await author.context.newPage();
    await reopened.goto(`${site().url}/ho-so/${code}/phan/thuc-trang`);
    const kept = await reopened.getByLabel(STATE_BEFORE).inputValue();
    expect(sentence.startsWith(kept)).toBe(true);
    const firstLost = typedAt[kept.length];
    expect(firstLost === undefined ? 0 : diedAt - firstLost).toBeLessThanOrEqual(1000);
    await saved(reopened);
    expect(await held(lead, code, 'stateBefore')).toEqual({ stateBefore: kept });
  }, 60_000);

  it('stays on the screen without a network, says so, and is saved when the network is back', async () => {
    const { code } = await aDraft();
    const { page, context } = await writer('minh.hoang');
    await openSection(page, code, 'content');
    await context.setOffline(true);
    await page.getByLabel(SUMMARY).fill('Viết trong lúc mất mạng ở tổ dân phố.');
    await page.getByRole('status').filter({ hasText: 'Chưa lưu được – đang thử lại' }).waitFor();
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
    expect(await page.getByLabel(SUMMARY).inputValue()).toBe('Viết trong lúc mất mạng ở tổ dân phố.');
    await context.setOffline(false);
    await page.getByText(/^Đã lưu nháp lúc/).first().waitFor({ timeout: 35_000 });
    expect(await held(lead, code, 'summary')).toEqual({ summary: 'Viết trong lúc mất mạng ở tổ dân phố.' });
  }, 60_000);

  it('stays under the cursor when the session has ended, and is saved after signing in over the page', async () => {
    const draft = await withCoAuthor(lead, await aDraft(), 'Đào Thu Ngân');
    const { page } = await writer('ngan.dao');
    await openSection(page, draft.code, 'content');
    await (await overTheWire(site().url, 'ngan.dao')).ask('mutation { signOutEverywhere }');
    await page.getByLabel(SUMMARY).fill('Viết tiếp sau khi phiên đã hết hạn.');
    const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết hạn' });
    await dialog.waitFor();
    expect(await dialog.getByLabel('Tên đăng nhập').inputValue()).toBe('ngan.dao@hongbang');
    await dialog.getByLabel('Mật khẩu', { exact: true }).fill(DEMO_PASSWORD);
    await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await saved(page);
    expect(await page.getByLabel(SUMMARY).inputValue()).toBe('Viết tiếp sau khi phiên đã hết hạn.');
    expect(await page.evaluate('document.activeElement.id')).toBe('summary');
    expect(await held(lead, draft.code, 'summary')).toEqual({ summary: 'Viết tiếp sau khi phiên đã hết hạn.' });
  }, 60_000);
});

describe('two people who write one draft', () => {
  it('are shown both texts when they answered one question differently, and nothing goes without their word', async () => {
    const { code } = await withCoAuthor(lead, await aDraft(), 'Đào Thu Ngân');
    const first = await writer('minh.hoang', 'desk');
    const second = await writer('ngan.dao', 'desk');
    await Promise.all([first, second].map(({ page }) => openSection(page, code, 'stateBefore')));
    await first.page.getByLabel(STATE_BEFORE).fill('Bản của anh Minh: chờ trung bình 45 phút.');
    await saved(first.page);
    await second.page.getByLabel(STATE_BEFORE).fill('Bản của chị Ngân: mỗi ngày 60 cuộc gọi.');
    const dialog = second.page.getByRole('dialog', { name: 'Hai bản khác nhau' });
    await dialog.waitFor();
    expect(await dialog.getByRole('group', { name: 'Bản của bạn' }).innerText()).toBe('Bản của chị Ngân: mỗi ngày 60 cuộc gọi.');
    expect(await dialog.getByRole('group', { name: 'Bản vừa được lưu' }).innerText()).toBe('Bản của anh Minh: chờ trung bình 45 phút.');
    expect(await held(lead, code, 'stateBefore')).toEqual({ stateBefore: 'Bản của anh Minh: chờ trung bình 45 phút.' });
    await dialog.getByRole('button', { name: 'Giữ bản của bạn' }).click();
    await saved(second.page);
    expect(await held(lead, code, 'stateBefore')).toEqual({ stateBefore: 'Bản của chị Ngân: mỗi ngày 60 cuộc gọi.' });

    await first.page.getByLabel(STATE_BEFORE).fill('Anh Minh viết thêm mà chưa thấy bản của chị Ngân.');
    const other = first.page.getByRole('dialog', { name: 'Hai bản khác nhau' });
    await other.getByRole('button', { name: 'Dùng bản vừa được lưu' }).click();
    await other.waitFor({ state: 'detached' });
    expect(await first.page.getByLabel(STATE_BEFORE).inputValue()).toBe('Bản của chị Ngân: mỗi ngày 60 cuộc gọi.');
  }, 60_000);

  it('are not disturbed when they answered different questions, and both answers are kept', async () => {
    const { code } = await withCoAuthor(lead, await aDraft(), 'Đào Thu Ngân');
    const first = await writer('minh.hoang', 'desk');
    const second = await writer('ngan.dao', 'desk');
    await Promise.all([first, second].map(({ page }) => openSection(page, code, 'content')));
    await first.page.getByLabel(CONTENT).fill('Bước 1 và bước 2, do anh Minh viết.');
    await saved(first.page);
    await second.page.getByLabel(SUMMARY).fill('Tóm tắt do chị Ngân viết.');
    await saved(second.page);
    expect(await second.page.getByRole('dialog').count()).toBe(0);
    expect(await second.page.getByLabel(CONTENT).inputValue()).toBe('Bước 1 và bước 2, do anh Minh viết.');
    expect(await held(lead, code, 'summary content')).toEqual({ summary: 'Tóm tắt do chị Ngân viết.', content: 'Bước 1 và bước 2, do anh Minh viết.' });
  }, 60_000);
});

describe('a file on its way', () => {
  it('shows how far it is, survives a reload of the page, and is attached once', async () => {
    const { code } = await aDraft();
    const { page, context } = await writer('minh.hoang');
    await openSection(page, code, 'evidence');
    const network = await context.newCDPSession(page);
    const speed = (uploadThroughput: number) => network.send('Network.emulateNetworkConditions', { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput });
    await speed(150_000);
    await page.locator('input[type="file"]').first().setInputFiles({ name: 'bien-ban.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([PDF, Buffer.alloc(1_500_000, 32)]) });
    await progressOf(page);
    await page.reload();
    await progressOf(page);
    await speed(-1);
    await page.getByLabel('Tệp này cho thấy điều gì?').waitFor();
    expect(await held(lead, code, 'attachments { file { name state size } }')).toEqual({ attachments: [{ file: { name: 'bien-ban.pdf', state: 'READY', size: PDF.length + 1_500_000 } }] });
    await page.reload();
    await page.getByLabel('Tệp này cho thấy điều gì?').waitFor();
    expect(await page.getByLabel('Tệp này cho thấy điều gì?').count()).toBe(1);
  }, 60_000);
});

/** Waits until the only file under way has sent something and not everything. */
async function progressOf(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'Đang tải lên' }).getByRole('listitem').getByText(/^([1-9]|[1-8]\d)% ·/).waitFor();
}

/** Ends the process behind the page, as a phone does that needs the memory. */
async function crash({ page, context }: Visitor): Promise<void> {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}
