import { newId } from '@kit/ids';
import type { TestApp } from '../setup/app.js';
import { aCouncil, anOpenSession, type Cast, linesOf, presetRules, type Session, step, submitSheet } from './evaluation.js';
import type { AccountParts, Actor } from './identity.js';
import { meetAndLock } from './meeting.js';
import { anAccepted, aScene, type Scene, type Seen } from './initiative.js';

/** A ward in which decisions are taken: its council, an intake officer and the head. */
export interface Bench {
  readonly scene: Scene;
  readonly cast: Cast;
  readonly officer: Actor;
  readonly head: Actor;
}

export async function aBench(app: TestApp, parts: { head?: AccountParts } = {}): Promise<Bench> {
  const scene = await aScene(app);
  return {
    scene, cast: await aCouncil(scene, { size: 1 }),
    officer: await scene.person({ roles: ['INTAKE_OFFICER'] }), head: await scene.person({ roles: ['AUTHORITY_HEAD'], ...parts.head }),
  };
}

/** What the council finds under the starting regulation when every member gives this share of every criterion, in percent. */
export const PERCENT = { EFFECTIVE_AND_REPLICABLE: 80, RECOGNISED_ONLY: 60, NOT_RECOGNISED: 30 } as const;

export interface Judgement {
  readonly council: keyof typeof PERCENT;
  readonly lead?: Actor;
  /** Fields of `saveInitiative` beside the usual ones. */
  readonly given?: object;
}

/** A locked session with one initiative for each judgement; answers the session and the initiatives in the same order. */
export async function aLockedSession({ scene, cast, officer }: Bench, judgements: readonly Judgement[]): Promise<{ session: Session; initiatives: readonly Seen[] }> {
  const initiatives: Seen[] = [];
  for (const { lead, given } of judgements) initiatives.push(await anAccepted(scene, lead ?? (await scene.person()), officer, given));
  const session = await anOpenSession(scene, cast, initiatives);
  for (const [index, { council }] of judgements.entries()) {
    const itemId = session.items.find(({ initiativeId }) => initiativeId === initiatives[index]!.id)!.id;
    const lines = linesOf(presetRules('ward-start'), {}, PERCENT[council]);
    for (const member of cast.everybody) await submitSheet(member, itemId, lines);
  }
  await step(cast.secretary, 'closeScoring', session);
  return { session: await meetAndLock(cast, session), initiatives };
}

/** A decision as these tests see it. */
export interface SeenDecision {
  readonly id: string;
  readonly state: string;
  readonly revision: number;
  readonly fullNumber: string | null;
  readonly number: number | null;
  readonly signerTitle: string | null;
  readonly decidedCount: number;
  readonly actions: readonly string[];
  readonly items: readonly {
    readonly id: string; readonly initiativeId: string; readonly councilOutcome: string; readonly outcome: string | null;
    readonly deviates: boolean; readonly decisionNumber: string | null;
  }[];
}

export const DECISION = 'id state revision fullNumber number signerTitle decidedCount actions items { id initiativeId councilOutcome outcome deviates decisionNumber }';
export const PROPOSE = `mutation ($input: ProposeDecisionInput!) { proposeDecision(input: $input) { ${DECISION} } }`;
export const DECIDE = `mutation ($input: DecideItemInput!) { decideItem(input: $input) { ${DECISION} } }`;
export const ISSUE = `mutation ($input: IssueDecisionInput!) { issueDecision(input: $input) { ${DECISION} } }`;

export async function propose({ cast }: Bench, sessionId: string): Promise<SeenDecision> {
  return (await cast.secretary.client.ask<{ proposeDecision: SeenDecision }>(PROPOSE, { input: { sessionId, summary: 'Về việc công nhận sáng kiến' } })).proposeDecision;
}

export const RECOGNISE = { outcome: 'RECOGNISED', effectiveness: 'RECOGNISED', refusalReasons: [], reason: '' } as const;
export const RECOGNISE_ONLY = { ...RECOGNISE, effectiveness: 'NOT_RECOGNISED' } as const;
export const REFUSE = { outcome: 'REFUSED', effectiveness: 'NOT_RECOGNISED', refusalReasons: ['NOT_NEW'], reason: 'Giải pháp đã được áp dụng tại đơn vị từ trước.' } as const;

/** The head's input for an item as the decision stands now. */
export const onItem = (decision: SeenDecision, index: number, verdict: object) => ({ itemId: decision.items[index]!.id, decisionRevision: decision.revision, ...verdict });

export async function decideItem(head: Actor, decision: SeenDecision, index: number, verdict: object): Promise<SeenDecision> {
  return (await head.client.ask<{ decideItem: SeenDecision }>(DECIDE, { input: onItem(decision, index, verdict) })).decideItem;
}

/** A decision on which everything follows the council, ready to be issued. */
export async function aDecided(bench: Bench, ...councils: readonly (keyof typeof PERCENT)[]): Promise<SeenDecision> {
  const { session } = await aLockedSession(bench, councils.map((council) => ({ council })));
  let decision = await propose(bench, session.id);
  for (const [index, item] of decision.items.entries()) {
    const verdict = { EFFECTIVE_AND_REPLICABLE: RECOGNISE, RECOGNISED_ONLY: RECOGNISE_ONLY, NOT_RECOGNISED: REFUSE }[item.councilOutcome];
    decision = await decideItem(bench.head, decision, index, verdict!);
  }
  return decision;
}

export const issuing = ({ id, revision }: SeenDecision, idempotencyKey = newId()) => ({ input: { decisionId: id, revision, idempotencyKey } });

export async function issue(head: Actor, decision: SeenDecision): Promise<SeenDecision> {
  return (await head.client.ask<{ issueDecision: SeenDecision }>(ISSUE, issuing(decision))).issueDecision;
}
