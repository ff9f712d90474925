import { CreateCouncil, type CouncilRole } from '@domain/evaluation';
import type { EvaluationRules } from '@domain/regulation';
import { runAs } from '@kit/context';
import type { TestApp } from '../setup/app.js';
import { aCampaign, aRegulationInForce } from './campaign.js';
import { aCouncilInput, anOpenSession, type Cast, declare, linesOf, presetRules, seeItem, type Session, someAccepted, step, submitSheet } from './evaluation.js';
import type { Actor } from './identity.js';
import { aScene, type Scene } from './initiative.js';
import { aWard } from './organisation.js';

/** A ward that judges by a rule book of its own, and its council. */
export interface Judged {
  readonly scene: Scene;
  readonly officer: Actor;
  readonly cast: Cast;
  readonly rules: EvaluationRules;
}

export interface BookChanges {
  readonly vote?: Partial<EvaluationRules['vote']>;
  readonly quorum?: Partial<EvaluationRules['quorum']>;
  readonly scoring?: Partial<EvaluationRules['scoring']>;
}

/** The ward's starting regulation (quorum and majority 2/3 of all appointed, secret ballot, scoring at home), with what is changed of it. */
export function aBook({ vote, quorum, scoring }: BookChanges = {}): EvaluationRules {
  const start = presetRules('ward-start');
  return { ...start, vote: { ...start.vote, ...vote }, quorum: { ...start.quorum, ...quorum }, scoring: { ...start.scoring, ...scoring } };
}

/** What everybody else in the council is, in the order of the decision; chair and secretary come first. Default: three members. */
export type Others = readonly { readonly role: CouncilRole; readonly isVoting?: boolean }[];
export const THREE_MEMBERS: Others = [{ role: 'MEMBER' }, { role: 'MEMBER' }, { role: 'MEMBER' }];

/** @param council whoever sits beside chair and secretary: five voting members in all, unless told otherwise */
export async function aJudgedWard(app: TestApp, rules: EvaluationRules = aBook(), council: Others = THREE_MEMBERS): Promise<Judged> {
  const ward = await aWard(app);
  const regulationId = await aRegulationInForce(app, ward, { rules: JSON.stringify(rules) });
  const scene = await aScene(app, { ward, campaignId: await aCampaign(app, ward, { regulationId }) });
  return { scene, officer: await scene.person({ roles: ['INTAKE_OFFICER'] }), cast: await aCouncilOf(scene, council), rules };
}

async function aCouncilOf(scene: Scene, others: Others): Promise<Cast> {
  const everybody = await Promise.all(Array.from({ length: others.length + 2 }, () => scene.person()));
  const [chair, secretary, ...members] = everybody as [Actor, Actor, ...Actor[]];
  const input = aCouncilInput(scene, everybody);
  const seats = input.members.map((seat, index) => ({ ...seat, isVoting: true, ...others[index - 2] }));
  const council = await runAs(scene.ward.system, () => scene.app.get(CreateCouncil).execute({ ...input, members: seats }));
  return { councilId: council.id, chair, secretary, members, everybody };
}

export interface Scoring {
  /** Items on the agenda; default 1. */
  readonly items?: number;
  /** Who is recused on every item. */
  readonly recused?: readonly Actor[];
  /** Who scores; default: everybody who is not recused. */
  readonly scorers?: readonly Actor[];
}

/** A session whose members have scored every item with 80 %, closed. */
export async function aScoredSession({ scene, officer, cast, rules }: Judged, { items = 1, recused = [], scorers }: Scoring = {}): Promise<Session> {
  const session = await anOpenSession(scene, cast, await someAccepted(scene, officer, items));
  for (const { id } of session.items) {
    for (const member of recused) await declare(member, id);
    for (const member of scorers ?? cast.everybody.filter((one) => !recused.includes(one))) await submitSheet(member, id, linesOf(rules));
  }
  return step(cast.chair, 'closeScoring', session);
}

/** A result as these tests read it. */
export interface SeenResult {
  readonly outcome: string;
  readonly sheetCount: number;
  readonly isProvisional: boolean;
  readonly voteState: string;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
  readonly vote: Readonly<Record<string, unknown>> | null;
}

export const RESULT = `result { outcome sheetCount isProvisional voteState reasons { code text }
  vote { method base baseCount needed appointed recused present issued returned valid invalid agree disagree } }`;

/** The result of an item of the session, as somebody sees it. */
export async function seeResult(actor: Actor, session: Session, index = 0): Promise<SeenResult> {
  return (await seeItem<{ result: SeenResult }>(actor, session.items[index]!.id, RESULT)).result;
}
