import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { newId } from '@kit/ids';
import {
  aBench, aDecided, aLockedSession, type Bench, DECIDE, DECISION, decideItem, ISSUE, issue, issuing, onItem, PROPOSE, propose,
  RECOGNISE, RECOGNISE_ONLY, REFUSE, type SeenDecision,
} from '../factories/decision.js';
import { anOpenSession, linesOf, presetRules, step, submitSheet } from '../factories/evaluation.js';
import { anActor, type Actor } from '../factories/identity.js';
import { anAccepted, look } from '../factories/initiative.js';
import { asSuperuser } from '../factories/register.js';
import { aWard } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';
import { statementsByRows } from '../setup/statements.js';

// A decision needs dossiers, a council and its sheets; a busy machine needs time for all of them.
jest.setTimeout(120_000);
const app = useApp();

const see = async (actor: Actor, id: string) =>
  actor.client.send<{ recognitionDecision: SeenDecision }>(`query ($id: ID!) { recognitionDecision(id: $id) { ${DECISION} } }`, { id });
const faultsOf = async (actor: Actor, input: object): Promise<string[]> =>
  ((await actor.client.refusal(DECIDE, { input })).faults ?? []).map(({ code, path }) => `${code} ${path.join('.')}`);

describe('proposing a decision', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await aBench(app());
  });

  it('takes the results of a locked session in their order, once', async () => {
    const { session, initiatives } = await aLockedSession(bench, [{ council: 'NOT_RECOGNISED' }, { council: 'EFFECTIVE_AND_REPLICABLE' }, { council: 'RECOGNISED_ONLY' }]);
    const decision = await propose(bench, session.id);
    expect(decision).toEqual({
      id: decision.id, state: 'PROPOSED', revision: 1, fullNumber: null, number: null, signerTitle: null, decidedCount: 0, actions: [],
      items: initiatives.map(({ id }, index) => ({
        id: expect.any(String), initiativeId: id, councilOutcome: ['NOT_RECOGNISED', 'EFFECTIVE_AND_REPLICABLE', 'RECOGNISED_ONLY'][index], outcome: null, deviates: false, decisionNumber: null,
      })),
    });
    expect((await see(bench.head, decision.id)).data?.recognitionDecision.actions).toEqual(['DECIDE']);
    const again = { input: { sessionId: session.id, summary: 'Lần nữa' } };
    expect(await bench.cast.secretary.client.refusal(PROPOSE, again)).toEqual({ code: 'DECISION_EXISTS', path: ['input', 'sessionId'], details: {} });
  });

  it('waits until the session is locked', async () => {
    const { scene, cast, officer } = bench;
    const session = await anOpenSession(scene, cast, [await anAccepted(scene, await scene.person(), officer)]);
    const refused = () => cast.secretary.client.refusal(PROPOSE, { input: { sessionId: session.id, summary: 'Sớm' } });
    expect(await refused()).toEqual({ code: 'DECISION_SESSION_NOT_LOCKED', path: ['input', 'sessionId'], details: {} });
    for (const member of cast.everybody) await submitSheet(member, session.items[0]!.id, linesOf(presetRules('ward-start')));
    await step(cast.secretary, 'closeScoring', session);
    expect(await refused()).toMatchObject({ code: 'DECISION_SESSION_NOT_LOCKED' });
  });

  it('is the secretary’s, of a session of the ward', async () => {
    const { session } = await aLockedSession(bench, [{ council: 'EFFECTIVE_AND_REPLICABLE' }]);
    const stranger = await anActor(app(), await aWard(app()), { roles: ['COUNCIL_SECRETARY', 'AUTHORITY_HEAD'] });
    for (const sessionId of [session.id, newId(), 'không phải mã']) {
      expect(await stranger.client.refusal(PROPOSE, { input: { sessionId, summary: 'Của phường khác' } })).toEqual({ code: 'NOT_FOUND', path: ['input', 'sessionId'], details: {} });
    }
    for (const actor of [bench.head, bench.officer, bench.cast.members[0]!]) {
      expect((await actor.client.refusal(PROPOSE, { input: { sessionId: session.id, summary: 'Không phải thư ký' } })).code).toBe('FORBIDDEN');
    }
  });
});

