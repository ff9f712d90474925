import type { RegisterFilter, RegisterSort } from '../../gql/schema.js';
import { choiceParam, textParam } from '../../lib/search.js';

/** The filters of the register as they stand in its address. Lists are joined by `_`, which needs no escaping. */
export interface RegisterSearch {
  'tu-khoa'?: string;
  /** Codes of fields. */
  'linh-vuc'?: string;
  nam?: string | number;
  /** Ids of units. */
  'don-vi'?: string;
  /** Code of a ward. */
  phuong?: string;
  'hieu-qua'?: 'co';
  'sap-xep'?: SortKey;
}

export const SORTS = { 'lien-quan': 'RELEVANCE', 'moi-nhat': 'NEWEST', ten: 'TITLE' } as const satisfies Record<string, RegisterSort>;
export type SortKey = keyof typeof SORTS;
const SORT_KEYS = Object.keys(SORTS) as SortKey[];

/** The facets of which several values may be chosen. */
export const LIST_FACETS = ['linh-vuc', 'nam', 'don-vi'] as const;
export type ListFacet = (typeof LIST_FACETS)[number];

const LONGEST_QUERY = 200;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the address; what is unreadable falls away. A single year stays a number, so that the address shows it plainly. */
export function readRegisterSearch(search: Record<string, unknown>): RegisterSearch {
  const years = valuesOf(textParam(search, 'nam')).filter(isYear);
  return {
    'tu-khoa': textParam(search, 'tu-khoa')?.slice(0, LONGEST_QUERY),
    'linh-vuc': joined(valuesOf(textParam(search, 'linh-vuc')).filter((code) => code.length <= 20)),
    nam: years.length === 1 ? Number(years[0]) : joined(years),
    'don-vi': joined(valuesOf(textParam(search, 'don-vi')).filter((id) => UUID.test(id))),
    phuong: textParam(search, 'phuong')?.slice(0, 60),
    'hieu-qua': choiceParam(search, 'hieu-qua', ['co'] as const),
    'sap-xep': choiceParam(search, 'sap-xep', SORT_KEYS),
  };
}

/** The values chosen of a facet. */
export function chosen(search: RegisterSearch, facet: ListFacet): string[] {
  return valuesOf(search[facet]);
}

/** The address with one value of a facet switched on or off. */
export function toggled(search: RegisterSearch, facet: ListFacet, value: string): RegisterSearch {
  const now = chosen(search, facet);
  const next = now.includes(value) ? now.filter((other) => other !== value) : [...now, value];
  return readRegisterSearch({ ...search, [facet]: joined(next) });
}

/** The order on the screen: the best fit first while looking for words, the newest first otherwise. */
export function sortOf(search: RegisterSearch): SortKey {
  const sort = search['sap-xep'];
  if (!search['tu-khoa']) return sort === 'ten' ? 'ten' : 'moi-nhat';
  return sort ?? 'lien-quan';
}

/** What the API is asked for. */
export function filterOf(search: RegisterSearch): RegisterFilter {
  const list = (facet: ListFacet) => (search[facet] === undefined ? undefined : chosen(search, facet));
  return {
    search: search['tu-khoa'],
    fields: list('linh-vuc'),
    years: list('nam')?.map(Number),
    unitIds: list('don-vi'),
    tenantCode: search.phuong,
    effectiveness: search['hieu-qua'] ? 'RECOGNISED' : undefined,
  };
}

/** How many values are chosen, not counting the words. */
export function countChosen(search: RegisterSearch): number {
  const lists = LIST_FACETS.reduce((sum, facet) => sum + chosen(search, facet).length, 0);
  return lists + (search.phuong ? 1 : 0) + (search['hieu-qua'] ? 1 : 0);
}

function valuesOf(value: string | number | undefined): string[] {
  return value === undefined ? [] : [...new Set(String(value).split('_').filter(Boolean))].slice(0, 50);
}

function joined(values: readonly string[]): string | undefined {
  return values.length > 0 ? values.join('_') : undefined;
}

function isYear(text: string): boolean {
  const year = Number(text);
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
}
