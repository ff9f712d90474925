import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@kit/clock';
import { newId } from '@kit/ids';
import { closeCampaignAt, aCampaign } from '../../factories/campaign.js';
import { aCouncil, anOpenSession, linesOf, presetRules, someAccepted } from '../../factories/evaluation.js';
import type { Actor } from '../../factories/identity.js';
import { act, aCompleteDraft, aDraft, aFile, aRecord, aScene, aSubmission, look, type Scene, type Seen } from '../../factories/initiative.js';
import { useApp } from '../../setup/app.js';
import type { GraphqlAnswer } from '../../setup/graphql.js';
import { fingerprint } from './fingerprint.js';

const app = useApp({ JOBS: 'off', FILES_DIR: mkdtempSync(join(tmpdir(), 'khoi-bad-')) });
const rules = presetRules('ward-start');
const INSIDES = /INTERNAL|node_modules|\bat .*\.[jt]s:\d|stack|PostgreSQL|violates|select /i;

let scene: Scene;
let lead: Actor;
let coAuthor: Actor;
let member: Actor;
let itemId: string;
let complete: Seen;

beforeAll(async () => {
  scene = await aScene(app());
  lead = await scene.person();
  coAuthor = await scene.person();
  const officer = await scene.person({ roles: ['INTAKE_OFFICER'] });
  const cast = await aCouncil(scene);
  const session = await anOpenSession(scene, cast, await someAccepted(scene, officer, 1));
  itemId = session.items[0]!.id;
  member = cast.members[0]!;
  complete = await aCompleteDraft(scene, lead);
}, 120_000);

