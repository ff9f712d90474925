import type { Role } from '../../gql/schema.js';

/** What can wait for somebody, as the features of the API name it. Kinds of a later version are worded generally. */
export const WORK_KINDS = [
  'CONFIRM_AUTHORSHIP', 'FIX_RETURNED', 'FINISH_DRAFT', 'CHECK_FORMALLY', 'CONFIRM_APPLICATION', 'SCORE_SHEETS', 'OPEN_SCORING',
  'CLOSE_SCORING', 'HOLD_MEETING', 'CAST_BALLOT', 'SIGN_MINUTES', 'LOCK_SESSION', 'PROPOSE_DECISION', 'DECIDE', 'WAIT_FORMAL_CHECK', 'WAIT_FIRST_APPLICATION', 'WAIT_COUNCIL',
  'WAIT_RESULT', 'AWAIT_DECISION', 'OTHER',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

export function kindOf(code: string): WorkKind {
  return WORK_KINDS.find((kind) => kind === code) ?? 'OTHER';
}

/** The order of the list; counters and sections follow it. */
export const URGENCIES = ['OVERDUE', 'TODAY', 'THIS_WEEK', 'LATER', 'WAITING'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** The items of each urgency, in the order of the API; empty groups are left out. */
export function grouped<Item extends { urgency: Urgency }>(items: readonly Item[]): { urgency: Urgency; items: Item[] }[] {
  return URGENCIES.map((urgency) => ({ urgency, items: items.filter((item) => item.urgency === urgency) })).filter((group) => group.items.length > 0);
}

/** What somebody without work most likely wants to see, by what they are. */
export type NextStep = 'decisions' | 'intake' | 'scoring' | 'unit' | 'author';

export function nextStepOf(roles: readonly Role[]): NextStep {
  const has = (...wanted: Role[]) => roles.some((role) => wanted.includes(role));
  if (has('AUTHORITY_HEAD')) return 'decisions';
  if (has('INTAKE_OFFICER', 'COUNCIL_SECRETARY')) return 'intake';
  if (has('COUNCIL_CHAIR', 'COUNCIL_MEMBER')) return 'scoring';
  if (has('UNIT_HEAD')) return 'unit';
  return 'author';
}

export const NEXT_STEP_PATHS: Record<NextStep, string> = {
  decisions: '/quyet-dinh', intake: '/thu-ky/tiep-nhan', scoring: '/cham-diem', unit: '/don-vi/cho-xac-nhan', author: '/ho-so/moi',
};
