import { newId } from '@kit/ids';
import { addDays } from '@kit/clock';
import type { TestApp } from '../setup/app.js';
import type { GraphqlClient } from '../setup/graphql.js';
import { assign } from './assignment.js';
import { rulesWithoutQuestions, today } from './campaign.js';
import { actOn, type Session, step } from './evaluation.js';
import { type AccountParts, type Actor, anAccount, anActor, PASSWORD } from './identity.js';
import { act, look, type Seen } from './initiative.js';
import { aField, aUnit, aWard, type Ward } from './organisation.js';

/** Words that nobody outside the procedure may ever read. */
export const CANARIES = {
  secretPart: 'BÍ MẬT 7Q4X', secretFile: 'tep-kin-1v8l', secretCaption: 'TỆP KÍN 1V8L', internalCaption: 'NỘI BỘ 6C2P', faultNote: 'GHI CHÚ LỖI 9D3S',
  lineComment: 'NHẬN XÉT 3T6R', generalComment: 'Ý KIẾN 8W2K', privateNote: 'RIÊNG TƯ 5M9Z', birthDate: '1984-03-05', qualification: 'BẰNG CẤP 2H7N',
} as const;

/** Everybody the path of one initiative needs, each with a client of their own; rules, campaign and council are in place. */
export interface Cast {
  readonly app: TestApp;
  readonly ward: Ward;
  readonly today: string;
  readonly unitId: string;
  readonly fieldId: string;
  readonly campaignId: string;
  readonly councilId: string;
  /** Signed in with a cookie, as the web app is. */
  readonly author: Actor;
  /** With a bearer token, and a member of the council. */
  readonly coAuthor: Actor;
  readonly unitHead: Actor;
  readonly officer: Actor;
  readonly secretary: Actor;
  readonly chair: Actor;
  /** Ordinary members of the council. */
  readonly members: readonly [Actor, Actor];
  readonly head: Actor;
  readonly visitor: GraphqlClient;
}

/** @param rules the rule book as JSON instead of the ward's starting regulation */
export async function aCast(app: TestApp, rules: string | null = null): Promise<Cast> {
  const ward = await aWard(app, 'Phường Bến Nghé');
  const unitId = await aUnit(app, ward, { officialName: 'Trung tâm Phục vụ hành chính công', shortName: 'TT Phục vụ HCC' });
  const fieldId = await aField(app, ward, 'CCHC', 'Cải cách hành chính');
  const person = (fullName: string, parts: AccountParts = {}): Promise<Actor> =>
    anActor(app, ward, { ...parts, person: { fullName, unitId, position: 'Chuyên viên', ...parts.person } });
  const people = {
    author: await onTheWeb(app, ward, { person: { fullName: 'Lê Thu Hà', unitId, birthDate: CANARIES.birthDate, qualification: CANARIES.qualification } }),
    coAuthor: await person('Phạm Gia Huy'),
    unitHead: await person('Trần Thị Mai', { roles: [['UNIT_HEAD', unitId]] }),
    officer: await person('Đỗ Văn Nam', { roles: ['INTAKE_OFFICER'] }),
    secretary: await person('Vũ Ngọc Lan', { roles: ['COUNCIL_SECRETARY'] }),
    chair: await person('Nguyễn Thành Công'),
    members: [await person('Hồ Minh Tâm'), await person('Bùi Thị Xuân')] as const,
    head: await person('Đặng Quốc Việt', { roles: ['AUTHORITY_HEAD'] }),
  };
  const now = await today(app);
  const campaignId = await anOpenCampaign(people, now, rules);
  const councilId = await anAppointedCouncil(people, now);
  return { app, ward, today: now, unitId, fieldId, campaignId, councilId, ...people, visitor: app.client() };
}

async function onTheWeb(app: TestApp, ward: Ward, parts: AccountParts): Promise<Actor> {
  const account = await anAccount(app, ward, parts);
  const client = app.client();
  await client.ask('mutation ($input: SignInInput!) { signIn(input: $input) { token } }', { input: { username: account.username, password: PASSWORD } });
  return { ward, ...account, client };
}

type People = Pick<Cast, 'secretary' | 'head' | 'chair' | 'members' | 'coAuthor'>;

