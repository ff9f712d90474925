import { addDays } from '@kit/clock';
import { type EvaluationRules, presetOf, rulesOf } from '@domain/regulation';
import type { Actor } from './identity.js';
import { next } from './organisation.js';

/** A regulation as the tests see it. */
export interface SeenRegulation {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly state: string;
  readonly revision: number;
  readonly decisionNumber: string | null;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly frozenAt: string | null;
  readonly rulesSha256: string;
}

export const REGULATION = 'id code version name state revision decisionNumber effectiveFrom effectiveTo frozenAt rulesSha256';
export const CREATE = `mutation ($input: CreateRegulationInput!) { createRegulation(input: $input) { ${REGULATION} } }`;
export const SAVE = `mutation ($input: SaveRegulationInput!) { saveRegulation(input: $input) { ${REGULATION} } }`;
export const PUT_IN_FORCE = `mutation ($id: ID!, $revision: Int!) { putRegulationInForce(id: $id, revision: $revision) { ${REGULATION} } }`;

/** The input of a draft of the ward's starting regulation. */
export const aPlan = (given: object = {}) => ({ presetCode: 'ward-start', name: 'Quy chế đánh giá sáng kiến', code: `quy-che-${next()}`, level: 'BASE', ...given });

export async function draft(actor: Actor, given: object = {}): Promise<SeenRegulation> {
  return (await actor.client.ask<{ createRegulation: SeenRegulation }>(CREATE, { input: aPlan(given) })).createRegulation;
}

export async function save(actor: Actor, input: object): Promise<SeenRegulation> {
  return (await actor.client.ask<{ saveRegulation: SeenRegulation }>(SAVE, { input })).saveRegulation;
}

/** A draft with the decision that shall put it in force. */
export async function decided(actor: Actor, day: string, given: object = {}): Promise<SeenRegulation> {
  const { id, revision } = await draft(actor, given);
  return save(actor, { id, revision, decisionNumber: `${next()}/QĐ-UBND`, decisionDate: addDays(day, -40), effectiveFrom: addDays(day, -30) });
}

export async function putInForce(head: Actor, { id, revision }: Pick<SeenRegulation, 'id' | 'revision'>): Promise<SeenRegulation> {
  return (await head.client.ask<{ putRegulationInForce: SeenRegulation }>(PUT_IN_FORCE, { id, revision })).putRegulationInForce;
}

/** The rule book of a preset, to be broken by a test. */
export const rulesToBreak = (code = 'ward-start'): EvaluationRules => structuredClone(rulesOf(presetOf(code)!));
