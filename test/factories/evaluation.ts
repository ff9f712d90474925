import { CreateCouncil, type NewCouncil } from '@domain/evaluation';
import type { EvaluationRules } from '@domain/regulation';
import { addDays } from '@kit/clock';
import { runAs } from '@kit/context';
import { newId } from '@kit/ids';
import { rulesWithoutQuestions } from './campaign.js';
import type { Actor } from './identity.js';
import { anAccepted, type Scene, type Seen } from './initiative.js';
import { next } from './organisation.js';

/** A council whose people are signed in. */
export interface Cast {
  readonly councilId: string;
  readonly chair: Actor;
  /** Votes too, unless the council was made otherwise. */
  readonly secretary: Actor;
  readonly members: readonly Actor[];
  /** Chair, secretary, members: the order of the decision. */
  readonly everybody: readonly Actor[];
}

export interface CastParts {
  /** Ordinary members beside chair and secretary; default 2. */
  readonly size?: number;
  readonly secretaryVotes?: boolean;
  /** Somebody who exists already, as ordinary member. */
  readonly also?: readonly Actor[];
}

/** The input of a council in force with these people. */
export function aCouncilInput(scene: Scene, people: readonly Actor[], secretaryVotes = true): NewCouncil {
  return {
    name: 'Hội đồng sáng kiến phường', decisionNumber: `${next()}/QĐ-UBND`, decisionDate: addDays(scene.today, -60),
    termFrom: addDays(scene.today, -50), termTo: addDays(scene.today, 300),
    members: people.map(({ personId }, index) => ({
      personId, role: index === 0 ? 'CHAIR' : index === 1 ? 'SECRETARY' : 'MEMBER', isVoting: index !== 1 || secretaryVotes,
    })),
  };
}

export async function aCouncil(scene: Scene, { size = 2, secretaryVotes = true, also = [] }: CastParts = {}): Promise<Cast> {
  const [chair, secretary] = [await scene.person(), await scene.person()];
  const members: Actor[] = [];
  for (let index = 0; index < size; index += 1) members.push(await scene.person());
  members.push(...also);
  const everybody = [chair, secretary, ...members];
  const council = await runAs(scene.ward.system, () => scene.app.get(CreateCouncil).execute(aCouncilInput(scene, everybody, secretaryVotes)));
  return { councilId: council.id, chair, secretary, members, everybody };
}

/** A session as the tests know it. */
export interface Session {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly items: readonly Item[];
}

export interface Item {
  readonly id: string;
  readonly initiativeId: string;
  readonly position: number;
}

export const SESSION = 'id revision state items { id initiativeId position }';

const INPUTS: Readonly<Record<string, string>> = {
  createCouncil: 'CreateCouncilInput', createSession: 'CreateSessionInput', rescheduleSession: 'RescheduleSessionInput', setAgenda: 'SetAgendaInput', saveScoreSheet: 'SaveScoreSheetInput',
  submitScoreSheet: 'SubmitScoreSheetInput', reopenScoreSheet: 'ReopenScoreSheetInput', callRoll: 'CallRollInput', openSitting: 'OpenSittingInput',
  endSitting: 'EndSittingInput', nameCountingBoard: 'NameCountingBoardInput', draftMinutes: 'DraftMinutesInput', signMinutes: 'SignMinutesInput',
  saveItemNote: 'SaveItemNoteInput',
};

export function sessionMutation(mutation: string, fields = SESSION): string {
  return `mutation ($input: ${INPUTS[mutation] ?? 'SessionActInput'}!) { ${mutation}(input: $input) { ${fields} } }`;
}

/** A mutation of sessions; answers the session. */
export async function actOn<T = Session>(actor: Actor, mutation: string, input: object, fields = SESSION): Promise<T> {
  return (await actor.client.ask<Record<string, T>>(sessionMutation(mutation, fields), { input }))[mutation]!;
}

/** What a mutation of councils, sessions or sheets is refused with. */
export function refusal(actor: Actor, mutation: string, input: object): ReturnType<Actor['client']['refusal']> {
  return actor.client.refusal(sessionMutation(mutation, '__typename'), { input });
}

/** The session as the actor sees it. */
export async function seeSession<T = Session>(actor: Actor, id: string, fields = SESSION): Promise<T> {
  return (await actor.client.ask<{ evaluationSession: T }>(`query ($id: ID!) { evaluationSession(id: $id) { ${fields} } }`, { id })).evaluationSession;
}

/** The item as the actor sees it. */
export async function seeItem<T = Item>(actor: Actor, id: string, fields: string): Promise<T> {
  return (await actor.client.ask<{ agendaItem: T }>(`query ($id: ID!) { agendaItem(id: $id) { ${fields} } }`, { id })).agendaItem;
}

/** One step of a session by whoever takes it, with the revision as it stands. */
export async function step(actor: Actor, mutation: string, session: Pick<Session, 'id'>, fields = SESSION): Promise<Session> {
  const { revision } = await seeSession(actor, session.id);
  return actOn(actor, mutation, { sessionId: session.id, revision }, fields);
}

