import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { CompleteUpload, FileReadersRegistry, filesWithWords, InspectFile, ReceiveBytes, RequestUpload } from '@domain/file';
import { runAs, type Viewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import { docx, paragraphs } from '../factories/documents.js';
import { DOCX } from '../factories/file.js';
import type { Actor } from '../factories/identity.js';
import { act, aCompleteDraft, aScene, aSubmission, type Scene, viewerOf } from '../factories/initiative.js';
import { initiativesWithWords } from '../../libs/domain/initiative/data/attached-words.js';
import { useApp } from '../setup/app.js';
import { plansDuring } from '../setup/plans.js';

const app = useApp({ JOBS: 'off' });

/** A dossier, and the words that stand only in its open and only in its secret document. */
interface Dossier {
  readonly id: string;
  readonly title: string;
  readonly files: Readonly<Record<'INTERNAL' | 'AUTHOR_SECRET', string>>;
}

async function attached(actor: Actor, text: string): Promise<string> {
  const bytes = docx(paragraphs(text));
  return runAs(viewerOf(actor), async () => {
    const { file } = await app().get(RequestUpload).execute({ name: 'thuyết minh.docx', type: DOCX, size: bytes.length });
    await app().get(ReceiveBytes).fromInside(file.id, Readable.from([bytes]));
    await app().get(CompleteUpload).execute(file.id);
    await app().get(InspectFile).execute(actor.ward.id, file.id);
    return file.id;
  });
}

/** @param secret what the author-secret document says beside "công thức" */
async function aDossier(scene: Scene, lead: Actor, title: string, secret: string): Promise<Dossier> {
  const { id, revision } = await aCompleteDraft(scene, lead, { title });
  const files = { INTERNAL: await attached(lead, `Phụ lục về đồng phục ${title}`), AUTHOR_SECRET: await attached(lead, `Công thức ${secret}`) };
  for (const [confidentiality, fileId] of Object.entries(files)) {
    await act(lead, 'attachFile', { id, fileId, kind: 'EVIDENCE', caption: 'Phụ lục', supports: 'CONTENT', confidentiality });
  }
  const submitted = await act(lead, 'submitInitiative', aSubmission({ id, revision }));
  return { id: submitted.id, title, files };
}

let scene: Scene;
let lead: Actor;
let officer: Actor;
let unitHead: Actor;
let colleague: Actor;
let stranger: Actor;
let first: Dossier;
let second: Dossier;
let abroad: Dossier;

beforeAll(async () => {
  scene = await aScene(app());
  lead = await scene.person();
  officer = await scene.person({ roles: ['INTAKE_OFFICER'] });
  unitHead = await scene.person({ roles: [['UNIT_HEAD', scene.unitId]] });
  colleague = await scene.person();
  const other = await aScene(app());
  stranger = await other.person({ roles: ['INTAKE_OFFICER'] });
  first = await aDossier(scene, lead, 'Sổ tay điện tử', 'kháng sinh');
  second = await aDossier(scene, lead, 'Nhắc lịch tiêm chủng', 'xi măng');
  abroad = await aDossier(other, await other.person(), 'Sổ tay ở phường khác', 'kháng sinh');
}, 120_000);

async function found(actor: Actor, search: string): Promise<string[]> {
  const { intakeQueue } = await actor.client.ask<{ intakeQueue: { edges: { node: { title: string } }[] } }>(
    'query ($search: String) { intakeQueue(filter: { search: $search }, first: 50) { edges { node { title } } } }', { search });
  return intakeQueue.edges.map(({ node }) => node.title);
}

describe('the search of the intake queue', () => {
  it('finds a dossier by the words of its documents, without marks and in any order', async () => {
    expect(await found(officer, 'DONG PHUC')).toEqual([first.title, second.title]);
    expect(await found(officer, 'phục tiêm đồng')).toEqual([second.title]);
    expect(await found(officer, 'khang sinh')).toEqual([first.title]);
  });

  it('wants all words in one place', async () => {
    expect(await found(officer, 'kháng xi')).toEqual([]);
    expect(await found(officer, 'đồng kháng')).toEqual([]);
  });

  it('takes what is typed for words, whatever it looks like', async () => {
    for (const search of ['%', '_', '\\', `' or true --`, '100%']) expect(await found(officer, search)).toEqual([]);
    expect(await found(officer, '   ')).toEqual([first.title, second.title]);
  });

  it('knows nothing of another ward', async () => {
    expect(await found(stranger, 'kháng sinh')).toEqual([abroad.title]);
    expect(await found(stranger, 'xi măng')).toEqual([]);
  });
});

describe('a hit', () => {
  const hits = async (viewer: Viewer, ...words: string[]): Promise<string[]> => {
    const rows = await runAs(viewer, () => app().get(Database).rows<{ id: string }>(sql`
      select i.id from initiative i where i.id in (${initiativesWithWords(viewer, words.map((word) => `%${word}%`))}) order by i.id`));
    return rows.map(({ id }) => id);
  };
  const viewers = (): Viewer[] => [
    viewerOf(lead), viewerOf(officer, [{ role: 'INTAKE_OFFICER', unitId: null }]), viewerOf(unitHead, [{ role: 'UNIT_HEAD', unitId: scene.unitId }]),
    viewerOf(colleague), viewerOf(colleague, [{ role: 'TENANT_ADMIN', unitId: null }]), viewerOf(stranger, [{ role: 'INTAKE_OFFICER', unitId: null }]),
  ];

  it('exists where the viewer may read the file, and nowhere else', async () => {
    const files = [first, second, abroad].flatMap(({ id, title, files: { INTERNAL, AUTHOR_SECRET } }) => [
      { id, fileId: INTERNAL, words: ['dong phuc', title === second.title ? 'tiem chung' : title === first.title ? 'dien tu' : 'phuong khac'] },
      { id, fileId: AUTHOR_SECRET, words: ['cong thuc', title === second.title ? 'xi mang' : 'khang sinh'] },
    ]);
    const seen: boolean[] = [];
    for (const viewer of viewers()) {
      for (const { id, fileId, words } of files) {
        const mayRead = await app().get(FileReadersRegistry).mayRead(viewer, fileId);
        expect([viewer.roles, fileId, (await hits(viewer, ...words)).includes(id)]).toEqual([viewer.roles, fileId, mayRead]);
        seen.push(mayRead);
      }
    }
    // The head of the unit reads the open documents of the ward, and no secret one.
    expect(seen.map(Number).join('').match(/.{6}/g)).toEqual(['111100', '111100', '101000', '000000', '000000', '000011']);
  });

  it('does not tell two worlds apart that differ in a secret only', async () => {
    const head = viewers()[2]!;
    expect(await hits(head, 'khang sinh')).toEqual(await hits(head, 'tu khong ai viet'));
    expect(await hits(head, 'cong thuc')).toEqual([]);
    expect(await hits(head, 'dong phuc')).toEqual([first.id, second.id].sort());
  });
});

describe('words that are kept', () => {
  it('are of files that passed, once each, and nothing of them can be read back', async () => {
    const rows = await app().sql<{ state: string; search_norm: string }>('select f.state, t.search_norm from file_text t join file f on f.id = t.file_id order by f.created_at');
    expect(rows.map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'READY'));
    expect(rows[0]?.search_norm).toBe('phu luc ve dong phuc so tay dien tu');
    const { errors } = await officer.client.send('{ __type(name: "File") { fields { name } } }');
    expect(JSON.stringify(errors ?? '')).not.toMatch(/search_norm/);
  });

  it('are found by the index, not by reading all of them', async () => {
    await app().sql(`with more as (
        insert into file (tenant_id, owner_person_id, name, declared_type, declared_size, state, storage_key, size, sha256, detected_type, received_at, checked_at)
        select $1, $2, 'nhiều.pdf', 'application/pdf', 1, 'READY', 'clean/' || n, 1, repeat('0', 64), 'application/pdf', now(), now() from generate_series(1, 8000) n
        returning id)
      insert into file_text (file_id, tenant_id, search_norm) select id, $1, md5(id::text) || ' ' || md5(id::text || 'b') from more`, [scene.ward.id, lead.personId]);
    await app().sql('analyze file_text');
    const plan = await plansDuring(app(), () => app().get(Database).rows(filesWithWords(scene.ward.id, ['%khang%', '%sinh%'])));
    await app().sql(`delete from file_text t using file f where f.id = t.file_id and f.name = 'nhiều.pdf'`);
    await app().sql(`delete from file where name = 'nhiều.pdf'`);
    expect(plan.map((node) => [node['Node Type'], node['Index Name'] ?? node['Relation Name']])).toEqual([['Bitmap Heap Scan', 'file_text'], ['Bitmap Index Scan', 'file_text_words']]);
  });
});
