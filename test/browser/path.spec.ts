import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_PASSWORD } from '@database/demo';
import { seeSession } from '../factories/evaluation.js';
import { meetAndCount } from '../factories/meeting.js';
import {
  addAuthor, attach, beginDossier, heading, openSection, PDF, saveAndGoOn, saved, SECTION, shareOf, writeApplication, writeBenefit, writeTexts,
} from './author-screens.js';
import { useBrowser, Visitor, type Width } from './browser.js';
import { conclude, demoCouncil } from './demo-council.js';
import { openByKeys, scoreByKeys } from './scoring-keys.js';
import { useDemoSite } from './site.js';
import { usePath } from './steps.js';

const site = useDemoSite();
const browser = useBrowser();
const step = usePath();

/** Words that nobody outside the procedure may ever read. */
const SECRET = { part: 'CHIM YẾN 3482', comment: 'CHIM ÉN 7719', privateNote: 'CHIM SÁO 5521', faultNote: 'CHIM RI 6643', file: 'tep-kin-9074' } as const;
const TITLE = 'Hẹn giờ trả kết quả qua tin nhắn tại Bộ phận Một cửa phường';
const SESSION = 'Phiên họp xét sáng kiến cuối năm';

const people: Visitor[] = [];
/** Everything the server has told an author, as it came over the wire. */
const toldToAuthor: string[] = [];

async function arrive(username: string | null, width: Width = 'desk'): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser(), { url: site().url, width });
  people.push(visitor);
  if (username !== null) await visitor.signIn(`${username}@hongbang`, DEMO_PASSWORD);
  return visitor;
}

