import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Actor } from '../factories/identity.js';
import { anAccepted, aScene, type Scene } from '../factories/initiative.js';
import {
  aConvenedSession, aCouncil, aDraftSession, type Cast, declare, linesOf, presetRules, refusal, saveSheet, SAVE, seeItem, seeSession,
  type Session, someAccepted, step, submitSheet,
} from '../factories/evaluation.js';
import {
  anApplication, anAssigningScene, APPLY, assign, assignAsProposed, panel, PROPOSE, propose, seeAssignment, undo, UNDO, wanted,
} from '../factories/assignment.js';
import { QUEUE_QUERY, UNKNOWN } from '../factories/evaluation-views.js';
import { useApp } from '../setup/app.js';
import { countStatements } from '../setup/statements.js';

// Several people sign in and act one after the other; a busy machine needs time for it.
jest.setTimeout(60_000);
const app = useApp();
const rules = presetRules('ward-start');
let scene: Scene;
let officer: Actor;
let cast: Cast;

/** Chair, secretary and three members, all voting; three of them score each item. */
beforeAll(async () => {
  scene = await anAssigningScene(app());
  officer = await scene.person({ roles: ['INTAKE_OFFICER'] });
  cast = await aCouncil(scene, { size: 3 });
}, 60_000);

const drafted = async (count: number): Promise<Session> => aDraftSession(scene, cast, await someAccepted(scene, officer, count));
const convened = async (count: number): Promise<Session> => aConvenedSession(scene, cast, await someAccepted(scene, officer, count));
const person = (place: number): string => cast.everybody[place]!.personId;
const people = (...places: number[]): string[] => places.map(person);
const open = (session: Session): Promise<Session> => step(cast.secretary, 'openScoring', session);
/** With these members on the one item. */
const opened = async (...places: number[]): Promise<Session> => {
  const session = await convened(1);
  await assign(cast.secretary, session, [{ itemId: session.items[0]!.id, personIds: people(...places) }]);
  return open(session);
};

