import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { InspectFile } from '@domain/file';
import { canonicalJson } from '@domain/regulation';
import { addDays, legalPeriodEnd, VIETNAM_CALENDAR } from '@kit/clock';
import { runAs } from '@kit/context';
import { newId } from '@kit/ids';
import { aCampaign, aRegulationInForce, closeCampaignAt, moveCampaign } from '../factories/campaign.js';
import type { Actor } from '../factories/identity.js';
import { act, aCompleteDraft, aDraft, aFile, aFullText, anAccepted, aRecord, aScene, aSubmission, aSubmitted, look, refusal, type Scene, type Seen } from '../factories/initiative.js';
import { useApp } from '../setup/app.js';

// Files stay in quarantine until a test has them checked.
const app = useApp({ JOBS: 'off' });
let scene: Scene;
let lead: Actor;
let colleague: Actor;
let officer: Actor;

beforeAll(async () => {
  scene = await aScene(app());
  [lead, colleague, officer] = [await scene.person(), await scene.person(), await scene.person({ roles: ['INTAKE_OFFICER'] })];
}, 30_000);

const inOneMonth = (day: string): string => legalPeriodEnd(day, { months: 1 }, VIETNAM_CALENDAR);
const RECEIPT = 'state code currentVersion submittedAt declarationAcceptedAt formalCheckDueOn receipt { number at versionSha256 formalCheckDueOn resultDueOn submittedBy { id } }';
interface Receipt { readonly receipt: { readonly number: string; readonly at: string; readonly versionSha256: string } }
const receiptsOf = async (id: string) =>
  app().sql<{ receipt_number: string | null; state: string; current_version: number }>('select receipt_number, state, current_version from initiative where id = $1', [id]);
const versionsOf = async (id: string) => app().sql<{ number: number; snapshot: unknown; sha256: string }>('select number, snapshot, sha256 from initiative_version where initiative_id = $1 order by number', [id]);
const eventsOf = async (id: string, type: string) => app().sql(`select 1 from outbox where type = $2 and payload->>'initiativeId' = $1`, [id, type]);

