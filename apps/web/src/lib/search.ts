/**
 * Readers of search parameters for `validateSearch`: anything unreadable becomes undefined, so that an address typed or
 * cut off by a person never breaks a page. They need no schema library in the entry of the application.
 */
type Search = Record<string, unknown>;

/** A text; empty counts as absent. */
export function textParam(search: Search, name: string): string | undefined {
  const value = search[name];
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
}

/** One of the given words. */
export function choiceParam<T extends string>(search: Search, name: string, choices: readonly T[]): T | undefined {
  const value = search[name];
  return choices.find((choice) => choice === value);
}

/** A list of texts; a single text is a list of one. */
export function listParam(search: Search, name: string): string[] | undefined {
  const value = search[name];
  const list = (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String).filter(Boolean);
  return list.length > 0 ? list : undefined;
}

/** A whole number. */
export function integerParam(search: Search, name: string): number | undefined {
  const value = Number(search[name]);
  return search[name] !== undefined && Number.isSafeInteger(value) ? value : undefined;
}

/** Where to go on after signing in. Only paths of this site: an address elsewhere must not lead a person away. */
export function ownPath(wanted: string | undefined): string {
  return wanted && /^\/(?![/\\])/.test(wanted) ? wanted : '/viec-cua-toi';
}