export function aPlannedSession(scene: Scene, cast: Cast, given: object = {}): Promise<Session> {
  return actOn(cast.secretary, 'createSession', {
    councilId: cast.councilId, campaignId: scene.campaignId, title: `Phiên họp ${next()}`, scoringDueOn: addDays(scene.today, 7), ...given,
  });
}

/** A session with these initiatives on its agenda, still a draft. */
export async function aDraftSession(scene: Scene, cast: Cast, initiatives: readonly Pick<Seen, 'id'>[]): Promise<Session> {
  const { id, revision } = await aPlannedSession(scene, cast);
  return actOn(cast.secretary, 'setAgenda', { sessionId: id, revision, initiativeIds: initiatives.map((one) => one.id) });
}

export async function aConvenedSession(scene: Scene, cast: Cast, initiatives: readonly Pick<Seen, 'id'>[]): Promise<Session> {
  return step(cast.secretary, 'conveneSession', await aDraftSession(scene, cast, initiatives));
}

export async function anOpenSession(scene: Scene, cast: Cast, initiatives: readonly Pick<Seen, 'id'>[]): Promise<Session> {
  return step(cast.secretary, 'openScoring', await aConvenedSession(scene, cast, initiatives));
}

/** Accepted initiatives of one author each, or of the given lead. */
export async function someAccepted(scene: Scene, officer: Actor, count: number, lead?: Actor): Promise<Seen[]> {
  const accepted: Seen[] = [];
  for (let index = 0; index < count; index += 1) accepted.push(await anAccepted(scene, lead ?? (await scene.person()), officer));
  return accepted;
}

/** The rule book of a preset, in which no interest waits for a decision. */
export const presetRules = (code: string): EvaluationRules => rulesWithoutQuestions(code);

export interface Line {
  criterionCode: string;
  levelCode?: string | null;
  points?: number | null;
  met?: boolean | null;
  comment?: string | null;
}

/**
 * Complete lines under a preset: conditions met, every criterion at the given points in the level they fall in, and a comment
 * everywhere.
 * @param points hundredths by criterion; those not named get `otherwise`, the share of their maximum in percent
 */
export function linesOf(rules: EvaluationRules, points: Readonly<Record<string, number>> = {}, otherwise = 80): Line[] {
  return rules.criteria.map((criterion): Line => {
    if (criterion.kind !== 'SCORED') return { criterionCode: criterion.code, met: true, comment: 'Đạt.' };
    const given = points[criterion.code] ?? Math.floor((criterion.maxPoints * otherwise) / 100 / criterion.step) * criterion.step;
    const level = criterion.levels.find(({ min, max }) => given >= min && given <= max);
    return { criterionCode: criterion.code, points: given, levelCode: level?.code ?? null, comment: 'Nhận xét của thành viên.' };
  });
}

export const SHEET = 'id itemId state revision total submissionNumber submittedAt generalComment privateNote proposal lines { criterionCode levelCode points met comment }';
export interface Sheet {
  readonly id: string;
  readonly itemId: string;
  readonly state: string;
  readonly revision: number;
  readonly total: number | null;
  readonly submissionNumber: number;
  readonly submittedAt: string | null;
  readonly generalComment: string;
  readonly privateNote: string | null;
  readonly proposal: string | null;
  readonly lines: readonly Line[];
}

export const SAVE = `mutation ($input: SaveScoreSheetInput!) { saveScoreSheet(input: $input) { ${SHEET} } }`;
export const SUBMIT = `mutation ($input: SubmitScoreSheetInput!) { submitScoreSheet(input: $input) { ${SHEET} } }`;
export const REOPEN = `mutation ($input: ReopenScoreSheetInput!) { reopenScoreSheet(input: $input) { ${SHEET} } }`;
export const DECLARE = 'mutation ($input: DeclareConflictInput!) { declareConflict(input: $input) }';

export async function saveSheet(actor: Actor, itemId: string, lines: readonly Line[], given: object = {}): Promise<Sheet> {
  return (await actor.client.ask<{ saveScoreSheet: Sheet }>(SAVE, { input: { itemId, revision: 0, lines, ...given } })).saveScoreSheet;
}

export async function submitSheet(actor: Actor, itemId: string, lines: readonly Line[], given: object = {}): Promise<Sheet> {
  const input = { itemId, revision: 0, lines, idempotencyKey: newId(), ...given };
  return (await actor.client.ask<{ submitScoreSheet: Sheet }>(SUBMIT, { input })).submitScoreSheet;
}

export async function reopenSheet(actor: Actor, { itemId, revision }: Pick<Sheet, 'itemId' | 'revision'>): Promise<Sheet> {
  return (await actor.client.ask<{ reopenScoreSheet: Sheet }>(REOPEN, { input: { itemId, revision } })).reopenScoreSheet;
}

export function declare(actor: Actor, itemId: string, kind = 'KIN', reason = 'Người thân của tác giả.'): Promise<unknown> {
  return actor.client.ask(DECLARE, { input: { itemId, kind, reason } });
}
