import type { Page } from 'playwright-core';

/** What one member gives, in the order of the sheet: points as they are typed. */
export interface GivenSheet {
  readonly points: readonly string[];
  readonly comment: string;
  readonly privateNote: string;
}

/** A sheet of the starting regulation has fewer stops than this. */
const MOST_STOPS = 120;

interface Focused {
  readonly kind: 'radio' | 'points' | 'text' | 'other';
  readonly name: string;
  readonly isChecked: boolean;
}

/** Tests know no DOM types: what runs in the page is text. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  const kind = element.type === 'radio' ? 'radio' : element.getAttribute('role') === 'spinbutton' ? 'points' : element.tagName === 'TEXTAREA' ? 'text' : 'other';
  return { kind, name: (element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? '').trim(), isChecked: element.checked === true };
})()`;

/** Goes from the open queue to a dossier with j and Enter, and no mouse. */
export async function openByKeys(page: Page, title: string): Promise<void> {
  for (let row = 0; row < 40; row += 1) {
    await page.keyboard.press('j');
    const text = await page.evaluate<string>("document.activeElement.innerText ?? ''");
    if (text.includes(title)) {
      await page.keyboard.press('Enter');
      return page.getByRole('heading', { level: 1, name: title }).waitFor();
    }
  }
  throw new Error(`no row of the queue is called ${title}`);
}

/**
 * Fills the sheet on the screen with the keyboard alone and hands it in with Ctrl+Enter: every condition met, the first
 * band of every criterion, the comments that are asked for. Answers how often Tab was pressed.
 */
export async function scoreByKeys(page: Page, { points, comment, privateNote }: GivenSheet): Promise<number> {
  const left = [...points];
  await page.getByRole('link', { name: 'Đến phiếu chấm' }).focus();
  await page.keyboard.press('Enter');
  for (let stops = 1; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const { kind, name, isChecked } = await page.evaluate<Focused>(FOCUSED);
    if (kind === 'radio' && !isChecked) await page.keyboard.press('Space');
    if (kind === 'points') await page.keyboard.type(left.shift() ?? '');
    if (kind === 'text') await page.keyboard.type(name === 'Ghi chú riêng' ? privateNote : comment);
    if (kind === 'radio' && name === 'Công nhận') {
      await page.keyboard.press('Control+Enter');
      return stops;
    }
  }
  throw new Error('the sheet never ended');
}