describe('one initiative on its way from draft to the public register, on the screens of everybody', () => {
  let author: Visitor;
  let officer: Visitor;
  let secretary: Visitor;
  let code: string;
  let receipt: string;
  let session: string;
  let decisionNumber: string;

  beforeAll(async () => {
    author = await arrive('minh.hoang', 'phone');
    author.page.on('response', (response) => {
      if (response.url().endsWith('/graphql')) void response.text().then((text) => toldToAuthor.push(text), () => undefined);
    });
  }, 60_000);
  afterAll(async () => {
    for (const visitor of people) await visitor.leave();
  });

  it('is begun and written on a phone, section after section', step(async () => {
    const { page } = author;
    code = await beginDossier(page, TITLE);
    await page.getByRole('link', { name: SECTION.general[1] }).click();
    await page.getByRole('radio', { name: /Giải pháp tác nghiệp/ }).check();
    await page.getByLabel('Lĩnh vực áp dụng').selectOption({ label: 'Cải cách hành chính' });
    await saveAndGoOn(page, 'authors');
    await addAuthor(page, 'dao thu', 'Đào Thu Ngân');
    await shareOf(page, 'Hoàng Nhật Minh').fill('60');
    await shareOf(page, 'Đào Thu Ngân').fill('40');
    await saveAndGoOn(page, 'stateBefore');
    const answers = {
      stateBefore: 'Người dân gọi điện hỏi hồ sơ đã xong chưa; cán bộ nghe máy cả buổi.',
      summary: 'Khi hồ sơ xong, người dân nhận tin nhắn có khung giờ đến lấy.',
      content: 'Bước 1: ghi số điện thoại khi nhận hồ sơ.\nBước 2: soạn tin khi hồ sơ được ký.\nBước 3: người dân chọn khung giờ 30 phút.',
      novelty: 'Trước đây phường chỉ ghi ngày hẹn trên giấy.',
      benefit: 'Cán bộ bớt gần hai giờ nghe điện thoại mỗi ngày.', conditions: 'Một số điện thoại nhắn tin và phần mềm một cửa hiện có.', secret: SECRET.part,
    };
    await writeTexts(page, answers);
    await writeApplication(page, { name: 'Số cuộc gọi hỏi kết quả', before: '60', after: '14', unit: 'cuộc/ngày' });
    await writeBenefit(page, answers);
  }), 60_000);

  it('gets its evidence, one file of it secret', step(async () => {
    const { page } = author;
    await attach(page, [{ name: 'so-lieu.pdf', mimeType: 'application/pdf', buffer: PDF }]);
    await attach(page, [{ name: `${SECRET.file}.pdf`, mimeType: 'application/pdf', buffer: PDF }]);
    await page.getByLabel('Ai được xem').nth(1).selectOption({ label: 'Bí mật của tác giả' });
    await saved(page);
    await saveAndGoOn(page, 'check');
  }), 40_000);

  it('cannot be submitted before the co-author has consented', step(async () => {
    const { page } = author;
    expect(await page.getByRole('region', { name: 'Còn 1 điểm cần hoàn thiện trước khi nộp' }).getByRole('link').allInnerTexts()).toEqual(['Đào Thu Ngân chưa xác nhận tỷ lệ đóng góp']);
    const coAuthor = await arrive('ngan.dao');
    await coAuthor.page.getByRole('listitem').filter({ hasText: code }).getByRole('link', { name: 'Xem và xác nhận' }).click();
    await coAuthor.page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
    await coAuthor.page.getByText('Đã xác nhận. Cảm ơn bạn.').waitFor();
  }), 40_000);

  it('is submitted once everything is there, with a receipt to keep', step(async () => {
    const { page } = author;
    await page.reload();
    await page.getByText('Hồ sơ đã đủ.').waitFor();
    await page.getByRole('checkbox', { name: /Tôi cam đoan/ }).check();
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
    await heading(page, 'Đã nhận hồ sơ của bạn');
    const shown = await page.getByRole('main').innerText();
    receipt = /BN-\d{4}-\d{4}/.exec(shown)?.[0] ?? '';
    expect(receipt).not.toBe('');
    expect(shown).toContain(code);
    await page.getByRole('link', { name: 'Theo dõi hồ sơ' }).click();
    await heading(page, TITLE);
    await page.getByText('Mới đăng ký').waitFor();
    await page.getByRole('link', { name: `Biên nhận ${receipt}` }).waitFor();
  }), 40_000);

  it('is returned once, with both of its faults', step(async () => {
    officer = await arrive('vy.tran');
    const { page } = officer;
    await officer.open(`/thu-ky/tiep-nhan?ho-so=${code}`);
    await page.getByRole('button', { name: 'Trả lại một lần' }).click();
    const dialog = page.getByRole('dialog', { name: 'Trả lại để bổ sung' });
    await dialog.getByRole('checkbox', { name: 'Phần thực trạng chưa có số liệu để so sánh.' }).check();
    await dialog.getByLabel('Cụ thể trong hồ sơ này').fill(SECRET.faultNote);
    await dialog.getByRole('checkbox', { name: 'Chưa chỉ ra điểm mới so với cách làm đang có tại cơ sở.' }).check();
    await dialog.getByRole('button', { name: 'Xem thư gửi tác giả' }).click();
    await dialog.getByRole('heading', { name: 'Cần bổ sung 2 điểm' }).waitFor();
    await dialog.getByRole('button', { name: 'Gửi yêu cầu bổ sung' }).click();
    await page.getByText(`Đã gửi yêu cầu bổ sung cho hồ sơ ${code}.`).waitFor();
  }), 40_000);

  it('is mended where the faults are, and handed in again', step(async () => {
    const { page } = author;
    await author.open('/viec-cua-toi');
    await page.getByRole('listitem').filter({ hasText: code }).getByRole('link', { name: 'Bổ sung' }).click();
    await page.getByRole('heading', { name: 'Cần bổ sung 2 điểm' }).waitFor();
    expect(await page.getByText('Cần sửa', { exact: true }).count()).toBe(2);
    await openSection(page, code, 'stateBefore');
    await page.getByText(SECRET.faultNote).first().waitFor();
    const before = page.getByLabel('Trước khi có sáng kiến, công việc diễn ra thế nào?');
    await before.fill(`${await before.inputValue()} Tuần đầu tháng có 312 cuộc gọi.`);
    await saveAndGoOn(page, 'content');
    await openSection(page, code, 'novelty');
    const novelty = page.getByLabel('Điểm mới so với cách làm trước đây là gì?');
    await novelty.fill(`${await novelty.inputValue()} Nay giờ hẹn được báo khi hồ sơ thật sự đã xong.`);
    await saveAndGoOn(page, 'application');
    await author.open(`/ho-so/${code}/kiem-tra`);
    await page.getByRole('checkbox', { name: /Tôi cam đoan/ }).check();
    await page.getByRole('button', { name: 'Nộp bản bổ sung' }).click();
    await heading(page, 'Đã nhận bản bổ sung');
  }), 40_000);

  it('is accepted after what changed was read, and cannot be returned again', step(async () => {
    const { page } = officer;
    await officer.open(`/thu-ky/tiep-nhan?ho-so=${code}`);
    await page.getByRole('heading', { name: 'Thay đổi ở bản nộp lần 2' }).waitFor();
    expect(await page.locator('ins').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('Tuần đầu tháng có 312 cuộc gọi.')]));
    expect(await page.getByRole('button', { name: 'Trả lại một lần' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Chấp nhận đơn', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Chấp nhận đơn' });
    for (const box of await dialog.getByRole('checkbox').all()) await box.check();
    await dialog.getByRole('button', { name: 'Chấp nhận đơn' }).click();
    await page.getByText(`Đã chấp nhận đơn ${code}.`).waitFor();
  }), 40_000);

  it('is put on the agenda of a session, and scoring is opened', step(async () => {
    secretary = await arrive('chau.doan');
    const { page } = secretary;
    await secretary.open('/thu-ky/phien-hop/moi');
    const campaign = page.getByLabel('Đợt xét');
    await campaign.selectOption({ label: await campaign.locator('option', { hasText: 'cuối năm' }).innerText() });
    await page.getByLabel('Tên phiên họp').fill(SESSION);
    await page.getByRole('button', { name: 'Lập phiên họp' }).click();
    await heading(page, SESSION);
    session = new URL(page.url()).pathname;
    await page.getByRole('button', { name: `Thêm ${code} vào chương trình` }).click();
    await press(secretary, 'Mời thành viên');
    await press(secretary, 'Mở chấm điểm');
    await page.getByText('Phiếu đã nộp').waitFor();
  }), 40_000);

  it('is scored by four members at once, each alone and with the keyboard alone', step(async () => {
    const sheets = {
      'hao.ngo': '18 14 18 9 14 9 9', 'nghia.do': '17,5 13 17 8,5 13 8,5 9', 'van.do': '19 15 19 10 15 10 10', 'binh.ha': '17 13 17 8,5 13 8,5 8,5',
    };
    const totals = ['91', '86,5', '98', '85,5'];
    await Promise.all(Object.entries(sheets).map(async ([username, points], at) => {
      const member = await arrive(username);
      await member.open('/cham-diem');
      await openByKeys(member.page, TITLE);
      const stops = await scoreByKeys(member.page, { points: points.split(' '), comment: SECRET.comment, privateNote: SECRET.privateNote });
      expect(stops).toBeLessThan(60);
      await member.page.getByText(`Đã nộp phiếu ${code}: ${totals[at]} điểm.`).waitFor();
    }));
    await secretary.open(session);
    await secretary.page.getByText('4/5').first().waitFor();
  }), 90_000);

  it('gets a provisional result that follows from the sheets', step(async () => {
    await press(secretary, 'Đóng chấm điểm');
    await secretary.page.getByText('Kết quả tạm tính').waitFor();
    await secretary.page.getByRole('heading', { name: 'Kết quả chấm điểm' }).waitFor();
    const row = secretary.page.getByRole('row').filter({ hasText: TITLE });
    expect(await row.innerText()).toContain('90,25');
    expect(await row.innerText()).toContain('Công nhận, nhân rộng');
  }), 40_000);

  it('is voted on in the meeting of the council, and the chair locks its record', step(async () => {
    const cast = await demoCouncil(site().url);
    const id = session.split('/').at(-1)!;
    await meetAndCount(cast, await seeSession(cast.secretary, id));
    await conclude(cast, { id });
    const chair = await arrive('hao.ngo');
    await chair.open(session);
    expect(await chair.page.getByRole('row').filter({ hasText: TITLE }).innerText()).toContain('Công nhận, nhân rộng');
    expect(await chair.page.getByText('Kết quả tạm tính').count()).toBe(0);
    await press(chair, 'Khóa phiên họp');
    await chair.page.getByText('Đã khóa phiên họp.').waitFor();
    await secretary.open(session);
  }), 60_000);

  it('tells its author nothing of that before the decision', step(async () => {
    await author.open(`/ho-so/${code}`);
    await author.page.getByText('Đang chấm').first().waitFor();
    const text = toldToAuthor.join('\n');
    expect([code, receipt].filter((word) => !text.includes(word))).toEqual([]);
    expect([SECRET.comment, SECRET.privateNote, '9025', '90,25'].filter((word) => text.includes(word))).toEqual([]);
  }), 40_000);

  it('is decided by the head, and issued under the next number of the year', step(async () => {
    await secretary.open(session);
    await press(secretary, 'Lập dự thảo quyết định');
    await heading(secretary.page, 'Dự thảo chờ quyết định');
    const decision = new URL(secretary.page.url()).pathname;
    const head = await arrive('thinh.vu');
    const { page } = head;
    await head.open(decision);
    expect(await page.getByRole('article').innerText()).toContain('90,25');
    await page.getByRole('radio', { name: /Công nhận sáng kiến, hiệu quả áp dụng và khả năng nhân rộng/ }).check();
    await page.getByRole('button', { name: 'Lưu và xem tổng hợp' }).click();
    await press(head, 'Ban hành quyết định');
    await heading(page, /^Quyết định \d+\/QĐ-UBND ngày/);
    decisionNumber = /\d+\/QĐ-UBND/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[0] ?? '';
    expect(decisionNumber).toMatch(/^\d{2}\/QĐ-UBND$/);
  }), 40_000);

  it('comes back to its author as a result with the number of the decision', step(async () => {
    await author.open(`/ho-so/${code}`);
    await author.page.getByText('Đã công nhận').first().waitFor();
    expect(await author.page.getByRole('main').innerText()).toContain(decisionNumber);
    await author.open('/thong-bao');
    await author.page.getByText(`Quyết định ${decisionNumber}`).first().waitFor();
  }), 40_000);

  it('is found by a visitor who types no marks, and its public page keeps every secret', step(async () => {
    const visitor = await arrive(null, 'phone');
    const { page } = visitor;
    const told: string[] = [];
    page.on('response', (response) => void response.text().then((text) => told.push(text), () => undefined));
    await visitor.open('/');
    await page.getByRole('main').getByRole('searchbox').fill('hen gio tra ket qua');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: TITLE }).click();
    await heading(page, TITLE);
    await visitor.settle();
    const shown = await page.getByRole('main').innerText();
    expect([decisionNumber, 'Hoàng Nhật Minh', 'Đào Thu Ngân', 'Số cuộc gọi hỏi kết quả'].filter((word) => !shown.includes(word))).toEqual([]);
    told.push(await page.content());
    expect(Object.values(SECRET).filter((secret) => told.join('\n').includes(secret))).toEqual([]);
  }), 40_000);

  it('let nobody see a broken page on the way', step(async () => {
    expect(people.flatMap(({ problems }) => problems)).toEqual([]);
  }), 40_000);
});

/** Presses a button that asks back, and says yes. */
async function press({ page }: Visitor, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
