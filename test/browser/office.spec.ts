import { describe, expect, it } from '@jest/globals';
import { addDays, localDate } from '@kit/clock';
import type { Page } from 'playwright-core';
import type { GraphqlClient } from '../setup/graphql.js';
import { overTheWire } from './drafts.js';
import { usePeople } from './people.js';
import { useDemoSite } from './site.js';

const site = useDemoSite();
const arrive = usePeople(site);

interface Choices { readonly councils: readonly { readonly id: string }[]; readonly campaigns: readonly { readonly id: string; readonly name: string }[] }

async function aDraftSession(wire: GraphqlClient): Promise<string> {
  const { councils, campaigns } = await wire.ask<Choices>('{ councils { id } campaigns(states: [OPEN]) { id name } }');
  const { createSession } = await wire.ask<{ createSession: { id: string } }>('mutation ($input: CreateSessionInput!) { createSession(input: $input) { id } }', {
    input: { councilId: councils[0]!.id, campaignId: campaigns[0]!.id, title: 'Phiên họp để thử', heldOn: addDays(localDate(new Date()), 30) },
  });
  return createSession.id;
}

async function rowsOf(page: Page): Promise<(string | null)[]> {
  const buttons = await page.getByRole('button', { name: /^Thêm .* vào chương trình$/ }).all();
  return Promise.all(buttons.map((button) => button.getAttribute('aria-label')));
}

describe('the secretary', () => {
  it('changes day, place and last day of a session, and finds candidates by words of their titles', async () => {
    const wire = await overTheWire(site().url, 'chau.doan');
    const id = await aDraftSession(wire);
    const visitor = await arrive('chau.doan');
    const { page } = visitor;
    await visitor.open(`/thu-ky/phien-hop/${id}`);
    const day = addDays(localDate(new Date()), 40);
    await page.getByRole('button', { name: /^Thay đổi/ }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Ngày họp và hạn chấm' });
    await dialog.getByLabel(/^Ngày họp/).fill(day.split('-').reverse().join('/'));
    await dialog.getByLabel(/^Địa điểm/).fill('Hội trường tầng 2');
    await dialog.getByLabel(/^Hạn nộp phiếu chấm/).fill('31/2');
    await dialog.getByRole('button', { name: 'Lưu thay đổi' }).click();
    await dialog.getByText('Vui lòng nhập ngày theo dạng ngày/tháng/năm.').waitFor();
    await dialog.getByLabel(/^Hạn nộp phiếu chấm/).fill('');
    await dialog.getByRole('button', { name: 'Lưu thay đổi' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Hội trường tầng 2').waitFor();
    expect(await wire.ask('query ($id: ID!) { evaluationSession(id: $id) { heldOn place scoringDueOn } }', { id }))
      .toEqual({ evaluationSession: { heldOn: day, place: 'Hội trường tầng 2', scoringDueOn: null } });

    const all = await rowsOf(page);
    expect(all.length).toBe(3);
    await page.getByRole('searchbox', { name: 'Tìm theo mã, tên hoặc đơn vị' }).fill('khong co ho so nao nhu the');
    await page.getByText('Không có hồ sơ nào khớp.').waitFor();
    await page.getByRole('searchbox', { name: 'Tìm theo mã, tên hoặc đơn vị' }).fill(/SK-\d+-\d+/.exec(all[1]!)![0].toLowerCase());
    await page.getByRole('button', { name: all[1]!, exact: true }).waitFor();
    expect(await rowsOf(page)).toEqual([all[1]]);
  }, 90_000);

  it('closes the open campaign early, is told so before, and can take no step back', async () => {
    const visitor = await arrive('chau.doan');
    const { page } = visitor;
    await visitor.open('/thu-ky/dot-xet');
    const card = page.getByRole('region').filter({ has: page.getByRole('button', { name: 'Đóng nhận hồ sơ', exact: true }) });
    const name = await card.getByRole('heading', { level: 2 }).innerText();
    await card.getByRole('button', { name: 'Đóng nhận hồ sơ', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: `Đóng nhận hồ sơ của đợt “${name}”?` });
    await dialog.getByText(/đóng bây giờ là đóng sớm hơn đã báo/).waitFor();
    await dialog.getByRole('button', { name: 'Đóng nhận hồ sơ', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const closed = page.getByRole('region', { name });
    await closed.getByText('Đã đóng nhận hồ sơ', { exact: true }).waitFor();
    expect(await closed.getByRole('button').allInnerTexts()).toEqual(['Chuyển sang chấm điểm', 'Hủy đợt xét']);
  }, 60_000);
});
