import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seeSession, step } from '../factories/evaluation.js';
import type { Council } from '../factories/meeting.js';
import { accessibilityFaults, sidewaysOverflow, useBrowser, Visitor, type Width } from './browser.js';
import { demoCouncil } from './demo-council.js';
import { useDemoSite } from './site.js';
import { usePath } from './steps.js';

const site = useDemoSite();
const browser = useBrowser();
const walk = usePath();

const PHONES = ['hao.ngo', 'bach.hoang', 'nghia.do', 'hue.cao', 'van.do'] as const;
type OnPhone = (typeof PHONES)[number];
const NOTE = 'Ủy viên phản biện đề nghị bổ sung số liệu quý III.';

interface Told { readonly state: string; readonly agree: unknown; readonly disagree: unknown; readonly valid: unknown }

/** Every ballot in an answer, however deep. */
function ballotsIn(value: unknown): Told[] {
  if (Array.isArray(value)) return value.flatMap(ballotsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [...('issued' in value && 'state' in value ? [value as unknown as Told] : []), ...Object.values(value).flatMap(ballotsIn)];
}

describe('a council in its meeting room, everybody with a screen of their own', () => {
  const told: unknown[] = [];
  const members = new Map<OnPhone, Visitor>();
  let cast: Council;
  let session: string;
  let secretary: Visitor;

  async function arrive(seat: number, width: Width): Promise<Visitor> {
    const visitor = await Visitor.arrive(browser(), { url: site().url, width, cookies: cast.everybody[seat]!.client.cookies });
    visitor.page.on('response', (response) => {
      if (response.url().endsWith('/graphql')) void response.json().then((answer) => told.push(answer), () => undefined);
    });
    await visitor.open(`/phien-hop/${session}`);
    return visitor;
  }
  const phone = (who: OnPhone): Page => members.get(who)!.page;
  const phones = (): Page[] => [...members.values()].map(({ page }) => page);

  beforeAll(async () => {
    cast = await demoCouncil(site().url);
    const { evaluationSessions } = await cast.secretary.client.ask<{ evaluationSessions: { edges: { node: { id: string; state: string } }[] } }>('{ evaluationSessions { edges { node { id state } } } }');
    session = evaluationSessions.edges.find(({ node }) => node.state === 'SCORING')!.node.id;
    await step(cast.secretary, 'closeScoring', { id: session });
    secretary = await arrive(2, 'desk');
    for (const who of PHONES) members.set(who, await arrive({ 'hao.ngo': 0, 'bach.hoang': 1, 'nghia.do': 3, 'hue.cao': 4, 'van.do': 5 }[who], 'phone'));
  }, 180_000);
  afterAll(async () => {
    for (const visitor of [secretary, ...members.values()]) await visitor.leave();
  });

  it('is told what a quorum lacks, and cannot begin without it', walk(async () => {
    const { page } = secretary;
    await press(page, 'Khai mạc cuộc họp', false);
    await page.getByRole('alert').getByText('Cuộc họp chưa đủ thành phần: có 0 thành viên biểu quyết, cần 5, cùng người chủ trì và thư ký.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Hủy' }).click();
    await page.getByText('Chưa đủ thành phần để họp và biểu quyết.').waitFor();
  }), 60_000);

  it('comes together: some say so on their phones, the others are called by the secretary', walk(async () => {
    const { page } = secretary;
    for (const who of ['hao.ngo', 'nghia.do', 'van.do'] as const) await phone(who).getByRole('button', { name: 'Tôi có mặt' }).click();
    await page.getByRole('button', { name: 'Tôi có mặt' }).click();
    for (const name of ['Hoàng Gia Bách', 'Cao Minh Huệ']) await page.getByRole('button', { name: `${name} có mặt` }).click();
    await page.getByText('6/7 có mặt').first().waitFor();
    await page.getByText('Đủ thành phần để họp và biểu quyết.').waitFor();
    await press(page, 'Khai mạc cuộc họp');
    await page.getByText(/Họp lần 1, khai mạc .* Ngô Bích Hảo chủ trì/).waitFor();
    for (const each of phones()) await each.getByText(/Đồng chí có mặt từ/).waitFor();
  }), 90_000);

  it('follows the secretary to an item, and receives ballots for it', walk(async () => {
    const { page } = secretary;
    const { items } = await seeSession<{ items: { title: string; conflicts: readonly object[] | null }[] }>(cast.secretary, session, 'items { title conflicts { id } }');
    // One on which nobody is recused: everybody in the room receives a ballot.
    const { title } = items.find(({ conflicts }) => (conflicts ?? []).length === 0)!;
    await page.getByRole('button', { name: title }).click();
    await page.getByRole('button', { name: 'Mời xem hồ sơ này' }).click();
    for (const each of phones()) await each.getByRole('heading', { level: 2, name: title }).waitFor();
    await page.getByLabel('Ghi chép về hồ sơ này').fill(NOTE);
    await page.getByText(/Đã lưu/).first().waitFor();
    await press(page, 'Mở bỏ phiếu');
    for (const each of phones()) await each.getByRole('button', { name: 'Đồng ý', exact: true }).waitFor();
    expect(await faultsOf(secretary, members.get('hao.ngo')!)).toEqual([]);
  }), 120_000);

  it('votes: by thumb, by keyboard, after a change of mind; one phone dies, and nothing partial is shown', walk(async () => {
    const { page } = secretary;
    await members.get('van.do')!.page.close();
    for (const who of ['hao.ngo', 'bach.hoang'] as const) await vote(phone(who), 'Đồng ý');
    const keys = phone('nghia.do');
    await keys.getByRole('button', { name: 'Đồng ý', exact: true }).focus();
    await keys.keyboard.press('Enter');
    await keys.keyboard.press('Tab');
    await keys.keyboard.press('Enter');
    await keys.getByText('Đồng chí đã bỏ phiếu').waitFor();
    await phone('hue.cao').getByRole('button', { name: 'Đồng ý', exact: true }).click();
    await phone('hue.cao').getByRole('button', { name: 'Chọn lại' }).click();
    await vote(phone('hue.cao'), 'Không đồng ý');
    await vote(page, 'Đồng ý');
    await page.getByText('5/6 đã bỏ phiếu').first().waitFor();
    for (const who of ['hao.ngo', 'bach.hoang', 'nghia.do', 'hue.cao'] as const) {
      await phone(who).getByText('5/6 đã bỏ phiếu').waitFor();
      expect(await phone(who).getByRole('main').innerText()).not.toMatch(/Đồng ý \d|Thông qua/);
    }
    const open = ballotsIn(told).filter(({ state }) => state === 'OPEN');
    expect(open.length).toBeGreaterThan(0);
    expect(open.filter(({ agree, disagree, valid }) => agree !== null || disagree !== null || valid !== null)).toEqual([]);
    expect(await faultsOf(members.get('hao.ngo')!)).toEqual([]);
  }), 120_000);

  it('sees the result with its rule as soon as the vote is closed, whoever was cut off too', walk(async () => {
    const { page } = secretary;
    await page.getByRole('button', { name: 'Kết thúc bỏ phiếu', exact: true }).click();
    await page.getByRole('dialog').getByText('Còn 1 người chưa bỏ phiếu, được tính là phiếu không thu về.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Kết thúc bỏ phiếu' }).click();
    await page.getByText('Phát ra 6, thu về 5, hợp lệ 5, không hợp lệ 0; đồng ý 4, không đồng ý 1.').first().waitFor();
    members.set('van.do', await arrive(5, 'phone'));
    for (const each of phones()) {
      await each.getByText('Đồng ý 4/7, cần 5').waitFor();
      await each.getByText('Không thông qua').waitFor();
    }
  }), 90_000);

  it('shows all that on the wall, with nothing to press', walk(async () => {
    const wall = await arrive(2, 'desk');
    await wall.open(`/phien-hop/${session}?man-hinh=lon`);
    await wall.page.getByText('6/7 có mặt').waitFor();
    await wall.page.getByText('Đồng ý 4/7, cần 5').waitFor();
    expect(await wall.page.getByRole('dialog').getByRole('button').count()).toBe(0);
    expect(await faultsOf(wall)).toEqual([]);
    await wall.page.keyboard.press('Escape');
    await wall.page.getByRole('link', { name: 'Màn hình lớn' }).waitFor();
    await wall.leave();
  }), 60_000);

  it('names a counting board, counts, and the board signs on its phones', walk(async () => {
    const { page } = secretary;
    await page.getByRole('button', { name: 'Ghi nhận Ban kiểm phiếu' }).click();
    for (const name of ['Đỗ Trọng Nghĩa', 'Cao Minh Huệ']) await page.getByRole('dialog').getByRole('checkbox', { name }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Ghi nhận' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press(page, 'Tổng hợp kết quả');
    for (const who of ['nghia.do', 'hue.cao'] as const) {
      await phone(who).getByRole('button', { name: 'Ký biên bản kiểm phiếu' }).click();
      await phone(who).getByRole('dialog').getByRole('button', { name: 'Ký', exact: true }).click();
      await phone(who).getByRole('button', { name: 'Ký biên bản kiểm phiếu' }).waitFor({ state: 'detached' });
    }
  }), 90_000);

  it('ends, has its minutes drafted and signed, and the chair locks the session', walk(async () => {
    const { page } = secretary;
    await press(page, 'Kết thúc cuộc họp');
    await page.getByRole('button', { name: 'Soạn biên bản', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Kết luận của người chủ trì').fill('Hội đồng thống nhất kết quả biểu quyết.');
    await page.getByRole('dialog').getByRole('button', { name: 'Soạn biên bản' }).click();
    const minutes = page.getByRole('article', { name: 'Biên bản họp' });
    await minutes.getByText(NOTE).waitFor();
    for (const each of [page, phone('hao.ngo')]) {
      await each.getByRole('button', { name: 'Ký biên bản họp' }).click();
      await each.getByRole('dialog').getByRole('button', { name: 'Ký', exact: true }).click();
      await each.getByRole('dialog').waitFor({ state: 'detached' });
    }
    expect(await faultsOf(secretary, members.get('hao.ngo')!)).toEqual([]);
    await press(phone('hao.ngo'), 'Khóa phiên họp');
    await page.getByText(/Hồ sơ phiên họp đã niêm phong/).waitFor();
    expect((await seeSession<{ state: string }>(cast.secretary, session, 'state')).state).toBe('LOCKED');
  }), 120_000);

  it('let nobody see a broken page on the way', walk(async () => {
    expect([secretary, ...members.values()].flatMap(({ problems }) => problems)).toEqual([]);
  }), 30_000);
});

/** Presses a button that asks back, and says yes. @param isTaken whether the server agrees */
async function press(page: Page, name: string, isTaken = true): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  if (isTaken) await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function vote(page: Page, choice: string): Promise<void> {
  await page.getByRole('button', { name: choice, exact: true }).click();
  await page.getByRole('button', { name: 'Bỏ phiếu', exact: true }).click();
  await page.getByText('Đồng chí đã bỏ phiếu').waitFor();
}

/** What is wrong with these pages for whoever reads them with little width or little sight. */
async function faultsOf(...visitors: readonly Visitor[]): Promise<string[]> {
  const found: string[] = [];
  for (const { page } of visitors) {
    const overflow = await sidewaysOverflow(page);
    if (overflow > 0) found.push(`${overflow} px wider than the screen`);
    found.push(...await accessibilityFaults(page));
  }
  return found;
}
