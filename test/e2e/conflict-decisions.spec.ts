import { beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { newId } from '@kit/ids';
import {
  aCampaignWith, aCouncilOf, aSessionWith, ASKING, casesOf, conflictsOf, DECIDE, decideOn, declareKin, object, OBJECT, PRESIDE, warningsOf,
} from '../factories/conflicts.js';
import {
  declare, linesOf, presetRules, refusal, SAVE, saveSheet, seeItem, seeSession, type Session, step, submitSheet,
} from '../factories/evaluation.js';
import { QUEUE_QUERY, UNKNOWN } from '../factories/evaluation-views.js';
import type { Actor } from '../factories/identity.js';
import { anAccepted, aScene, type Scene, type Seen } from '../factories/initiative.js';
import { aUnit } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';

// Several people sign in and act one after the other; a busy machine needs time for it.
jest.setTimeout(60_000);
const app = useApp();
const rules = presetRules('ward-start');

let scene: Scene;
let officer: Actor;
let head: Actor;
let lead: Actor;
/** Works beside the lead, as the member does; the others of the council do not. */
let member: Actor;
let chair: Actor;
let deputy: Actor;
let secretary: Actor;
let others: readonly [Actor, Actor];
let campaignId: string;
let councilId: string;
let elsewhere: string;

beforeAll(async () => {
  scene = await aScene(app());
  elsewhere = await aUnit(app(), scene.ward);
  officer = await away({ roles: ['INTAKE_OFFICER'] });
  head = await away({ roles: ['AUTHORITY_HEAD'] });
  [lead, member] = [await scene.person(), await scene.person()];
  [chair, deputy, secretary] = [await away(), await away(), await away()];
  others = [await away(), await away()];
  campaignId = await aCampaignWith(app(), scene, { conflicts: ASKING });
  councilId = await aCouncilOf(scene, [chair, secretary, deputy, member, ...others], { deputies: [deputy] });
}, 120_000);

const away = (parts: Parameters<Scene['person']>[0] = {}): Promise<Actor> => scene.person({ ...parts, person: { unitId: elsewhere } });
const anInitiative = (author = lead): Promise<Seen> => anAccepted({ ...scene, campaignId }, author, officer);
const aSession = async (upTo: 'DRAFT' | 'CONVENED' | 'SCORING' = 'SCORING', given: { initiatives?: readonly Seen[]; councilId?: string; by?: Actor } = {}): Promise<Session> =>
  aSessionWith(given.by ?? secretary, { councilId: given.councilId ?? councilId, campaignId }, given.initiatives ?? [await anInitiative()], upTo);
const itemOf = ({ items }: Session): string => items[0]!.id;
const save = (actor: Actor, itemId: string) => actor.client.refusal(SAVE, { input: { itemId, revision: 0, lines: [] } });
const sheetOf = async (actor: Actor, itemId: string): Promise<string | undefined> =>
  (await app().sql<{ state: string }>('select state from score_sheet where item_id = $1 and person_id = $2', [itemId, actor.personId]))[0]?.state;
const decisionRefused = (actor: Actor, session: Session, conflictIds: readonly string[], decision = 'RECUSED', reason: string | null = null) =>
  actor.client.refusal(DECIDE, { input: { sessionId: session.id, conflictIds, decision, reason } });

describe('an interest that waits for a decision', () => {
  it('lets the member read the item, and neither score it nor find it among what is to be scored', async () => {
    const session = await aSession();
    const item = itemOf(session);
    expect(await seeItem(member, item, 'title dossier { content } myInterests { kind decision }')).toMatchObject({ myInterests: [{ kind: 'SAME_UNIT', decision: 'PENDING' }] });
    expect(await save(member, item)).toEqual({ code: 'CONFLICT_UNDECIDED', details: {} });
    expect(await refusal(member, 'submitScoreSheet', { itemId: item, revision: 0, lines: linesOf(rules), idempotencyKey: newId() })).toEqual({ code: 'CONFLICT_UNDECIDED', details: {} });
    expect(await member.client.ask(QUEUE_QUERY)).toMatchObject({ scoringQueue: { total: 0 } });
    // Nobody else is held up.
    await saveSheet(others[0], item, []);
    expect(await warningsOf(secretary, session)).toEqual(['CONFLICTS_UNDECIDED 6/6']);
    expect(await warningsOf(member, session)).toEqual([]);
  });

  it('is allowed by the chair for a reason, and the member scores', async () => {
    const session = await aSession();
    const item = itemOf(session);
    const [found] = await conflictsOf(secretary, item);
    expect(await decisionRefused(chair, session, [found!.id], 'ALLOWED', '  ')).toMatchObject({ code: 'CONFLICT_REASON_REQUIRED', path: ['input', 'reason'] });
    await decideOn(chair, session, [found!], 'ALLOWED', 'Khác tổ, không tham gia.');
    expect(await conflictsOf(secretary, item)).toEqual([{ ...found, decision: 'ALLOWED', decisionReason: 'Khác tổ, không tham gia.', decidedBy: { id: chair.personId } }]);
    await submitSheet(member, item, linesOf(rules));
    expect(await warningsOf(chair, session)).toEqual([]);
    // The chair may think better of it: what was handed in becomes void.
    await decideOn(chair, session, [found!], 'RECUSED', null);
    expect(await sheetOf(member, item)).toBe('VOID');
    expect(await save(member, item)).toEqual({ code: 'NOT_FOUND', details: {} });
    const trace = await app().sql<{ action: string; actor: string; details: object }>(
      `select action, actor_person_id as actor, details from audit_event where object_id = $1 and action = 'evaluation.conflict-decided' order by id`, [item]);
    expect(trace).toEqual(['ALLOWED', 'RECUSED'].map((decision) => ({ action: 'evaluation.conflict-decided', actor: chair.personId, details: { conflictId: found!.id, personId: member.personId, decision } })));
  });

  it('is not needed any more when the member declares it', async () => {
    const session = await aSession('CONVENED');
    const item = itemOf(session);
    await declare(member, item, 'SAME_UNIT', 'Cùng nhóm làm việc.');
    expect(await warningsOf(chair, session)).toEqual([]);
    expect(await member.client.refusal('query ($id: ID!) { agendaItem(id: $id) { id } }', { id: item })).toEqual({ code: 'NOT_FOUND', details: {} });
    expect((await conflictsOf(chair, item)).map(({ source, decision }) => [source, decision])).toEqual([['AUTO', 'PENDING'], ['SELF', 'RECUSED']]);
  });

  it('recuses when scoring closes before anybody has decided, and voids what was written', async () => {
    const session = await aSession();
    const item = itemOf(session);
    for (const actor of [chair, deputy, secretary, ...others]) await submitSheet(actor, item, linesOf(rules));
    await decideOn(chair, session, await conflictsOf(chair, item), 'ALLOWED');
    await submitSheet(member, item, linesOf(rules, {}, 10));
    await object(officer, session.items[0]!.initiativeId, member.personId);
    await step(secretary, 'closeScoring', session);
    expect(await seeItem(chair, item, 'result { sheetCount average } sheets { member { id } }')).toMatchObject({ result: { sheetCount: 5, average: 8000 } });
    expect(await sheetOf(member, item)).toBe('VOID');
    expect((await conflictsOf(chair, item)).map(({ source, decision }) => [source, decision])).toEqual([['AUTO', 'ALLOWED'], ['OBJECTION', 'RECUSED']]);
    expect(await member.client.refusal('query ($id: ID!) { agendaItem(id: $id) { id } }', { id: item })).toEqual({ code: 'NOT_FOUND', details: {} });
    const late = await conflictsOf(chair, item);
    expect(await decisionRefused(chair, session, [late[1]!.id], 'ALLOWED', 'Muộn.')).toEqual({ code: 'SCORING_CLOSED', details: { state: 'SCORED' } });
    expect(await casesOf(chair, session)).toEqual([]);
  });
});

describe('who decides', () => {
  it('is chair or deputy for members, and nobody about themself', async () => {
    const session = await aSession();
    const item = itemOf(session);
    const [found] = await conflictsOf(chair, item);
    expect((await casesOf(chair, session)).map(({ conflict }) => conflict.id)).toEqual([found!.id]);
    expect((await casesOf(deputy, session)).map(({ conflict }) => conflict.id)).toEqual([found!.id]);
    for (const actor of [secretary, head, member, others[0]]) expect(await casesOf(actor, session)).toEqual([]);
    expect(await decisionRefused(secretary, session, [found!.id])).toMatchObject({ code: 'CONFLICT_NOT_YOURS', path: ['input', 'conflictIds', 0] });
    // Whoever may not know of conflicts hears of one what an unknown one answers.
    for (const actor of [member, others[0], head]) {
      expect(await decisionRefused(actor, session, [found!.id])).toEqual(await decisionRefused(actor, session, [UNKNOWN]));
    }
    await decideOn(deputy, session, [found!], 'ALLOWED');
  });

  it('is the head for the chair; the deputy is not, and the chair decides about nobody else there meanwhile', async () => {
    const own = await aCouncilOf(scene, [member, secretary, deputy, chair, ...others], { deputies: [deputy] });
    const colleague = await scene.person();
    const bigger = await aCouncilOf(scene, [member, secretary, deputy, colleague, ...others], { deputies: [deputy] });
    const session = await aSession('SCORING', { councilId: own });
    const item = itemOf(session);
    const [ofChair] = await conflictsOf(secretary, item);
    expect(ofChair).toMatchObject({ person: { id: member.personId }, kind: 'SAME_UNIT', decision: 'PENDING' });
    for (const actor of [member, deputy]) expect(await casesOf(actor, session)).toEqual([]);
    expect(await decisionRefused(deputy, session, [ofChair!.id])).toMatchObject({ code: 'CONFLICT_NOT_YOURS' });
    expect(await decisionRefused(member, session, [ofChair!.id])).toMatchObject({ code: 'CONFLICT_NOT_YOURS' });
    expect((await casesOf(head, session)).map(({ conflict }) => conflict.id)).toEqual([ofChair!.id]);
    await decideOn(head, session, [ofChair!], 'ALLOWED');
    await saveSheet(member, item, []);

    const second = await aSession('SCORING', { councilId: bigger });
    const ofColleague = (await conflictsOf(secretary, itemOf(second))).find(({ person }) => person.id === colleague.personId)!;
    expect(await casesOf(member, second)).toEqual([]);
    expect((await casesOf(deputy, second)).map(({ conflict }) => conflict.id)).toEqual([ofColleague.id]);
    expect(await decisionRefused(member, second, [ofColleague.id])).toMatchObject({ code: 'CONFLICT_NOT_YOURS' });
  });

  it('never allows authors, adopters, the nearest kin, and what the regulation forbids', async () => {
    const writer = await scene.person();
    const child = await away();
    const own = await aCouncilOf(scene, [chair, secretary, deputy, child, writer], { deputies: [deputy] });
    const session = await aSession('CONVENED', { initiatives: [await anInitiative(), await anInitiative(writer)], councilId: own });
    await declareKin(child, lead.personId, 'PARENT');
    const [first, second] = session.items.map(({ id }) => id) as [string, string];
    const kin = (await conflictsOf(chair, first)).find(({ kind }) => kind === 'KIN')!;
    const author = (await conflictsOf(chair, second)).find(({ kind }) => kind === 'AUTHOR')!;
    expect([kin, author].map(({ decision, isAbsolute }) => [decision, isAbsolute])).toEqual([['RECUSED', true], ['RECUSED', true]]);
    for (const { id } of [kin, author]) expect(await decisionRefused(chair, session, [id], 'ALLOWED', 'Được.')).toMatchObject({ code: 'CONFLICT_CANNOT_BE_ALLOWED' });
    await declare(deputy, first, 'KIN', 'Là anh em họ gần.');
    const declared = (await conflictsOf(chair, first)).find(({ source }) => source === 'SELF')!;
    expect(await decisionRefused(chair, session, [declared.id], 'ALLOWED', 'Được.')).toMatchObject({ code: 'CONFLICT_CANNOT_BE_ALLOWED' });
  });

  it('decides about all or none, and only about conflicts of the session', async () => {
    const session = await aSession('SCORING', { initiatives: [await anInitiative(), await anInitiative()] });
    const otherSession = await aSession();
    const [one, two] = await Promise.all(session.items.map(async ({ id }) => (await conflictsOf(chair, id))[0]!));
    const [foreign] = await conflictsOf(chair, itemOf(otherSession));
    for (const strange of [foreign!.id, UNKNOWN, 'không-phải-mã']) {
      expect(await decisionRefused(chair, session, [one!.id, strange])).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'conflictIds', 1] });
    }
    expect((await casesOf(chair, session)).map(({ conflict }) => conflict.decision)).toEqual(['PENDING', 'PENDING']);
    await decideOn(chair, session, [one!, two!], 'RECUSED', null);
    expect((await casesOf(chair, session)).map(({ conflict }) => conflict.decision)).toEqual(['RECUSED', 'RECUSED']);
    expect(await seeSession(member, session.id, 'items { id }')).toEqual({ items: [] });
  });
});

