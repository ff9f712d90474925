import { type ErrorPath, type Fault, notFound } from '@kit/errors';
import { isId } from '@kit/ids';

/** One line as it is stored: no spaces around it, one between words. */
export function tidy(line: string): string {
  return line.trim().replace(/\s+/gu, ' ');
}

/** The same for an optional line, where a blank means "nothing". */
export function tidyOrNull(line: string | null | undefined): string | null {
  return tidy(line ?? '') || null;
}

/** A malformed id is answered like an unknown one. @throws NOT_FOUND at `path` */
export function requireId(id: string, path: ErrorPath): void {
  if (!isId(id)) throw notFound({}, path);
}

/** A fault for every item whose key occurred before. */
export function repeated<T>(
  items: readonly T[], keyOf: (item: T) => string | null | undefined, faultOf: (index: number, firstIndex: number) => Fault,
): Fault[] {
  const seen = new Map<string, number>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    if (key == null) return [];
    const firstIndex = seen.get(key);
    if (firstIndex !== undefined) return [faultOf(index, firstIndex)];
    seen.set(key, index);
    return [];
  });
}
