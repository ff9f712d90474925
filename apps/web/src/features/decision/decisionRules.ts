import type { DecideItemInput, Outcome } from '../../gql/schema.js';
import type { Item } from './queries.js';

/** What the head can decide on an initiative, as one choice of three. */
export type Choice = 'EFFECTIVE' | 'RECOGNISED' | 'REFUSED';
export const CHOICES: readonly Choice[] = ['EFFECTIVE', 'RECOGNISED', 'REFUSED'];

/** A decision as it stands in the form. */
export interface Draft {
  choice: Choice | null;
  grounds: string[];
  reason: string;
}

export type Fault = 'choiceMissing' | 'groundMissing' | 'refusalReasonMissing' | 'deviationReasonMissing';

/** What the council advises; the same table as on the server, which has the last word. */
export function adviceOf(outcome: Outcome | null | undefined): Choice | null {
  switch (outcome) {
    case 'EFFECTIVE_AND_REPLICABLE': return 'EFFECTIVE';
    case 'RECOGNISED_ONLY': return 'RECOGNISED';
    case 'NOT_RECOGNISED': return 'REFUSED';
    default: return null;
  }
}

/** What was decided on an item; null before. */
export function choiceOf(item: Pick<Item, 'outcome' | 'effectiveness'>): Choice | null {
  if (!item.outcome) return null;
  if (item.outcome === 'REFUSED') return 'REFUSED';
  return item.effectiveness === 'RECOGNISED' ? 'EFFECTIVE' : 'RECOGNISED';
}

/** Whether a choice goes against the council and therefore needs a reason. */
export function deviates(choice: Choice | null, advice: Choice | null): boolean {
  return choice !== null && choice !== advice;
}

/** The decision as it was saved, for the form to begin with. */
export function draftOf(item: Item): Draft {
  return { choice: choiceOf(item), grounds: [...item.refusalReasons], reason: item.reason };
}

/** Everything that keeps a draft from being saved. */
export function faultsOf({ choice, grounds, reason }: Draft, advice: Choice | null): Fault[] {
  if (choice === null) return ['choiceMissing'];
  const hasReason = reason.trim() !== '';
  if (choice === 'REFUSED') {
    return [...(grounds.length === 0 ? ['groundMissing' as const] : []), ...(hasReason ? [] : ['refusalReasonMissing' as const])];
  }
  return deviates(choice, advice) && !hasReason ? ['deviationReasonMissing'] : [];
}

/** What the API is sent. Grounds chosen before the mind changed are left out. */
export function inputOf(itemId: string, decisionRevision: number, draft: Draft & { choice: Choice }): DecideItemInput {
  return {
    itemId,
    decisionRevision,
    outcome: draft.choice === 'REFUSED' ? 'REFUSED' : 'RECOGNISED',
    effectiveness: draft.choice === 'EFFECTIVE' ? 'RECOGNISED' : 'NOT_RECOGNISED',
    refusalReasons: draft.choice === 'REFUSED' ? draft.grounds : [],
    reason: draft.reason.trim(),
  };
}

/** The item to go on with after one: the next undecided, from the top again at the end; null when all are decided. */
export function nextUndecided<T extends Pick<Item, 'id' | 'outcome'>>(items: readonly T[], afterId: string): T | null {
  const at = items.findIndex(({ id }) => id === afterId);
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find(({ id, outcome }) => !outcome && id !== afterId) ?? null;
}

/** How many items got which decision, and how many go against the council. */
export function tally(items: readonly Pick<Item, 'outcome' | 'effectiveness' | 'deviates'>[]): Record<Choice | 'OPEN' | 'DEVIATING', number> {
  const counts = { EFFECTIVE: 0, RECOGNISED: 0, REFUSED: 0, OPEN: 0, DEVIATING: 0 };
  for (const item of items) {
    counts[choiceOf(item) ?? 'OPEN'] += 1;
    if (item.deviates) counts.DEVIATING += 1;
  }
  return counts;
}
