import { beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, legalPeriodEnd, VIETNAM_CALENDAR } from '@kit/clock';
import { newId } from '@kit/ids';
import { moveCampaign } from '../factories/campaign.js';
import type { Actor } from '../factories/identity.js';
import {
  act, aFault, aFullText, anAccepted, aRecord, aScene, aSubmission, aSubmitted, look, refusal, type Scene, type Seen,
} from '../factories/initiative.js';
import { aUnit } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';

const app = useApp();
let scene: Scene;
let lead: Actor;
let officer: Actor;

beforeAll(async () => {
  scene = await aScene(app());
  [lead, officer] = [await scene.person(), await scene.person({ roles: ['INTAKE_OFFICER'] })];
}, 30_000);

const inMonths = (months: number, day = scene.today): string => legalPeriodEnd(day, { months }, VIETNAM_CALENDAR);
const CHECKS = 'state revision currentVersion formalCheckDueOn supplementDueOn formalChecks { versionNumber outcome message dueOn checkedBy { id } faults { code section text note } }';
const returned = async (): Promise<Seen> => {
  const { id } = await aSubmitted(scene, lead);
  return act(officer, 'requestSupplement', { id, versionNumber: 1, faults: [aFault('CONTENT_NOT_REPRODUCIBLE')], message: 'Vui lòng bổ sung.' });
};
const overdue = (id: string) => app().sql(`update initiative set supplement_due_on = vn_today() - 1 where id = $1`, [id]);

describe('the one return', () => {
  it('lists all faults at once, gives one month, and stops the clock of the check', async () => {
    const { id } = await aSubmitted(scene, lead);
    const faults = [aFault('CONTENT_NOT_REPRODUCIBLE', 'CONTENT', 'Chưa rõ bước 3.'), aFault('MEASURES_MISSING', 'APPLICATION')];
    expect(await act(officer, 'requestSupplement', { id, versionNumber: 1, faults, message: 'Vui lòng bổ sung hai mục.' }, CHECKS)).toEqual({
      state: 'SUPPLEMENT_REQUIRED', revision: 3, currentVersion: 1, formalCheckDueOn: null, supplementDueOn: inMonths(1),
      formalChecks: [{
        versionNumber: 1, outcome: 'NEEDS_SUPPLEMENT', message: 'Vui lòng bổ sung hai mục.', dueOn: inMonths(1), checkedBy: { id: officer.personId },
        faults: [
          { code: 'CONTENT_NOT_REPRODUCIBLE', section: 'CONTENT', text: 'Nội dung chưa mô tả đủ các bước để đơn vị khác có thể làm theo.', note: 'Chưa rõ bước 3.' },
          { code: 'MEASURES_MISSING', section: 'APPLICATION', text: 'Hồ sơ áp dụng chưa có số liệu trước và sau.', note: null },
        ],
      }],
    });
  });

  it('happens once: afterwards the dossier is accepted or refused', async () => {
    const { id, revision } = await returned();
    const again = await act(lead, 'resubmitInitiative', aSubmission({ id, revision }));
    expect(again).toMatchObject({ state: 'SUBMITTED', currentVersion: 2 });
    expect(await refusal(officer, 'requestSupplement', { id, versionNumber: 2, faults: [aFault('FIELD_MISMATCH')], message: '' })).toMatchObject({ code: 'SUPPLEMENT_ALREADY_REQUESTED' });
    expect(await look(officer, id, 'actions')).toEqual({ actions: ['ACCEPT', 'REJECT'] });
  });

  it('takes only reasons of its own list, and names each that is not', async () => {
    const { id } = await aSubmitted(scene, lead);
    const faults = [aFault('FIELD_MISMATCH'), aFault('FILED_LATE'), aFault('constructor')];
    expect(await refusal(officer, 'requestSupplement', { id, versionNumber: 1, faults, message: '' })).toMatchObject({
      code: 'VALIDATION_FAILED',
      faults: [
        { code: 'INITIATIVE_REASON_UNKNOWN', path: ['input', 'faults', 1, 'code'], details: { code: 'FILED_LATE' } },
        { code: 'INITIATIVE_REASON_UNKNOWN', path: ['input', 'faults', 2, 'code'], details: { code: 'constructor' } },
      ],
    });
    expect(await refusal(officer, 'requestSupplement', { id, versionNumber: 1, faults: [], message: '' })).toMatchObject({ faults: [{ code: 'TOO_FEW_ITEMS', path: ['input', 'faults'] }] });
  });
});

