import { beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphqlClient } from '../setup/graphql.js';
import type { Visitor } from './browser.js';
import { overTheWire } from './drafts.js';
import { usePeople } from './people.js';
import { openByKeys, scoreByKeys } from './scoring-keys.js';
import { useDemoSite } from './site.js';

const site = useDemoSite();
const arrive = usePeople(site);

describe('a sheet that was finished without a network', () => {
  interface Waiting { readonly itemId: string; readonly code: string; readonly title: string }
  let wire: GraphqlClient;
  let waiting: readonly Waiting[];
  const GIVEN = { points: '17 13 17 8,5 13 8,5 9'.split(' '), comment: 'Có số liệu đối chiếu.', privateNote: '' };
  const stateOf = async (itemId: string): Promise<string | undefined> => {
    const { agendaItem } = await wire.ask<{ agendaItem: { mySheet: { state: string } | null } }>('query ($id: ID!) { agendaItem(id: $id) { mySheet { state } } }', { id: itemId });
    return agendaItem.mySheet?.state;
  };

  beforeAll(async () => {
    wire = await overTheWire(site().url, 'nghia.do');
    const { scoringQueue } = await wire.ask<{ scoringQueue: { items: (Waiting & { sheetState: string | null })[] } }>('{ scoringQueue { items { itemId code title sheetState } } }');
    waiting = scoringQueue.items.filter(({ sheetState }) => sheetState === null);
  });

  /** Finishes the sheet while the network is gone, and goes to another page of the app. */
  async function finishOffline({ page, context }: Visitor, { title, code }: Waiting): Promise<void> {
    await page.getByRole('link', { name: 'Chấm điểm' }).first().click();
    await openByKeys(page, title);
    await page.getByRole('link', { name: 'Đến phiếu chấm' }).waitFor();
    await context.setOffline(true);
    await scoreByKeys(page, GIVEN);
    await page.getByText(`Mất mạng: phiếu ${code} được giữ trên máy này`).waitFor();
    await page.getByRole('link', { name: 'Việc của tôi' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Không kết nối được với máy chủ.' }).waitFor();
  }

  it('is handed in from whatever page is open when the network is back, and the member is told', async () => {
    const member = await arrive('nghia.do');
    await finishOffline(member, waiting[0]!);
    expect(await stateOf(waiting[0]!.itemId)).not.toBe('SUBMITTED');
    await member.context.setOffline(false);
    await member.page.getByText('Đã nộp 1 phiếu giữ trên máy.').waitFor();
    await member.page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor();
    expect(await stateOf(waiting[0]!.itemId)).toBe('SUBMITTED');
  }, 60_000);

  it('that is not taken any more stays on the device, and every page leads to it', async () => {
    const [, refused] = waiting;
    const member = await arrive('nghia.do');
    await finishOffline(member, refused!);
    await wire.ask('mutation ($input: DeclareConflictInput!) { declareConflict(input: $input) }', { input: { itemId: refused!.itemId, kind: 'KIN', reason: 'Người thân của tác giả.' } });
    await member.context.setOffline(false);
    await member.page.getByText(`Phiếu ${refused!.code} giữ trên máy này chưa nộp được.`).waitFor();
    await member.page.getByRole('link', { name: `Mở phiếu ${refused!.code}` }).click();
    await member.page.waitForURL(`**/cham-diem/${refused!.itemId}`);
  }, 60_000);
});

describe('the switch of the language', () => {
  it('also turns the words that came from the server, and leaves the page where it is', async () => {
    const { page } = await arrive('van.phan');
    const wire = await overTheWire(site().url, 'van.phan');
    const { myInitiatives } = await wire.ask<{ myInitiatives: { edges: { node: { code: string; state: string } }[] } }>('{ myInitiatives(filter: ALL) { edges { node { code state } } } }');
    const returned = myInitiatives.edges.find(({ node }) => node.state === 'SUPPLEMENT_REQUIRED')!.node;
    const address = `${site().url}/ho-so/${returned.code}`;
    await page.goto(address);
    await page.getByText('Thiếu giấy xác nhận áp dụng của đơn vị.').first().waitFor();
    await page.getByRole('button', { name: /^EN/ }).click();
    await page.getByText('The confirmation of application by the unit is missing.').first().waitFor();
    expect(await page.getByText('Thiếu giấy xác nhận áp dụng của đơn vị.').count()).toBe(0);
    expect(page.url()).toBe(address);
  }, 60_000);
});
