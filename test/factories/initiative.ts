import { Readable } from 'node:stream';
import { CompleteUpload, InspectFile, ReceiveBytes, RequestUpload } from '@domain/file';
import { addDays } from '@kit/clock';
import { runAs, type Viewer } from '@kit/context';
import { newId } from '@kit/ids';
import type { TestApp } from '../setup/app.js';
import { aCampaign, today } from './campaign.js';
import { anActor, type AccountParts, type Actor } from './identity.js';
import { aField, aUnit, aWard, next, type Ward } from './organisation.js';

/** A ward with an open campaign, a unit and a field: what a dossier needs around it. */
export interface Scene {
  readonly app: TestApp;
  readonly ward: Ward;
  readonly unitId: string;
  readonly fieldId: string;
  readonly campaignId: string;
  readonly today: string;
  /** Somebody of the unit, signed in. */
  readonly person: (parts?: AccountParts) => Promise<Actor>;
}

export async function aScene(app: TestApp, { campaignId, ward: given }: { campaignId?: string; ward?: Ward } = {}): Promise<Scene> {
  const ward = given ?? (await aWard(app));
  const unitId = await aUnit(app, ward);
  return {
    app, ward, unitId,
    fieldId: await aField(app, ward, `F${String.fromCharCode(65 + (next() % 26))}${String.fromCharCode(65 + (next() % 26))}`, 'Cải cách hành chính'),
    campaignId: campaignId ?? (await aCampaign(app, ward)),
    today: await today(app),
    person: ({ person = {}, roles = [] } = {}) => anActor(app, ward, { person: { unitId, position: 'Chuyên viên', ...person }, roles }),
  };
}

/** What the tests read of an initiative unless they ask for more. */
export const FIELDS = 'id code state revision title currentVersion';
export interface Seen {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly revision: number;
  readonly title: string;
  readonly currentVersion: number;
}

/** A mutation of initiatives with one `input`; answers the initiative with the usual fields. */
export async function act<T = Seen>(actor: Actor, mutation: string, input: object, fields = FIELDS): Promise<T> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const data = await actor.client.ask<Record<string, T>>(mutationOf(mutation, type, fields), { input });
  return data[mutation]!;
}

/** What such a mutation is refused with. */
export function refusal(actor: Actor, mutation: string, input: object): ReturnType<Actor['client']['refusal']> {
  return actor.client.refusal(mutationOf(mutation, `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`, FIELDS), { input });
}

/** `resubmitInitiative` shares its input with `submitInitiative`. */
function mutationOf(mutation: string, type: string, fields: string): string {
  const input = type === 'ResubmitInitiativeInput' ? 'SubmitInitiativeInput' : type;
  return `mutation ($input: ${input}!) { ${mutation}(input: $input) { ${fields} } }`;
}

/** The initiative as the actor sees it. */
export async function look<T = Seen>(actor: Actor, id: string, fields = FIELDS): Promise<T> {
  return (await actor.client.ask<{ initiative: T }>(`query ($id: ID) { initiative(id: $id) { ${fields} } }`, { id })).initiative;
}

export const aDraft = (scene: Scene, lead: Actor, title = 'Sổ tay điện tử tiếp công dân tại phường'): Promise<Seen> =>
  act(lead, 'createInitiative', { campaignId: scene.campaignId, title });

/** Everything the legal form asks for, as one patch of `saveInitiative`. */
export const aFullText = (scene: Scene) => ({
  kind: 'MANAGEMENT', fieldId: scene.fieldId, submittingUnitId: scene.unitId,
  firstAppliedOn: addDays(scene.today, -100), firstAppliedKind: 'APPLIED', isStateFunded: false,
  summary: 'Người dân tra cứu lịch tiếp công dân trên điện thoại.',
  stateBefore: 'Lịch tiếp công dân được ghi sổ giấy, người dân phải đến hỏi trực tiếp.',
  content: 'Lập sổ tay điện tử, cập nhật lịch mỗi tuần và gửi mã QR về các tổ dân phố.',
  novelty: 'Lần đầu tiên phường công khai lịch tiếp công dân qua mã QR.',
  conditions: 'Một máy tính có kết nối mạng và một cán bộ cập nhật.',
  benefitAuthor: 'Giảm thời gian chờ của người dân.',
});

export const aRecord = (scene: Scene, given: object = {}) => ({
  unitId: scene.unitId, place: 'Bộ phận Một cửa', appliedFrom: addDays(scene.today, -100), status: 'APPLIED', isFirst: true,
  benefitKind: 'NOT_COUNTABLE', measures: [{ name: 'Thời gian chờ', unit: 'phút', before: '30', after: '12,5' }], ...given,
});

/** A draft that lacks nothing but the submission. */
export async function aCompleteDraft(scene: Scene, lead: Actor, given: object = {}): Promise<Seen> {
  const draft = await aDraft(scene, lead);
  const saved = await act(lead, 'saveInitiative', { id: draft.id, revision: draft.revision, ...aFullText(scene), ...given });
  return act(lead, 'setApplicationRecords', { id: draft.id, revision: saved.revision, records: [aRecord(scene)] });
}

/** The input of a submission that goes through, unless something of it is replaced. */
export const aSubmission = ({ id, revision }: Pick<Seen, 'id' | 'revision'>, given: object = {}) => ({
  id, revision, declarationAccepted: true, idempotencyKey: newId(), ...given,
});

export async function aSubmitted(scene: Scene, lead: Actor, given: object = {}): Promise<Seen> {
  return act(lead, 'submitInitiative', aSubmission(await aCompleteDraft(scene, lead, given)));
}

export async function anAccepted(scene: Scene, lead: Actor, officer: Actor, given: object = {}): Promise<Seen> {
  const { id, currentVersion } = await aSubmitted(scene, lead, given);
  return act(officer, 'acceptInitiative', { id, versionNumber: currentVersion });
}

/** A fault as an officer picks it. */
export const aFault = (code: string, section = 'CONTENT', note: string | null = null) => ({ code, section, note });

/** The viewer behind an actor, for calling use cases and facades directly. */
export const viewerOf = ({ ward, personId, accountId }: Actor, roles: Viewer['roles'] = []): Viewer => ({
  accountId, personId, tenantId: ward.id, sessionId: newId(), unitId: null, fullName: 'Người thử', roles,
});

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n'
  + '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/**
 * A file of the actor that was announced, sent and completed, and unless told otherwise checked. The app must run with
 * `JOBS=off` for a file that shall stay unchecked.
 */
export async function aFile(app: TestApp, actor: Actor, { name = 'ke-hoach.pdf', checked = true } = {}): Promise<string> {
  return runAs(viewerOf(actor), async () => {
    const { file } = await app.get(RequestUpload).execute({ name, type: 'application/pdf', size: PDF.length });
    await app.get(ReceiveBytes).fromInside(file.id, Readable.from(PDF));
    await app.get(CompleteUpload).execute(file.id);
    if (checked) await app.get(InspectFile).execute(actor.ward.id, file.id);
    return file.id;
  });
}
