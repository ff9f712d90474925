import type { EvaluationRules } from '@domain/regulation';
import type { TestApp } from '../setup/app.js';
import { aCampaign, aRegulationInForce } from './campaign.js';
import { type Cast, presetRules, type Session, seeSession } from './evaluation.js';
import type { Actor } from './identity.js';
import { aScene, type Scene } from './initiative.js';
import { aWard, type Ward } from './organisation.js';

/** The ward's starting rules, by which so many members score each item; that people of a test share a unit is no question. */
export function rulesWith(sheetsPerItem: number | null): EvaluationRules {
  const rules = structuredClone(presetRules('ward-start'));
  rules.scoring.sheetsPerItem = sheetsPerItem;
  rules.conflicts = { sameUnit: 'ALLOW', sameUnitHead: 'ALLOW', superior: 'ALLOW', coAuthor: { rule: 'ALLOW', years: 0 } };
  return rules;
}

/** A ward whose regulation has each item scored by so many members. */
export async function anAssigningScene(app: TestApp, sheetsPerItem = 3, given?: Ward): Promise<Scene> {
  const ward = given ?? (await aWard(app));
  const regulationId = await aRegulationInForce(app, ward, { rules: JSON.stringify(rulesWith(sheetsPerItem)) });
  return aScene(app, { ward, campaignId: await aCampaign(app, ward, { regulationId }) });
}

export const ASSIGNMENT = `perItem isFixed rows { itemId personId } loads { personId items } shortages { itemId assigned needed eligible }
  canUndo plans { id kind by { id } at added removed isUndone }`;

export interface Row {
  readonly itemId: string;
  readonly personId: string;
}

export interface SeenAssignment {
  readonly perItem: number;
  readonly isFixed: boolean;
  readonly rows: readonly Row[];
  readonly loads: readonly { readonly personId: string; readonly items: number }[];
  readonly shortages: readonly { readonly itemId: string; readonly assigned: number; readonly needed: number; readonly eligible: number }[];
  readonly canUndo: boolean;
  readonly plans: readonly { readonly kind: string; readonly by: { readonly id: string }; readonly added: number; readonly removed: number; readonly isUndone: boolean }[];
}

export interface SeenProposal {
  readonly sessionId: string;
  readonly revision: number;
  readonly perItem: number;
  readonly rows: readonly (Row & { readonly change: string })[];
  readonly loads: readonly { readonly personId: string; readonly before: number; readonly after: number }[];
  readonly shortages: SeenAssignment['shortages'];
}

export const PROPOSE = `query ($id: ID!) { proposeAssignment(sessionId: $id) {
  sessionId revision perItem rows { itemId personId change } loads { personId before after } shortages { itemId assigned needed eligible } } }`;
export const APPLY = `mutation ($input: ApplyAssignmentInput!) { applyAssignment(input: $input) { revision assignment { ${ASSIGNMENT} } } }`;
export const UNDO = `mutation ($input: SessionActInput!) { undoAssignment(input: $input) { revision assignment { ${ASSIGNMENT} } } }`;

/** The assignment as the actor sees it; `null` where there is none for them. */
export async function seeAssignment(actor: Actor, { id }: Pick<Session, 'id'>): Promise<SeenAssignment | null> {
  return (await seeSession<{ assignment: SeenAssignment | null }>(actor, id, `assignment { ${ASSIGNMENT} }`)).assignment;
}

export async function propose(actor: Actor, { id }: Pick<Session, 'id'>): Promise<SeenProposal> {
  return (await actor.client.ask<{ proposeAssignment: SeenProposal }>(PROPOSE, { id })).proposeAssignment;
}

/** Who scores each item of the proposal, as `applyAssignment` takes it. */
export function wanted(proposal: Pick<SeenProposal, 'rows'>): { itemId: string; personIds: string[] }[] {
  const itemIds = [...new Set(proposal.rows.map(({ itemId }) => itemId))];
  return itemIds.map((itemId) => ({
    itemId, personIds: proposal.rows.filter((row) => row.itemId === itemId && row.change !== 'REMOVED').map(({ personId }) => personId),
  }));
}

/** The variables of an application, with the revision as it stands. */
export async function anApplication(actor: Actor, { id }: Pick<Session, 'id'>, rows: readonly object[]): Promise<{ input: object }> {
  const { revision } = await seeSession(actor, id, 'revision');
  return { input: { sessionId: id, revision, rows } };
}

export async function assign(actor: Actor, session: Pick<Session, 'id'>, rows: readonly object[]): Promise<SeenAssignment> {
  const answer = await actor.client.ask<{ applyAssignment: { assignment: SeenAssignment } }>(APPLY, await anApplication(actor, session, rows));
  return answer.applyAssignment.assignment;
}

/** Proposes and applies. */
export async function assignAsProposed(actor: Actor, session: Pick<Session, 'id'>): Promise<SeenAssignment> {
  return assign(actor, session, wanted(await propose(actor, session)));
}

export async function undo(actor: Actor, { id }: Pick<Session, 'id'>): Promise<SeenAssignment> {
  const { revision } = await seeSession(actor, id, 'revision');
  const answer = await actor.client.ask<{ undoAssignment: { assignment: SeenAssignment } }>(UNDO, { input: { sessionId: id, revision } });
  return answer.undoAssignment.assignment;
}

/** The members of an item by their places on the council: `'0 2 3'`. */
export function panel(assignment: Pick<SeenAssignment, 'rows'> | null, itemId: string, { everybody }: Cast): string {
  const places = assignment?.rows.filter((row) => row.itemId === itemId).map(({ personId }) => everybody.findIndex((actor) => actor.personId === personId));
  return (places ?? []).sort((a, b) => a - b).join(' ');
}
