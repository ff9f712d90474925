import { beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@kit/clock';
import { newId } from '@kit/ids';
import { aCampaign, moveCampaign } from '../factories/campaign.js';
import type { Actor } from '../factories/identity.js';
import { act, aDraft, aFullText, aRecord, aScene, look, refusal, type Scene, type Seen } from '../factories/initiative.js';
import { aPerson } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';

const app = useApp();
let scene: Scene;
let lead: Actor;
let colleague: Actor;

beforeAll(async () => {
  scene = await aScene(app());
  lead = await scene.person();
  colleague = await scene.person();
}, 30_000);

const AUTHORS = 'revision authors { person { id } role position shareBp confirmedAt declinedAt declineReason }';
interface Authors {
  readonly revision: number;
  readonly authors: readonly { person: { id: string }; role: string; shareBp: number; confirmedAt: string | null; declinedAt: string | null; declineReason: string | null }[];
}
const confirmed = ({ authors }: Authors): boolean[] => authors.map(({ confirmedAt }) => confirmedAt !== null);
const share = (actor: Pick<Actor, 'personId'>, shareBp: number) => ({ personId: actor.personId, shareBp });

/** A draft of the lead with the colleague as co-author, 60 to 40. */
async function aSharedDraft(): Promise<Seen> {
  const { id, revision } = await aDraft(scene, lead);
  return act(lead, 'setAuthors', { id, revision, authors: [share(lead, 6000), share(colleague, 4000)] });
}

describe('a draft', () => {
  it('begins with its author as lead who has the whole and has consented', async () => {
    const draft = await act<Seen & Authors>(lead, 'createInitiative', { campaignId: scene.campaignId, title: '  Sổ tay   điện tử ' }, `code state title submittingUnit { id } actions ${AUTHORS}`);
    expect(draft).toEqual({
      code: expect.stringMatching(/^SK-\d{4}-\d{4}$/), state: 'DRAFT', title: 'Sổ tay điện tử', submittingUnit: { id: scene.unitId }, revision: 1,
      actions: ['EDIT', 'SUBMIT', 'WITHDRAW'],
      authors: [{ person: { id: lead.personId }, role: 'LEAD', position: 1, shareBp: 10000, confirmedAt: expect.any(String), declinedAt: null, declineReason: null }],
    });
  });

  it('gets codes without gaps, and gives the number of a failed begin back', async () => {
    const numberOf = ({ code }: Seen): number => Number(code.split('-')[2]);
    const first = await aDraft(scene, lead);
    expect(await refusal(lead, 'createInitiative', { campaignId: newId(), title: 'Không có đợt này' })).toEqual({ code: 'NOT_FOUND', path: ['input', 'campaignId'], details: {} });
    const drafts = await Promise.all(Array.from({ length: 5 }, () => aDraft(scene, lead)));
    expect(drafts.map(numberOf).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5].map((n) => numberOf(first) + n));
  });

  it('is begun in a planned or open campaign only', async () => {
    const planned = await aCampaign(app(), scene.ward, { state: 'PLANNED' });
    expect(await act(lead, 'createInitiative', { campaignId: planned, title: 'Chuẩn bị sớm' })).toMatchObject({ state: 'DRAFT' });
    const closed = await aCampaign(app(), scene.ward);
    await moveCampaign(app(), scene.ward, closed, 'CLOSED');
    expect(await refusal(lead, 'createInitiative', { campaignId: closed, title: 'Muộn rồi' })).toMatchObject({ code: 'CAMPAIGN_CLOSED', path: ['input', 'campaignId'] });
  });

  it('keeps every field, and changes only those given', async () => {
    const { id } = await aDraft(scene, lead);
    const text = { ...aFullText(scene), investorName: 'Ủy ban nhân dân phường', confidentialParts: 'Mã nguồn', firstApplicationEndsOn: scene.today };
    const saved = await act(lead, 'saveInitiative', { id, revision: 1, ...text }, `revision ${Object.keys(text).filter((name) => !name.endsWith('Id')).join(' ')} field { id } submittingUnit { id }`);
    const { fieldId, submittingUnitId, ...plain } = text;
    expect(saved).toEqual({ revision: 2, ...plain, field: { id: fieldId }, submittingUnit: { id: submittingUnitId } });
    expect(await act(lead, 'saveInitiative', { id, revision: 2, summary: 'Mới', investorName: null }, 'revision summary investorName content hasConfidentialParts')).toEqual({
      revision: 3, summary: 'Mới', investorName: null, content: text.content, hasConfidentialParts: true,
    });
  });

  it('makes no new revision of a save without news', async () => {
    const { id } = await aDraft(scene, lead);
    const { revision } = await act(lead, 'saveInitiative', { id, revision: 1, content: 'Nội dung' });
    expect(revision).toBe(2);
    expect(await act(lead, 'saveInitiative', { id, revision: 2, content: 'Nội dung' })).toMatchObject({ revision: 2 });
  });

  it('stores letters in one form, however they were typed', async () => {
    const { id } = await aDraft(scene, lead, 'Tiếp công dân'.normalize('NFD'));
    const content = 'Đổi mới sáng tạo\r\ntại phường';
    await act(lead, 'saveInitiative', { id, revision: 1, content: content.normalize('NFD') });
    expect(await look(lead, id, 'title content')).toEqual({ title: 'Tiếp công dân', content: 'Đổi mới sáng tạo\ntại phường' });
  });

  it('tells all its faults at once', async () => {
    const { id } = await aDraft(scene, lead, 'Sổ tay');
    const { faults } = await look<{ faults: { code: string; path: string[]; isBlocking: boolean; details: string | null }[] }>(lead, id, 'faults { code path isBlocking details }');
    expect(faults.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['INITIATIVE_TITLE_LENGTH', 'title'],
      ...['kind', 'fieldId', 'firstAppliedOn', 'firstAppliedKind', 'stateBefore', 'content', 'novelty', 'conditions', 'benefitAuthor'].map((path) => ['INITIATIVE_FIELD_REQUIRED', path]),
      ['INITIATIVE_APPLICATION_REQUIRED', 'applicationRecords'],
    ]);
    expect(faults[0]).toEqual({ code: 'INITIATIVE_TITLE_LENGTH', path: ['title'], isBlocking: true, details: '{"length":6,"least":10,"most":300}' });
  });
});

