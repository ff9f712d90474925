import { afterAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { MailServer } from '../setup/mail-server.js';
import { accessibilityFaults, sidewaysOverflow } from './browser.js';
import { usePeople } from './people.js';
import { useDemoSite } from './site.js';

const mail = await MailServer.start();
const site = useDemoSite({ SMTP_URL: mail.url, MAIL_FROM: 'Khơi <khoi@phuong.example>' });
const arrive = usePeople(site);
const ADMIN = 'kiet.pham';

afterAll(() => mail.stop());

/** Statements as the owner of the tables. */
async function ask<T extends object>(text: string, values: readonly unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: site().ownerUrl });
  await client.connect();
  try {
    return (await client.query<T>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** A notice of a role to its holder, in a state. */
async function aMailing(username: string, state: string, code: string | null, needsApproval = false): Promise<void> {
  await ask(`update person p set email = a.username || '.example' from account a where a.person_id = p.id and a.username = $1`, [username]);
  await ask(`
    with m as (
      insert into mailing (tenant_id, event_id, kind, event_type, payload, needs_approval)
      select r.tenant_id, uuidv7(), 'ROLE_ASSIGNED', 'identity.role-assigned', jsonb_build_object('personId', r.person_id, 'assignmentId', r.id, 'role', r.role), $4
      from role_assignment r join account a on a.person_id = r.person_id where a.username = $1 limit 1 returning id, tenant_id)
    insert into delivery (tenant_id, mailing_id, person_id, channel, state, due_at, code)
    select m.tenant_id, m.id, a.person_id, 'EMAIL', $2, clock_timestamp(), $3 from m, account a where a.username = $1`, [username, state, code, needsApproval]);
}

describe('the outbox', () => {
  it('shows what waits as its recipient would read it, and lets it go or not, by keyboard alone, on a phone', async () => {
    await aMailing('huy.la@hongbang', 'HELD', null, true);
    const visitor = await arrive(ADMIN, 'phone');
    const { page } = visitor;
    await visitor.open('/quan-tri/hop-thu-di');
    await page.getByText('Chờ duyệt: 1').waitFor();
    expect([await sidewaysOverflow(page), await accessibilityFaults(page)]).toEqual([0, []]);
    await page.getByRole('button', { name: /^Xem: Giao vai trò/ }).first().press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Giao vai trò' });
    await dialog.getByText(/Ông\/Bà được giao vai trò .* trong hệ thống\./).waitFor();
    expect([await sidewaysOverflow(page), await accessibilityFaults(page)]).toEqual([0, []]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^Duyệt gửi: Giao vai trò/ }).press('Enter');
    await page.getByRole('dialog', { name: 'Duyệt gửi “Giao vai trò”?' }).getByRole('button', { name: 'Duyệt gửi' }).press('Enter');
    await page.getByText(/đã duyệt, /).waitFor();
    // The dialog leaves with a movement of its own.
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.getByRole('button', { name: /^Duyệt gửi/ }).count()).toBe(0);
  }, 60_000);

  it('says why a mail was refused and what to do, and sends it again', async () => {
    await aMailing('ngan.dao@hongbang', 'BOUNCED', '550 5.1.1');
    const visitor = await arrive(ADMIN);
    const { page } = visitor;
    await page.getByRole('link', { name: 'Hộp thư đi' }).first().click();
    await page.getByRole('combobox', { name: 'Trạng thái' }).selectOption({ label: 'Bị từ chối' });
    await page.waitForURL(/trangThai=BOUNCED/);
    await page.getByRole('button', { name: /^Xem: / }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Máy chủ của người nhận từ chối (550 5.1.1). Vui lòng kiểm tra địa chỉ thư của người này rồi gửi lại.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: /^Gửi lại cho / }).click();
    await dialog.getByText(/Đang chờ gửi|Đang gửi|Đã gửi/).first().waitFor();
    const states = () => ask<{ state: string }>(`select state from delivery d join account a on a.person_id = d.person_id where a.username = 'ngan.dao@hongbang' and d.code = '250'`);
    for (let waited = 0; waited < 100 && (await states()).length === 0; waited += 1) await page.waitForTimeout(100);
    expect(await states()).toEqual([{ state: 'SENT' }]);
    expect(mail.take().map(({ envelopeTo }) => envelopeTo)).toContain('ngan.dao@hongbang.example');
  }, 60_000);
});

describe('the account page', () => {
  it.each(['desk', 'phone'] as const)('lets everybody choose how to get mail: %s', async (width) => {
    const visitor = await arrive(ADMIN, width);
    const { page } = visitor;
    await visitor.open('/tai-khoan');
    expect([await sidewaysOverflow(page), await accessibilityFaults(page)]).toEqual([0, []]);
    await page.getByRole('radio', { name: 'Gộp thành một thư mỗi ngày' }).check();
    await page.getByRole('checkbox', { name: 'Không gửi thư ban đêm' }).setChecked(width === 'phone');
    await page.getByRole('button', { name: 'Lưu cách nhận thư' }).press('Enter');
    await page.getByText('Đã lưu cách nhận thư.').waitFor();
    await page.reload();
    await page.getByRole('radio', { name: 'Gộp thành một thư mỗi ngày' }).waitFor();
    expect([await page.getByRole('radio', { name: 'Gộp thành một thư mỗi ngày' }).isChecked(), await page.getByRole('checkbox', { name: 'Không gửi thư ban đêm' }).isChecked()]).toEqual([true, width === 'phone']);
  }, 60_000);
});
