import { addDays, localDate } from '@kit/clock';
import type { Page } from 'playwright-core';

/** The smallest bytes that are what a PDF claims to be. */
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n'
  + '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** Sections of a dossier: the end of the address, and the heading of the page. */
export const SECTION = {
  general: ['thong-tin-chung', 'Thông tin chung'],
  authors: ['tac-gia', 'Tác giả và tỷ lệ đóng góp'],
  stateBefore: ['thuc-trang', 'Tình trạng trước khi áp dụng'],
  content: ['noi-dung', 'Nội dung sáng kiến'],
  novelty: ['tinh-moi', 'Tính mới'],
  application: ['ap-dung', 'Áp dụng và số liệu trước – sau'],
  benefit: ['loi-ich', 'Lợi ích và điều kiện áp dụng'],
  confidential: ['bao-mat', 'Nội dung cần bảo mật'],
  evidence: ['minh-chung', 'Minh chứng'],
} as const;
export type SectionName = keyof typeof SECTION;

/** A day as people type it: today in Việt Nam and so many days on, without slashes. */
export function typedDay(days: number): string {
  const [year, month, day] = addDays(localDate(new Date()), days).split('-');
  return `${day}${month}${year}`;
}

export async function heading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Begins a dossier in the only campaign that is open; answers its code. */
export async function beginDossier(page: Page, title: string): Promise<string> {
  await page.goto(new URL('/ho-so/moi', page.url()).href);
  await page.getByLabel('Tên sáng kiến').fill(title);
  await page.getByRole('button', { name: 'Bắt đầu viết' }).click();
  await page.waitForURL(/\/ho-so\/SK-[\d-]+$/);
  return new URL(page.url()).pathname.split('/').at(-1)!;
}

export async function openSection(page: Page, code: string, name: SectionName): Promise<void> {
  const [key, title] = SECTION[name];
  await page.goto(new URL(`/ho-so/${code}/phan/${key}`, page.url()).href);
  await heading(page, title);
}

/** Presses the main button of a section and arrives at the next. */
export async function saveAndGoOn(page: Page, next: SectionName | 'check'): Promise<void> {
  await page.getByRole('button', { name: /^Lưu và/ }).click();
  await heading(page, next === 'check' ? 'Kiểm tra và nộp' : SECTION[next][1]);
}

/** Waits until the server has confirmed what was written. */
export async function saved(page: Page): Promise<void> {
  await page.getByText(/^Đã lưu nháp lúc/).first().waitFor();
}

export async function addAuthor(page: Page, typed: string, fullName: string): Promise<void> {
  await page.locator('input').and(page.getByLabel('Thêm đồng tác giả')).pressSequentially(typed);
  await page.getByRole('option', { name: new RegExp(fullName) }).click();
}

export const shareOf = (page: Page, fullName: string) => page.getByLabel(`Tỷ lệ đóng góp của ${fullName}, phần trăm`);

/** Chooses files as the button beside the drop area does, and waits until each stands in the dossier. */
export async function attach(page: Page, files: readonly { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  const already = await page.getByLabel('Tệp này cho thấy điều gì?').count();
  await page.locator('input[type="file"]').first().setInputFiles([...files]);
  await page.getByLabel('Tệp này cho thấy điều gì?').nth(already + files.length - 1).waitFor();
}

export interface Answers {
  readonly stateBefore: string;
  readonly summary: string;
  readonly content: string;
  readonly novelty: string;
  readonly benefit: string;
  readonly conditions: string;
  readonly secret: string;
}

/** The long answers, from the third section on, one after another as the main button leads through them. */
export async function writeTexts(page: Page, answers: Answers): Promise<void> {
  await page.getByLabel('Trước khi có sáng kiến, công việc diễn ra thế nào?').fill(answers.stateBefore);
  await saveAndGoOn(page, 'content');
  await page.getByLabel('Tóm tắt sáng kiến').fill(answers.summary);
  await page.getByLabel('Sáng kiến làm gì và làm như thế nào?').fill(answers.content);
  await saveAndGoOn(page, 'novelty');
  await page.getByLabel('Điểm mới so với cách làm trước đây là gì?').fill(answers.novelty);
  await saveAndGoOn(page, 'application');
}

export async function writeApplication(page: Page, measure: { name: string; before: string; after: string; unit: string }): Promise<void> {
  await page.getByRole('radio', { name: /Đã áp dụng chính thức/ }).check();
  await page.getByLabel('Ngày áp dụng lần đầu hoặc áp dụng thử').pressSequentially(typedDay(-60));
  await page.getByRole('button', { name: 'Thêm nơi áp dụng' }).click();
  const record = page.getByRole('group', { name: 'TT Phục vụ HCC' });
  await record.getByLabel('Chỉ số', { exact: true }).fill(measure.name);
  await record.getByLabel('Trước', { exact: true }).fill(measure.before);
  await record.getByLabel('Sau', { exact: true }).fill(measure.after);
  await record.getByLabel('Đơn vị đo').fill(measure.unit);
  await saveAndGoOn(page, 'benefit');
}

export async function writeBenefit(page: Page, answers: Answers): Promise<void> {
  await page.getByLabel('Lợi ích thu được, theo ý kiến của tác giả').fill(answers.benefit);
  await page.getByLabel('Muốn áp dụng thì cần những điều kiện gì?').fill(answers.conditions);
  await saveAndGoOn(page, 'confidential');
  await page.getByLabel('Phần nào của sáng kiến cần được giữ bí mật?').fill(answers.secret);
  await saveAndGoOn(page, 'evidence');
}