describe('an objection', () => {
  it('is answered alike for members and others, and waits for the chair', async () => {
    const initiative = await anInitiative();
    const session = await aSession('SCORING', { initiatives: [initiative] });
    const item = itemOf(session);
    await submitSheet(others[0], item, linesOf(rules));
    const answers = [await object(officer, initiative.id, others[0].personId, 'Đang tranh chấp với tác giả.'), await object(officer, initiative.id, (await scene.person()).personId)];
    expect(answers).toEqual([{ recordObjection: true }, { recordObjection: true }]);
    const found = (await conflictsOf(secretary, item)).filter(({ source }) => source === 'OBJECTION');
    expect(found).toMatchObject([{ person: { id: others[0].personId }, kind: 'OTHER', decision: 'PENDING', reason: 'Đang tranh chấp với tác giả.' }]);
    // Until then the sheet stays as it is, and its owner cannot touch it. The words of the objection are not for the member.
    expect(await sheetOf(others[0], item)).toBe('SUBMITTED');
    expect(await refusal(others[0], 'reopenScoreSheet', { itemId: item, revision: 2 })).toEqual({ code: 'CONFLICT_UNDECIDED', details: {} });
    const own = await seeItem(others[0], item, 'myInterests { kind source decision } conflicts { reason }');
    expect(own).toEqual({ myInterests: [{ kind: 'OTHER', source: 'OBJECTION', decision: 'PENDING' }], conflicts: [] });
    await decideOn(chair, session, found, 'ALLOWED', 'Không có căn cứ.');
    expect(await sheetOf(others[0], item)).toBe('SUBMITTED');
    // The same objection again does not undo the decision; a new one asks anew.
    await object(officer, initiative.id, others[0].personId, 'Có chứng cứ mới.');
    expect((await conflictsOf(secretary, item)).filter(({ source }) => source === 'OBJECTION')).toMatchObject([{ decision: 'PENDING', reason: 'Có chứng cứ mới.', decidedBy: null }]);
    await decideOn(chair, session, found, 'RECUSED', null);
    expect(await sheetOf(others[0], item)).toBe('VOID');
  });

  it('reaches sessions that are planned later', async () => {
    const initiative = await anInitiative();
    await object(officer, initiative.id, others[1].personId);
    const session = await aSession('DRAFT', { initiatives: [initiative] });
    expect((await conflictsOf(secretary, itemOf(session))).filter(({ source }) => source === 'OBJECTION').map(({ person }) => person.id)).toEqual([others[1].personId]);
  });

  it('is written down by an officer whom it does not concern', async () => {
    const refused = (actor: Actor, initiativeId: string, personId: string) => actor.client.refusal(OBJECT, { input: { initiativeId, personId, reason: 'Lý do.' } });
    const initiative = await anInitiative();
    expect(await refused(officer, initiative.id, officer.personId)).toMatchObject({ code: 'OBJECTION_TO_ONESELF' });
    const writer = await scene.person({ roles: ['INTAKE_OFFICER'] });
    const own = await anInitiative(writer);
    expect(await refused(writer, own.id, chair.personId)).toEqual({ code: 'FORBIDDEN', details: {} });
    for (const actor of [lead, member, chair, head]) expect(await refused(actor, initiative.id, others[0].personId)).toEqual({ code: 'FORBIDDEN', details: {} });
    expect(await refused(officer, UNKNOWN, chair.personId)).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'initiativeId'] });
    expect(await refused(officer, initiative.id, UNKNOWN)).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'personId'] });
  });
});

