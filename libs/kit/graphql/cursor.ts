import { defineError } from '@kit/errors';
import { isId } from '@kit/ids';
import { isCleanText } from '@kit/text';

/** The cursor is damaged, forged, or belongs to another list. */
export const invalidCursor = defineError({
  code: 'INVALID_CURSOR',
  kind: 'VALIDATION',
  message: 'The cursor does not belong to this list.',
  vi: 'Vị trí trang không hợp lệ.',
  fix: 'Vui lòng tải lại danh sách từ đầu.',
  fixEn: 'Load the list again from its start.',
});

/** What one place of a cursor may hold. A `?` allows null, for nullable sort columns. */
export type CursorPart = 'string' | 'number' | 'instant' | 'date' | 'id' | 'string?' | 'number?' | 'instant?' | 'date?';

type CursorValue<P extends CursorPart> = P extends `${infer Base}?`
  ? ValueOf<Base> | null
  : ValueOf<P>;
type ValueOf<P extends string> = P extends 'number' ? number : string;

/** The values of a cursor by the parts it was declared with. */
export type CursorValues<P extends readonly CursorPart[]> = { -readonly [I in keyof P]: CursorValue<P[I]> };

/** Room for a title of 500 letters with marks. */
const LONGEST = 4_000;

/**
 * Packs the sort values of the last row of a page, for example `[submittedAt, id]`.
 * Opaque to clients but no secret: it holds only values that the row shows anyway.
 */
export function encodeCursor(values: readonly (string | number | Date | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * Unpacks a cursor and checks each value, so that a forged one never reaches the database.
 *
 * @param parts the kinds of the values in order: `decodeCursor(after, ['instant', 'id'])`.
 * @param path the input path named by the error.
 * @throws INVALID_CURSOR
 */
export function decodeCursor<const P extends readonly CursorPart[]>(
  cursor: string,
  parts: P,
  path: readonly string[] = ['after'],
): CursorValues<P> {
  const values = cursor.length <= LONGEST ? parse(cursor) : null;
  const sound = Array.isArray(values) && values.length === parts.length && parts.every((part, i) => fits(values[i], part));
  if (!sound) throw invalidCursor({}, path);
  return values as CursorValues<P>;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

function fits(value: unknown, part: CursorPart): boolean {
  if (part.endsWith('?')) return value === null || fits(value, part.slice(0, -1) as CursorPart);
  switch (part) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'string':
      return typeof value === 'string' && isCleanText(value);
    case 'id':
      return typeof value === 'string' && isId(value);
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
    default:
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}[T ][0-9:.+Z-]+$/.test(value) && !Number.isNaN(Date.parse(value));
  }
}