async function anOpenCampaign({ secretary, head }: People, now: string, rules: string | null): Promise<string> {
  const { createRegulation: draft } = await secretary.client.ask<{ createRegulation: { id: string; revision: number } }>(
    'mutation ($input: CreateRegulationInput!) { createRegulation(input: $input) { id revision } }',
    { input: { presetCode: 'ward-start', rules: JSON.stringify(rulesWithoutQuestions()), name: 'Quy chế đánh giá sáng kiến', code: 'quy-che', level: 'BASE' } });
  const { saveRegulation: saved } = await secretary.client.ask<{ saveRegulation: { revision: number } }>(
    'mutation ($input: SaveRegulationInput!) { saveRegulation(input: $input) { revision } }',
    { input: { ...draft, decisionNumber: '11/QĐ-UBND', decisionDate: addDays(now, -40), effectiveFrom: addDays(now, -30), ...(rules !== null && { rules }) } });
  await head.client.ask('mutation ($id: ID!, $revision: Int!) { putRegulationInForce(id: $id, revision: $revision) { id } }', { id: draft.id, ...saved });
  const { createCampaign } = await secretary.client.ask<{ createCampaign: { id: string } }>(
    'mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { id } }',
    { input: { code: 'dot-1', name: 'Đợt xét sáng kiến', year: Number(now.slice(0, 4)), level: 'BASE', regulationId: draft.id, opensOn: addDays(now, -10), lastSubmissionDay: addDays(now, 10) } });
  await moveCampaign(secretary, createCampaign.id, 'OPEN');
  return createCampaign.id;
}

/** Takes a campaign one step on. */
export async function moveCampaign(secretary: Actor, id: string, state: string): Promise<void> {
  const { campaign } = await secretary.client.ask<{ campaign: { revision: number } }>('query ($id: ID!) { campaign(id: $id) { revision } }', { id });
  await secretary.client.ask('mutation ($input: ChangeCampaignStateInput!) { changeCampaignState(input: $input) { state } }', { input: { id, state, ...campaign } });
}

/** Five voting members, one of whom writes initiatives. */
async function anAppointedCouncil({ head, chair, secretary, members, coAuthor }: People, now: string): Promise<string> {
  const seats = [[chair, 'CHAIR'], [secretary, 'SECRETARY'], [members[0], 'MEMBER'], [members[1], 'EXPERT'], [coAuthor, 'MEMBER']] as const;
  const council = await actOn<{ id: string }>(head, 'createCouncil', {
    name: 'Hội đồng đánh giá sáng kiến phường', decisionNumber: '12/QĐ-UBND', decisionDate: addDays(now, -25), termFrom: addDays(now, -20), termTo: addDays(now, 300),
    members: seats.map(([{ personId }, role]) => ({ personId, role, isVoting: true })),
  }, 'id');
  return council.id;
}

/** Sends a file over the two HTTP doors and waits until it is inspected; answers its id. */
export async function upload(app: TestApp, sender: Actor, name: string, type: string, bytes: Buffer): Promise<string> {
  const { requestUpload: ticket } = await sender.client.ask<{ requestUpload: { url: string; method: string; headers: { name: string; value: string }[]; file: { id: string } } }>(
    'mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { url method headers { name value } file { id } } }',
    { input: { name, type, size: bytes.length } });
  const headers = Object.fromEntries(ticket.headers.map((header) => [header.name, header.value]));
  const sent = await fetch(`${app.url}${ticket.url}`, { method: ticket.method, headers, body: new Uint8Array(bytes) });
  if (sent.status !== 200) throw new Error(`the upload was answered ${sent.status}: ${await sent.text()}`);
  const { id } = ticket.file;
  await sender.client.ask('mutation ($id: ID!) { completeUpload(fileId: $id) { state } }', { id });
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { file } = await sender.client.ask<{ file: { state: string } }>('query ($id: ID!) { file(id: $id) { state } }', { id });
    if (file.state !== 'RECEIVED') return id;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('the file was not inspected within ten seconds');
}

/** The bytes of a file, through a link of its own. */
export async function download(app: TestApp, reader: Actor, fileId: string): Promise<Buffer> {
  const { downloadLink } = await reader.client.ask<{ downloadLink: { url: string } }>('mutation ($id: ID!) { downloadLink(fileId: $id) { url } }', { id: fileId });
  const answer = await fetch(`${app.url}${downloadLink.url}`);
  if (answer.status !== 200) throw new Error(`the download was answered ${answer.status}: ${await answer.text()}`);
  return Buffer.from(await answer.arrayBuffer());
}

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n'
  + '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** A dossier of author and co-author with everything the form asks for, evidence included; only the consent is missing. */