describe('a tie declared while members score', () => {
  it('voids the sheet and hides the item, and tells nobody what the tie is', async () => {
    const husband = await away();
    const session = await aSession('SCORING', { councilId: await aCouncilOf(scene, [chair, secretary, deputy, husband], { deputies: [deputy] }) });
    const item = itemOf(session);
    await submitSheet(husband, item, linesOf(rules));
    await declareKin(lead, husband.personId, 'SPOUSE');
    expect(await sheetOf(husband, item)).toBe('VOID');
    expect(await save(husband, item)).toEqual({ code: 'NOT_FOUND', details: {} });
    const found = (await conflictsOf(chair, item)).find(({ kind }) => kind === 'KIN');
    expect(found).toMatchObject({ kind: 'KIN', source: 'AUTO', decision: 'RECUSED', reason: null, decisionReason: null });
  });
});

describe('an item whose chair is recused', () => {
  let withoutDeputy: string;
  let session: Session;
  let item: string;
  beforeEach(async () => {
    const stranger = await scene.person({ person: { unitId: await aUnit(app(), scene.ward) } });
    withoutDeputy = await aCouncilOf(scene, [chair, secretary, member, stranger, deputy]);
    session = await aSession('SCORING', { councilId: withoutDeputy });
    item = itemOf(session);
    await declare(chair, item, 'OTHER', 'Từng hướng dẫn tác giả.');
  }, 60_000);
  const presider = (actor: Actor) => seeItem(actor, item, 'presiderId');
  const choose = (actor: Actor, personId: string, itemId = item) => actor.client.refusal(PRESIDE, { input: { itemId, personId } });

  it('is presided over by whom the head chooses, where there is no deputy', async () => {
    expect(await presider(secretary)).toEqual({ presiderId: null });
    expect(await warningsOf(secretary, session)).toEqual(['MAJORITY_AT_RISK 4/5 4', 'CONFLICTS_UNDECIDED 4/5', 'NOBODY_PRESIDES 4/5']);
    expect(await choose(head, chair.personId)).toMatchObject({ code: 'PRESIDER_UNFIT', path: ['input', 'personId'] });
    expect(await choose(head, member.personId)).toMatchObject({ code: 'PRESIDER_UNFIT' });
    expect(await choose(head, others[0].personId)).toMatchObject({ code: 'PRESIDER_UNFIT' });
    for (const actor of [secretary, deputy, member]) expect(await choose(actor, deputy.personId)).toEqual({ code: 'FORBIDDEN', details: {} });
    await head.client.ask(PRESIDE, { input: { itemId: item, personId: deputy.personId } });
    expect(await presider(secretary)).toEqual({ presiderId: deputy.personId });
    expect(await presider(head)).toEqual({ presiderId: deputy.personId });
    // A member is not told who presides: it would say that the chair is recused.
    expect(await presider(deputy)).toEqual({ presiderId: null });
    expect(await warningsOf(secretary, session)).toEqual(['MAJORITY_AT_RISK 4/5 4', 'CONFLICTS_UNDECIDED 4/5']);
  });

  it('needs nobody to be chosen where chair or deputy are free', async () => {
    const free = await aSession();
    expect(await choose(head, others[0].personId, itemOf(free))).toEqual({ code: 'PRESIDER_NOT_NEEDED', details: {} });
    expect(await seeItem(secretary, itemOf(free), 'presiderId')).toEqual({ presiderId: chair.personId });
    await declare(chair, itemOf(free), 'OTHER', 'Từng hướng dẫn tác giả.');
    expect(await seeItem(secretary, itemOf(free), 'presiderId')).toEqual({ presiderId: deputy.personId });
  });

  it('warns the secretary, and not the chair', async () => {
    expect(await warningsOf(chair, session)).toEqual([]);
    expect(await casesOf(head, session)).toMatchObject([
      { itemId: item, conflict: { person: { id: member.personId } } }, { itemId: item, conflict: { person: { id: chair.personId }, decision: 'RECUSED' } },
    ]);
  });
});
