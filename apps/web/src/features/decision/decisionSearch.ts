import { choiceParam, integerParam } from '../../lib/search.js';

/** Where the head is: at an item, or at the review of the whole. */
export interface DecisionSearch {
  muc?: number;
  buoc?: 'tong-hop';
}

export function readDecisionSearch(search: Record<string, unknown>): DecisionSearch {
  return { muc: integerParam(search, 'muc'), buoc: choiceParam(search, 'buoc', ['tong-hop'] as const) };
}