describe('deciding an item', () => {
  let bench: Bench;
  let decision: SeenDecision;
  beforeAll(async () => {
    bench = await aBench(app());
    const { session } = await aLockedSession(bench, [{ council: 'EFFECTIVE_AND_REPLICABLE' }, { council: 'RECOGNISED_ONLY' }, { council: 'NOT_RECOGNISED' }]);
    decision = await propose(bench, session.id);
  });

  it('follows the council without a word, and may be thought over', async () => {
    decision = await decideItem(bench.head, decision, 0, RECOGNISE);
    expect([decision.revision, decision.decidedCount, decision.items[0]!.outcome, decision.items[0]!.deviates]).toEqual([2, 1, 'RECOGNISED', false]);
    decision = await decideItem(bench.head, decision, 0, REFUSE);
    expect([decision.items[0]!.outcome, decision.items[0]!.deviates]).toEqual(['REFUSED', true]);
    decision = await decideItem(bench.head, decision, 0, RECOGNISE);
    expect([decision.items[0]!.outcome, decision.items[0]!.deviates, decision.actions]).toEqual(['RECOGNISED', false, ['DECIDE']]);
  });

  it('goes against the council only with a reason', async () => {
    for (const [index, verdict] of [[0, RECOGNISE_ONLY], [1, RECOGNISE], [2, RECOGNISE_ONLY], [2, { ...RECOGNISE, reason: ' \n ' }]] as const) {
      expect([index, await faultsOf(bench.head, onItem(decision, index, verdict))]).toEqual([index, ['DECISION_DEVIATION_NEEDS_REASON input.reason']]);
    }
    const own = await decideItem(bench.head, decision, 2, { ...RECOGNISE, reason: 'Đã có xác nhận áp dụng mới tại ba đơn vị.' });
    expect(own.items[2]!.deviates).toBe(true);
    decision = own;
  });

  it('says everything that is wrong at once', async () => {
    expect(await faultsOf(bench.head, onItem(decision, 2, { ...REFUSE, refusalReasons: [], reason: '' }))).toEqual(['DECISION_REFUSAL_NEEDS_REASON input.refusalReasons']);
    expect(await faultsOf(bench.head, onItem(decision, 2, { ...REFUSE, reason: '' }))).toEqual(['DECISION_REFUSAL_NEEDS_REASON input.reason']);
    expect(await faultsOf(bench.head, onItem(decision, 2, { ...REFUSE, effectiveness: 'RECOGNISED', refusalReasons: ['NOT_NEW', 'TOO_UGLY'] }))).toEqual([
      'DECISION_REFUSAL_REASON_UNKNOWN input.refusalReasons.1', 'DECISION_EFFECTIVENESS_NEEDS_RECOGNITION input.effectiveness',
    ]);
    expect(await faultsOf(bench.head, onItem(decision, 0, { ...RECOGNISE, refusalReasons: ['NOT_NEW'] }))).toEqual(['DECISION_REASONS_ONLY_FOR_REFUSAL input.refusalReasons']);
    expect(await faultsOf(bench.head, onItem(decision, 0, { ...REFUSE, refusalReasons: ['NOT_NEW', 'NOT_NEW'] }))).toEqual(['NOT_UNIQUE input.refusalReasons']);
    expect((await see(bench.head, decision.id)).data?.recognitionDecision).toEqual(decision);
  });

  it('is refused from an outdated view, and one of two at the same moment is', async () => {
    expect(await bench.head.client.refusal(DECIDE, { input: { ...onItem(decision, 1, RECOGNISE_ONLY), decisionRevision: 1 } })).toEqual({
      code: 'REVISION_CONFLICT', path: ['input', 'decisionRevision'], details: { current: decision.revision },
    });
    const both = await Promise.all([RECOGNISE_ONLY, REFUSE].map((verdict) => bench.head.client.send(DECIDE, { input: onItem(decision, 1, verdict) })));
    expect(both.map(({ errors }) => errors?.[0]?.extensions.code ?? 'decided').sort()).toEqual(['REVISION_CONFLICT', 'decided']);
    decision = (await see(bench.head, decision.id)).data!.recognitionDecision;
  });

  it('is the head’s, of the own ward', async () => {
    const stranger = await anActor(app(), await aWard(app()), { roles: ['AUTHORITY_HEAD', 'COUNCIL_SECRETARY'] });
    for (const itemId of [decision.items[0]!.id, newId(), 'không phải mã']) {
      expect(await stranger.client.refusal(DECIDE, { input: { ...onItem(decision, 0, RECOGNISE), itemId } })).toEqual({ code: 'NOT_FOUND', path: ['input', 'itemId'], details: {} });
    }
    expect((await bench.cast.secretary.client.refusal(DECIDE, { input: onItem(decision, 0, RECOGNISE) })).code).toBe('FORBIDDEN');
    expect((await bench.cast.secretary.client.refusal(ISSUE, issuing(decision))).code).toBe('FORBIDDEN');
  });

  it('is not for a head among the authors, who does not sign it either; the deputy does both', async () => {
    const own = await aBench(app());
    const { session } = await aLockedSession(own, [{ council: 'EFFECTIVE_AND_REPLICABLE', lead: own.head }, { council: 'EFFECTIVE_AND_REPLICABLE' }]);
    let proposed = await propose(own, session.id);
    expect(await own.head.client.refusal(DECIDE, { input: onItem(proposed, 0, RECOGNISE) })).toEqual({ code: 'DECISION_HEAD_IS_AUTHOR', path: ['input', 'itemId'], details: {} });
    proposed = await decideItem(own.head, proposed, 1, RECOGNISE);
    const deputy = await own.scene.person({ roles: ['AUTHORITY_HEAD'] });
    proposed = await decideItem(deputy, proposed, 0, RECOGNISE);
    expect(await own.head.client.refusal(ISSUE, issuing(proposed))).toEqual({ code: 'DECISION_HEAD_IS_AUTHOR', path: ['input', 'decisionId'], details: {} });
    const { input } = issuing(proposed);
    const { issueDecision } = await deputy.client.ask<{ issueDecision: SeenDecision }>(ISSUE, { input: { ...input, signerTitle: 'KT. CHỦ TỊCH, PHÓ CHỦ TỊCH' } });
    expect([issueDecision.fullNumber, issueDecision.signerTitle]).toEqual(['01/QĐ-UBND', 'KT. CHỦ TỊCH, PHÓ CHỦ TỊCH']);
  });

  it('recognises nothing that was not applied or tried by that day', async () => {
    const { session, initiatives } = await aLockedSession(bench, [{ council: 'EFFECTIVE_AND_REPLICABLE' }]);
    // The form does not let such a dossier through; the head's decision does not rely on that.
    await asSuperuser(app(), (client) => client.query(
      `update initiative_version set snapshot = jsonb_set(snapshot, '{applicationRecords,0,appliedFrom}', to_jsonb(vn_today() + 1)) where initiative_id = $1`, [initiatives[0]!.id]));
    const proposed = await propose(bench, session.id);
    expect(await faultsOf(bench.head, onItem(proposed, 0, { ...RECOGNISE, reason: 'Đồng ý.' }))).toEqual(['DECISION_NOT_APPLIED input.outcome']);
    expect((await decideItem(bench.head, proposed, 0, REFUSE)).items[0]!.outcome).toBe('REFUSED');
  });
});