export async function aJointDraft(cast: Cast, title: string): Promise<Seen> {
  const { author, coAuthor, app } = cast;
  const draft = await act(author, 'createInitiative', { campaignId: cast.campaignId, title });
  const { id } = draft;
  const saved = await act(author, 'saveInitiative', {
    id, revision: draft.revision, kind: 'OPERATIONAL', fieldId: cast.fieldId, submittingUnitId: cast.unitId, isStateFunded: false,
    firstAppliedOn: addDays(cast.today, -90), firstAppliedKind: 'APPLIED', summary: 'Người dân chọn trước khung giờ nộp hồ sơ.',
    stateBefore: 'Người dân chờ lâu.', content: 'Chia buổi làm việc thành các khung giờ hẹn, mỗi khung giờ nhận tám hồ sơ.',
    novelty: 'Lần đầu tiên phường nhận hồ sơ theo giờ hẹn.', conditions: 'Một máy tính và một người trực.',
    benefitAuthor: 'Thời gian chờ giảm từ 42 phút còn 12,5 phút.', benefitAdopters: 'Người dân chủ động thời gian.', confidentialParts: CANARIES.secretPart,
  });
  const shared = await act(author, 'setAuthors', {
    id, revision: saved.revision, authors: [{ personId: author.personId, shareBp: 6000 }, { personId: coAuthor.personId, shareBp: 4000 }],
  });
  await act(author, 'setApplicationRecords', {
    id, revision: shared.revision, records: [{
      unitId: cast.unitId, place: 'Bộ phận Một cửa', appliedFrom: addDays(cast.today, -90), status: 'APPLIED', isFirst: true, benefitKind: 'COUNTED', benefitAmount: 48_000_000,
      measures: [{ name: 'Thời gian chờ', unit: 'phút', before: '42', after: '12,5' }],
    }],
  });
  const open = await upload(app, author, 'so-lieu.pdf', 'application/pdf', PDF);
  await act(author, 'attachFile', { id, fileId: open, kind: 'EVIDENCE', caption: CANARIES.internalCaption, supports: 'APPLICATION', confidentiality: 'INTERNAL' });
  const secret = await upload(app, author, `${CANARIES.secretFile}.pdf`, 'application/pdf', PDF);
  await act(author, 'attachFile', { id, fileId: secret, kind: 'DESCRIPTION', caption: CANARIES.secretCaption, supports: 'CONTENT', confidentiality: 'AUTHOR_SECRET' });
  return look(author, id);
}

/** Submits as the dossier stands. */
export async function submit(lead: Actor, id: string, mutation = 'submitInitiative', fields?: string): Promise<Seen> {
  const { revision } = await look(lead, id);
  return act(lead, mutation, { id, revision, declarationAccepted: true, idempotencyKey: newId() }, fields);
}

/** A session on the initiative with scoring open. */
export async function aSessionOn(cast: Cast, initiativeId: string, scorers: readonly Actor[] = []): Promise<Session> {
  const { secretary } = cast;
  const planned = await actOn(secretary, 'createSession', {
    councilId: cast.councilId, campaignId: cast.campaignId, title: 'Phiên họp đánh giá sáng kiến', heldOn: addDays(cast.today, 9), scoringDueOn: addDays(cast.today, 7),
  });
  const filled = await actOn(secretary, 'setAgenda', { sessionId: planned.id, revision: planned.revision, initiativeIds: [initiativeId] });
  await step(secretary, 'conveneSession', filled);
  if (scorers.length > 0) await assign(secretary, filled, [{ itemId: filled.items[0]!.id, personIds: scorers.map(({ personId }) => personId) }]);
  return step(secretary, 'openScoring', filled);
}

const GATES = ['GATE_NEW', 'GATE_APPLIED', 'GATE_BENEFIT', 'GATE_NOT_EXCLUDED', 'GATE_IN_TIME'];
const SCORED = ['NOVELTY', 'ECONOMIC', 'SOCIAL', 'EVIDENCE', 'TRANSFER', 'CONDITIONS_COST', 'SPREAD'];

/** What a member gives: `1600/L2` are 16 points in the second level, one for each criterion of the starting regulation. */
export function aSheet(itemId: string, marks: string, given: object = {}) {
  const scored = marks.split(' ').map((mark, index) => {
    const [points, levelCode] = mark.split('/');
    return { criterionCode: SCORED[index], points: Number(points), levelCode, ...(index === 0 && { comment: CANARIES.lineComment }) };
  });
  return {
    itemId, revision: 0, lines: [...GATES.map((criterionCode) => ({ criterionCode, met: true })), ...scored],
    generalComment: CANARIES.generalComment, privateNote: CANARIES.privateNote, proposal: 'RECOGNISE', idempotencyKey: newId(), ...given,
  };
}
