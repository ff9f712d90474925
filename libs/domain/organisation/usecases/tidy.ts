/** A name as it is stored: no spaces around it, one between words. */
export function tidy(name: string): string {
  return name.trim().replace(/\s+/gu, ' ');
}

/** The same for an optional line of a form, where a blank means "nothing". */
export function tidyOrNull(line: string | null | undefined): string | null {
  return tidy(line ?? '') || null;
}
