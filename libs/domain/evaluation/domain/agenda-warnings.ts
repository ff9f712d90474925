import type { EvaluationRules } from '../../regulation/domain/rules.js';
import { type PresiderSeat, presiderOf } from './conflicts.js';
import { requiredSheets } from './tally.js';
import { canReachMajority, mayVoteSecretly, quorumOf, voteResult } from './voting.js';

/**
 * What must be seen before an agenda is settled. Those of the first line make a decision about the item impossible as
 * things stand; the others ask for something.
 */
export const AGENDA_WARNINGS = [
  'MAJORITY_IMPOSSIBLE', 'TOO_FEW_SHEETS', 'SECRET_BALLOT_IMPOSSIBLE', 'QUORUM_IMPOSSIBLE',
  'MAJORITY_AT_RISK', 'CONFLICTS_UNDECIDED', 'NOBODY_PRESIDES', 'UNION_REPRESENTATIVE_MISSING',
] as const;
export type AgendaWarningCode = (typeof AGENDA_WARNINGS)[number];

/** One warning with the counts that explain it; all of members with a vote. */
export interface AgendaWarningFacts {
  readonly code: AgendaWarningCode;
  /** `null` for what concerns the whole session. */
  readonly itemId: string | null;
  readonly appointed: number;
  /** Not recused from the item; for a quorum those who are members on the day of the meeting. */
  readonly eligible: number;
  /** Eligible members whose interest nobody has decided about. */
  readonly undecided: number;
  /** How many it takes; `null` where nothing is counted. */
  readonly needed: number | null;
}

export interface AgendaItemFacts {
  readonly id: string;
  readonly recusedIds: readonly string[];
  /** Whose interest nobody has decided about, without those recused anyway. */
  readonly undecidedIds: readonly string[];
  /** Whether an author is a member of the trade union. */
  readonly hasUnionAuthor: boolean;
  /** Whom the head chose to preside over it. */
  readonly chosenPresiderId: string | null;
}

export interface AgendaSeat extends PresiderSeat {
  /** Whether the term of the member covers the day of the meeting. */
  readonly isThereOnTheDay: boolean;
}

/** What must be seen before an agenda is settled, by item in the order given, the session first (domain 3.7, INV-14, INV-20). */
export function agendaWarnings(
  rules: Pick<EvaluationRules, 'vote' | 'quorum' | 'averaging' | 'scoring'>, seats: readonly AgendaSeat[], items: readonly AgendaItemFacts[],
): AgendaWarningFacts[] {
  const voting = seats.filter((seat) => seat.isVoting);
  const present = voting.filter((seat) => seat.isThereOnTheDay).length;
  const needed = quorumOf(rules.quorum.share, voting.length);
  const ofSession: AgendaWarningFacts[] = present < needed
    ? [{ code: 'QUORUM_IMPOSSIBLE', itemId: null, appointed: voting.length, eligible: present, undecided: 0, needed }]
    : [];
  return [...ofSession, ...items.flatMap((item) => itemWarnings(rules, seats, voting, item))];
}

function itemWarnings(
  rules: Pick<EvaluationRules, 'vote' | 'averaging' | 'scoring'>, seats: readonly AgendaSeat[], voting: readonly AgendaSeat[], item: AgendaItemFacts,
): AgendaWarningFacts[] {
  const { vote } = rules;
  const appointed = voting.length;
  const count = (ids: readonly string[]): number => voting.filter(({ personId }) => ids.includes(personId)).length;
  const recused = count(item.recusedIds);
  const undecided = count(item.undecidedIds);
  const eligible = appointed - recused;
  const warnings: AgendaWarningFacts[] = [];
  const warn = (code: AgendaWarningCode, needs: number | null): void => {
    warnings.push({ code, itemId: item.id, appointed, eligible, undecided, needed: needs });
  };

  const needsOf = (missing: number): number => voteResult(vote, { appointed, recused: missing, present: appointed - missing, agree: 0 }).needed;
  if (vote.method !== 'NONE' && !canReachMajority(vote, { appointed, recused })) warn('MAJORITY_IMPOSSIBLE', needsOf(recused));
  else if (vote.method !== 'NONE' && undecided > 0 && !canReachMajority(vote, { appointed, recused: recused + undecided })) {
    warn('MAJORITY_AT_RISK', needsOf(recused + undecided));
  }
  const sheets = requiredSheets(rules, appointed);
  if (eligible < sheets) warn('TOO_FEW_SHEETS', sheets);
  if (vote.method === 'SECRET' && !mayVoteSecretly(eligible)) warn('SECRET_BALLOT_IMPOSSIBLE', null);
  if (item.undecidedIds.length > 0) warn('CONFLICTS_UNDECIDED', null);
  // An interest that still waits is asked about above; it may leave the chair in place.
  if (presiderOf(seats, item.recusedIds, item.chosenPresiderId) === null) warn('NOBODY_PRESIDES', null);
  if (item.hasUnionAuthor && !seats.some((seat) => seat.role === 'UNION_REP')) warn('UNION_REPRESENTATIVE_MISSING', null);
  return warnings;
}
