import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addMonths } from '@kit/clock';
import { newId } from '@kit/ids';
import { buildSchema } from 'graphql';
import { VerifySession } from '@domain/evaluation';
import { actOn, refusal as sessionRefusal, seeItem, seeSession, type Session, step } from '../factories/evaluation.js';
import { meetAndLock } from '../factories/meeting.js';
import { type Actor } from '../factories/identity.js';
import { act, look, refusal } from '../factories/initiative.js';
import { aCast, aJointDraft, aSessionOn, aSheet, CANARIES, type Cast, download, moveCampaign, submit } from '../factories/path.js';
import { type Decision, decide, told } from '../factories/recognition.js';
import { useApp } from '../setup/app.js';
import { operationOf, rootFields } from '../setup/operations.js';

const files = mkdtempSync(path.join(tmpdir(), 'khoi-path-'));
const app = useApp({ FILES_DIR: files });
afterAll(() => rmSync(files, { recursive: true, force: true }));

describe('one initiative on its way from draft to the public register', () => {
  const TITLE = 'Xếp hàng theo giờ hẹn tại Bộ phận Một cửa';
  let cast: Cast;
  let id: string;
  let code: string;
  let year: number;
  let session: Session;
  let itemId: string;
  let decision: Decision;

  beforeAll(async () => {
    cast = await aCast(app());
    year = Number(cast.today.slice(0, 4));
  }, 60_000);

  it('is drafted with evidence, and waits for the consent of the co-author', async () => {
    const draft = await aJointDraft(cast, TITLE);
    ({ id, code } = draft);
    expect([draft.code, draft.state]).toEqual([`SK-${year}-0001`, 'DRAFT']);
    expect(await look(cast.author, id, 'attachments { file { name state } confidentiality } faults { code path isBlocking }')).toEqual({
      attachments: [
        { file: { name: 'so-lieu.pdf', state: 'READY' }, confidentiality: 'INTERNAL' },
        { file: { name: 'tep-kin-1v8l.pdf', state: 'READY' }, confidentiality: 'AUTHOR_SECRET' },
      ],
      faults: [{ code: 'INITIATIVE_AUTHOR_UNCONFIRMED', path: ['authors', '1'], isBlocking: true }],
    });
    const refused = await refusal(cast.author, 'submitInitiative', { id, revision: draft.revision, declarationAccepted: true, idempotencyKey: newId() });
    expect([refused.code, refused.faults]).toEqual(['VALIDATION_FAILED', [{ code: 'INITIATIVE_AUTHOR_UNCONFIRMED', path: ['authors', 1], details: {} }]]);
  });

  it('is found by the co-author among what there is to do, and consented to', async () => {
    const { coAuthor } = cast;
    const { myWork } = await coAuthor.client.ask<{ myWork: object[] }>('{ myWork { kind code title link } }');
    expect(myWork).toEqual([{ kind: 'CONFIRM_AUTHORSHIP', code, title: TITLE, link: `/ho-so/${code}` }]);
    expect(await told(coAuthor, 'AUTHORSHIP_ASKED')).toEqual([{ code, title: TITLE, shareBp: '4000' }]);
    expect((await refusal(coAuthor, 'confirmAuthorship', { id, shareBp: 5000 })).code).toBe('AUTHORSHIP_SHARE_CHANGED');
    const seen = await act<{ faults: object[] }>(coAuthor, 'confirmAuthorship', { id, shareBp: 4000 }, 'faults { code }');
    expect(seen.faults).toEqual([]);
  });

  it('hands its evidence to the co-author, byte by byte, and to no officer before it is submitted', async () => {
    const { attachments } = await look<{ attachments: { file: { id: string; sha256: string } }[] }>(cast.coAuthor, id, 'attachments { file { id sha256 } }');
    for (const { file } of attachments) {
      expect(createHash('sha256').update(await download(cast.app, cast.coAuthor, file.id)).digest('hex')).toBe(file.sha256);
      const refused = await cast.officer.client.refusal('mutation ($id: ID!) { downloadLink(fileId: $id) { url } }', { id: file.id });
      expect(refused.code).toBe('NOT_FOUND');
    }
  });

  it('is submitted once, with a receipt', async () => {
    const fields = 'state currentVersion receipt { number versionSha256 formalCheckDueOn submittedBy { fullName } }';
    const { revision } = await look(cast.author, id);
    const input = { id, revision, declarationAccepted: true, idempotencyKey: newId() };
    const first = await act<{ receipt: { versionSha256: string } }>(cast.author, 'submitInitiative', input, fields);
    const again = await act(cast.author, 'submitInitiative', input, fields);
    expect(again).toEqual(first);
    expect(first).toEqual({
      state: 'SUBMITTED', currentVersion: 1, receipt: {
        number: `BN-${year}-0001`, versionSha256: expect.stringMatching(/^[0-9a-f]{64}$/), formalCheckDueOn: expect.any(String), submittedBy: { fullName: 'Lê Thu Hà' },
      },
    });
    expect(await told(cast.officer, 'DOSSIER_TO_CHECK')).toEqual([{ code, title: TITLE, unitName: 'TT Phục vụ HCC' }]);
  });

  it('is confirmed by the head of the unit that applied it', async () => {
    const { applicationRecords } = await look<{ applicationRecords: { id: string }[] }>(cast.unitHead, id, 'applicationRecords { id }');
    const seen = await act(cast.unitHead, 'confirmApplication', { recordId: applicationRecords[0]!.id, note: 'Đúng như sổ theo dõi.' }, 'applicationRecords { confirmedBy { fullName } }');
    expect(seen).toEqual({ applicationRecords: [{ confirmedBy: { fullName: 'Trần Thị Mai' } }] });
  });

  it('is returned once with both of its faults, and never a second time', async () => {
    const faults = [
      { code: 'STATE_BEFORE_NO_FIGURES', section: 'STATE_BEFORE', note: CANARIES.faultNote },
      { code: 'NOVELTY_NOT_SHOWN', section: 'NOVELTY', note: null },
    ];
    const message = 'Vui lòng bổ sung hai nội dung.';
    expect((await act(cast.officer, 'requestSupplement', { id, versionNumber: 1, faults, message })).state).toBe('SUPPLEMENT_REQUIRED');
    const { formalChecks } = await look<{ formalChecks: object[] }>(cast.author, id, 'formalChecks { outcome message faults { code section text note } }');
    expect(formalChecks).toEqual([{
      outcome: 'NEEDS_SUPPLEMENT', message, faults: [
        { ...faults[0], text: 'Phần thực trạng chưa có số liệu để so sánh.' },
        { ...faults[1], text: 'Chưa chỉ ra điểm mới so với cách làm đang có tại cơ sở.' },
      ],
    }]);
    for (const author of [cast.author, cast.coAuthor]) {
      expect(await told(author, 'SUPPLEMENT_REQUESTED')).toEqual([{ code, title: TITLE, dueOn: expect.any(String) }]);
    }
  });

  it('is supplemented as a second version that shows its differences', async () => {
    const { revision } = await look(cast.author, id);
    await act(cast.author, 'saveInitiative', { id, revision, stateBefore: 'Người dân chờ lâu, bình quân 42 phút.', novelty: 'Lần đầu tiên phường nhận hồ sơ theo giờ hẹn; trước đây lấy số tại chỗ.' });
    expect((await submit(cast.author, id, 'resubmitInitiative')).state).toBe('SUBMITTED');
    const { versions } = await look<{ versions: object[] }>(cast.officer, id, 'versions { number reason changes { path segments { kind text } } }');
    expect(versions).toEqual([
      { number: 1, reason: 'SUBMISSION', changes: null },
      {
        number: 2, reason: 'SUPPLEMENT', changes: [
          { path: 'stateBefore', segments: [{ kind: 'SAME', text: 'Người dân chờ lâu' }, { kind: 'ADDED', text: ', bình quân 42 phút' }, { kind: 'SAME', text: '.' }] },
          { path: 'novelty', segments: [{ kind: 'SAME', text: 'Lần đầu tiên phường nhận hồ sơ theo giờ hẹn' }, { kind: 'ADDED', text: '; trước đây lấy số tại chỗ' }, { kind: 'SAME', text: '.' }] },
        ],
      },
    ]);
    const faults = [{ code: 'CONDITIONS_MISSING', section: 'REPLICABILITY', note: null }];
    expect((await refusal(cast.officer, 'requestSupplement', { id, versionNumber: 2, faults, message: 'Thêm một điểm.' })).code).toBe('SUPPLEMENT_ALREADY_REQUESTED');
  });

  it('is accepted, and its authors learn when to expect the result', async () => {
    expect((await refusal(cast.officer, 'acceptInitiative', { id, versionNumber: 1 })).code).toBe('INITIATIVE_VERSION_OUTDATED');
    const accepted = await act<{ state: string; acceptedVersion: number; resultDueOn: string }>(cast.officer, 'acceptInitiative', { id, versionNumber: 2 }, 'state acceptedVersion resultDueOn');
    expect([accepted.state, accepted.acceptedVersion]).toEqual(['ACCEPTED', 2]);
    expect(accepted.resultDueOn >= addMonths(cast.today, 3) && accepted.resultDueOn <= addDays(addMonths(cast.today, 3), 14)).toBe(true);
    expect(await told(cast.coAuthor, 'INITIATIVE_ACCEPTED')).toEqual([{ code, title: TITLE, resultDueOn: accepted.resultDueOn }]);
  });

  it('comes before a council whose member among the authors is barred from it', async () => {
    await moveCampaign(cast.secretary, cast.campaignId, 'CLOSED');
    await moveCampaign(cast.secretary, cast.campaignId, 'SCORING');
    session = await aSessionOn(cast, id);
    itemId = session.items[0]!.id;
    expect(session.state).toBe('SCORING');
    expect(await seeItem(cast.secretary, itemId, 'conflicts { person { fullName } kind source decision }')).toEqual({
      conflicts: [{ person: { fullName: 'Phạm Gia Huy' }, kind: 'AUTHOR', source: 'AUTO', decision: 'RECUSED' }],
    });
    const { coAuthor } = cast;
    expect((await sessionRefusal(coAuthor, 'submitScoreSheet', aSheet(itemId, '2000/L1 1500/L1 2000/L1 1000/L1 1500/L1 1000/L1 1000/L1'))).code).toBe('NOT_FOUND');
    expect((await coAuthor.client.refusal('query ($id: ID!) { agendaItem(id: $id) { title } }', { id: itemId })).code).toBe('NOT_FOUND');
    expect((await coAuthor.client.ask<{ scoringQueue: object }>('{ scoringQueue { total items { itemId } } }')).scoringQueue).toEqual({ total: 0, items: [] });
    expect((await seeSession(coAuthor, session.id)).items).toEqual([]);
  });

  it('is scored by the four others, each alone with the own sheet', async () => {
    const [first, second] = cast.members;
    const given: readonly (readonly [Actor, string, number])[] = [
      [cast.chair, '1600/L2 1300/L1 1700/L1 850/L1 1200/L2 800/L2 700/L2', 8150],
      [cast.secretary, '1550/L2 1200/L2 1650/L2 800/L2 1200/L2 750/L2 650/L2', 7800],
      [first, '1500/L2 1100/L2 1500/L2 750/L2 1150/L2 750/L2 700/L2', 7450],
      [second, '1600/L2 1250/L2 1650/L2 800/L2 1200/L2 800/L2 650/L2', 7950],
    ];
    for (const [member, marks, total] of given) {
      expect(await actOn(member, 'submitScoreSheet', aSheet(itemId, marks), 'state total')).toEqual({ state: 'SUBMITTED', total });
    }
    for (const member of [cast.chair, cast.secretary, first]) {
      expect(await seeItem(member, itemId, 'sheets { total } result { average } mySheet { privateNote }')).toEqual({ sheets: [], result: null, mySheet: { privateNote: CANARIES.privateNote } });
    }
    const { progress } = await seeSession<{ progress: { mark: string }[] }>(cast.secretary, session.id, 'progress { mark }');
    expect(progress.map(({ mark }) => mark).sort()).toEqual(['RECUSED', 'SUBMITTED', 'SUBMITTED', 'SUBMITTED', 'SUBMITTED']);
  });

  it('has an exact average and a reason once scoring closes', async () => {
    expect((await step(cast.secretary, 'closeScoring', session)).state).toBe('SCORED');
    const { result } = await seeItem<{ result: object }>(cast.chair, itemId,
      'result { outcome sheetCount totalSum average isCityCandidate criteria { code sum count average } measures { code sum average maxPoints } reasons { code text } warnings { code } }');
    expect(result).toEqual({
      outcome: 'EFFECTIVE_AND_REPLICABLE', sheetCount: 4, totalSum: 31_350, average: 7838, isCityCandidate: false,
      criteria: [
        { code: 'NOVELTY', sum: 6250, count: 4, average: 1563 }, { code: 'ECONOMIC', sum: 4850, count: 4, average: 1213 },
        { code: 'SOCIAL', sum: 6500, count: 4, average: 1625 }, { code: 'EVIDENCE', sum: 3200, count: 4, average: 800 },
        { code: 'TRANSFER', sum: 4750, count: 4, average: 1188 }, { code: 'CONDITIONS_COST', sum: 3100, count: 4, average: 775 },
        { code: 'SPREAD', sum: 2700, count: 4, average: 675 },
      ],
      measures: [
        { code: 'NOVELTY', sum: 6250, average: 1563, maxPoints: 2000 }, { code: 'EFFECTIVENESS', sum: 14_550, average: 3638, maxPoints: 4500 },
        { code: 'REPLICABILITY', sum: 10_550, average: 2638, maxPoints: 3500 },
      ],
      reasons: [{ code: 'TOTAL_REACHED', text: 'Tổng điểm trung bình 78,38 ≥ 70,00 (ngưỡng công nhận hiệu quả áp dụng và khả năng nhân rộng).' }],
      warnings: [],
    });
    expect(await seeItem(cast.members[0], itemId, 'sheets { member { fullName } total privateNote }')).toEqual({
      sheets: expect.arrayContaining([{ member: { fullName: 'Nguyễn Thành Công' }, total: 8150, privateNote: null }, { member: { fullName: 'Hồ Minh Tâm' }, total: 7450, privateNote: CANARIES.privateNote }]),
    });
  });

  it('is voted on by the four in a meeting with quorum, counted, minuted, signed and sealed', async () => {
    const met = await meetAndLock(cast, session);
    expect(met.state).toBe('LOCKED');
    expect(await seeItem(cast.chair, itemId, 'ballot { state method appointed recused present required issued returned valid invalid agree disagree } result { isProvisional voteState reasons { text } }')).toEqual({
      ballot: { state: 'CLOSED', method: 'SECRET', appointed: 5, recused: 1, present: 5, required: 4, issued: 4, returned: 4, valid: 4, invalid: 0, agree: 4, disagree: 0 },
      result: {
        isProvisional: false, voteState: 'PASSED', reasons: [
          { text: 'Tổng điểm trung bình 78,38 ≥ 70,00 (ngưỡng công nhận hiệu quả áp dụng và khả năng nhân rộng).' },
          { text: 'Có 4 phiếu đồng ý trên 5 thành viên được tính, đạt mức cần thiết là 4 phiếu.' },
        ],
      },
    });
    expect(await app().get(VerifySession).execute(session.id)).toEqual({ isEqual: true, items: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('tells its authors nothing of that before the decision', async () => {
    for (const author of [cast.author, cast.coAuthor]) {
      expect(await look(author, id, 'state result { average } recognition { outcome }')).toEqual({ state: 'UNDER_EVALUATION', result: null, recognition: null });
    }
    const { register } = await cast.visitor.ask<{ register: object }>('{ register { totalCount } }');
    expect(register).toEqual({ totalCount: 0 });
  });

  it('is decided by the head under the first number of the year', async () => {
    const { secretary, head } = cast;
    await moveCampaign(secretary, cast.campaignId, 'DECIDING');
    const proposed = await decide(secretary, 'proposeDecision', { sessionId: session.id, summary: 'Về việc công nhận sáng kiến' });
    expect(proposed.items).toEqual([{ id: expect.any(String), councilOutcome: 'EFFECTIVE_AND_REPLICABLE', councilAverage: 7838, authorNames: ['Lê Thu Hà', 'Phạm Gia Huy'] }]);
    expect(await told(head, 'DECISION_PROPOSED')).toEqual([{ summary: 'Về việc công nhận sáng kiến' }]);
    const verdict = { outcome: 'RECOGNISED', effectiveness: 'RECOGNISED', refusalReasons: [], reason: '' };
    const decided = await decide(head, 'decideItem', { itemId: proposed.items[0]!.id, decisionRevision: proposed.revision, ...verdict });
    decision = await decide(head, 'issueDecision', { decisionId: proposed.id, revision: decided.revision, idempotencyKey: newId() });
    expect([decision.fullNumber, decision.issuedOn]).toEqual(['01/QĐ-UBND', cast.today]);
    expect(await look(cast.author, id, 'state recognition { outcome effectiveness decisionNumber } result { average }')).toEqual({
      state: 'RECOGNISED', recognition: { outcome: 'RECOGNISED', effectiveness: 'RECOGNISED', decisionNumber: '01/QĐ-UBND' }, result: { average: 7838 },
    });
    for (const author of [cast.author, cast.coAuthor]) {
      expect(await told(author, 'INITIATIVE_RECOGNISED')).toEqual([{ code, title: TITLE, decisionNumber: '01/QĐ-UBND', decisionDate: cast.today, effectiveness: 'RECOGNISED' }]);
    }
  });

  it('is found in the public register by a search without marks', async () => {
    const { register } = await cast.visitor.ask<{ register: { edges: { node: { slug: string } }[] } }>(
      `query ($search: String) { register(filter: { search: $search }) { totalCount isApproximate edges { node {
        slug code title decisionNumber year unitName problem authors { fullName shareBp } applications { place benefitAmount measures { name before after } } } } } }`,
      { search: 'xep hang theo gio hen' });
    expect(register).toEqual({
      totalCount: 1, isApproximate: false, edges: [{
        node: {
          slug: expect.stringMatching(/^xep-hang-theo-gio-hen-tai-bo-phan-mot-cua-/), code, title: TITLE, decisionNumber: '01/QĐ-UBND', year,
          unitName: 'Trung tâm Phục vụ hành chính công', problem: 'Người dân chờ lâu, bình quân 42 phút.',
          authors: [{ fullName: 'Lê Thu Hà', shareBp: 6000 }, { fullName: 'Phạm Gia Huy', shareBp: 4000 }],
          applications: [{ place: 'Bộ phận Một cửa', benefitAmount: 48_000_000, measures: [{ name: 'Thời gian chờ', before: '42', after: '12.5' }] }],
        },
      }],
    });
  });

  it('shows a visitor nothing secret, whatever is asked', async () => {
    const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
    const { edges } = (await cast.visitor.ask<{ register: { edges: { node: { slug: string } }[] } }>('{ register { edges { node { slug } } } }')).register;
    const ids: Readonly<Record<string, unknown>> = {
      initiative: { id }, agendaItem: { id: itemId }, evaluationSession: { id: session.id }, recognitionDecision: { id: decision.id }, campaign: { id: cast.campaignId },
      agendaCandidates: { sessionId: session.id }, reasonTemplates: { kind: 'FORMAL_FAULT' }, auditEvents: { objectId: id },
    };
    const answered: string[] = [];
    const leaked: (readonly [string, string])[] = [];
    for (const name of rootFields(schema).filter((field) => field.startsWith('Query.'))) {
      const field = name.slice('Query.'.length);
      const variables = { id, slug: edges[0]!.node.slug, tenantCode: cast.ward.code, ...(ids[field] as object) };
      const { data, errors } = await cast.visitor.send<Record<string, unknown>>(operationOf(schema, name), variables);
      if (data?.[field] != null) answered.push(field);
      const text = JSON.stringify({ data, errors });
      leaked.push(...Object.values(CANARIES).filter((canary) => text.includes(canary)).map((canary) => [field, canary] as const));
    }
    expect(answered).toEqual(['register', 'registerEntry', 'registerStatistics', 'regulationPresets', 'relatedRegisterEntries', 'site']);
    expect(leaked).toEqual([]);
  });

  it('left its steps in the order in which they were taken, each with who took it', async () => {
    const { steps } = await look<{ steps: { transition: string; actor: { fullName: string } }[] }>(cast.author, id, 'steps { transition actor { fullName } }');
    expect(steps.map(({ transition, actor }) => [transition, actor.fullName])).toEqual([
      ['submit', 'Lê Thu Hà'], ['requestSupplement', 'Đỗ Văn Nam'], ['resubmit', 'Lê Thu Hà'], ['accept', 'Đỗ Văn Nam'],
      ['startEvaluation', 'Vũ Ngọc Lan'], ['recognise', 'Đặng Quốc Việt'],
    ]);
    const { auditEvents } = await cast.head.client.ask<{ auditEvents: { edges: { node: { action: string; actor: { fullName: string } } }[] } }>(
      '{ auditEvents(first: 100) { edges { node { action actor { fullName } } } } }');
    const trail = auditEvents.edges.map(({ node }) => `${node.action} ${node.actor?.fullName}`).reverse();
    expect(trail.slice(trail.indexOf('initiative.created Lê Thu Hà')).filter((entry) => !/^(file|identity)\./.test(entry))).toEqual([
      'initiative.created Lê Thu Hà', 'initiative.authors-changed Lê Thu Hà', 'initiative.authorship-confirmed Phạm Gia Huy',
      'initiative.submitted Lê Thu Hà', 'initiative.application-confirmed Trần Thị Mai', 'initiative.supplement-requested Đỗ Văn Nam',
      'initiative.resubmitted Lê Thu Hà', 'initiative.accepted Đỗ Văn Nam', 'campaign.state-changed Vũ Ngọc Lan', 'campaign.state-changed Vũ Ngọc Lan',
      'evaluation.session-created Vũ Ngọc Lan', 'evaluation.agenda-set Vũ Ngọc Lan', 'evaluation.session-convened Vũ Ngọc Lan',
      'evaluation.scoring-opened Vũ Ngọc Lan', 'evaluation.score-sheet-submitted Nguyễn Thành Công', 'evaluation.score-sheet-submitted Vũ Ngọc Lan',
      'evaluation.score-sheet-submitted Hồ Minh Tâm', 'evaluation.score-sheet-submitted Bùi Thị Xuân', 'evaluation.scoring-closed Vũ Ngọc Lan',
      ...cast.everybody.map(() => 'evaluation.roll-called Vũ Ngọc Lan'), 'evaluation.sitting-opened Vũ Ngọc Lan',
      'evaluation.ballot-opened Vũ Ngọc Lan', 'evaluation.ballot-closed Vũ Ngọc Lan', 'evaluation.counting-board-named Vũ Ngọc Lan',
      'evaluation.minutes-drafted Vũ Ngọc Lan', 'evaluation.session-counted Vũ Ngọc Lan',
      'evaluation.minutes-signed Hồ Minh Tâm', 'evaluation.minutes-signed Bùi Thị Xuân', 'evaluation.sitting-ended Vũ Ngọc Lan',
      'evaluation.minutes-drafted Vũ Ngọc Lan', 'evaluation.minutes-signed Nguyễn Thành Công', 'evaluation.minutes-signed Vũ Ngọc Lan',
      'evaluation.session-locked Nguyễn Thành Công', 'campaign.state-changed Vũ Ngọc Lan', 'recognition.decision-proposed Vũ Ngọc Lan',
      'recognition.item-decided Đặng Quốc Việt', 'recognition.decision-issued Đặng Quốc Việt',
    ]);
  });
});
