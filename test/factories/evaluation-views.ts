/* Everything evaluation shows of sessions and items, for tests about what somebody does not see. */

const SHEET_FIELDS = 'id state total generalComment privateNote proposal submittedAt member { id } lines { criterionCode points comment }';
export const WHOLE_ITEM = `id position code title unitName fieldName mySheet { ${SHEET_FIELDS} } sheets { ${SHEET_FIELDS} }
  result { outcome sheetCount totalSum average rank isTied reasons { text } } conflicts { person { id } kind reason }`;
export const WHOLE_SESSION = `id title state revision actions members { person { id } role } progress { itemId personId mark } items { ${WHOLE_ITEM} }`;

export const ITEM_QUERY = `query ($id: ID!) { agendaItem(id: $id) { ${WHOLE_ITEM} } }`;
export const SESSION_QUERY = `query ($id: ID!) { evaluationSession(id: $id) { ${WHOLE_SESSION} } }`;
export const QUEUE_QUERY = '{ scoringQueue { items { itemId position code title total } submitted total } }';

/** An id that nobody was ever given. */
export const UNKNOWN = '01900000-0000-7000-8000-000000000000';

export interface SeenItem {
  readonly id: string;
  readonly position: number;
  readonly code: string;
  readonly mySheet: { readonly privateNote: string | null } | null;
  readonly sheets: readonly { readonly total: number; readonly privateNote: string | null; readonly member: { readonly id: string } }[] | null;
  readonly result: { readonly average: number; readonly rank: number | null } | null;
  readonly conflicts: readonly { readonly person: { readonly id: string }; readonly kind: string; readonly reason: string | null }[] | null;
}

export interface SeenSession {
  readonly items: readonly SeenItem[];
  readonly progress: readonly { readonly itemId: string; readonly personId: string; readonly mark: string }[] | null;
}
