import { CreateCouncil } from '@domain/evaluation';
import { type EvaluationRules, presetOf, rulesOf } from '@domain/regulation';
import { addDays } from '@kit/clock';
import { runAs } from '@kit/context';
import type { TestApp } from '../setup/app.js';
import { aCampaign, aRegulationInForce } from './campaign.js';
import { actOn, seeItem, seeSession, type Session, SESSION } from './evaluation.js';
import type { Actor } from './identity.js';
import type { Scene } from './initiative.js';
import { next } from './organisation.js';

export type ConflictRules = EvaluationRules['conflicts'];

/** As the presets have it: colleagues and superiors are asked about, the head of the own unit is barred. */
export const ASKING: ConflictRules = { sameUnit: 'DECLARE', sameUnitHead: 'FORBID', superior: 'DECLARE', coAuthor: { rule: 'DECLARE', years: 3 } };

/** A campaign whose rule book differs in parts from the starting regulation. */
export async function aCampaignWith(app: TestApp, scene: Scene, parts: Partial<EvaluationRules>): Promise<string> {
  const rules = JSON.stringify({ ...rulesOf(presetOf('ward-start')!), ...parts });
  return aCampaign(app, scene.ward, { regulationId: await aRegulationInForce(app, scene.ward, { rules }) });
}

/** A council in force: chair first, then secretary, then the others; those named deputies are. */
export async function aCouncilOf(scene: Scene, people: readonly Actor[], { deputies = [] }: { deputies?: readonly Actor[] } = {}): Promise<string> {
  const council = await runAs(scene.ward.system, () => scene.app.get(CreateCouncil).execute({
    name: 'Hội đồng sáng kiến phường', decisionNumber: `${next()}/QĐ-UBND`, decisionDate: addDays(scene.today, -60), termFrom: addDays(scene.today, -50), termTo: addDays(scene.today, 300),
    members: people.map((person, index) => ({
      personId: person.personId, role: index === 0 ? 'CHAIR' : index === 1 ? 'SECRETARY' : deputies.includes(person) ? 'DEPUTY_CHAIR' : 'MEMBER', isVoting: true,
    })),
  }));
  return council.id;
}

/** A conflict as chair and secretary see it. */
export interface SeenConflict {
  readonly id: string;
  readonly person: { readonly id: string };
  readonly kind: string;
  readonly source: string;
  readonly decision: string;
  readonly isAbsolute: boolean;
  readonly reason: string | null;
  readonly decisionReason: string | null;
  readonly decidedBy: { readonly id: string } | null;
}

export const CONFLICT = 'id person { id } kind source decision isAbsolute reason decisionReason decidedBy { id }';

export const conflictsOf = async (actor: Actor, itemId: string): Promise<SeenConflict[]> =>
  (await seeItem<{ conflicts: SeenConflict[] | null }>(actor, itemId, `conflicts { ${CONFLICT} }`)).conflicts ?? [];

/** The cases about which somebody decides. */
export const casesOf = async (actor: Actor, session: Pick<Session, 'id'>): Promise<{ itemId: string; conflict: SeenConflict }[]> =>
  (await seeSession<{ conflictCases: { itemId: string; conflict: SeenConflict }[] | null }>(actor, session.id, `conflictCases { itemId conflict { ${CONFLICT} } }`)).conflictCases ?? [];

/** Warnings as `CODE item eligible/appointed needed`. */
export async function warningsOf(actor: Actor, session: Pick<Session, 'id'>): Promise<string[]> {
  const { agendaWarnings } = await seeSession<{ agendaWarnings: { code: string; itemId: string | null; eligible: number; appointed: number; needed: number | null }[] | null }>(
    actor, session.id, 'agendaWarnings { code itemId appointed eligible undecided needed }');
  return (agendaWarnings ?? []).map(({ code, eligible, appointed, needed }) => `${code} ${eligible}/${appointed}${needed === null ? '' : ` ${needed}`}`);
}

export const DECIDE = `mutation ($input: DecideConflictsInput!) { decideConflicts(input: $input) { ${SESSION} } }`;
export const OBJECT = 'mutation ($input: RecordObjectionInput!) { recordObjection(input: $input) }';
export const PRESIDE = 'mutation ($input: ChoosePresiderInput!) { choosePresider(input: $input) }';
export const KIN = 'mutation ($input: DeclareKinshipInput!) { declareKinship(input: $input) { id kind person { id } } }';
export const REPLACE = 'mutation ($input: ReplaceCouncilMemberInput!) { replaceCouncilMember(input: $input) { members { id person { id } role isVoting validFrom validTo replacedById basisNumber basisDate } } }';

export const decideOn = (actor: Actor, session: Pick<Session, 'id'>, conflicts: readonly Pick<SeenConflict, 'id'>[], decision: 'RECUSED' | 'ALLOWED', reason: string | null = 'Không trực tiếp liên quan.'): Promise<unknown> =>
  actor.client.ask(DECIDE, { input: { sessionId: session.id, conflictIds: conflicts.map(({ id }) => id), decision, reason } });

export const object = (officer: Actor, initiativeId: string, personId: string, reason = 'Có tranh chấp với tác giả.'): Promise<unknown> =>
  officer.client.ask(OBJECT, { input: { initiativeId, personId, reason } });

export const declareKin = (actor: Actor, personId: string, kind: string): Promise<unknown> => actor.client.ask(KIN, { input: { personId, kind } });

/** A session on initiatives of its campaign, taken on to `upTo` by the secretary. */
export async function aSessionWith(
  secretary: Actor, { councilId, campaignId }: { councilId: string; campaignId: string }, initiatives: readonly { readonly id: string }[], upTo: 'DRAFT' | 'CONVENED' | 'SCORING' = 'DRAFT',
): Promise<Session> {
  const planned = await actOn(secretary, 'createSession', { councilId, campaignId, title: `Phiên họp ${next()}` });
  let session = await actOn(secretary, 'setAgenda', { sessionId: planned.id, revision: planned.revision, initiativeIds: initiatives.map(({ id }) => id) });
  const steps = { DRAFT: [], CONVENED: ['conveneSession'], SCORING: ['conveneSession', 'openScoring'] }[upTo];
  for (const mutation of steps) session = await actOn(secretary, mutation, { sessionId: session.id, revision: session.revision });
  return session;
}