describe('the supplement', () => {
  it('is a new version with its differences, and the month of the check begins anew', async () => {
    const { id, revision } = await returned();
    const content = `${aFullText(scene).content} Bước 3: kiểm tra mỗi thứ Sáu.`;
    const saved = await act(lead, 'saveInitiative', { id, revision, content });
    type Versions = { formalCheckDueOn: string; versions: { number: number; reason: string; changes: { path: string; segments: { kind: string; text: string }[] }[] | null }[] };
    const after = await act<Versions>(lead, 'resubmitInitiative', aSubmission(saved), 'formalCheckDueOn versions { number reason changes { path section segments { kind text } } }');
    expect(after.formalCheckDueOn).toBe(inMonths(1));
    expect(after.versions.map(({ number, reason, changes }) => [number, reason, changes?.map(({ path }) => path) ?? null])).toEqual([
      [1, 'SUBMISSION', null], [2, 'SUPPLEMENT', ['content']],
    ]);
    const segments = after.versions[1]!.changes![0]!.segments;
    expect(segments.filter(({ kind }) => kind === 'ADDED').map(({ text }) => text).join('')).toContain('kiểm tra mỗi thứ Sáu');
    expect(segments.filter(({ kind }) => kind !== 'REMOVED').map(({ text }) => text).join('')).toBe(content);
  });

  it('comes once however often it is pressed', async () => {
    const input = aSubmission(await returned());
    const answers = await Promise.all(Array.from({ length: 6 }, () => act(lead, 'resubmitInitiative', input)));
    expect(new Set(answers.map(({ currentVersion }) => currentVersion))).toEqual(new Set([2]));
  });

  it('may come after the campaign closed, but not after its own last day', async () => {
    const other = { ...scene, campaignId: (await aScene(app(), { ward: scene.ward })).campaignId };
    const made = async () => {
      const { id } = await aSubmitted(other, lead);
      return act(officer, 'requestSupplement', { id, versionNumber: 1, faults: [aFault('FIELD_MISMATCH')], message: '' });
    };
    const [first, second] = [await made(), await made()];
    await moveCampaign(app(), scene.ward, other.campaignId, 'CLOSED');
    expect(await act(lead, 'resubmitInitiative', aSubmission(first))).toMatchObject({ state: 'SUBMITTED' });
    await overdue(second.id);
    expect(await refusal(lead, 'resubmitInitiative', aSubmission(second))).toMatchObject({ code: 'SUPPLEMENT_OVERDUE', details: { dueOn: addDays(scene.today, -1) } });
  });

  it('asks for consent again when the shares changed', async () => {
    const { id, revision } = await returned();
    const colleague = await scene.person();
    const two = await act(lead, 'setAuthors', { id, revision, authors: [{ personId: lead.personId, shareBp: 7000 }, { personId: colleague.personId, shareBp: 3000 }] });
    expect(await refusal(lead, 'resubmitInitiative', aSubmission(two))).toMatchObject({ faults: [{ code: 'INITIATIVE_AUTHOR_UNCONFIRMED', path: ['authors', 1] }] });
    await act(colleague, 'confirmAuthorship', { id, shareBp: 3000 });
    expect(await act(lead, 'resubmitInitiative', aSubmission(two))).toMatchObject({ state: 'SUBMITTED' });
  });
});

