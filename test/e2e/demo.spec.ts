import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoAccounts, fillDemoWard } from '@database/demo';
import { VerifySession } from '@domain/evaluation';
import type { INestApplicationContext } from '@nestjs/common';
import { discussions, initiatives } from '../../libs/database/demo/data/index.js';
import { TestApp } from '../setup/app.js';

let app: TestApp;
let files: string;
const steps: string[] = [];

beforeAll(async () => {
  files = mkdtempSync(path.join(tmpdir(), 'khoi-demo-'));
  app = await TestApp.start({ JOBS: 'off', FILES_DIR: files, DEMO: 'true' });
  const context = { get: app.get.bind(app) } as unknown as INestApplicationContext;
  await fillDemoWard(context, (step) => steps.push(step));
}, 180_000);

afterAll(async () => {
  await app?.stop();
  rmSync(files, { recursive: true, force: true });
});

const year = (): Promise<string> =>
  app.sql<{ year: string }>('select extract(year from vn_today())::text as year').then(([row]) => row!.year);

describe('filling the demo ward', () => {
  it('tells what it has done, step by step', async () => {
    const now = Number(await year());
    expect(steps).toEqual([
      '24 đơn vị của 3 địa phương',
      '56 người có tài khoản và vai trò',
      '1 quy chế có hiệu lực, 2 bản tham khảo',
      'Hội đồng 7 thành viên',
      `5 hồ sơ: Đợt xét sáng kiến cấp cơ sở năm ${now - 1}`,
      '33 phiếu chấm: Phiên họp đánh giá sáng kiến của năm',
      'Quyết định số 01/QĐ-UBND về 5 sáng kiến',
      `12 hồ sơ: Đợt xét sáng kiến cấp cơ sở thứ nhất năm ${now}`,
      '78 phiếu chấm: Phiên họp đánh giá sáng kiến đợt thứ nhất',
      'Quyết định số 02/QĐ-UBND về 12 sáng kiến',
      `8 hồ sơ: Đợt xét sáng kiến cấp cơ sở thứ hai năm ${now}`,
      '38 phiếu chấm: Phiên họp đánh giá sáng kiến đợt thứ hai',
      `15 hồ sơ: Đợt xét sáng kiến cấp cơ sở cuối năm ${now}`,
    ]);
  });

  it('leaves forty initiatives in the states the data name', async () => {
    expect(await app.sql('select state, count(*)::int as count from initiative group by state order by state')).toEqual([
      { state: 'ACCEPTED', count: 3 }, { state: 'DRAFT', count: 5 }, { state: 'RECOGNISED', count: 14 }, { state: 'REFUSED', count: 3 },
      { state: 'REJECTED_FORMALLY', count: 1 }, { state: 'SUBMITTED', count: 3 }, { state: 'SUPPLEMENT_REQUIRED', count: 2 },
      { state: 'UNDER_EVALUATION', count: 8 }, { state: 'WITHDRAWN', count: 1 },
    ]);
    const stored = await app.sql<{ title: string; state: string }>('select title, state from initiative order by title collate "C"');
    const written = initiatives.map(({ title, state }) => ({ title, state })).sort((a, b) => Buffer.compare(Buffer.from(a.title), Buffer.from(b.title)));
    expect(stored).toEqual(written);
  });

  it('gives codes and receipts in the order of the data, without gaps', async () => {
    const order = ['nam-truoc', 'da-quyet-dinh', 'dang-cham', 'dang-mo'].flatMap((key) => initiatives.filter((one) => one.campaign === key));
    const numbered = (letters: string, now: string, index: number): string => `${letters}-${now}-${String(index + 1).padStart(4, '0')}`;
    const now = await year();
    expect(await app.sql('select title, code from initiative order by code'))
      .toEqual(order.map(({ title }, index) => ({ title, code: numbered('SK', now, index) })));
    expect(await app.sql('select title, receipt_number as receipt from initiative where receipt_number is not null order by receipt_number'))
      .toEqual(order.filter((one) => one.state !== 'DRAFT').map(({ title }, index) => ({ title, receipt: numbered('BN', now, index) })));
  });

  it('leaves one campaign open, one in scoring and two published', async () => {
    expect(await app.sql('select state, vn_today() >= opens_on and clock_timestamp() < submission_closes_at as "isTime" from campaign order by opens_on')).toEqual([
      { state: 'PUBLISHED', isTime: true }, { state: 'PUBLISHED', isTime: true }, { state: 'SCORING', isTime: true }, { state: 'OPEN', isTime: true },
    ]);
    expect(await app.sql(`select s.state, count(*) filter (where h.state = 'SUBMITTED')::int as submitted, count(*) filter (where h.state = 'DRAFT')::int as drafts
      from evaluation_session s join agenda_item a on a.session_id = s.id join score_sheet h on h.item_id = a.id group by s.id order by s.id`)).toEqual([
      { state: 'LOCKED', submitted: 33, drafts: 0 }, { state: 'LOCKED', submitted: 78, drafts: 0 }, { state: 'SCORING', submitted: 29, drafts: 9 },
    ]);
  });

  it('lets those who have scored discuss what they have read', async () => {
    const texts = await app.sql<{ body: string }>('select body from discussion_post_version order by id');
    expect(texts.map(({ body }) => body)).toEqual(discussions.flatMap(({ threads }) => threads.flatMap(({ posts }) => posts.map(({ text }) => text))));
    expect(await app.sql(`select p.full_name as name from notification n join person p on p.id = n.person_id where n.kind = 'DISCUSSION_MENTION' order by n.id`))
      .toEqual([{ name: 'Đoàn Minh Châu' }, { name: 'Ngô Bích Hảo' }]);
  });

  it('lets the people of the ward act themselves, and the system only open the three places', async () => {
    const acts = await app.sql<{ action: string }>(`select distinct action from audit_event e join tenant t on t.id = e.tenant_id
      where t.code = 'hong-bang' and actor_person_id is null order by action`);
    expect(acts.map((act) => act.action)).toEqual([
      'identity.account-created', 'identity.role-assigned', 'organisation.person-created', 'organisation.tenant-created', 'organisation.unit-created',
    ]);
  });
});