describe('an assignment before scoring', () => {
  it('is proposed evenly, shown as a difference, and changes nothing until it is applied', async () => {
    const session = await drafted(5);
    const proposal = await propose(cast.secretary, session);
    expect(proposal).toMatchObject({ sessionId: session.id, revision: session.revision, perItem: 3, shortages: [] });
    expect(proposal.rows).toHaveLength(15);
    expect(new Set(proposal.rows.map(({ change }) => change))).toEqual(new Set(['ADDED']));
    expect(proposal.loads).toEqual(cast.everybody.map(({ personId }) => ({ personId, before: 0, after: 3 })));
    expect(await propose(cast.secretary, session)).toEqual(proposal);
    expect(await seeAssignment(cast.secretary, session)).toMatchObject({ perItem: 3, isFixed: false, rows: [], canUndo: false, plans: [] });

    const assignment = await assign(cast.secretary, session, wanted(proposal));
    expect(assignment.rows).toEqual(proposal.rows.map(({ itemId, personId }) => ({ itemId, personId })));
    expect(assignment.loads.map(({ items }) => items)).toEqual([3, 3, 3, 3, 3]);
    expect(assignment).toMatchObject({ shortages: [], canUndo: true, plans: [{ kind: 'APPLY', by: { id: cast.secretary.personId }, added: 15, removed: 0, isUndone: false }] });
    expect((await propose(cast.secretary, session)).rows.map(({ change }) => change)).toEqual(Array(15).fill('KEPT'));
  });

  it('is edited item by item, and undone change by change down to nothing', async () => {
    const session = await drafted(2);
    const [first, second] = session.items.map(({ id }) => id);
    await assign(cast.secretary, session, [{ itemId: first!, personIds: people(0, 1, 2) }]);
    const edited = await assign(cast.chair, session, [{ itemId: first!, personIds: people(0, 3) }, { itemId: second!, personIds: people(4) }]);
    expect([panel(edited, first!, cast), panel(edited, second!, cast)]).toEqual(['0 3', '4']);
    expect(edited.shortages).toEqual([{ itemId: first, assigned: 2, needed: 3, eligible: 5 }, { itemId: second, assigned: 1, needed: 3, eligible: 5 }]);

    const once = await undo(cast.secretary, session);
    expect([panel(once, first!, cast), panel(once, second!, cast)]).toEqual(['0 1 2', '']);
    const twice = await undo(cast.secretary, session);
    expect(twice).toMatchObject({ rows: [], canUndo: false });
    expect(twice.plans.map(({ kind, added, removed, isUndone }) => [kind, added, removed, isUndone])).toEqual([
      ['UNDO', 0, 3, false], ['UNDO', 2, 2, false], ['APPLY', 2, 2, true], ['APPLY', 3, 0, true],
    ]);
    const { revision } = await seeSession(cast.secretary, session.id);
    expect(await cast.secretary.client.refusal(UNDO, { input: { sessionId: session.id, revision } })).toEqual({ code: 'ASSIGNMENT_NOTHING_TO_UNDO', details: {} });
  });

  it('that changes nothing is no change, and leaves the revision as it is', async () => {
    const session = await drafted(1);
    const rows = [{ itemId: session.items[0]!.id, personIds: people(0, 1) }];
    await assign(cast.secretary, session, rows);
    const { revision } = await seeSession(cast.secretary, session.id);
    expect((await assign(cast.secretary, session, rows)).plans).toHaveLength(1);
    expect((await seeSession(cast.secretary, session.id)).revision).toBe(revision);
  });

  it('tells all that is wrong with it at once, and changes nothing', async () => {
    const [lead, outsider] = [await scene.person(), await scene.person()];
    const own = await aCouncil(scene, { also: [lead] });
    const session = await aDraftSession(scene, own, [await anAccepted(scene, lead, officer), ...(await someAccepted(scene, officer, 1))]);
    const elsewhere = await drafted(1);
    const [authored, other] = session.items.map(({ id }) => id);
    const [a, b] = own.everybody.map(({ personId }) => personId);
    const { code, faults } = await own.secretary.client.refusal(APPLY, await anApplication(own.secretary, session, [
      { itemId: authored, personIds: [a, lead.personId, a] },
      { itemId: other, personIds: [...own.everybody.slice(0, 4).map(({ personId }) => personId), outsider.personId, 'không-phải-mã'] },
      { itemId: other, personIds: [b] },
      { itemId: elsewhere.items[0]!.id, personIds: [a] },
      { itemId: UNKNOWN, personIds: [] },
    ]));
    expect(code).toBe('VALIDATION_FAILED');
    expect(faults?.map((fault) => [fault.code, fault.path.join('.')])).toEqual([
      ['ASSIGNMENT_RECUSED', 'input.rows.0.personIds.1'], ['ASSIGNMENT_TWICE', 'input.rows.0.personIds.2'],
      ['NOT_FOUND', 'input.rows.1.personIds.4'], ['NOT_FOUND', 'input.rows.1.personIds.5'], ['ASSIGNMENT_TOO_MANY', 'input.rows.1.personIds'],
      ['ASSIGNMENT_TWICE', 'input.rows.2.itemId'], ['NOT_FOUND', 'input.rows.3.itemId'], ['NOT_FOUND', 'input.rows.4.itemId'],
    ]);
    expect(await seeAssignment(own.secretary, session)).toMatchObject({ rows: [], plans: [] });
  });

  it('is not changed past somebody who was faster', async () => {
    const session = await drafted(1);
    const stale = await anApplication(cast.secretary, session, [{ itemId: session.items[0]!.id, personIds: people(0) }]);
    await assign(cast.chair, session, [{ itemId: session.items[0]!.id, personIds: people(1) }]);
    expect(await cast.secretary.client.refusal(APPLY, stale)).toMatchObject({ code: 'REVISION_CONFLICT' });
    expect(panel(await seeAssignment(cast.secretary, session), session.items[0]!.id, cast)).toBe('1');
  });

  it('loses the rows of items that leave the agenda, and undoing does not bring them back', async () => {
    const session = await drafted(2);
    const [first, second] = session.items;
    await assign(cast.secretary, session, session.items.map(({ id }) => ({ itemId: id, personIds: people(0, 1, 2) })));
    const { revision } = await seeSession(cast.secretary, session.id);
    await cast.secretary.client.ask('mutation ($input: SetAgendaInput!) { setAgenda(input: $input) { id } }', {
      input: { sessionId: session.id, revision, initiativeIds: [second!.initiativeId] },
    });
    expect(panel(await seeAssignment(cast.secretary, session), second!.id, cast)).toBe('0 1 2');
    expect((await undo(cast.secretary, session)).rows).toEqual([]);
    expect(await app().sql('select id from assignment where item_id = $1', [first!.id])).toEqual([]);
  });

  it('lets a member who declares a conflict fall out, shows the shortage, and proposes another', async () => {
    const session = await convened(2);
    const [first, second] = session.items.map(({ id }) => id);
    await assign(cast.secretary, session, [{ itemId: first!, personIds: people(0, 1, 2) }, { itemId: second!, personIds: people(2, 3, 4) }]);
    await declare(cast.everybody[2]!, first!);
    const assignment = await seeAssignment(cast.secretary, session);
    expect(panel(assignment, first!, cast)).toBe('0 1');
    expect(assignment?.shortages).toEqual([{ itemId: first, assigned: 2, needed: 3, eligible: 4 }]);
    const changes = (await propose(cast.secretary, session)).rows.filter(({ change }) => change !== 'KEPT');
    expect(changes).toEqual([{ itemId: first, personId: person(3), change: 'ADDED' }, { itemId: first, personId: person(2), change: 'REMOVED' }]);
    expect(panel(await assignAsProposed(cast.secretary, session), first!, cast)).toBe('0 1 3');
    // Undone, whoever fell out stays out.
    expect(panel(await undo(cast.secretary, session), first!, cast)).toBe('0 1');
  });
});