describe('issuing decisions', () => {
  it('waits for every item, then gives number, date and signer, and changes nothing any more', async () => {
    const bench = await aBench(app());
    const { session, initiatives } = await aLockedSession(bench, [{ council: 'EFFECTIVE_AND_REPLICABLE' }, { council: 'NOT_RECOGNISED' }]);
    let decision = await decideItem(bench.head, await propose(bench, session.id), 0, RECOGNISE);
    expect(await bench.head.client.refusal(ISSUE, issuing(decision))).toEqual({ code: 'DECISION_INCOMPLETE', path: ['input', 'decisionId'], details: { undecided: 1 } });
    decision = await decideItem(bench.head, decision, 1, REFUSE);
    expect(decision.actions).toEqual(['DECIDE', 'ISSUE']);
    expect(await bench.head.client.refusal(ISSUE, issuing({ ...decision, revision: 1 }))).toMatchObject({ code: 'REVISION_CONFLICT', path: ['input', 'revision'] });
    const issued = await issue(bench.head, decision);
    expect(issued).toMatchObject({ state: 'ISSUED', number: 1, fullNumber: '01/QĐ-UBND', signerTitle: 'Chủ tịch Ủy ban nhân dân phường', actions: [] });
    expect(issued.items.map(({ decisionNumber }) => decisionNumber)).toEqual(['01/QĐ-UBND', '01/QĐ-UBND']);
    const states = await Promise.all(initiatives.map(async ({ id }) => (await look(bench.officer, id)).state));
    expect(states).toEqual(['RECOGNISED', 'REFUSED']);
    expect(await bench.head.client.refusal(ISSUE, issuing(issued))).toEqual({ code: 'DECISION_ISSUED', path: ['input', 'decisionId'], details: {} });
    expect(await bench.head.client.refusal(DECIDE, { input: onItem(issued, 0, RECOGNISE) })).toEqual({ code: 'DECISION_ISSUED', path: ['input', 'itemId'], details: {} });
  });

  it('happens once under one key, however often it is clicked, and not for another input', async () => {
    const bench = await aBench(app());
    const decision = await aDecided(bench, 'EFFECTIVE_AND_REPLICABLE');
    const variables = issuing(decision);
    const answers = await Promise.all(Array.from({ length: 8 }, () => bench.head.client.send<{ issueDecision: SeenDecision }>(ISSUE, variables)));
    expect(new Set(answers.map(({ data, errors }) => JSON.stringify([data, errors]))).size).toBe(1);
    expect(answers[0]!.data?.issueDecision.number).toBe(1);
    const counts = await app().sql(`select (select count(*)::int from register_entry where tenant_id = $1) as entries, (select last from number_sequence where tenant_id = $1 and book = 'QD_UBND') as last,
      (select count(*)::int from outbox where tenant_id = $1 and type = 'recognition.decision-issued') as told`, [bench.scene.ward.id]);
    expect(counts).toEqual([{ entries: 1, last: 1, told: 1 }]);
    expect(await bench.head.client.refusal(ISSUE, { input: { ...variables.input, signerTitle: 'Phó Chủ tịch' } })).toEqual({ code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'], details: {} });
  });

  it('numbers ten decisions of one moment without a gap, also when some of them fail half-way', async () => {
    const bench = await aBench(app());
    const decisions: SeenDecision[] = [];
    for (let n = 0; n < 10; n += 1) decisions.push(await aDecided(bench, 'EFFECTIVE_AND_REPLICABLE'));
    // These fail after they drew their number, when their initiatives turn out to be in another state.
    const failing = decisions.filter((_, index) => index % 3 === 0);
    const move = (state: string) => app().sql('update initiative set state = $2 where id = any ($1)', [failing.map(({ items }) => items[0]!.initiativeId), state]);
    await move('ACCEPTED');
    const answers = await Promise.all(decisions.map((decision) => bench.head.client.send<{ issueDecision: SeenDecision }>(ISSUE, issuing(decision))));
    const numbers = answers.flatMap(({ data }) => data?.issueDecision?.number ?? []);
    expect(answers.flatMap(({ errors }) => errors?.[0]?.extensions.code ?? [])).toEqual(failing.map(() => 'INITIATIVE_WRONG_STATE'));
    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await app().sql('select count(*)::int as n from register_entry where tenant_id = $1', [bench.scene.ward.id])).toEqual([{ n: 6 }]);
    await move('UNDER_EVALUATION');
    for (const decision of failing) numbers.push((await issue(bench.head, decision)).number!);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect((await see(bench.head, failing[3]!.id)).data?.recognitionDecision.fullNumber).toBe('10/QĐ-UBND');
  });
});

describe('before it is issued', () => {
  it('a decision is unknown to everybody but the head and the secretary; afterwards each knows what is theirs', async () => {
    const bench = await aBench(app());
    const { scene, cast, officer, head } = bench;
    const author = await scene.person();
    const { session, initiatives } = await aLockedSession(bench, [{ council: 'EFFECTIVE_AND_REPLICABLE', lead: author }, { council: 'NOT_RECOGNISED' }]);
    let decision = await propose(bench, session.id);
    for (const [index, verdict] of [RECOGNISE, REFUSE].entries()) decision = await decideItem(head, decision, index, verdict);
    const [clerk, auditor] = [await scene.person({ roles: ['CLERK'] }), await scene.person({ roles: ['AUDITOR'] })];
    const outsiders = [cast.members[0]!, cast.chair, officer, clerk, auditor, author];
    const strangers = await anActor(app(), await aWard(app()), { roles: ['AUTHORITY_HEAD', 'COUNCIL_SECRETARY'] });
    const answer = async (actor: Actor, id: string) => JSON.stringify({ ...(await see(actor, id)), headers: null });
    const LIST = '{ recognitionDecisions { edges { node { id } } } }';
    for (const actor of [...outsiders, strangers]) {
      expect(await answer(actor, decision.id)).toBe(await answer(actor, newId()));
      expect(await answer(actor, decision.id)).toBe(await answer(actor, 'không phải mã'));
      expect(JSON.stringify((await actor.client.send(LIST)).data ?? null)).not.toContain(decision.id);
    }
    const mine = () => look<{ state: string; recognition: unknown }>(author, initiatives[0]!.id, 'state recognition { outcome reason deviates decisionNumber councilAverage }');
    expect(await mine()).toEqual({ state: 'UNDER_EVALUATION', recognition: null });
    expect(await look(officer, initiatives[0]!.id, 'recognition { outcome }')).toEqual({ recognition: null });
    expect(await look(head, initiatives[0]!.id, 'recognition { outcome decisionNumber }')).toEqual({ recognition: { outcome: 'RECOGNISED', decisionNumber: null } });

    await issue(head, decision);
    for (const actor of [cast.members[0]!, cast.chair, officer, clerk, auditor]) expect((await see(actor, decision.id)).data?.recognitionDecision.fullNumber).toBe('01/QĐ-UBND');
    expect((await see(author, decision.id)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await mine()).toEqual({
      state: 'RECOGNISED', recognition: { outcome: 'RECOGNISED', reason: '', deviates: false, decisionNumber: '01/QĐ-UBND', councilAverage: expect.any(Number) },
    });
    expect(await answer(strangers, decision.id)).toBe(await answer(strangers, newId()));
  });
});

describe('the register after a decision', () => {
  it('holds what was recognised as it was judged, and nothing that authors keep secret', async () => {
    const bench = await aBench(app());
    const secret = 'CÔNG THỨC KÍN 4K8W';
    const { session } = await aLockedSession(bench, [
      { council: 'EFFECTIVE_AND_REPLICABLE', given: { confidentialParts: secret, title: '  Nhà văn hoá “mở” — 24/7  '.trim() } }, { council: 'NOT_RECOGNISED' }, { council: 'RECOGNISED_ONLY' },
    ]);
    let decision = await propose(bench, session.id);
    for (const [index, verdict] of [RECOGNISE, REFUSE, RECOGNISE_ONLY].entries()) decision = await decideItem(bench.head, decision, index, verdict);
    expect(await app().sql('select id from register_entry where tenant_id = $1', [bench.scene.ward.id])).toEqual([]);
    await issue(bench.head, decision);
    const rows = await app().sql<{ slug: string; title: string; effectiveness: string; level: string; year: number; row: object }>(
      'select slug, title, effectiveness, level, year, to_jsonb(e) as row from register_entry e where tenant_id = $1 order by published_at', [bench.scene.ward.id]);
    expect(rows.map(({ title, effectiveness, level, year }) => [title, effectiveness, level, year])).toEqual([
      ['Nhà văn hoá “mở” — 24/7', 'RECOGNISED', 'BASE', Number(bench.scene.today.slice(0, 4))],
      ['Sổ tay điện tử tiếp công dân tại phường', 'NOT_RECOGNISED', 'BASE', Number(bench.scene.today.slice(0, 4))],
    ]);
    expect(rows[0]!.slug).toBe(`nha-van-hoa-mo-24-7-${bench.scene.ward.code}-${(rows[0]!.row as { code: string }).code.toLowerCase()}`);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toMatch(/personId|birth|qualification|jobTitle/i);
  });
});

describe('the list of decisions', () => {
  it('costs the same statements for one and for three, newest first', async () => {
    const bench = await aBench(app());
    const made: string[] = [];
    const LIST = `query ($first: Int! = 20, $after: String) { recognitionDecisions(first: $first, after: $after) { edges { node { ${DECISION} sessionTitle proposedBy { fullName } } } pageInfo { hasNextPage endCursor } } }`;
    type Page = { recognitionDecisions: { edges: { node: SeenDecision }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    const read = async (variables = {}) => (await bench.head.client.ask<Page>(LIST, variables)).recognitionDecisions;
    const add = async () => {
      const { session } = await aLockedSession(bench, [{ council: 'EFFECTIVE_AND_REPLICABLE' }]);
      made.unshift((await propose(bench, session.id)).id);
    };
    const { one, three } = await statementsByRows(app(), add, async () => (await read()).edges.length);
    expect(three).toEqual(one);
    expect((await read()).edges.map(({ node }) => node.id)).toEqual(made);
    const first = await read({ first: 2 });
    const rest = await read({ first: 2, after: first.pageInfo.endCursor });
    expect([...first.edges, ...rest.edges].map(({ node }) => node.id)).toEqual(made);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect(await bench.head.client.refusal(LIST, { after: 'x' })).toEqual({ code: 'INVALID_CURSOR', path: ['after'], details: {} });
  });
});