describe('the database of the demo ward', () => {
  it('holds shares of exactly 100 % and the consent of every author of each submitted initiative', async () => {
    expect(await app.sql(`select i.code from initiative i join initiative_author a on a.initiative_id = i.id where i.submitted_at is not null
      group by i.id having sum(a.share_bp) <> 10000 or count(*) filter (where a.confirmed_at is null) > 0`)).toEqual([]);
  });

  it('holds a receipt and every version of each submitted initiative, and none of a draft', async () => {
    expect(await app.sql(`select i.code from initiative i left join initiative_version v on v.initiative_id = i.id group by i.id
      having count(v.*) <> i.current_version or (i.state = 'DRAFT') <> (i.current_version = 0)
        or (i.state = 'DRAFT') <> (i.receipt_number is null) or (i.state = 'DRAFT') <> (i.submitted_at is null)`)).toEqual([]);
    expect(await app.sql('select count(*)::int as twice from initiative where current_version = 2')).toEqual([{ twice: 1 }]);
  });

  it('holds evidence that passed inspection, with the bytes it says', async () => {
    const stored = await app.sql<{ key: string; size: number; sha256: string; type: string }>(`
      select f.storage_key as key, f.size::int as size, f.sha256, f.detected_type as type from attachment a join file f on f.id = a.file_id where f.state = 'READY'`);
    expect(stored).toHaveLength(initiatives.reduce((sum, one) => sum + one.evidence.length, 0));
    const faults = stored.filter(({ key, size, sha256 }) => {
      const bytes = readFileSync(path.join(files, key));
      return bytes.length !== size || createHash('sha256').update(bytes).digest('hex') !== sha256;
    });
    expect(faults).toEqual([]);
    expect([...new Set(stored.map((file) => file.type))].sort()).toEqual(['application/pdf', 'image/png']);
    expect(await app.sql("select count(*)::int as others from file where state <> 'READY'")).toEqual([{ others: 0 }]);
  });

  it('holds results that anybody can work out again from the sheets and the rules', async () => {
const sessions = await app.sql<{ id: string; items: number }>(`
      select s.id, count(r.id)::int as items from evaluation_session s join agenda_item a on a.session_id = s.id join item_result r on r.item_id = a.id group by s.id`);
    expect(sessions.reduce((sum, { items }) => sum + items, 0)).toBe(17);
    for (const { id, items } of sessions) {
      expect(await app.get(VerifySession).execute(id)).toMatchObject({ isEqual: true, items });
    }
  });

  it('numbers decisions without gaps, and every book ends where its numbers end', async () => {
    const now = Number(await year());
    expect(await app.sql('select number, year, symbol from recognition_decision order by number')).toEqual([
      { number: 1, year: now, symbol: 'QĐ-UBND' }, { number: 2, year: now, symbol: 'QĐ-UBND' },
    ]);
    expect(await app.sql('select book, last from number_sequence order by book')).toEqual([
      { book: 'INITIATIVE', last: 40 }, { book: 'QD_UBND', last: 2 }, { book: 'RECEIPT', last: 35 },
    ]);
  });

  it('never judges an author by the author', async () => {
    expect(await app.sql(`select 1 from score_sheet h join agenda_item a on a.id = h.item_id
      join initiative_author w on w.initiative_id = a.initiative_id and w.person_id = h.person_id`)).toEqual([]);
    expect(await app.sql(`select p.full_name as name, i.title from conflict c join person p on p.id = c.person_id
      join agenda_item a on a.id = c.item_id join initiative i on i.id = a.initiative_id where c.kind = 'AUTHOR' and c.decision = 'RECUSED'`)).toEqual([
      { name: 'Đỗ Hải Vân', title: initiatives.find((one) => one.key === 'thi-nghiem-quang-hoc')!.title },
    ]);
  });

  it('bars heads from the initiatives of their own units, lets colleagues score with a reason, and leaves one question to the chair', async () => {
    const rows = await app.sql<{ interest: string; count: number }>(`select p.full_name || ' ' || c.kind || ' ' || c.decision as interest, count(*)::int as count
      from conflict c join person p on p.id = c.person_id group by 1`);
    expect(Object.fromEntries(rows.map(({ interest, count }) => [interest, count]))).toEqual({
      'Đỗ Hải Vân AUTHOR RECUSED': 1, 'Cao Minh Huệ SUPERVISOR RECUSED': 5, 'Hoàng Gia Bách SUPERVISOR RECUSED': 2, 'Đỗ Trọng Nghĩa SUPERVISOR RECUSED': 6,
      'Đoàn Minh Châu SAME_UNIT ALLOWED': 3, 'Hà Ngọc Bình SAME_UNIT PENDING': 1,
    });
  });

  it('keeps secrets and members’ words out of notices, the register, the audit log and the outbox', async () => {
    const secrets = initiatives.flatMap((one) => one.confidentialParts ?? []);
    const comments = await app.sql<{ text: string }>(`select distinct general_comment as text from score_sheet where general_comment <> ''`);
    expect(secrets).toHaveLength(3);
    for (const table of ['notification', 'register_entry', 'audit_event', 'outbox']) {
      const found = await app.sql(`select w.word from unnest($1::text[]) as w (word) where exists (select from ${table} t where position(w.word in t::text) > 0)`, [
        [...secrets, ...comments.map((comment) => comment.text)].map((text) => JSON.stringify(text).slice(1, -1)),
      ]);
      expect([table, found]).toEqual([table, []]);
    }
  });
});