describe('the opening of scoring', () => {
  it('asks that every item has its members, and says which have not', async () => {
    const session = await convened(2);
    const [first, second] = session.items.map(({ id }) => id);
    await assign(cast.secretary, session, [{ itemId: first!, personIds: people(0, 1, 2) }, { itemId: second!, personIds: people(0, 1) }]);
    const { revision } = await seeSession(cast.secretary, session.id);
    const { code, faults } = await refusal(cast.secretary, 'openScoring', { sessionId: session.id, revision });
    expect([code, faults?.map((fault) => [fault.code, fault.path, fault.details])]).toEqual(['VALIDATION_FAILED', [
      ['ASSIGNMENT_NOT_READY', ['items', second], { assigned: 2, needed: 3 }],
    ]]);
    await assignAsProposed(cast.secretary, session);
    expect((await open(session)).state).toBe('SCORING');
  });

  it('takes as many as there are where recusals leave fewer than the regulation asks for', async () => {
    const session = await convened(1);
    const [item] = session.items.map(({ id }) => id);
    for (const place of [2, 3, 4]) await declare(cast.everybody[place]!, item!);
    expect((await propose(cast.secretary, session)).shortages).toEqual([{ itemId: item, assigned: 2, needed: 3, eligible: 2 }]);
    expect(panel(await assignAsProposed(cast.secretary, session), item!, cast)).toBe('0 1');
    expect((await open(session)).state).toBe('SCORING');
  });

  it('completes what the opening secretary may not see, and tells nothing of it', async () => {
    const own = await aCouncil(scene, { size: 3 });
    const session = await aConvenedSession(scene, own, await someAccepted(scene, officer, 2));
    const [hidden, seen] = session.items.map(({ id }) => id);
    await declare(own.secretary, hidden!);
    expect((await propose(own.secretary, session)).rows.map(({ itemId }) => itemId)).toEqual([seen, seen, seen]);
    await assignAsProposed(own.secretary, session);
    expect((await step(own.secretary, 'openScoring', session)).state).toBe('SCORING');

    const ofSecretary = await seeAssignment(own.secretary, session);
    expect(ofSecretary?.rows.map(({ itemId }) => itemId)).toEqual([seen, seen, seen]);
    expect(ofSecretary?.loads.map(({ items }) => items).reduce((sum, items) => sum + items)).toBe(3);
    expect(ofSecretary?.plans.map(({ kind }) => kind)).toEqual(['APPLY']);
    const ofChair = await seeAssignment(own.chair, session);
    expect(panel(ofChair, hidden!, own)).toMatch(/^\d \d \d$/);
    expect(panel(ofChair, hidden!, own)).not.toContain('1');
    expect(ofChair?.plans.map(({ kind, added }) => [kind, added])).toEqual([['OPENING', 3], ['APPLY', 3]]);
  });

  it('leaves no assignment where the regulation has everybody score everything', async () => {
    const plain = await aScene(app());
    const clerk = await plain.person({ roles: ['INTAKE_OFFICER'] });
    const own = await aCouncil(plain);
    const session = await aConvenedSession(plain, own, await someAccepted(plain, clerk, 1));
    expect(await seeAssignment(own.secretary, session)).toBeNull();
    expect(await own.secretary.client.refusal(PROPOSE, { id: session.id })).toEqual({ code: 'ASSIGNMENT_NOT_USED', details: {} });
    const rows = [{ itemId: session.items[0]!.id, personIds: [] }];
    expect(await own.secretary.client.refusal(APPLY, await anApplication(own.secretary, session, rows))).toEqual({ code: 'ASSIGNMENT_NOT_USED', details: {} });
    await step(own.secretary, 'openScoring', session);
    for (const member of own.everybody) expect(await member.client.ask(QUEUE_QUERY)).toMatchObject({ scoringQueue: { total: 1 } });
  });
});

