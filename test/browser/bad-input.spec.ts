import { beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Page } from 'playwright-core';
import type { GraphqlClient } from '../setup/graphql.js';
import { addAuthor, heading, openSection, shareOf, typedDay } from './author-screens.js';
import type { Visitor, Width } from './browser.js';
import { aCompleteDraft, type Draft, held, overTheWire, withCoAuthor } from './drafts.js';
import { usePeople } from './people.js';
import { useDemoSite } from './site.js';

const site = useDemoSite();
const arrive = usePeople(site);

let lead: GraphqlClient;
let drafts = 0;

beforeAll(async () => {
  lead = await overTheWire(site().url, 'minh.hoang');
}, 30_000);

const aDraft = (): Promise<Draft> => aCompleteDraft(lead, `Bản nháp thử nhập sai số ${++drafts} tại Bộ phận Một cửa`);

const writer = (username = 'minh.hoang', width: Width = 'phone'): Promise<Visitor> => arrive(username, width);

/** The list of faults at the top, once it has the focus: what it says, line by line. */
async function summary(page: Page): Promise<string[]> {
  const alert = page.getByRole('alert').and(page.locator(':focus'));
  await alert.waitFor();
  const lines = await alert.getByRole('listitem').allInnerTexts();
  return lines.length > 0 ? lines : (await alert.getByRole('paragraph').allInnerTexts());
}

const focusedId = (page: Page): Promise<string> => page.evaluate<string>('document.activeElement.id');

/** The main button from wherever the focus is. */
const primary = (page: Page): Promise<void> => page.keyboard.press('Control+Enter');

describe('an author on a phone', () => {
  it('is told by how much the shares miss 100 %, and keeps what was typed', async () => {
    const { code } = await aDraft();
    const { page } = await writer();
    await openSection(page, code, 'authors');
    await addAuthor(page, 'dao thu', 'Đào Thu Ngân');
    await shareOf(page, 'Hoàng Nhật Minh').fill('60');
    await shareOf(page, 'Đào Thu Ngân').fill('39,99');
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
    expect(await summary(page)).toEqual(['Tổng tỷ lệ đang là 99,99%; vui lòng điều chỉnh để đúng 100%']);
    await page.getByRole('alert').getByRole('link').click();
    expect(await focusedId(page)).toBe('authors.0.shareBp');
    expect([await shareOf(page, 'Hoàng Nhật Minh').inputValue(), await shareOf(page, 'Đào Thu Ngân').inputValue()]).toEqual(['60', '39,99']);
    expect(await held(lead, code, 'authors { shareBp }')).toEqual({ authors: [{ shareBp: 10_000 }] });

    await page.reload();
    await shareOf(page, 'Đào Thu Ngân').waitFor();
    expect([await shareOf(page, 'Hoàng Nhật Minh').inputValue(), await shareOf(page, 'Đào Thu Ngân').inputValue()]).toEqual(['60', '39,99']);
    await shareOf(page, 'Đào Thu Ngân').fill('40');
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
    await heading(page, 'Tình trạng trước khi áp dụng');
    expect(await held(lead, code, 'authors { shareBp }')).toEqual({ authors: [{ shareBp: 6000 }, { shareBp: 4000 }] });
  }, 60_000);

  it('is told who has not consented and whom to remind, instead of a submission', async () => {
    const { code } = await withCoAuthor(lead, await aDraft(), 'Đào Thu Ngân');
    const { page } = await writer();
    await page.goto(`${site().url}/ho-so/${code}/kiem-tra`);
    const faults = page.getByRole('region', { name: 'Còn 1 điểm cần hoàn thiện trước khi nộp' });
    await faults.waitFor();
    await primary(page);
    expect(await faults.evaluate<boolean, unknown>((element) => element === (globalThis as unknown as { document: { activeElement: unknown } }).document.activeElement)).toBe(true);
    expect(await faults.getByRole('listitem').allInnerTexts()).toEqual(['Đào Thu Ngân chưa xác nhận tỷ lệ đóng góp Vui lòng nhắc đồng tác giả đăng nhập và xác nhận.']);
    expect(await held(lead, code, 'state currentVersion')).toEqual({ state: 'DRAFT', currentVersion: 0 });
  }, 60_000);

  it('is told that a first application cannot lie ahead, at the field and before submitting', async () => {
    const { code } = await aDraft();
    const { page } = await writer();
    await openSection(page, code, 'application');
    const day = page.getByLabel('Ngày áp dụng lần đầu hoặc áp dụng thử');
    await day.fill('');
    await day.pressSequentially(typedDay(1));
    await page.getByText(/^Ngày áp dụng lần đầu sau hôm nay/).waitFor();
    const typed = await day.inputValue();
    await page.goto(`${site().url}/ho-so/${code}/kiem-tra`);
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).waitFor();
    await primary(page);
    const fault = page.getByRole('link', { name: /^Ngày áp dụng lần đầu sau hôm nay/ });
    await fault.click();
    await heading(page, 'Áp dụng và số liệu trước – sau');
    await day.and(page.locator(':focus')).waitFor();
    expect(await day.inputValue()).toBe(typed);
  }, 60_000);

  it('is told of every file that cannot be evidence why, and what to do instead', async () => {
    const { code } = await aDraft();
    const { page } = await writer();
    await openSection(page, code, 'evidence');
    await page.locator('input[type="file"]').first().setInputFiles([
      { name: 'chuong-trinh.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') },
      { name: 'anh-chup.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('Đây không phải là ảnh.') },
      { name: 'rong.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
    ]);
    const rows = page.getByRole('list', { name: 'Đang tải lên' }).getByRole('listitem');
    const said = async (name: string): Promise<string> => {
      const row = rows.filter({ hasText: name });
      await row.getByText('Bị từ chối').waitFor();
      return row.innerText();
    };
    expect(await said('chuong-trinh.exe')).toContain('Loại tệp này không được nhận, hoặc đuôi tên tệp không đúng với loại tệp. Vui lòng chọn tệp PDF, Word, Excel, PowerPoint, ảnh, MP4, TXT hoặc CSV.');
    expect(await said('anh-chup.jpg')).toContain('Nội dung tệp không đúng với đuôi tên tệp. Vui lòng mở tệp, lưu lại đúng định dạng rồi tải lại.');
    expect(await said('rong.pdf')).toContain('Tệp rỗng. Vui lòng chọn tệp có nội dung.');
    expect(await held(lead, code, 'attachments { caption }')).toEqual({ attachments: [] });
  }, 60_000);

  it('who presses twice, in two tabs and on another device, has submitted once and holds one receipt', async () => {
    const { code } = await aDraft();
    const { page, context } = await writer();
    const tabs = [page, await context.newPage(), (await writer('minh.hoang', 'desk')).page];
    for (const tab of tabs) {
      await tab.goto(`${site().url}/ho-so/${code}/kiem-tra`);
      await tab.getByRole('checkbox', { name: /Tôi cam đoan/ }).check();
    }
    await Promise.all(tabs.map((tab) => tab.getByRole('button', { name: 'Nộp hồ sơ' }).dblclick({ noWaitAfter: true })));
    const numbers = await Promise.all(tabs.map(async (tab) => {
      await heading(tab, 'Đã nhận hồ sơ của bạn');
      return /BN-\d{4}-\d{4}/.exec(await tab.getByRole('main').innerText())?.[0];
    }));
    const { versions, receipt } = await held<{ versions: object[]; receipt: { number: string } }>(lead, code, 'versions { number } receipt { number }');
    expect(numbers).toEqual([receipt.number, receipt.number, receipt.number]);
    expect(versions).toEqual([{ number: 1 }]);
  }, 60_000);

  it('whose campaign closed while the page was open learns when that was, and keeps the draft', async () => {
    const { code } = await aDraft();
    const { page } = await writer();
    await page.goto(`${site().url}/ho-so/${code}/kiem-tra`);
    await page.getByRole('checkbox', { name: /Tôi cam đoan/ }).check();
    await closingNow(async (closedAt) => {
      await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
      const said = await summary(page);
      expect(said.join(' ')).toContain('Đợt xét không nhận hồ sơ tại thời điểm này');
      expect(said.join(' ')).toContain(closedAt);
      expect(said.join(' ')).toContain('Bản nháp của bạn vẫn được giữ.');
    });
    expect(await page.getByRole('checkbox', { name: /Tôi cam đoan/ }).isChecked()).toBe(true);
    expect(await held(lead, code, 'state stateBefore')).toEqual({ state: 'DRAFT', stateBefore: 'Người dân phải đến hỏi nhiều lần.' });
  }, 60_000);
});

