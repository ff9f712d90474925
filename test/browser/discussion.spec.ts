import { beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphqlClient } from '../setup/graphql.js';
import { accessibilityFaults, sidewaysOverflow } from './browser.js';
import { overTheWire } from './drafts.js';
import { usePeople } from './people.js';
import { useDemoSite } from './site.js';

const site = useDemoSite();
const arrive = usePeople(site);
const TITLE = 'Nhắc hẹn đăng ký khai sinh, khai tử đúng hạn từ danh sách của Trạm Y tế và tổ dân phố';
let secretary: GraphqlClient;
let itemId: string;

interface Sessions { evaluationSessions: { edges: { node: { items: { id: string; title: string }[] } }[] } }

beforeAll(async () => {
  secretary = await overTheWire(site().url, 'chau.doan');
  const { evaluationSessions } = await secretary.ask<Sessions>('{ evaluationSessions(first: 5) { edges { node { items { id title } } } } }');
  itemId = evaluationSessions.edges.flatMap(({ node }) => node.items).find(({ title }) => title === TITLE)!.id;
}, 60_000);

describe('the discussion of a dossier', () => {
  it('is read on a phone, answered with a mention by keyboard, and kept through a reload until it is sent', async () => {
    const { page, open } = await at('hao.ngo', 'phone');
    await open(`/thao-luan/${itemId}`);
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    const question = page.getByRole('article', { name: 'Câu hỏi của Hà Ngọc Bình' });
    expect(await question.getByRole('listitem').count()).toBe(3);
    expect(await page.getByRole('article', { name: 'Ý kiến của Hoàng Gia Bách' }).getByText('Đã kết luận (Đoàn Minh Châu)').count()).toBe(1);
    expect([await sidewaysOverflow(page), await accessibilityFaults(page)]).toEqual([0, []]);

    await question.getByRole('button', { name: 'Trả lời' }).click();
    await question.getByLabel('Nội dung trả lời').focus();
    await page.keyboard.type('Nhờ @minh');
    await page.getByRole('option', { name: 'Đoàn Minh Châu' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.type('ghi vào biên bản.');
    await page.reload();
    await question.getByLabel('Nội dung trả lời').waitFor();
    expect(await question.getByLabel('Nội dung trả lời').inputValue()).toBe('Nhờ @Đoàn Minh Châu ghi vào biên bản.');
    await page.getByLabel('Nội dung trả lời').focus();
    await page.keyboard.press('Control+Enter');
    const answer = question.getByRole('listitem').nth(3);
    await answer.waitFor();
    expect(await answer.locator('mark').innerText()).toBe('@Đoàn Minh Châu');

    const { notifications } = await secretary.ask<{ notifications: { edges: { node: { kind: string; link: string } }[] } }>('{ notifications(first: 1) { edges { node { kind link } } } }');
    expect(notifications.edges.map(({ node }) => node)).toEqual([{ kind: 'DISCUSSION_MENTION', link: `/thao-luan/${itemId}` }]);
  }, 90_000);

  it('lets an author edit and withdraw what they said', async () => {
    const { page, open } = await at('chau.doan', 'desk');
    await open(`/thao-luan/${itemId}`);
    await page.getByRole('button', { name: 'Nêu câu hỏi hoặc ý kiến' }).click();
    await page.getByRole('radio', { name: 'Ý kiến' }).check();
    await page.getByRole('textbox', { name: 'Ý kiến' }).fill('Chữ đầu.');
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    const own = page.getByRole('article', { name: 'Ý kiến của Đoàn Minh Châu' });
    await own.getByText('Chữ đầu.').waitFor();
    await own.getByRole('button', { name: 'Sửa' }).click();
    await page.getByLabel('Sửa ý kiến').fill('Chữ sau.');
    await own.getByRole('button', { name: 'Lưu' }).click();
    await own.getByText(/^đã sửa lúc/).waitFor();
    expect(await own.getByText('Chữ sau.').count()).toBe(1);
    await own.getByRole('button', { name: 'Rút lại' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rút lại' }).click();
    await own.getByText('Ý kiến đã rút lại.').waitFor();
    expect(await own.getByText('Chữ sau.').count()).toBe(0);
  }, 90_000);

  it('is not there for a member before the own sheet is in, and says why', async () => {
    const { page, open } = await at('nghia.do', 'phone');
    await open(`/cham-diem/${itemId}`);
    await page.getByText('Để việc chấm điểm độc lập', { exact: false }).waitFor();
    expect(await page.getByRole('article', { name: /^(Câu hỏi|Ý kiến) của/ }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Nêu câu hỏi hoặc ý kiến' }).count()).toBe(0);
  }, 60_000);
});

describe('a note to oneself', () => {
  it('is saved by itself, and there again', async () => {
    const { page, open } = await at('hao.ngo', 'phone');
    await open(`/thao-luan/${itemId}`);
    await page.getByLabel('Ghi chú riêng').fill('Hỏi thêm tại phiên họp.');
    await page.getByText(/^Đã lưu/).waitFor();
    await page.reload();
    await page.getByLabel('Ghi chú riêng').waitFor();
    expect(await page.getByLabel('Ghi chú riêng').inputValue()).toBe('Hỏi thêm tại phiên họp.');
  }, 60_000);
});

async function at(username: string, width: 'desk' | 'phone') {
  const visitor = await arrive(username, width);
  return { page: visitor.page, open: (path: string) => visitor.open(path) };
}
