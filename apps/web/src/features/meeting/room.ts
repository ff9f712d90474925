import type { BallotState, CouncilRole, MinutesKind, SessionAction, SessionState, SigningCapacity } from '../../gql/schema.js';

/** A share such as two thirds. */
export interface Share { num: number; den: number }

/** What the rule book of a session says about meeting and voting. */
export interface MeetingRules {
  quorum: { share: Share; chairPresent: boolean; secretaryPresent: boolean };
  vote: { method: 'SECRET' | 'OPEN' | 'NONE'; majority: Share; base: 'ALL_APPOINTED' | 'APPOINTED_MINUS_RECUSED' | 'PRESENT' };
}

/** Reads the rule book; null when there is none yet. */
export function readRules(document: string | null | undefined): MeetingRules | null {
  return document ? (JSON.parse(document) as MeetingRules) : null;
}

interface Entry { role: CouncilRole; isVoting: boolean; mode?: string | null; person: { id: string } }
interface SittingFacts { endedAt?: string | null; required: number; presiding: { id: string } }

/** Smallest whole number that reaches a share of something. */
function ceilOf({ num, den }: Share, of: number): number {
  return Math.ceil((num * of) / den);
}

/** The sitting that goes on now, or null. */
export function openSitting<S extends { endedAt?: string | null }>(sittings: readonly S[]): S | null {
  return sittings.find(({ endedAt }) => !endedAt) ?? null;
}

export interface Quorum {
  /** Voting members in the room, of all of them. */
  present: number;
  appointed: number;
  /** Null before the regulation of the session is fixed. */
  required: number | null;
  /** Null where the regulation does not ask for it. */
  isChairThere: boolean | null;
  isSecretaryThere: boolean | null;
  isMet: boolean;
}

/** Who is there and whether that is enough (INV-16). Recused members who sit in the room count. */
export function quorumNow(attendance: readonly Entry[], rules: MeetingRules | null, sitting: SittingFacts | null): Quorum {
  const voting = attendance.filter(({ isVoting }) => isVoting);
  const isThere = (test: (entry: Entry) => boolean) => attendance.some((entry) => Boolean(entry.mode) && test(entry));
  const present = voting.filter(({ mode }) => mode).length;
  const required = sitting?.required ?? (rules ? ceilOf(rules.quorum.share, voting.length) : null);
  const chair = isThere(({ role, person }) => (sitting ? person.id === sitting.presiding.id : role === 'CHAIR'));
  const secretary = isThere(({ role }) => role === 'SECRETARY');
  const isChairThere = rules?.quorum.chairPresent === false ? null : chair;
  const isSecretaryThere = rules?.quorum.secretaryPresent === false ? null : secretary;
  return { present, appointed: voting.length, required, isChairThere, isSecretaryThere, isMet: required !== null && present >= required && isChairThere !== false && isSecretaryThere !== false };
}

export interface BallotFacts { state: BallotState; appointed: number; recused: number; issued: number; agree?: number | null }

/** Of how many a majority is taken, how many votes pass, and whether they were reached; null before the ballot is closed. */
export function voteOf(rules: MeetingRules | null, ballot: BallotFacts): { agree: number; baseCount: number; needed: number; isPassed: boolean } | null {
  if (!rules || ballot.state !== 'CLOSED' || typeof ballot.agree !== 'number') return null;
  const { majority, base } = rules.vote;
  const baseCount = base === 'ALL_APPOINTED' ? ballot.appointed : base === 'PRESENT' ? ballot.issued : ballot.appointed - ballot.recused;
  const needed = ceilOf(majority, baseCount);
  return { agree: ballot.agree, baseCount, needed, isPassed: baseCount > 0 && ballot.agree >= needed };
}

/** How far the council is with one item of its agenda. */
export type ItemProgress = 'WAITING' | 'SHOWN' | 'VOTING' | 'DONE';

export function progressOf(item: { id: string; ballot?: { state: BallotState } | null }, currentItemId: string | null | undefined): ItemProgress {
  if (item.ballot?.state === 'OPEN') return 'VOTING';
  if (item.ballot?.state === 'CLOSED') return 'DONE';
  return item.id === currentItemId ? 'SHOWN' : 'WAITING';
}