describe('while members score', () => {
  it('only those who are assigned have the item before them; others may read it', async () => {
    const session = await convened(2);
    const [first, second] = session.items.map(({ id }) => id);
    await assign(cast.secretary, session, [{ itemId: first!, personIds: people(0, 1, 2) }, { itemId: second!, personIds: people(2, 3, 4) }]);
    await open(session);
    const [, , both, late] = cast.everybody as [Actor, Actor, Actor, Actor];
    const queue = async (actor: Actor) => (await actor.client.ask<{ scoringQueue: { items: { itemId: string; position: number }[] } }>(QUEUE_QUERY)).scoringQueue.items
      .filter(({ itemId }) => [first, second].includes(itemId)).map(({ itemId, position }) => [itemId, position]);
    expect(await queue(both)).toEqual([[first, 1], [second, 2]]);
    // The place is that of the agenda, which the member reads whole.
    expect(await queue(late)).toEqual([[second, 2]]);
    const work = async (actor: Actor) => (await actor.client.ask<{ myWork: { id: string; count: number }[] }>('{ myWork { id count } }')).myWork
      .filter(({ id }) => id === `SCORE_SHEETS:${session.id}`).map(({ count }) => count);
    expect([await work(both), await work(late)]).toEqual([[2], [1]]);

    expect(await seeItem(late, first!, 'id mayScore mySheet { id } dossier { title }')).toMatchObject({ id: first, mayScore: false, mySheet: null });
    expect(await seeItem(both, first!, 'mayScore')).toEqual({ mayScore: true });
    expect(await late.client.refusal(SAVE, { input: { itemId: first, revision: 0, lines: [] } })).toMatchObject({ code: 'FORBIDDEN' });
    await saveSheet(both, first!, []);

    const { progress, requiredSheets } = await seeSession<{ progress: { itemId: string; personId: string; mark: string }[]; requiredSheets: number }>(
      cast.secretary, session.id, 'progress { itemId personId mark } requiredSheets');
    expect(cast.everybody.map(({ personId }) => progress.find((cell) => cell.itemId === first && cell.personId === personId)?.mark))
      .toEqual(['NOT_STARTED', 'NOT_STARTED', 'DRAFT', 'NOT_ASSIGNED', 'NOT_ASSIGNED']);
    // The starting rules ask for three sheets and two thirds of those who score.
    expect(requiredSheets).toBe(3);
  });

  it('what stands stays: nobody is taken off, nothing is undone, nobody is added to a full item', async () => {
    const session = await opened(0, 1, 2);
    const [item] = session.items.map(({ id }) => id);
    const applied = async (...places: number[]) => cast.secretary.client.refusal(APPLY, await anApplication(cast.secretary, session, [{ itemId: item, personIds: people(...places) }]));
    expect(await applied(0, 1, 3)).toMatchObject({ code: 'ASSIGNMENT_FIXED' });
    expect(await applied()).toMatchObject({ code: 'ASSIGNMENT_FIXED' });
    expect((await applied(0, 1, 2, 3)).faults).toMatchObject([{ code: 'ASSIGNMENT_TOO_MANY' }]);
    const { revision } = await seeSession(cast.secretary, session.id);
    expect(await cast.secretary.client.refusal(UNDO, { input: { sessionId: session.id, revision } })).toMatchObject({ code: 'SESSION_WRONG_STATE' });
    expect(await seeAssignment(cast.secretary, session)).toMatchObject({ isFixed: true, canUndo: false });
    expect((await propose(cast.secretary, session)).rows.map(({ change }) => change)).toEqual(['KEPT', 'KEPT', 'KEPT']);
  });

  it('a member who turns out to have a conflict is replaced, and their sheet is void', async () => {
    const session = await opened(0, 1, 2);
    const [item] = session.items.map(({ id }) => id);
    for (const place of [0, 1]) await submitSheet(cast.everybody[place]!, item!, linesOf(rules));
    await saveSheet(cast.everybody[2]!, item!, []);
    await declare(cast.everybody[2]!, item!);
    expect((await seeAssignment(cast.secretary, session))?.shortages).toEqual([{ itemId: item, assigned: 2, needed: 3, eligible: 4 }]);
    const proposal = await propose(cast.secretary, session);
    expect(proposal.rows.filter(({ change }) => change !== 'KEPT')).toEqual([{ itemId: item, personId: person(3), change: 'ADDED' }]);
    expect(panel(await assign(cast.secretary, session, wanted(proposal)), item!, cast)).toBe('0 1 3');
    await submitSheet(cast.everybody[3]!, item!, linesOf(rules));
    await step(cast.chair, 'closeScoring', session);
    expect(await seeItem(cast.chair, item!, 'result { sheetCount outcome }')).toMatchObject({ result: { sheetCount: 3 } });
    expect(await cast.secretary.client.refusal(PROPOSE, { id: session.id })).toMatchObject({ code: 'SESSION_WRONG_STATE' });
  });

  it('the session waits for the sheets of those who are assigned, and for no others', async () => {
    const session = await opened(0, 1, 2);
    const waits = async () => (await cast.chair.client.ask<{ myWork: { id: string }[] }>('{ myWork { id } }')).myWork.some(({ id }) => id === `CLOSE_SCORING:${session.id}`);
    expect(await waits()).toBe(false);
    for (const place of [0, 1, 2]) await submitSheet(cast.everybody[place]!, session.items[0]!.id, linesOf(rules));
    expect(await waits()).toBe(true);
  });
});