describe('two people editing one draft', () => {
  it('loses nothing: the second is told the current revision, who made it and when', async () => {
    const { id, revision } = await aSharedDraft();
    await act(colleague, 'saveInitiative', { id, revision, content: 'Của đồng tác giả' });
    const [by] = await app().sql<{ full_name: string }>('select full_name from person where id = $1', [colleague.personId]);
    expect(await refusal(lead, 'saveInitiative', { id, revision, content: 'Của tác giả chính' })).toEqual({
      code: 'REVISION_CONFLICT', path: ['input', 'revision'],
      details: { current: revision + 1, by: by!.full_name, at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) },
    });
    expect(await look(lead, id, 'content')).toEqual({ content: 'Của đồng tác giả' });
  });

  it('lets exactly one of many parallel saves of a revision through', async () => {
    const { id, revision } = await aSharedDraft();
    const saves = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => act(n % 2 ? lead : colleague, 'saveInitiative', { id, revision, content: `Bản ${n}` })));
    expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await look(lead, id)).toMatchObject({ revision: revision + 1 });
  });
});

describe('the authors', () => {
  it('are asked for their consent to a share, and the acting lead has given it', async () => {
    const { id, revision } = await aDraft(scene, lead);
    const after = await act<Authors>(lead, 'setAuthors', { id, revision, authors: [share(lead, 6000), share(colleague, 4000)] }, AUTHORS);
    expect(confirmed(after)).toEqual([true, false]);
    expect(await look(colleague, id, 'actions myAuthorship { shareBp role }')).toEqual({
      actions: ['EDIT', 'CONFIRM_AUTHORSHIP', 'DECLINE_AUTHORSHIP'], myAuthorship: { shareBp: 4000, role: 'CO_AUTHOR' },
    });
    expect(confirmed(await act<Authors>(colleague, 'confirmAuthorship', { id, shareBp: 4000 }, AUTHORS))).toEqual([true, true]);
  });

  it('consent to the number they saw', async () => {
    const { id } = await aSharedDraft();
    expect(await refusal(colleague, 'confirmAuthorship', { id, shareBp: 5000 })).toEqual({
      code: 'AUTHORSHIP_SHARE_CHANGED', path: ['input', 'shareBp'], details: { shareBp: 4000 },
    });
  });

  it('lose every consent when any share changes, and none by a new order (INV-03)', async () => {
    const { id } = await aSharedDraft();
    await act(colleague, 'confirmAuthorship', { id, shareBp: 4000 });
    const same = await act<Authors>(lead, 'setAuthors', { id, revision: 2, authors: [share(colleague, 4000), share(lead, 6000)] }, AUTHORS);
    expect(same.authors.map(({ role, confirmedAt }) => [role, confirmedAt !== null])).toEqual([['LEAD', true], ['CO_AUTHOR', true]]);
    const changed = await act<Authors>(colleague, 'setAuthors', { id, revision: same.revision, authors: [share(colleague, 4001), share(lead, 5999)] }, AUTHORS);
    expect(confirmed(changed)).toEqual([true, false]);
  });

  it('can decline with a reason, and are asked again when the shares change', async () => {
    const { id, revision } = await aSharedDraft();
    const declined = await act<Authors>(colleague, 'declineAuthorship', { id, reason: 'Tôi chỉ nhập số liệu.' }, AUTHORS);
    expect(declined.authors[1]).toMatchObject({ confirmedAt: null, declinedAt: expect.any(String), declineReason: 'Tôi chỉ nhập số liệu.' });
    expect(await look<{ faults: { code: string }[] }>(lead, id, 'faults { code }')).toMatchObject({ faults: expect.arrayContaining([{ code: 'INITIATIVE_AUTHOR_DECLINED' }]) });
    const again = await act<Authors>(lead, 'setAuthors', { id, revision, authors: [share(lead, 9000), share(colleague, 1000)] }, AUTHORS);
    expect(again.authors[1]).toMatchObject({ declinedAt: null, declineReason: null });
    expect(await refusal(lead, 'declineAuthorship', { id, reason: 'Không' })).toMatchObject({ code: 'AUTHORSHIP_LEAD_CANNOT_DECLINE' });
  });

  it('are set by the lead alone', async () => {
    const { id, revision } = await aSharedDraft();
    expect(await refusal(colleague, 'setAuthors', { id, revision, authors: [share(colleague, 10000)] })).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('occur once, have a share each, and are people of the ward; 9,999 waits for the submission', async () => {
    const { id, revision } = await aDraft(scene, lead);
    const refused = (authors: object[]) => refusal(lead, 'setAuthors', { id, revision, authors });
    expect(await refused([share(lead, 5000), share(colleague, 3000), share(lead, 2000)])).toMatchObject({
      code: 'VALIDATION_FAILED', faults: [{ code: 'INITIATIVE_AUTHOR_TWICE', path: ['input', 'authors', 2, 'personId'], details: { firstIndex: 0 } }],
    });
    expect(await refused([share(lead, 0), share(colleague, 10001)])).toMatchObject({
      faults: [{ code: 'OUT_OF_RANGE', path: ['input', 'authors', 0, 'shareBp'] }, { code: 'OUT_OF_RANGE', path: ['input', 'authors', 1, 'shareBp'] }],
    });
    expect(await refused([])).toMatchObject({ faults: [{ code: 'TOO_FEW_ITEMS', path: ['input', 'authors'] }] });
    const neighbour = await aScene(app());
    const foreign = await aPerson(app(), neighbour.ward);
    for (const personId of [foreign, newId(), 'không-phải-mã']) {
      expect(await refused([share(lead, 5000), { personId, shareBp: 5000 }])).toEqual({ code: 'NOT_FOUND', path: ['input', 'authors', 1, 'personId'], details: {} });
    }
    await act(lead, 'setAuthors', { id, revision, authors: [share(lead, 5000), share(colleague, 4999)] });
    expect(await look(lead, id, 'faults { code path details }')).toMatchObject({
      faults: expect.arrayContaining([{ code: 'INITIATIVE_SHARES_NOT_100', path: ['authors'], details: '{"sumBp":9999,"missingBp":1}' }]),
    });
  });
});

describe('first adopters', () => {
  const adopter = (given: object = {}) => ({ fullName: 'Trần Thị Bình', workDone: 'Nhập lịch tiếp công dân', ...given });

  it('are listed in order, of the ward or from outside, once each', async () => {
    const { id, revision } = await aDraft(scene, lead);
    const adopters = [adopter({ personId: colleague.personId, jobTitle: 'Công chức' }), adopter({ fullName: 'Lê Văn Cường', birthDate: '1990-02-28' })];
    expect(await act(lead, 'setFirstAdopters', { id, revision, adopters }, 'revision firstAdopters { position personId fullName birthDate jobTitle workDone }')).toEqual({
      revision: revision + 1,
      firstAdopters: [
        { position: 1, personId: colleague.personId, fullName: 'Trần Thị Bình', birthDate: null, jobTitle: 'Công chức', workDone: 'Nhập lịch tiếp công dân' },
        { position: 2, personId: null, fullName: 'Lê Văn Cường', birthDate: '1990-02-28', jobTitle: null, workDone: 'Nhập lịch tiếp công dân' },
      ],
    });
    expect(await refusal(lead, 'setFirstAdopters', { id, revision: revision + 1, adopters: [adopters[0], adopters[0]] })).toMatchObject({
      faults: [{ code: 'INITIATIVE_ADOPTER_TWICE', path: ['input', 'adopters', 1, 'personId'] }],
    });
  });
});

describe('application records', () => {
  const RECORDS = 'revision applicationRecords { id position place status benefitAmount measures { name before after } confirmedAt }';

  it('keep exact decimals typed with comma or point', async () => {
    const { id, revision } = await aDraft(scene, lead);
    const records = [aRecord(scene, { benefitKind: 'COUNTED', benefitAmount: 9_007_199_254_740_991, measures: [{ name: 'Tỷ lệ', unit: '%', before: '0,1', after: '99.9999' }] })];
    expect(await act(lead, 'setApplicationRecords', { id, revision, records }, RECORDS)).toMatchObject({
      applicationRecords: [{ benefitAmount: 9_007_199_254_740_991, measures: [{ name: 'Tỷ lệ', before: '0.1', after: '99.9999' }] }],
    });
  });

  it('name every fault at its field', async () => {
    const { id, revision } = await aDraft(scene, lead);
    const records = [
      aRecord(scene, { appliedTo: addDays(scene.today, -200), benefitKind: 'COUNTED', measures: [{ name: 'Thời gian', unit: 'phút', before: '1.234,5', after: 'mười' }] }),
      aRecord(scene),
    ];
    expect(await refusal(lead, 'setApplicationRecords', { id, revision, records })).toMatchObject({
      code: 'VALIDATION_FAILED',
      faults: [
        { code: 'INITIATIVE_DATES_REVERSED', path: ['input', 'records', 0, 'appliedTo'] },
        { code: 'INITIATIVE_BENEFIT_AMOUNT_UNFIT', path: ['input', 'records', 0, 'benefitAmount'] },
        { code: 'INVALID_DECIMAL', path: ['input', 'records', 0, 'measures', 0, 'before'] },
        { code: 'INVALID_DECIMAL', path: ['input', 'records', 0, 'measures', 0, 'after'] },
        { code: 'INITIATIVE_FIRST_RECORD_TWICE', path: ['input', 'records', 1, 'isFirst'] },
      ],
    });
  });

  it('keep the identity of a record that is sent as it was', async () => {
    const { id, revision } = await aDraft(scene, lead);
    const [one, two] = [aRecord(scene), aRecord(scene, { place: 'Tổ dân phố 3', isFirst: false })];
    type Records = { revision: number; applicationRecords: { id: string; place: string }[] };
    const first = await act<Records>(lead, 'setApplicationRecords', { id, revision, records: [one, two] }, RECORDS);
    const second = await act<Records>(lead, 'setApplicationRecords', { id, revision: first.revision, records: [two, { ...one, place: 'Trụ sở' }] }, RECORDS);
    expect(second.applicationRecords.map((record) => record.place)).toEqual(['Tổ dân phố 3', 'Trụ sở']);
    expect(second.applicationRecords[0]!.id).toBe(first.applicationRecords[1]!.id);
    expect(second.applicationRecords[1]!.id).not.toBe(first.applicationRecords[0]!.id);
  });
});
