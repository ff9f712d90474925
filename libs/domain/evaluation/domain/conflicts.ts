import { addYears } from '@kit/clock';
import type { EvaluationRules, InterestRule } from '../../regulation/domain/rules.js';

/** Why a member may not see or score an initiative (INV-11). */
export const CONFLICT_KINDS = ['AUTHOR', 'ADOPTER', 'KIN', 'SAME_UNIT', 'SUPERVISOR', 'CO_AUTHOR', 'OTHER'] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** What ties two people outside their work, as one of them declared it. */
export type Tie = 'SPOUSE' | 'PARENT' | 'CHILD' | 'SIBLING' | 'IN_LAW' | 'OTHER_INTEREST';

/** Ties that bar whatever anybody decides (INV-11); of the others the chair decides. */
const NEAREST: readonly Tie[] = ['SPOUSE', 'PARENT', 'CHILD', 'SIBLING'];

/** What the program knows of one member and one initiative. */
export interface InterestFacts {
  readonly isAuthor: boolean;
  readonly isAdopter: boolean;
  /** Between the member and any author, whichever of the two declared it. */
  readonly ties: readonly Tie[];
  /** Works in the unit of an author. */
  readonly sharesUnit: boolean;
  /** Is head of the unit of an author. */
  readonly leadsUnit: boolean;
  /** Is head of a unit above that of an author. */
  readonly leadsAbove: boolean;
  /** Day on which the member last submitted another initiative together with an author. */
  readonly lastJointSubmission: string | null;
}

/** `RECUSED` bars at once and for good; `PENDING` asks the member and waits for the chair. */
export type InterestEffect = 'RECUSED' | 'PENDING';

export interface Interest {
  readonly kind: ConflictKind;
  readonly effect: InterestEffect;
}

/**
 * The interests the program finds, at most one of each kind, in the order of the kinds. Whoever is an author is nothing
 * else; and whoever is barred anyway is not asked about lesser interests.
 * @param today day by which the years of joint work are counted
 */
export function interestsOf(facts: InterestFacts, rules: EvaluationRules['conflicts'], today: string): Interest[] {
  if (facts.isAuthor) return [{ kind: 'AUTHOR', effect: 'RECUSED' }];
  const found: (readonly [ConflictKind, InterestEffect | null])[] = [
    ['ADOPTER', facts.isAdopter ? 'RECUSED' : null],
    ['KIN', facts.ties.some((tie) => NEAREST.includes(tie)) ? 'RECUSED' : facts.ties.length > 0 ? 'PENDING' : null],
    ['SAME_UNIT', facts.sharesUnit ? effectOf(rules.sameUnit) : null],
    ['SUPERVISOR', stronger(facts.leadsUnit ? effectOf(rules.sameUnitHead) : null, facts.leadsAbove ? effectOf(rules.superior) : null)],
    ['CO_AUTHOR', isRecent(facts.lastJointSubmission, rules.coAuthor.years, today) ? effectOf(rules.coAuthor.rule) : null],
  ];
  const interests = found.flatMap(([kind, effect]) => (effect === null ? [] : [{ kind, effect }]));
  const barring = interests.filter(({ effect }) => effect === 'RECUSED');
  return barring.length > 0 ? barring : interests;
}

function effectOf(rule: InterestRule): InterestEffect | null {
  if (rule === 'FORBID') return 'RECUSED';
  return rule === 'DECLARE' ? 'PENDING' : null;
}

function stronger(one: InterestEffect | null, other: InterestEffect | null): InterestEffect | null {
  return one === 'RECUSED' || other === 'RECUSED' ? 'RECUSED' : (one ?? other);
}

/** Within so many years, the day itself included; 0 years look at none. */
function isRecent(day: string | null, years: number, today: string): boolean {
  return day !== null && years > 0 && day >= addYears(today, -years);
}

/** A member of the council with what the unit tree says. */
export interface MemberFacts {
  readonly personId: string;
  readonly unitId: string | null;
  /** Units the member is head of. */
  readonly leads: readonly string[];
}