describe('visitors of the demo ward', () => {
  it('find fourteen initiatives in the public register, ten of this year’s first campaign', async () => {
    const { register } = await app.client().ask<{ register: { totalCount: number; edges: { node: { decisionNumber: string; title: string } }[] } }>(
      '{ register(first: 50) { totalCount edges { node { title decisionNumber } } } }');
    expect(register.totalCount).toBe(14);
    const numbers = register.edges.map(({ node }) => node.decisionNumber);
    expect([numbers.filter((one) => one === '01/QĐ-UBND').length, numbers.filter((one) => one === '02/QĐ-UBND').length]).toEqual([4, 10]);
    const recognised = initiatives.filter((one) => one.state === 'RECOGNISED').map((one) => one.title);
    expect(register.edges.map(({ node }) => node.title).sort()).toEqual(recognised.sort());
  });

  it('find an initiative by words without marks, and with a typing mistake', async () => {
    const titles = async (search: string): Promise<string[]> => {
      const { register } = await app.client().ask<{ register: { edges: { node: { title: string } }[] } }>(
        'query ($search: String) { register(filter: { search: $search }) { edges { node { title } } } }', { search });
      return register.edges.map(({ node }) => node.title);
    };
    const benefits = 'Chi trả trợ cấp xã hội qua tài khoản kết hợp xác minh định kỳ tại nhà cho người không dùng được điện thoại';
    expect(await titles('tro cap xa hoi')).toEqual([benefits]);
    expect(await titles('tro cap xa hpi')).toContain(benefits);
  });

  it('sign in with each account that is shown to them', async () => {
    const accounts = demoAccounts();
    expect(accounts).toHaveLength(16);
    const seen = [];
    for (const { username, password } of accounts) {
      const { signIn } = await app.client().ask<{ signIn: { viewer: { person: { fullName: string }; mustChangePassword: boolean } } }>(
        'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { mustChangePassword person { fullName } } } }', { input: { username, password } });
      seen.push({ fullName: signIn.viewer.person.fullName, mustChange: signIn.viewer.mustChangePassword });
    }
    expect(seen).toEqual(accounts.map(({ fullName }) => ({ fullName, mustChange: false })));
  });

  it('are refused a second filling, because the first stays', async () => {
    const context = { get: app.get.bind(app) } as unknown as INestApplicationContext;
    await expect(fillDemoWard(context, () => {})).rejects.toMatchObject({ code: 'TENANT_CODE_TAKEN' });
    expect(await app.sql('select count(*)::int as tenants from tenant')).toEqual([{ tenants: 3 }]);
  });
});