describe('who is assigned', () => {
  it('is told to chair and secretary alone, and to whoever has no part in it as little as an unknown session', async () => {
    const session = await opened(0, 1, 2);
    const [head, admin] = [await scene.person({ roles: ['AUTHORITY_HEAD'] }), await scene.person({ roles: ['TENANT_ADMIN'] })];
    for (const actor of [cast.chair, cast.secretary]) expect((await seeAssignment(actor, session))?.rows).toHaveLength(3);
    const rows = [{ itemId: session.items[0]!.id, personIds: [] }];
    for (const actor of [head, ...cast.members]) {
      expect(await seeAssignment(actor, session)).toBeNull();
      expect(await actor.client.refusal(PROPOSE, { id: session.id })).toMatchObject({ code: 'FORBIDDEN' });
      expect(await actor.client.refusal(APPLY, await anApplication(actor, session, rows))).toMatchObject({ code: 'FORBIDDEN' });
    }
    for (const actor of [admin, await (await aScene(app())).person({ roles: ['COUNCIL_SECRETARY'] })]) {
      for (const id of [session.id, UNKNOWN, 'không-phải-mã']) {
        expect(await actor.client.refusal(PROPOSE, { id })).toEqual({ code: 'NOT_FOUND', details: {} });
        expect(await actor.client.refusal(APPLY, { input: { sessionId: id, revision: 1, rows } })).toEqual({ code: 'NOT_FOUND', details: {} });
        expect(await actor.client.refusal(UNDO, { input: { sessionId: id, revision: 1 } })).toEqual({ code: 'NOT_FOUND', details: {} });
      }
    }
  });

  it('stands in no event and no line of the audit', async () => {
    const session = await opened(2, 3, 4);
    const rows = await app().sql<{ row: string }>(
      `select o::text as row from outbox o where type = 'evaluation.assignment-changed' and payload ->> 'sessionId' = $1
       union all select a::text from audit_event a where action = 'evaluation.assignment-changed' and object_id::text = $1`, [session.id]);
    expect(rows).toHaveLength(2);
    for (const place of [2, 3, 4]) expect(JSON.stringify(rows)).not.toContain(person(place));
  });
});

describe('the statements', () => {
  it('of a proposal, of an assignment and of the queue are as many for one item as for three', async () => {
    const counts = [];
    for (const items of [1, 3]) {
      const session = await convened(items);
      await assignAsProposed(cast.secretary, session);
      counts.push([
        await countStatements(app(), () => propose(cast.secretary, session)),
        await countStatements(app(), () => seeAssignment(cast.secretary, session)),
        await countStatements(app(), async () => assign(cast.secretary, session, session.items.map(({ id }) => ({ itemId: id, personIds: people(2, 3, 4) })))),
      ]);
      await open(session);
      counts.at(-1)!.push(await countStatements(app(), () => cast.chair.client.ask(QUEUE_QUERY)));
    }
    expect(counts[1]).toEqual(counts[0]);
    expect(counts[0]?.slice(0, 2)).toEqual([2, 2]);
  });
});
