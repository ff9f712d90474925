import { nfc } from './normalise.js';

/** Why a text is refused. */
export type TextFaultCode = 'NUL' | 'CONTROL' | 'LONE_SURROGATE' | 'BIDI_OVERRIDE';

/** The first character of a text that cannot be accepted; `index` counts UTF-16 units from 0. */
export interface TextFault {
  readonly code: TextFaultCode;
  readonly index: number;
}

/**
 * PostgreSQL stores neither NUL nor half a surrogate pair, other control characters break exports and print, and
 * bidirectional overrides let a text read differently from what it says (`exe.gpj` shown as `jpg.exe`).
 */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u202A-\u202E\u2066-\u2069]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** The first forbidden character of the text, or null when the text may be stored. Tab and line breaks are allowed. */
export function findTextFault(text: string): TextFault | null {
  const match = FORBIDDEN.exec(text);
  if (match === null) return null;
  return { code: codeOf(match[0].charCodeAt(0)), index: match.index };
}

function codeOf(unit: number): TextFaultCode {
  if (unit === 0) return 'NUL';
  if (unit < 0x20) return 'CONTROL';
  return unit >= 0xd800 ? 'LONE_SURROGATE' : 'BIDI_OVERRIDE';
}

/** Whether the text holds nothing that must be refused. Text in NFD is clean: {@link cleanText} turns it into NFC. */
export function isCleanText(text: string): boolean {
  return findTextFault(text) === null;
}

/**
 * The text as it is stored: NFC, line breaks as `\n` (forms and Windows send `\r\n`). Nothing else is changed.
 * @throws {UncleanTextError} when the text holds a forbidden character.
 */
export function cleanText(text: string): string {
  const fault = findTextFault(text);
  if (fault !== null) throw new UncleanTextError(fault);
  return nfc(text).replace(/\r\n?/g, '\n');
}

/** A text was refused; says which kind of character and where, never the text itself. */
export class UncleanTextError extends Error {
  override readonly name = 'UncleanTextError';
  readonly code = 'INVALID_TEXT';

  constructor(readonly fault: TextFault) {
    super('The text contains a character that cannot be stored.');
  }
}