export interface JudgedInitiativeFacts {
  readonly authors: readonly { readonly personId: string; readonly unitId: string | null }[];
  readonly adopterIds: readonly string[];
}

/** What is known of people and units beside the initiative itself. */
export interface Relations {
  /** Ties between two people, in either direction. */
  readonly tiesOf: (one: string, other: string) => readonly Tie[];
  /** Units above a unit, without itself. */
  readonly above: (unitId: string) => readonly string[];
  /** Day of the member's last submission with an author of the initiative, of another initiative. */
  readonly lastJointSubmission: (personId: string) => string | null;
}

/** What the program knows of a member and an initiative. */
export function interestFacts(member: MemberFacts, { authors, adopterIds }: JudgedInitiativeFacts, relations: Relations): InterestFacts {
  const units = authors.flatMap(({ unitId }) => unitId ?? []);
  return {
    isAuthor: authors.some(({ personId }) => personId === member.personId),
    isAdopter: adopterIds.includes(member.personId),
    ties: authors.flatMap(({ personId }) => relations.tiesOf(member.personId, personId)),
    sharesUnit: member.unitId !== null && units.includes(member.unitId),
    leadsUnit: units.some((unit) => member.leads.includes(unit)),
    leadsAbove: units.some((unit) => relations.above(unit).some((upper) => member.leads.includes(upper))),
    lastJointSubmission: relations.lastJointSubmission(member.personId),
  };
}

/** Whether what a member declares about themself leaves the chair nothing to decide (INV-11). */
export function barsForGood(kind: ConflictKind): boolean {
  return kind === 'AUTHOR' || kind === 'ADOPTER' || kind === 'KIN';
}

/** Somebody's place in a session. */
export interface PresiderSeat {
  readonly personId: string;
  readonly role: string;
  readonly isVoting: boolean;
}

/**
 * Who presides over an item: the chair; for a chair who may not, the first deputy who may; without one, the voting member
 * whom the head has chosen. `null`: somebody must be chosen before the item is treated.
 * @param seats in the order of the decision
 * @param barredIds who is recused from the item, or waits for a decision about an interest in it
 * @param chosenId the head's choice, which stands only as long as it is needed
 */
export function presiderOf(seats: readonly PresiderSeat[], barredIds: readonly string[], chosenId: string | null = null): string | null {
  const free = seats.filter(({ personId }) => !barredIds.includes(personId));
  const first = (role: string): string | undefined => free.find((seat) => seat.role === role)?.personId;
  return first('CHAIR') ?? first('DEPUTY_CHAIR') ?? free.find((seat) => seat.isVoting && seat.personId === chosenId)?.personId ?? null;
}

/** What decides about who settles a conflict. */
export interface ConflictJudgement {
  readonly personId: string;
  readonly seats: readonly PresiderSeat[];
  /** Recused from the item, or with an interest in it that waits. */
  readonly barredIds: readonly string[];
}

/**
 * Whether somebody decides about a conflict: chair or deputy; of a conflict of the chair, and where no chair or deputy is
 * free of interest, the head of the authority. Nobody decides about their own, and nobody who has an interest in the item.
 */
export function mayDecideConflict(decider: { readonly personId: string; readonly isHead: boolean }, { personId, seats, barredIds }: ConflictJudgement): boolean {
  if (decider.personId === personId || barredIds.includes(decider.personId)) return false;
  const leaders = seats.filter(({ role }) => role === 'CHAIR' || role === 'DEPUTY_CHAIR');
  const isOfChair = leaders.some((seat) => seat.role === 'CHAIR' && seat.personId === personId);
  const free = leaders.filter((leader) => leader.personId !== personId && !barredIds.includes(leader.personId));
  if (!isOfChair && free.some((leader) => leader.personId === decider.personId)) return true;
  return decider.isHead && (isOfChair || free.length === 0);
}
