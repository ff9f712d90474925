import { beforeAll, describe, expect, it } from '@jest/globals';
import { GRAPHQL_PATH } from '@kit/graphql';
import { newId } from '@kit/ids';
import type { Actor } from '../factories/identity.js';
import { act, aDraft, aFile, aScene, aSubmission, look, refusal, type Scene, type Seen } from '../factories/initiative.js';
import { useApp } from '../setup/app.js';

const app = useApp({ JOBS: 'off' });
let scene: Scene;
let lead: Actor;
let draft: Seen;

beforeAll(async () => {
  scene = await aScene(app());
  lead = await scene.person();
  draft = await aDraft(scene, lead);
  await act(lead, 'saveInitiative', { id: draft.id, revision: 1, content: 'Nội dung ban đầu' });
}, 30_000);

/** Nothing was half-written: text and revision are what they were. */
async function isUntouched(): Promise<void> {
  expect(await look(lead, draft.id, 'revision content')).toEqual({ revision: 2, content: 'Nội dung ban đầu' });
}
const save = (given: object) => refusal(lead, 'saveInitiative', { id: draft.id, revision: 2, ...given });

describe('hostile and broken input', () => {
  it.each([
    ['NUL', 'a\0b', 'NUL'],
    ['a lone high surrogate', 'a\ud800b', 'LONE_SURROGATE'],
    ['a lone low surrogate', 'a\udc00b', 'LONE_SURROGATE'],
    ['a bidirectional override', 'gpj.\u202eexe', 'BIDI_OVERRIDE'],
  ])('%s is refused at its field', async (_name, content, character) => {
    expect(await save({ content })).toMatchObject({ faults: [{ code: 'INVALID_TEXT', path: ['input', 'content'], details: { character, index: expect.any(Number) } }] });
    await isUntouched();
  });

  it('a text of more than 20,000 characters is refused at its field, one of exactly 20,000 kept', async () => {
    expect(await save({ content: 'x'.repeat(20_001) })).toMatchObject({ code: 'VALIDATION_FAILED', faults: [{ code: 'TEXT_TOO_LONG', path: ['input', 'content'], details: { most: 20_000 } }] });
    await isUntouched();
    const other = await aDraft(scene, lead);
    expect(await act(lead, 'saveInitiative', { id: other.id, revision: 1, novelty: 'ữ'.repeat(20_000) }, 'novelty')).toEqual({ novelty: 'ữ'.repeat(20_000) });
  });

  it('a text of 1 MB is refused before it is read', async () => {
    const { code } = await save({ content: 'x'.repeat(1024 * 1024) });
    expect(code).toBe('PAYLOAD_TOO_LARGE');
    await isUntouched();
  });

  it('a title that is blank, of two lines or too long is refused', async () => {
    for (const title of ['   ', 'một\nhai', 'x'.repeat(501)]) {
      expect((await save({ title })).faults?.map((fault) => fault.path)).toContainEqual(['input', 'title']);
    }
    await isUntouched();
  });

  it('__proto__ is refused wherever it stands', async () => {
    const body = `{"query":"mutation ($input: SaveInitiativeInput!) { saveInitiative(input: $input) { id } }","variables":{"input":{"id":"${draft.id}","revision":2,"__proto__":{"content":"x"}}}}`;
    const response = await fetch(`${app().url}${GRAPHQL_PATH}`, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${lead.client.token}` }, body,
    });
    const { errors } = (await response.json()) as { errors: { extensions: object }[] };
    expect(response.status).toBe(400);
    expect(errors[0]!.extensions).toMatchObject({ faults: [{ code: 'FORBIDDEN_KEY', path: ['input', '__proto__'] }] });
    await isUntouched();
  });

  it('days that do not exist or stand in the wrong order are refused', async () => {
    expect(await save({ firstAppliedOn: '2026-02-30' })).toMatchObject({ faults: [{ code: 'INVALID_DATE', path: ['input', 'firstAppliedOn'] }] });
    expect(await save({ firstAppliedOn: '2026-02-02', firstApplicationEndsOn: '2026-02-01' })).toMatchObject({ code: 'INITIATIVE_DATES_REVERSED', path: ['input', 'firstApplicationEndsOn'] });
    await isUntouched();
  });

  it('unknown and foreign fields and units are not found, each at its path', async () => {
    const neighbour = await aScene(app());
    for (const [name, foreign] of [['fieldId', neighbour.fieldId], ['submittingUnitId', neighbour.unitId], ['investorUnitId', neighbour.unitId]] as const) {
      for (const id of [foreign, newId(), 'x', `${newId()}'--`]) {
        expect(await save({ [name]: id })).toEqual({ code: 'NOT_FOUND', path: ['input', name], details: {} });
      }
    }
    await isUntouched();
  });

  it('an idempotency key of the wrong length is refused', async () => {
    for (const idempotencyKey of ['', 'ngắn', 'x'.repeat(101)]) {
      expect((await refusal(lead, 'submitInitiative', aSubmission(draft, { idempotencyKey }))).faults?.[0]?.path).toEqual(['input', 'idempotencyKey']);
    }
  });
});