describe('the acceptance', () => {
  it('fixes the version that is judged and the last day of the result: three months', async () => {
    const { id } = await aSubmitted(scene, lead);
    expect(await act(officer, 'acceptInitiative', { id, versionNumber: 1 }, 'state acceptedVersion acceptedAt resultDueOn receipt { resultDueOn }')).toEqual({
      state: 'ACCEPTED', acceptedVersion: 1, acceptedAt: expect.any(String), resultDueOn: inMonths(3), receipt: { resultDueOn: inMonths(3) },
    });
  });

  it('waits for the end of a first application that still runs', async () => {
    const endsOn = addDays(scene.today, 60);
    const { id } = await aSubmitted(scene, lead, { firstApplicationEndsOn: endsOn });
    expect(await act(officer, 'acceptInitiative', { id, versionNumber: 1 }, 'state resultDueOn')).toEqual({ state: 'WAITING_APPLICATION', resultDueOn: inMonths(3, endsOn) });
  });

  it('is of the version the officer looked at', async () => {
    const { id, revision } = await returned();
    await act(lead, 'resubmitInitiative', aSubmission({ id, revision }));
    expect(await refusal(officer, 'acceptInitiative', { id, versionNumber: 1 })).toEqual({ code: 'INITIATIVE_VERSION_OUTDATED', path: ['input', 'versionNumber'], details: { current: 2 } });
    expect(await act(officer, 'acceptInitiative', { id, versionNumber: 2 }, 'acceptedVersion')).toEqual({ acceptedVersion: 2 });
  });

  it('happens once, whoever is faster', async () => {
    const { id } = await aSubmitted(scene, lead);
    const other = await scene.person({ roles: ['COUNCIL_SECRETARY'] });
    const results = await Promise.allSettled([officer, other, officer, other].map((actor) => act(actor, 'acceptInitiative', { id, versionNumber: 1 })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await look<{ steps: unknown[] }>(officer, id, 'steps { transition }')).toEqual({ steps: [{ transition: 'submit' }, { transition: 'accept' }] });
  });

  it('links a duplicate to the original itself (INV-10)', async () => {
    const [first, second, third] = [await aSubmitted(scene, lead), await aSubmitted(scene, lead), await aSubmitted(scene, lead)];
    await act(officer, 'acceptInitiative', { id: second.id, versionNumber: 1, duplicateOfId: first.id });
    await act(officer, 'acceptInitiative', { id: third.id, versionNumber: 1, duplicateOfId: second.id });
    expect(await refusal(officer, 'acceptInitiative', { id: first.id, versionNumber: 1, duplicateOfId: third.id })).toEqual({ code: 'INITIATIVE_DUPLICATE_INVALID', path: ['input', 'duplicateOfId'], details: {} });
    expect(await refusal(officer, 'acceptInitiative', { id: first.id, versionNumber: 1, duplicateOfId: newId() })).toEqual({ code: 'NOT_FOUND', path: ['input', 'duplicateOfId'], details: {} });
    const links = await app().sql<{ duplicate_of_id: string | null }>('select duplicate_of_id from initiative where id = any ($1) order by id', [[first.id, second.id, third.id]]);
    expect(links.map((link) => link.duplicate_of_id)).toEqual([null, first.id, first.id]);
  });

  it('lets the duplicates of a duplicate follow it to the original', async () => {
    const [original, copy, copyOfCopy] = [await aSubmitted(scene, lead), await aSubmitted(scene, lead), await aSubmitted(scene, lead)];
    await act(officer, 'acceptInitiative', { id: copyOfCopy.id, versionNumber: 1, duplicateOfId: copy.id });
    await act(officer, 'acceptInitiative', { id: copy.id, versionNumber: 1, duplicateOfId: original.id });
    const links = await app().sql<{ duplicate_of_id: string | null }>('select duplicate_of_id from initiative where id = any ($1)', [[copy.id, copyOfCopy.id]]);
    expect(links.map((link) => link.duplicate_of_id)).toEqual([original.id, original.id]);
  });
});

describe('the refusal', () => {
  it('rests on a ground of the law and ends the dossier', async () => {
    const { id } = await aSubmitted(scene, lead);
    const input = { id, versionNumber: 1, message: 'Đơn nộp muộn.' };
    expect(await refusal(officer, 'rejectInitiative', { ...input, faults: [aFault('FIELD_MISMATCH')] })).toMatchObject({ faults: [{ code: 'INITIATIVE_REASON_UNKNOWN' }] });
    expect(await refusal(officer, 'rejectInitiative', { ...input, faults: [aFault('NOT_CORRECTED', 'GENERAL')] })).toMatchObject({ faults: [{ code: 'INITIATIVE_REASON_UNFIT', path: ['input', 'faults', 0, 'code'] }] });
    expect(await act(officer, 'rejectInitiative', { ...input, faults: [aFault('FILED_LATE', 'APPLICATION')] }, CHECKS)).toMatchObject({
      state: 'REJECTED_FORMALLY', formalChecks: [{ outcome: 'REJECTED', faults: [{ code: 'FILED_LATE', text: 'Đơn nộp quá 01 năm kể từ ngày sáng kiến được áp dụng lần đầu.' }] }],
    });
    expect(await refusal(officer, 'acceptInitiative', { id, versionNumber: 1 })).toMatchObject({ code: 'INITIATIVE_WRONG_STATE' });
  });

  it('lets a dossier lapse that nobody mended, by an officer’s act after the last day', async () => {
    const { id } = await returned();
    const input = { id, versionNumber: 1, message: '', faults: [aFault('NOT_CORRECTED', 'GENERAL')] };
    expect(await refusal(officer, 'rejectInitiative', input)).toMatchObject({ code: 'SUPPLEMENT_NOT_OVERDUE', details: { dueOn: inMonths(1) } });
    await overdue(id);
    expect(await refusal(officer, 'rejectInitiative', { ...input, faults: [aFault('FILED_LATE')] })).toMatchObject({ faults: [{ code: 'INITIATIVE_REASON_UNFIT' }] });
    expect(await act(officer, 'rejectInitiative', input, 'state formalChecks { outcome }')).toEqual({ state: 'LAPSED', formalChecks: [{ outcome: 'NEEDS_SUPPLEMENT' }, { outcome: 'REJECTED' }] });
  });
});

describe('who checks', () => {
  it('is no author of the dossier', async () => {
    const writer = await scene.person({ roles: ['INTAKE_OFFICER'] });
    const { id } = await aSubmitted(scene, writer);
    for (const [mutation, rest] of [['acceptInitiative', {}], ['requestSupplement', { faults: [aFault('FIELD_MISMATCH')], message: '' }], ['rejectInitiative', { faults: [aFault('FILED_LATE')], message: '' }]] as const) {
      expect(await refusal(writer, mutation, { id, versionNumber: 1, ...rest })).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect((await look<{ similar: object[] }>(officer, id, 'similar { code title state similarity }')).similar[0]).toMatchObject({ similarity: 100 });
    expect(await look(writer, id, 'actions similar { id }')).toEqual({ actions: ['WITHDRAW'], similar: [] });
    expect(await act(officer, 'acceptInitiative', { id, versionNumber: 1 })).toMatchObject({ state: 'ACCEPTED' });
  });

  it('is an intake officer or the council’s secretary, never the head, the administrator or an author', async () => {
    const { id } = await aSubmitted(scene, lead);
    const [head, admin] = [await scene.person({ roles: ['AUTHORITY_HEAD'] }), await scene.person({ roles: ['TENANT_ADMIN'] })];
    for (const actor of [head, admin, lead]) expect(await refusal(actor, 'acceptInitiative', { id, versionNumber: 1 })).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the confirmation of an application', () => {
  it('is given by the head of the unit that applied it, once, after the submission', async () => {
    const unitId = await aUnit(app(), scene.ward);
    const head = await scene.person({ roles: [['UNIT_HEAD', unitId]] });
    const { id, revision } = await act(lead, 'createInitiative', { campaignId: scene.campaignId, title: 'Sáng kiến áp dụng tại đơn vị khác' });
    const saved = await act(lead, 'saveInitiative', { id, revision, ...aFullText(scene) });
    type Records = { revision: number; applicationRecords: { id: string; confirmedAt: string | null }[] };
    const withRecords = await act<Records>(lead, 'setApplicationRecords', { id, revision: saved.revision, records: [aRecord(scene, { unitId }), aRecord(scene, { isFirst: false })] }, 'revision applicationRecords { id confirmedAt }');
    const recordId = withRecords.applicationRecords[0]!.id;
    expect(await refusal(head, 'confirmApplication', { recordId })).toMatchObject({ code: 'NOT_FOUND' });
    await act(lead, 'submitInitiative', aSubmission({ id, revision: withRecords.revision }));

    const LIST = '{ applicationsToConfirm { edges { node { id actions } } } myWork { kind count } }';
    expect(await head.client.ask(LIST)).toEqual({
      applicationsToConfirm: { edges: [{ node: { id, actions: ['CONFIRM_APPLICATION'] } }] }, myWork: [{ kind: 'CONFIRM_APPLICATION', count: 1 }],
    });
    expect(await refusal(head, 'confirmApplication', { recordId: withRecords.applicationRecords[1]!.id })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await act<Records>(head, 'confirmApplication', { recordId, note: 'Đã áp dụng.' }, 'revision applicationRecords { confirmedBy { id } confirmationNote }')).toMatchObject({
      applicationRecords: [{ confirmedBy: { id: head.personId }, confirmationNote: 'Đã áp dụng.' }, { confirmedBy: null, confirmationNote: null }],
    });
    expect(await refusal(head, 'confirmApplication', { recordId })).toMatchObject({ code: 'APPLICATION_ALREADY_CONFIRMED' });
    expect(await head.client.ask(LIST)).toEqual({ applicationsToConfirm: { edges: [] }, myWork: [] });
  });

  it('is never an author’s, even of the own unit', async () => {
    const head = await scene.person({ roles: [['UNIT_HEAD', scene.unitId]] });
    const { id } = await aSubmitted(scene, head);
    const { applicationRecords } = await look<{ applicationRecords: { id: string }[] }>(head, id, 'applicationRecords { id }');
    expect(await refusal(head, 'confirmApplication', { recordId: applicationRecords[0]!.id })).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('an accepted dossier', () => {
  it('is not accepted, returned or refused again', async () => {
    const { id } = await anAccepted(scene, lead, officer);
    expect(await look(officer, id, 'actions')).toEqual({ actions: [] });
    expect(await refusal(officer, 'requestSupplement', { id, versionNumber: 1, faults: [aFault('FIELD_MISMATCH')], message: '' })).toMatchObject({ code: 'INITIATIVE_WRONG_STATE', details: { state: 'ACCEPTED' } });
  });
});