describe('a member of the council at the sheet', () => {
  it('who types points outside the band is told the band, and the points are neither cut nor sent', async () => {
    const member = await overTheWire(site().url, 'chau.doan');
    const { scoringQueue } = await member.ask<{ scoringQueue: { items: { itemId: string; sheetState: string | null }[] } }>('{ scoringQueue { items { itemId sheetState } } }');
    const { itemId } = scoringQueue.items.find(({ sheetState }) => sheetState !== 'SUBMITTED')!;
    const { page } = await writer('chau.doan', 'desk');
    await page.goto(`${site().url}/cham-diem/${itemId}`);
    const novelty = page.getByRole('group', { name: /^Tính mới/ });
    await novelty.getByRole('radio').first().check();
    const points = novelty.getByRole('spinbutton', { name: 'Điểm trong mức 17–20' });
    await points.fill('35');
    await page.keyboard.press('Tab');
    await page.getByRole('alert').filter({ hasText: 'Điểm phải từ 17 đến 20, mỗi nấc 0,5 điểm. Vui lòng sửa điểm, hoặc chọn mức khác.' }).waitFor();
    expect(await points.inputValue()).toBe('35');
    await primary(page);
    expect(await summary(page)).toEqual(expect.arrayContaining([expect.stringContaining('Chưa có điểm hợp lệ: Tính mới')]));
    const { agendaItem } = await member.ask<{ agendaItem: { mySheet: { state: string; lines: { criterionCode: string; points: number | null }[] } | null } }>(
      'query ($id: ID!) { agendaItem(id: $id) { mySheet { state lines { criterionCode points } } } }', { id: itemId });
    expect(agendaItem.mySheet?.state ?? 'DRAFT').toBe('DRAFT');
    expect((agendaItem.mySheet?.lines ?? []).filter(({ criterionCode, points: given }) => criterionCode === 'NOVELTY' && given !== null)).toEqual([]);

    await points.fill('18,5');
    expect(await page.getByText('Điểm phải từ 17 đến 20').count()).toBe(0);
  }, 60_000);
});

/** Lets the time for submissions end this instant, as only the clock can, and gives it back afterwards. */
async function closingNow(work: (closedAt: string) => Promise<void>): Promise<void> {
  const owner = new pg.Client({ connectionString: site().ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ id: string; before: Date; closed_at: string }>(`
      UPDATE campaign SET submission_closes_at = now() FROM (SELECT id, submission_closes_at AS before FROM campaign WHERE state = 'OPEN') AS open
      WHERE campaign.id = open.id RETURNING campaign.id, open.before, to_char(now() AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY') AS closed_at`);
    await work(rows[0]!.closed_at);
    for (const { id, before } of rows) await owner.query('UPDATE campaign SET submission_closes_at = $2 WHERE id = $1', [id, before]);
  } finally {
    await owner.end();
  }
}