describe('an attachment', () => {
  const attach = (fileId: string, given: object = {}) =>
    ({ id: draft.id, fileId, kind: 'EVIDENCE', caption: 'Kế hoạch áp dụng', supports: 'APPLICATION', confidentiality: 'INTERNAL', ...given });

  it('is a file of one’s own that has arrived, once per dossier, and may be used in another', async () => {
    const fileId = await aFile(app(), lead, { checked: false });
    type Attachments = { revision: number; attachments: { id: string; position: number; file: { id: string; state: string } }[] };
    const ATTACHMENTS = 'revision attachments { id position caption supports kind confidentiality file { id name state } }';
    expect(await act<Attachments>(lead, 'attachFile', attach(fileId), ATTACHMENTS)).toMatchObject({
      revision: 2, attachments: [{ position: 1, caption: 'Kế hoạch áp dụng', supports: 'APPLICATION', file: { id: fileId, name: 'ke-hoach.pdf', state: 'RECEIVED' } }],
    });
    expect(await refusal(lead, 'attachFile', attach(fileId))).toEqual({ code: 'ATTACHMENT_FILE_TWICE', path: ['input', 'fileId'], details: {} });
    const other = await aDraft(scene, lead);
    expect(await act<Attachments>(lead, 'attachFile', attach(fileId, { id: other.id }), ATTACHMENTS)).toMatchObject({ attachments: [{ file: { id: fileId } }] });
  });

  it('proves a part of the form that needs proof', async () => {
    const fileId = await aFile(app(), lead);
    expect(await refusal(lead, 'attachFile', attach(fileId, { supports: 'AUTHORS' }))).toEqual({ code: 'ATTACHMENT_SECTION_UNSUPPORTED', path: ['input', 'supports'], details: {} });
  });

  it('is not somebody else’s file, nor one that never came', async () => {
    const colleague = await scene.person();
    const foreign = await aFile(app(), colleague);
    for (const fileId of [foreign, newId(), 'x']) expect(await refusal(lead, 'attachFile', attach(fileId))).toEqual({ code: 'NOT_FOUND', path: ['input', 'fileId'], details: {} });
    const { requestUpload } = await lead.client.ask<{ requestUpload: { file: { id: string } } }>(
      'mutation { requestUpload(input: { name: "a.pdf", type: "application/pdf", size: 10 }) { file { id } } }');
    expect(await refusal(lead, 'attachFile', attach(requestUpload.file.id))).toEqual({ code: 'ATTACHMENT_FILE_UNUSABLE', path: ['input', 'fileId'], details: { state: 'AWAITING_BYTES' } });
  });

  it('can be described anew and taken off', async () => {
    const fileId = await aFile(app(), lead);
    type One = { attachments: { id: string; caption: string; file: { id: string } }[] };
    const { attachments } = await act<One>(lead, 'attachFile', attach(fileId), 'attachments { id caption file { id } }');
    const { id: attachmentId } = attachments.find(({ file }) => file.id === fileId)!;
    const changed = await act<One>(lead, 'changeAttachment', { attachmentId, caption: 'Biên bản', confidentiality: 'AUTHOR_SECRET' }, 'attachments { id caption file { id } }');
    expect(changed.attachments.find(({ id }) => id === attachmentId)?.caption).toBe('Biên bản');
    const remove = 'mutation ($id: ID!) { removeAttachment(attachmentId: $id) { attachments { id } } }';
    const { removeAttachment } = await lead.client.ask<{ removeAttachment: One }>(remove, { id: attachmentId });
    expect(removeAttachment.attachments.map(({ id }) => id)).not.toContain(attachmentId);
    expect(await lead.client.refusal(remove, { id: attachmentId })).toEqual({ code: 'NOT_FOUND', path: ['attachmentId'], details: {} });
  });
});
