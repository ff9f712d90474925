import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { FileStore } from '@kit/files';
import { docx, paragraphs, pdf } from '../factories/documents.js';
import { DOCX, look, type SeenFile, upload } from '../factories/file.js';
import * as hostile from '../factories/hostile-files.js';
import { anActor, type Actor } from '../factories/identity.js';
import { aWard } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';

const MEGABYTE = 1024 * 1024;
const PDF_TYPE = 'application/pdf';
const app = useApp();
let sender: Actor;
beforeAll(async () => {
  sender = await anActor(app(), await aWard(app()));
});

const send = (bytes: Buffer, type: string): Promise<SeenFile> =>
  upload(app(), sender, bytes, { name: `hồ sơ.${({ [PDF_TYPE]: 'pdf', [DOCX]: 'docx', 'application/msword': 'doc', 'image/png': 'png' })[type]}`, type });

const words = async (id: string): Promise<string[]> =>
  (await app().sql<{ search_norm: string }>('select search_norm from file_text where file_id = $1', [id])).map(({ search_norm }) => search_norm);

/** Where bytes of a file lie some moments later: in the store, or as a copy to be looked at. */
async function leftovers(id: string): Promise<string[]> {
  let found = await placesOf(id);
  // A rejected file is removed once everybody may know that it is.
  for (let turn = 0; turn < 40 && found.some((place) => !place.startsWith('clean/')); turn += 1) {
    await sleep(50);
    found = await placesOf(id);
  }
  return found;
}

async function placesOf(id: string): Promise<string[]> {
  const store = app().get(FileStore as never) as FileStore;
  const keys = ['quarantine', 'inspection', 'clean'].map((folder) => `${folder}/${id}`);
  const there = await Promise.all(keys.map(async (key) => ((await store.exists(key)) ? [key] : [])));
  const own = (await readdir(tmpdir())).filter((name) => name.startsWith(`khoi-inspection-${process.pid}-`));
  return [...there.flat(), ...(await Promise.all(own.map((name) => readdir(join(tmpdir(), name))))).flat()];
}

describe('the check of an honest document', () => {
  it('keeps its words for search, without marks', async () => {
    const { id, state } = await send(docx(paragraphs('Trạm y tế phường', 'Sổ tay  điện tử')), DOCX);
    expect([state, await words(id), await leftovers(id)]).toEqual(['READY', ['tram y te phuong so tay dien tu'], [`clean/${id}`]]);
    const printed = await send(pdf(['Bao cao tong hop']), PDF_TYPE);
    expect([printed.state, await words(printed.id)]).toEqual(['READY', ['bao cao tong hop']]);
  });

  it('keeps as many words as there may be, in good time', async () => {
    const start = performance.now();
    const { id, state } = await send(docx(paragraphs(...Array.from({ length: 20_000 }, (_, n) => `Đoạn số ${n} của thuyết minh sáng kiến`))), DOCX);
    const [text = ''] = await words(id);
    expect([state, text.length > 190_000 && text.length <= 200_000, text.slice(0, 40)]).toEqual(['READY', true, 'doan so 0 cua thuyet minh sang kien doan']);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('has no words to keep of a picture or an empty page', async () => {
    const { id, state } = await send(pdf(['']), PDF_TYPE);
    expect([state, await words(id)]).toEqual(['READY', []]);
  });
});

describe('the check of a hostile file', () => {
  it.each<[string, () => Buffer, string, string]>([
    ['archives in archives', hostile.layersOfArchives, DOCX, 'EMBEDDED_FILES'],
    ['an archive that fills disks', hostile.ratioBomb, DOCX, 'BOMB'],
    ['100,000 parts', hostile.hundredThousandParts, DOCX, 'BOMB'],
    ['a picture of 900 million points', hostile.hugePicture, 'image/png', 'BOMB'],
    ['macros', hostile.macroDocument, DOCX, 'MACROS'],
    ['macros in an old document', hostile.oldMacroDocument, 'application/msword', 'MACROS'],
    ['a password', hostile.lockedDocument, DOCX, 'ENCRYPTED'],
    ['a script', hostile.scriptPdf, PDF_TYPE, 'ACTIVE_CONTENT'],
    ['a file inside', hostile.carryingPdf, PDF_TYPE, 'EMBEDDED_FILES'],
    ['half of it missing', () => pdf(['a', 'b']).subarray(0, 500), PDF_TYPE, 'DAMAGED'],
    ['macros and the name of a PDF', hostile.oldMacroDocument, PDF_TYPE, 'MACROS'],
  ])('ends with a reason and without a trace: %s', async (_name, bytes, type, rejection) => {
    const file = await send(bytes(), type);
    expect(file).toMatchObject({ state: 'REJECTED', rejection, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect([await words(file.id), await leftovers(file.id)]).toEqual([[], []]);
  });

  it('costs neither memory nor patience of whoever works with the product meanwhile', async () => {
    const before = process.memoryUsage.rss();
    const sending = Promise.all([send(hostile.memoryEater(), PDF_TYPE), send(hostile.denseDocument(), DOCX), send(hostile.ratioBomb(), DOCX)]);
    const progress = { isOver: false };
    void sending.then(() => {
      progress.isOver = true;
    });
    const waits: number[] = [];
    while (!progress.isOver) {
      const start = performance.now();
      await look(sender, '01890000-0000-7000-8000-000000000000');
      waits.push(performance.now() - start);
      await sleep(20);
    }
    expect((await sending).map(({ rejection }) => rejection)).toEqual(['CHECK_FAILED', null, 'BOMB']);
    const sorted = waits.toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThan(1_000);
    expect((process.memoryUsage.rss() - before) / MEGABYTE).toBeLessThan(150);
  }, 60_000);
});