const mutation = (name: string, type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`): string => `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`;
const submitting = (draft: Pick<Seen, 'id' | 'revision'>) => ({ query: mutation('submitInitiative'), input: aSubmission(draft) });
const saving = (given: object) => ({ query: mutation('saveInitiative'), input: { id: complete.id, revision: complete.revision, ...given } });
const scoring = (points: Readonly<Record<string, number>>, levelCode?: string) => {
  const lines = linesOf(rules, points).map((line) => (levelCode !== undefined && line.criterionCode in points ? { ...line, levelCode } : line));
  return { query: mutation('submitScoreSheet'), input: { itemId, revision: 0, lines, idempotencyKey: newId() } };
};

interface Bad {
  readonly as?: () => Actor;
  /** Whatever has to be there first; answers the operation. */
  readonly operation: () => Promise<{ query: string; input: object }> | { query: string; input: object };
  readonly status?: number;
  readonly code: string;
  /** Code and input path of every fault; for an error without faults its own path. */
  readonly faults: readonly (readonly [code: string, path: readonly (string | number)[] | undefined])[];
}

const TABLE: Readonly<Record<string, Bad>> = {
  'shares that sum to 99.99 %': {
    operation: async () => {
      const draft = await aCompleteDraft(scene, lead);
      const shared = await act(lead, 'setAuthors', { id: draft.id, revision: draft.revision, authors: [{ personId: lead.personId, shareBp: 9_999 }] });
      return submitting(shared);
    },
    code: 'VALIDATION_FAILED', faults: [['INITIATIVE_SHARES_NOT_100', ['authors']]],
  },
  'an author twice': {
    operation: () => ({ query: mutation('setAuthors'), input: { id: complete.id, revision: complete.revision, authors: [{ personId: lead.personId, shareBp: 5_000 }, { personId: lead.personId, shareBp: 5_000 }] } }),
    code: 'VALIDATION_FAILED', faults: [['INITIATIVE_AUTHOR_TWICE', ['input', 'authors', 1, 'personId']]],
  },
  'a co-author who has not consented': {
    operation: async () => {
      const draft = await aCompleteDraft(scene, lead);
      return submitting(await act(lead, 'setAuthors', {
        id: draft.id, revision: draft.revision, authors: [{ personId: lead.personId, shareBp: 6_000 }, { personId: coAuthor.personId, shareBp: 4_000 }],
      }));
    },
    code: 'VALIDATION_FAILED', faults: [['INITIATIVE_AUTHOR_UNCONFIRMED', ['authors', 1]]],
  },
  'a first application in the future': {
    operation: async () => {
      const draft = await aCompleteDraft(scene, lead, { firstAppliedOn: addDays(scene.today, 1) });
      return submitting(await act(lead, 'setApplicationRecords', { id: draft.id, revision: draft.revision, records: [aRecord(scene, { appliedFrom: addDays(scene.today, 1) })] }));
    },
    code: 'VALIDATION_FAILED', faults: [['INITIATIVE_FIRST_APPLIED_IN_FUTURE', ['firstAppliedOn']], ['INITIATIVE_APPLICATION_IN_FUTURE', ['applicationRecords', 0, 'appliedFrom']]],
  },
  'a filing after the one-year limit': {
    operation: async () => submitting(await aCompleteDraft(scene, lead, { firstAppliedOn: addDays(scene.today, -400) })),
    code: 'VALIDATION_FAILED', faults: [['INITIATIVE_FILED_LATE', ['firstAppliedOn']]],
  },
  'a text of a megabyte': { operation: () => saving({ content: 'x'.repeat(1024 * 1024) }), status: 413, code: 'PAYLOAD_TOO_LARGE', faults: [['PAYLOAD_TOO_LARGE', undefined]] },
  'a text of 20,001 characters': { operation: () => saving({ content: 'ữ'.repeat(20_001) }), code: 'VALIDATION_FAILED', faults: [['TEXT_TOO_LONG', ['input', 'content']]] },
  'a NUL': { operation: () => saving({ novelty: 'a\0b' }), status: 400, code: 'INVALID_TEXT', faults: [['INVALID_TEXT', ['input', 'novelty']]] },
  'half a surrogate pair': { operation: () => saving({ title: 'a\ud83d' }), status: 400, code: 'INVALID_TEXT', faults: [['INVALID_TEXT', ['input', 'title']]] },
  'a text that turns around': { operation: () => saving({ title: 'gpj.\u202eexe' }), status: 400, code: 'INVALID_TEXT', faults: [['INVALID_TEXT', ['input', 'title']]] },
  'a key of the prototype': { operation: () => saving(JSON.parse('{"__proto__":{"title":"x"}}') as object), status: 400, code: 'INVALID_INPUT', faults: [['FORBIDDEN_KEY', ['input', '__proto__']]] },
  'a day that does not exist': { operation: () => saving({ firstAppliedOn: '2026-02-30' }), status: 400, code: 'INVALID_INPUT', faults: [['INVALID_DATE', ['input', 'firstAppliedOn']]] },
  'a blank title': { operation: () => saving({ title: ' \u00a0 ' }), code: 'VALIDATION_FAILED', faults: [['INVALID_FORMAT', ['input', 'title']]] },
  'points outside the level': { as: () => member, operation: () => scoring({ NOVELTY: 200 }, 'L1'), code: 'VALIDATION_FAILED', faults: [['SHEET_POINTS_OUTSIDE_LEVEL', ['input', 'lines', 5, 'points']]] },
  'points above the maximum': { as: () => member, operation: () => scoring({ NOVELTY: 2_100 }, 'L1'), code: 'VALIDATION_FAILED', faults: [['SHEET_POINTS_OUTSIDE_CRITERION', ['input', 'lines', 5, 'points']]] },
  'points off the step': { as: () => member, operation: () => scoring({ NOVELTY: 1_601 }), code: 'VALIDATION_FAILED', faults: [['SHEET_POINTS_OFF_STEP', ['input', 'lines', 5, 'points']]] },
  'a file without bytes': {
    operation: () => ({ query: mutation('requestUpload'), input: { name: 'a.pdf', type: 'application/pdf', size: 0 } }), code: 'FILE_EMPTY', faults: [['FILE_EMPTY', ['input', 'size']]],
  },
  'a file that is too large': {
    operation: () => ({ query: mutation('requestUpload'), input: { name: 'a.pdf', type: 'application/pdf', size: 50 * 1024 * 1024 + 1 } }), code: 'FILE_TOO_LARGE', faults: [['FILE_TOO_LARGE', ['input', 'size']]],
  },
  'a program under the name of a paper': {
    operation: () => ({ query: mutation('requestUpload'), input: { name: 'a.exe', type: 'application/pdf', size: 5 } }), code: 'FILE_TYPE_NOT_ALLOWED', faults: [['FILE_TYPE_NOT_ALLOWED', ['input', 'type']]],
  },
  'a file of somebody else': {
    operation: async () => ({ query: mutation('attachFile'), input: { id: complete.id, fileId: await aFile(app(), coAuthor), kind: 'EVIDENCE', caption: 'Ảnh', supports: 'CONTENT', confidentiality: 'PUBLIC' } }),
    code: 'NOT_FOUND', faults: [['NOT_FOUND', ['input', 'fileId']]],
  },
  'an initiative of another ward': {
    operation: async () => {
      const neighbour = await aScene(app());
      return { query: mutation('saveInitiative'), input: { id: (await aDraft(neighbour, await neighbour.person())).id, revision: 1, title: 'x' } };
    },
    code: 'NOT_FOUND', faults: [['NOT_FOUND', ['input', 'id']]],
  },
  'a unit of another ward': { operation: async () => saving({ submittingUnitId: (await aScene(app())).unitId }), code: 'NOT_FOUND', faults: [['NOT_FOUND', ['input', 'submittingUnitId']]] },
  'a text somebody else has changed meanwhile': { operation: () => saving({ revision: complete.revision - 1, content: 'Bản cũ' }), code: 'REVISION_CONFLICT', faults: [['REVISION_CONFLICT', ['input', 'revision']]] },
  'a submission without the declaration': {
    operation: () => ({ query: mutation('submitInitiative'), input: aSubmission(complete, { declarationAccepted: false }) }),
    code: 'VALIDATION_FAILED', faults: [['INITIATIVE_DECLARATION_REQUIRED', ['declarationAccepted']]],
  },
  'a submission in the very instant of the deadline': {
    operation: async () => {
      const late = { ...scene, campaignId: await aCampaign(app(), scene.ward) };
      const draft = await aCompleteDraft(late, lead);
      await closeCampaignAt(app(), late.campaignId, 'clock_timestamp()');
      return submitting(draft);
    },
    code: 'CAMPAIGN_CLOSED', faults: [['CAMPAIGN_CLOSED', ['input', 'id']]],
  },
};

/** What an answer says is wrong, and where. */
function faultsOf({ errors = [] }: GraphqlAnswer<unknown>): unknown[] {
  return errors.flatMap(({ extensions: { code, path, faults } }) => (faults ?? [{ code, path }]).map((fault) => [fault.code, fault.path]));
}

describe('bad input', () => {
  it.each(Object.entries(TABLE))('%s is refused with its place, and nothing is written', async (_name, { as = () => lead, operation, status = 200, code, faults }) => {
    const { query, input } = await operation();
    const before = await fingerprint(app());
    const answer = await as().client.send(query, { input });
    expect({ status: answer.status, codes: answer.errors?.map(({ extensions }) => extensions.code), faults: faultsOf(answer) }).toEqual({ status, codes: [code], faults });
    expect(answer.data ?? null).toBeNull();
    expect(JSON.stringify([answer.data, answer.errors])).not.toMatch(INSIDES);
    expect(await fingerprint(app())).toEqual(before);
  });

  it('in the form of letters taken apart is stored as letters', async () => {
    const draft = await aDraft(scene, lead, 'Sổ tay tiếp dân'.normalize('NFD'));
    expect((await look(lead, draft.id)).title).toBe('Sổ tay tiếp dân');
  });

  it('that comes twice is one submission, also in ten copies at once', async () => {
    const draft = await aCompleteDraft(scene, lead);
    const input = aSubmission(draft);
    const fields = 'id state receipt { number versionSha256 } steps { transition } versions { number }';
    const answers = await Promise.all(Array.from({ length: 10 }, () => act<{ steps: object[]; versions: object[] }>(lead, 'submitInitiative', input, fields)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect([answers[0]!.steps, answers[0]!.versions]).toEqual([[{ transition: 'submit' }], [{ number: 1 }]]);
    const other = await lead.client.refusal(mutation('submitInitiative'), { input: { ...input, idempotencyKey: newId() } });
    expect(other.code).toBe('INITIATIVE_WRONG_STATE');
  });

  it('under a key that another account has used is an act of its own', async () => {
    const [mine, theirs] = [await aCompleteDraft(scene, lead), await aCompleteDraft(scene, coAuthor)];
    const key = newId();
    expect((await act(lead, 'submitInitiative', aSubmission(mine, { idempotencyKey: key }))).state).toBe('SUBMITTED');
    const stolen = await coAuthor.client.refusal(mutation('submitInitiative'), { input: aSubmission(mine, { idempotencyKey: key }) });
    expect([stolen.code, stolen.path]).toEqual(['NOT_FOUND', ['input', 'id']]);
    expect((await act(coAuthor, 'submitInitiative', aSubmission(theirs, { idempotencyKey: key }))).id).toBe(theirs.id);
  });

  it('of two people at once is saved by one, and the other is told', async () => {
    const draft = await aDraft(scene, lead);
    const both = await Promise.all(['Một', 'Hai'].map((content) => lead.client.send(mutation('saveInitiative'), { input: { id: draft.id, revision: draft.revision, content } })));
    expect(both.map(({ errors }) => errors?.[0]?.extensions.code ?? 'saved').sort()).toEqual(['REVISION_CONFLICT', 'saved']);
  });
});