/** How the roll-call shows somebody. */
export type RollState = 'PRESENT' | 'ONLINE' | 'LEFT' | 'EXCUSED' | 'ABSENT' | 'NOT_CALLED';

export function rollStateOf(entry: { mode?: string | null; isExcused?: boolean | null; stays: readonly unknown[] }): RollState {
  if (entry.mode === 'PRESENT' || entry.mode === 'ONLINE') return entry.mode;
  if (typeof entry.isExcused === 'boolean') return entry.isExcused ? 'EXCUSED' : 'ABSENT';
  return entry.stays.length > 0 ? 'LEFT' : 'NOT_CALLED';
}

/** Somebody whose signature minutes wait for or have. */
export interface Signer { personId: string; fullName: string; capacity: SigningCapacity; signedAt: string | null }

interface Named { id: string; fullName: string }
interface SignedMinutes { kind: MinutesKind; signatures: readonly { capacity: SigningCapacity; signedAt: string; person: Named }[] }
interface Offices { countingBoard: readonly Named[]; sittings: readonly { presiding: Named }[]; attendance: readonly { role: CouncilRole; person: Named }[] }

/** Who signs minutes: the counting board those of the counting; whoever presided last and the secretary those of the meeting. */
export function signersOf(minutes: SignedMinutes, offices: Offices): Signer[] {
  const presiding = offices.sittings.at(-1)?.presiding;
  const secretary = offices.attendance.find(({ role }) => role === 'SECRETARY')?.person;
  const due: [Named | undefined, SigningCapacity][] = minutes.kind === 'COUNTING'
    ? offices.countingBoard.map((person) => [person, 'COUNTING_BOARD'])
    : [[presiding, 'PRESIDING'], [secretary, 'SECRETARY']];
  return due.flatMap(([person, capacity]) => (person ? [{
    personId: person.id, fullName: person.fullName, capacity,
    signedAt: minutes.signatures.find((one) => one.capacity === capacity && one.person.id === person.id)?.signedAt ?? null,
  }] : []));
}

/** What comes next in a meeting, for whoever runs it. */
export type NextStep =
  | 'QUORUM' | 'OPEN_SITTING' | 'SCORING' | 'SHOW_ITEM' | 'OPEN_BALLOT' | 'VOTING' | 'NAME_BOARD' | 'COUNT' | 'BOARD_SIGNS' | 'END_SITTING'
  | 'DRAFT_MINUTES' | 'SIGNATURES' | 'LOCK' | 'DONE';

export interface RoomFacts {
  state: SessionState;
  actions: readonly SessionAction[];
  isSitting: boolean;
  isQuorate: boolean;
  method: MeetingRules['vote']['method'] | null;
  current: ItemProgress | null;
  /** Items that have not been voted on. */
  left: number;
  hasBoard: boolean;
  /** Of the minutes of the counting, and of the meeting. */
  missingSignatures: { counting: number; meeting: number };
}

export function nextStepOf(facts: RoomFacts): NextStep {
  const { state, actions, isSitting } = facts;
  if (state === 'LOCKED') return 'DONE';
  if (state === 'MINUTES_DRAFT') return facts.missingSignatures.meeting > 0 ? 'SIGNATURES' : 'LOCK';
  if (state === 'COUNTED') {
    if (facts.missingSignatures.counting > 0) return 'BOARD_SIGNS';
    return isSitting ? 'END_SITTING' : 'DRAFT_MINUTES';
  }
  if (!isSitting) return actions.includes('OPEN_SITTING') && facts.isQuorate ? 'OPEN_SITTING' : 'QUORUM';
  if (state === 'CONVENED' || state === 'SCORING') return 'SCORING';
  if (facts.current === 'VOTING') return 'VOTING';
  const votes = facts.method !== 'NONE';
  if (votes && facts.left > 0) return facts.current === 'SHOWN' ? 'OPEN_BALLOT' : 'SHOW_ITEM';
  return facts.method === 'SECRET' && !facts.hasBoard ? 'NAME_BOARD' : 'COUNT';
}
