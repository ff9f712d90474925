import type { IntakeFilter } from '../../gql/schema.js';
import { choiceParam, textParam } from '../../lib/search.js';

/** Saved views of the queue, by their word in the address. */
export const VIEWS = ['cho-kiem-tra', 'qua-han', 'cho-bo-sung', 'da-chap-nhan', 'tat-ca'] as const;
export type View = (typeof VIEWS)[number];

/** The queue's address: everything on the screen can be sent to a colleague. */
export interface IntakeSearch {
  xem?: View;
  'tu-khoa'?: string;
  dot?: string;
  'don-vi'?: string;
  /** Code of the dossier that is open beside the list. */
  'ho-so'?: string;
}

export function readIntakeSearch(search: Record<string, unknown>): IntakeSearch {
  return {
    xem: choiceParam(search, 'xem', VIEWS),
    'tu-khoa': textParam(search, 'tu-khoa'),
    dot: textParam(search, 'dot'),
    'don-vi': textParam(search, 'don-vi'),
    'ho-so': textParam(search, 'ho-so'),
  };
}

/** What the API is asked for; each view asks exactly what its count counts. */
export function filterOf(search: IntakeSearch): IntakeFilter {
  return {
    ...VIEW_FILTERS[search.xem ?? 'cho-kiem-tra'],
    ...(search['tu-khoa'] ? { search: search['tu-khoa'] } : {}),
    ...(search.dot ? { campaignId: search.dot } : {}),
    ...(search['don-vi'] ? { unitId: search['don-vi'] } : {}),
  };
}

const VIEW_FILTERS: Record<View, IntakeFilter> = {
  'cho-kiem-tra': { states: ['SUBMITTED'] },
  'qua-han': { isOverdue: true },
  'cho-bo-sung': { states: ['SUPPLEMENT_REQUIRED'] },
  'da-chap-nhan': { states: ['ACCEPTED', 'WAITING_APPLICATION'] },
  'tat-ca': {},
};
