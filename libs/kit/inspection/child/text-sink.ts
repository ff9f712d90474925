import { TEXT_LENGTH } from '../inspection.js';

/** Signs that show nothing and may stand inside a word. */
const INVISIBLE = /\p{Cf}+/gu;
/** Controls, halves of surrogate pairs, signs of private meaning or none: no text. */
const NOISE = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]+/gu;
/** What a cut leaves of a letter beyond the first 65,536. */
const HALF = /[\ud800-\udbff]$/;

/** Takes the words of a file until enough of them are there. */
export class TextSink {
  readonly #parts: string[] = [];
  #length = 0;

  get isFull(): boolean {
    return this.#length >= TEXT_LENGTH;
  }

  add(text: string): void {
    if (this.isFull || text === '') return;
    this.#parts.push(text);
    this.#length += text.length;
  }

  /** Says that a word ends here. */
  space(): void {
    this.add(' ');
  }

  /** In NFC, one space between words, at most `TEXT_LENGTH` characters. */
  get text(): string {
    const words = this.#parts.join('').normalize('NFC').replace(INVISIBLE, '').replace(NOISE, ' ').replace(/\s+/gu, ' ');
    return words.trim().slice(0, TEXT_LENGTH).replace(HALF, '');
  }
}