describe('the submission', () => {
  it('gives a receipt with number, time, hash and the last day of the formal check', async () => {
    const draft = await aCompleteDraft(scene, lead);
    const submitted = await act<Receipt>(lead, 'submitInitiative', aSubmission(draft), RECEIPT);
    const dueOn = inOneMonth(scene.today);
    expect(submitted).toEqual({
      state: 'SUBMITTED', code: draft.code, currentVersion: 1, submittedAt: submitted.receipt.at, declarationAcceptedAt: submitted.receipt.at,
      formalCheckDueOn: dueOn,
      receipt: {
        number: expect.stringMatching(/^BN-\d{4}-\d{4}$/), at: expect.any(String), versionSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        formalCheckDueOn: dueOn, resultDueOn: null, submittedBy: { id: lead.personId },
      },
    });
    const [version] = await versionsOf(draft.id);
    expect(createHash('sha256').update(canonicalJson(version!.snapshot)).digest('hex')).toBe(submitted.receipt.versionSha256);
  });

  it('fixes the dossier word for word, with the authors as they are on the day', async () => {
    const { id, revision } = await aCompleteDraft(scene, lead, { confidentialParts: 'Thuật toán' });
    const fileId = await aFile(app(), lead);
    await act(lead, 'attachFile', { id, fileId, kind: 'EVIDENCE', caption: 'Kế hoạch', supports: 'APPLICATION', confidentiality: 'INTERNAL' });
    await act(lead, 'submitInitiative', aSubmission({ id, revision }));
    const [version] = await versionsOf(id);
    expect(version!.snapshot).toMatchObject({
      format: 1, title: 'Sổ tay điện tử tiếp công dân tại phường', confidentialParts: 'Thuật toán', field: { id: scene.fieldId }, submittingUnit: { id: scene.unitId },
      authors: [{ personId: lead.personId, role: 'LEAD', shareBp: 10000, jobTitle: 'Chuyên viên', unitName: expect.any(String) }],
      applicationRecords: [{ measures: [{ name: 'Thời gian chờ', unit: 'phút', before: '30', after: '12.5', period: null, source: null }] }],
      attachments: [{ fileId, fileName: 'ke-hoach.pdf', type: 'application/pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    });
  });

  it('is one act however often it is pressed: parallel copies get one receipt and equal answers', async () => {
    const input = aSubmission(await aCompleteDraft(scene, lead));
    const answers = await Promise.all(Array.from({ length: 10 }, () => act(lead, 'submitInitiative', input, RECEIPT)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await versionsOf(input.id)).toHaveLength(1);
    expect(await eventsOf(input.id, 'initiative.submitted')).toHaveLength(1);
    expect(await look<{ steps: unknown[] }>(lead, input.id, 'steps { transition fromState toState actor { id } }')).toEqual({
      steps: [{ transition: 'submit', fromState: 'DRAFT', toState: 'SUBMITTED', actor: { id: lead.personId } }],
    });
  });

  it('happens once even with another key, and a key means one input', async () => {
    const draft = await aCompleteDraft(scene, lead);
    const input = aSubmission(draft);
    const results = await Promise.allSettled([act(lead, 'submitInitiative', input), act(lead, 'submitInitiative', aSubmission(draft))]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(lead, 'submitInitiative', aSubmission(draft))).toMatchObject({ code: 'INITIATIVE_WRONG_STATE', details: { state: 'SUBMITTED' } });
    const other = await aCompleteDraft(scene, lead);
    await act(lead, 'submitInitiative', aSubmission(other, { idempotencyKey: 'một-khóa-dùng-lại' }));
    expect(await refusal(lead, 'submitInitiative', { ...input, idempotencyKey: 'một-khóa-dùng-lại' })).toEqual({
      code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'], details: {},
    });
  });

  it('gives receipt numbers without gaps, and a failed submission takes none', async () => {
    const numberOf = ({ receipt }: Receipt): number => Number(receipt.number.split('-')[2]);
    const drafts = [await aCompleteDraft(scene, lead), await aCompleteDraft(scene, lead), await aCompleteDraft(scene, lead)];
    const first = numberOf(await act<Receipt>(lead, 'submitInitiative', aSubmission(drafts[0]!), RECEIPT));
    await refusal(lead, 'submitInitiative', aSubmission(drafts[1]!, { declarationAccepted: false }));
    const rest = await Promise.all(drafts.slice(1).map((draft) => act<Receipt>(lead, 'submitInitiative', aSubmission(draft), RECEIPT)));
    expect(rest.map(numberOf).sort((a, b) => a - b)).toEqual([first + 1, first + 2]);
  });

  it('hands in what was seen: a newer revision refuses it', async () => {
    const draft = await aCompleteDraft(scene, lead);
    await act(lead, 'saveInitiative', { id: draft.id, revision: draft.revision, content: 'Khác' });
    expect(await refusal(lead, 'submitInitiative', aSubmission(draft))).toMatchObject({ code: 'REVISION_CONFLICT', details: { current: draft.revision + 1 } });
  });

  it('is the lead’s', async () => {
    const draft = await aCompleteDraft(scene, lead);
    const { revision } = await act(lead, 'setAuthors', { id: draft.id, revision: draft.revision, authors: [{ personId: lead.personId, shareBp: 6000 }, { personId: colleague.personId, shareBp: 4000 }] });
    expect(await refusal(colleague, 'submitInitiative', aSubmission({ id: draft.id, revision }))).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('what cannot be submitted', () => {
  /** Refused with exactly these faults, and nothing was written. */
  async function faultsOf(draft: Pick<Seen, 'id' | 'revision'>, given: object = {}): Promise<unknown[]> {
    const { code, faults } = await refusal(lead, 'submitInitiative', aSubmission(draft, given));
    expect(code).toBe('VALIDATION_FAILED');
    expect(await receiptsOf(draft.id)).toEqual([{ receipt_number: null, state: 'DRAFT', current_version: 0 }]);
    expect(await versionsOf(draft.id)).toEqual([]);
    return faults!.map((fault) => [fault.code, fault.path.join('.')]);
  }
  const changed = async (given: object): Promise<Seen> => aCompleteDraft(scene, lead, given);

  it('an empty draft, with all its faults at once', async () => {
    const faults = await faultsOf(await aDraft(scene, lead), { declarationAccepted: false });
    expect(faults).toHaveLength(11);
    expect(faults).toEqual(expect.arrayContaining([['INITIATIVE_FIELD_REQUIRED', 'content'], ['INITIATIVE_DECLARATION_REQUIRED', 'declarationAccepted']]));
  });

  it('shares of 9,999', async () => {
    const { id, revision } = await changed({});
    const two = await act(lead, 'setAuthors', { id, revision, authors: [{ personId: lead.personId, shareBp: 5000 }, { personId: colleague.personId, shareBp: 4999 }] });
    await act(colleague, 'confirmAuthorship', { id, shareBp: 4999 });
    expect(await faultsOf(two)).toEqual([['INITIATIVE_SHARES_NOT_100', 'authors']]);
  });

  it('a co-author who has not consented', async () => {
    const { id, revision } = await changed({});
    const two = await act(lead, 'setAuthors', { id, revision, authors: [{ personId: lead.personId, shareBp: 5000 }, { personId: colleague.personId, shareBp: 5000 }] });
    expect(await faultsOf(two)).toEqual([['INITIATIVE_AUTHOR_UNCONFIRMED', 'authors.1']]);
    await act(colleague, 'confirmAuthorship', { id, shareBp: 5000 });
    expect(await act(lead, 'submitInitiative', aSubmission(two))).toMatchObject({ state: 'SUBMITTED' });
  });

  it('a first application in the future', async () => {
    expect(await faultsOf(await changed({ firstAppliedOn: addDays(scene.today, 1) }))).toEqual([
      ['INITIATIVE_FIRST_APPLIED_IN_FUTURE', 'firstAppliedOn'], ['INITIATIVE_APPLIED_BEFORE_FIRST', 'applicationRecords.0.appliedFrom'],
    ]);
  });

  it('a filing after the year, unless the regulation only warns', async () => {
    const late = { firstAppliedOn: addDays(scene.today, -380) };
    expect(await faultsOf(await changed(late))).toEqual([['INITIATIVE_FILED_LATE', 'firstAppliedOn']]);
    const [row] = await app().sql<{ rules: { filing: object } }>('select r.rules from campaign c join evaluation_regulation r on r.id = c.regulation_id where c.id = $1', [scene.campaignId]);
    const lenient = { ...row!.rules, filing: { ...row!.rules.filing, oneYearRule: 'WARN' } };
    const regulationId = await aRegulationInForce(app(), scene.ward, { rules: JSON.stringify(lenient) });
    const warning = { ...scene, campaignId: await aCampaign(app(), scene.ward, { regulationId }) };
    const draft = await aCompleteDraft(warning, lead, late);
    expect(await look(lead, draft.id, 'faults { code isBlocking }')).toEqual({ faults: [{ code: 'INITIATIVE_FILED_LATE', isBlocking: false }] });
    expect(await act(lead, 'submitInitiative', aSubmission(draft))).toMatchObject({ state: 'SUBMITTED' });
  });

  it('evidence that is still being checked', async () => {
    const draft = await changed({});
    const fileId = await aFile(app(), lead, { checked: false });
    await act(lead, 'attachFile', { id: draft.id, fileId, kind: 'EVIDENCE', caption: 'Ảnh', supports: 'BENEFIT', confidentiality: 'PUBLIC' });
    expect(await faultsOf(draft)).toEqual([['INITIATIVE_EVIDENCE_NOT_READY', 'attachments.0']]);
    await runAs(scene.ward.system, () => app().get(InspectFile).execute(scene.ward.id, fileId));
    expect(await act(lead, 'submitInitiative', aSubmission(draft))).toMatchObject({ state: 'SUBMITTED' });
  });

  it('an author who is also a first adopter', async () => {
    const { id, revision } = await changed({});
    const adopters = [{ personId: lead.personId, fullName: 'Chính tác giả', workDone: 'Nhập liệu' }];
    expect(await faultsOf(await act(lead, 'setFirstAdopters', { id, revision, adopters }))).toEqual([['INITIATIVE_AUTHOR_IS_ADOPTER', 'firstAdopters.0.personId']]);
  });
});

describe('the deadline', () => {
  const newScene = async (): Promise<Scene> => ({ ...scene, campaignId: await aCampaign(app(), scene.ward) });
  const shut = async (draft: Seen) => {
    const answer = await refusal(lead, 'submitInitiative', aSubmission(draft));
    expect(await receiptsOf(draft.id)).toEqual([{ receipt_number: null, state: 'DRAFT', current_version: 0 }]);
    return answer;
  };

  it('is over one second after the last day, by the database’s clock', async () => {
    const other = await newScene();
    const draft = await aCompleteDraft(other, lead);
    await closeCampaignAt(app(), other.campaignId, `clock_timestamp() - interval '1 second'`);
    expect(await shut(draft)).toMatchObject({ code: 'CAMPAIGN_CLOSED', path: ['input', 'id'], details: { state: 'OPEN', closesAt: expect.any(String) } });
    await closeCampaignAt(app(), other.campaignId, `clock_timestamp() + interval '1 minute'`);
    expect(await act(lead, 'submitInitiative', aSubmission(draft))).toMatchObject({ state: 'SUBMITTED' });
  });

  it('has not come before the first day, nor in a campaign that is planned, closed or cancelled', async () => {
    const [soon, closed] = [await newScene(), await newScene()];
    const drafts = [await aCompleteDraft(soon, lead), await aCompleteDraft(closed, lead)];
    await app().sql(`update campaign set opens_on = vn_today() + 1 where id = $1`, [soon.campaignId]);
    expect(await shut(drafts[0]!)).toMatchObject({ code: 'CAMPAIGN_CLOSED' });
    await moveCampaign(app(), scene.ward, closed.campaignId, 'CLOSED');
    expect(await shut(drafts[1]!)).toMatchObject({ code: 'CAMPAIGN_CLOSED', details: { state: 'CLOSED' } });
  });

  it('splits a storm exactly: whoever has a receipt was before it, everybody else has nothing', async () => {
    const other = await newScene();
    const drafts = await Promise.all(Array.from({ length: 12 }, () => aCompleteDraft(other, lead)));
    await closeCampaignAt(app(), other.campaignId, `clock_timestamp() + interval '150 milliseconds'`);
    const [{ closes }] = await app().sql<{ closes: Date }>('select submission_closes_at as closes from campaign where id = $1', [other.campaignId]) as [{ closes: Date }];
    const wait = (n: number) => new Promise((resolve) => { setTimeout(resolve, n * 25); });
    const results = await Promise.allSettled(drafts.map(async (draft, n) => { await wait(n); return act<Receipt>(lead, 'submitInitiative', aSubmission(draft), RECEIPT); }));
    for (const [n, result] of results.entries()) {
      const [row] = await receiptsOf(drafts[n]!.id);
      if (result.status === 'fulfilled') expect(new Date(result.value.receipt.at).getTime()).toBeLessThan(closes.getTime());
      else expect(row).toEqual({ receipt_number: null, state: 'DRAFT', current_version: 0 });
    }
    expect(results.at(-1)!.status).toBe('rejected');
  });
});

describe('the withdrawal', () => {
  it('is the lead’s until the decision; the reason is kept, and nothing begins again', async () => {
    const { id } = await aSubmitted(scene, lead);
    expect(await act(lead, 'withdrawInitiative', { id, reason: 'Trùng với hồ sơ của đơn vị khác.' }, 'state actions steps { transition note }')).toEqual({
      state: 'WITHDRAWN', actions: [], steps: [{ transition: 'submit', note: null }, { transition: 'withdraw', note: 'Trùng với hồ sơ của đơn vị khác.' }],
    });
    expect(await refusal(lead, 'withdrawInitiative', { id, reason: 'Lần nữa' })).toMatchObject({ code: 'INITIATIVE_WRONG_STATE' });
    expect(await eventsOf(id, 'initiative.withdrawn')).toHaveLength(1);
  });

  it('is possible from draft and acceptance alike', async () => {
    expect(await act(lead, 'withdrawInitiative', { id: (await aDraft(scene, lead)).id, reason: 'Thôi' })).toMatchObject({ state: 'WITHDRAWN' });
    expect(await act(lead, 'withdrawInitiative', { id: (await anAccepted(scene, lead, officer)).id, reason: 'Thôi' })).toMatchObject({ state: 'WITHDRAWN' });
  });
});

describe('a submitted dossier', () => {
  it('refuses every change by the authors', async () => {
    const { id, revision } = await aSubmitted(scene, lead);
    const fileId = await aFile(app(), lead);
    const changes: [string, object][] = [
      ['saveInitiative', { id, revision, ...aFullText(scene), content: 'Sửa sau khi nộp' }],
      ['setAuthors', { id, revision, authors: [{ personId: lead.personId, shareBp: 10000 }] }],
      ['setFirstAdopters', { id, revision, adopters: [] }],
      ['setApplicationRecords', { id, revision, records: [aRecord(scene, { place: 'Nơi khác' })] }],
      ['attachFile', { id, fileId, kind: 'OTHER', caption: 'Thêm', supports: 'GENERAL', confidentiality: 'PUBLIC' }],
      ['confirmAuthorship', { id, shareBp: 10000 }],
    ];
    for (const [mutation, input] of changes) expect([mutation, (await refusal(lead, mutation, input)).code]).toEqual([mutation, 'INITIATIVE_FIXED']);
    expect(await look(lead, id, 'actions faults { code }')).toEqual({ actions: ['WITHDRAW'], faults: null });
  });

  it('is asked for by key only once, not by a stranger’s key', async () => {
    const draft = await aCompleteDraft(scene, lead);
    const key = newId();
    const foreign = await aCompleteDraft(scene, colleague);
    await act(colleague, 'submitInitiative', aSubmission(foreign, { idempotencyKey: key }));
    expect(await act(lead, 'submitInitiative', aSubmission(draft, { idempotencyKey: key }))).toMatchObject({ id: draft.id, state: 'SUBMITTED' });
  });
});
