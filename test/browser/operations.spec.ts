import { describe, expect, it } from '@jest/globals';
import { newId } from '@kit/ids';
import pg from 'pg';
import { accessibilityFaults, sidewaysOverflow, type Visitor, type Width } from './browser.js';
import { usePeople } from './people.js';
import { useDemoSite } from './site.js';

const site = useDemoSite();
const arrive = usePeople(site);

const operator = (width: Width): Promise<Visitor> => arrive('huy.la', width);

/** Jobs that were given up, each about a file that is gone since: done again they end well. */
async function givenUp(count: number): Promise<void> {
  const client = new pg.Client({ connectionString: site().ownerUrl });
  await client.connect();
  for (let turn = 0; turn < count; turn += 1) {
    await client.query(`
      insert into bullmq.job (queue, id, seq, name, state, data, opts, attempts_made, max_attempts, failed_reason, added_at_ms, finished_at_ms)
      select 'files', $1, nextval('bullmq.job_seq'), 'file.inspect', 'failed',
        jsonb_build_object('type', 'file.upload-received', 'tenantId', id, 'occurredAt', now(), 'payload', jsonb_build_object('fileId', uuidv7())),
        '{"attempts": 8}', 8, 8, 'UNAVAILABLE', extract(epoch from now()) * 1000, extract(epoch from now()) * 1000
      from tenant limit 1`, [`${newId()}.file.inspect`]);
  }
  await client.end();
}

const HEADING = /Kiểm tra tệp: \d+ việc không làm được/;

describe('the page of the operator', () => {
  it('is in the navigation, and says that nothing failed', async () => {
    const { page } = await operator('desk');
    await page.getByRole('link', { name: 'Hệ thống' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Hệ thống' }).waitFor();
    const files = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Kiểm tra tệp' }) });
    await files.getByText('Không có', { exact: true }).waitFor();
    await page.getByRole('row').filter({ hasText: 'Dọn tệp dở dang' }).getByText('1 giờ một lần').waitFor();
    expect(await page.getByRole('heading', { name: HEADING }).count()).toBe(0);
  }, 60_000);

  it('shows what was given up by itself, and lets it be tried again and dropped by keyboard alone, on a phone', async () => {
    const visitor = await operator('phone');
    const { page } = visitor;
    await visitor.open('/he-thong');
    await givenUp(3);
    await page.getByRole('heading', { name: 'Kiểm tra tệp: 3 việc không làm được' }).waitFor({ timeout: 15_000 });
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole('button', { name: /^Thử lại: “Kiểm tra tệp tải lên”/ }).first().press('Enter');
    await page.getByRole('heading', { name: 'Kiểm tra tệp: 2 việc không làm được' }).waitFor();
    expect(await page.evaluate('document.activeElement?.id')).toBe('failed-files');

    await givenUp(1);
    await page.getByRole('heading', { name: 'Kiểm tra tệp: 3 việc không làm được' }).waitFor({ timeout: 15_000 });
    await page.locator('[aria-labelledby=failed-files] tbody tr').nth(2).waitFor();

    await page.getByRole('button', { name: /^Bỏ việc này: “Kiểm tra tệp tải lên”/ }).first().press('Enter');
    const asking = page.getByRole('dialog', { name: 'Bỏ việc này?' });
    await asking.waitFor();
    await page.keyboard.press('Escape');
    await asking.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^Bỏ việc này: “Kiểm tra tệp tải lên”/ }).first().press('Enter');
    await asking.getByRole('button', { name: 'Bỏ việc này' }).press('Enter');
    await page.getByRole('heading', { name: 'Kiểm tra tệp: 2 việc không làm được' }).waitFor();

    await page.getByRole('button', { name: 'Thử lại tất cả' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Thử lại tất cả' }).press('Enter');
    await page.getByRole('heading', { name: HEADING }).waitFor({ state: 'detached' });
  }, 90_000);

  it('does not exist for others', async () => {
    const visitor = await arrive('kiet.pham');
    await visitor.open('/he-thong');
    expect(await visitor.page.getByRole('heading', { level: 1 }).allInnerTexts()).toEqual(['Không tìm thấy trang']);
    expect(await visitor.page.getByRole('link', { name: 'Hệ thống' }).count()).toBe(0);
    expect(await visitor.page.getByRole('table').count()).toBe(0);
  }, 60_000);
});
