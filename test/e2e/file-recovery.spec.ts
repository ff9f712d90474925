import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InspectFile, TidyUploads } from '@domain/file';
import { FileStore } from '@kit/files';
import pg from 'pg';
import { announce, complete, EXE, LINK, look, PDF, put, type SeenFile } from '../factories/file.js';
import { anActor, type Actor } from '../factories/identity.js';
import { viewerOf } from '../factories/initiative.js';
import { aWard } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';
import { runAs } from '@kit/context';

const files = mkdtempSync(path.join(tmpdir(), 'khoi-file-'));
const app = useApp({ JOBS: 'off', FILES_DIR: files });
afterAll(() => rmSync(files, { recursive: true, force: true }));

let sender: Actor;
beforeAll(async () => {
  sender = await anActor(app(), await aWard(app()));
});

async function received(bytes: Buffer = PDF): Promise<SeenFile> {
  const { file, url } = await announce(sender, { size: bytes.length });
  expect((await put(app(), url, bytes)).status).toBe(200);
  return complete(sender, file.id);
}

const inspect = (id: string): Promise<void> => runAs(viewerOf(sender), () => app().get(InspectFile).execute(sender.ward.id, id));
const store = (): FileStore => app().get(FileStore as never) as FileStore;

/** Where the bytes of a file lie. */
async function placesOf(id: string): Promise<string[]> {
  const keys = ['quarantine', 'inspection', 'clean'].map((folder) => `${folder}/${id}`);
  const there = await Promise.all(keys.map((key) => store().exists(key)));
  return keys.filter((_, index) => there[index]);
}

const events = async (id: string): Promise<string[]> =>
  (await app().sql<{ type: string }>(`select type from outbox where payload ->> 'fileId' = $1 order by id`, [id])).map(({ type }) => type);

describe('the check of a file', () => {
  it('may be run again after it died at any point, and leaves one ready file', async () => {
    const deaths: [string, (id: string) => Promise<void>][] = [
      ['before it began', async () => {}],
      ['after it took the bytes over', (id) => store().move(`quarantine/${id}`, `inspection/${id}`)],
      ['after it moved the checked bytes and before it said so', (id) => store().move(`quarantine/${id}`, `clean/${id}`)],
    ];
    for (const [death, leave] of deaths) {
      const { id } = await received();
      await leave(id);
      await inspect(id);
      await inspect(id);
      expect([death, (await look(sender, id))?.state, await placesOf(id), await events(id)]).toEqual([death, 'READY', [`clean/${id}`], ['file.upload-received', 'file.checked']]);
    }
  });

  it('is done once by several that run it at the same time, and never calls the bytes missing', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id } = await received();
      await Promise.all([inspect(id), inspect(id), inspect(id), inspect(id)]);
      expect([(await look(sender, id))?.state, await events(id)]).toEqual(['READY', ['file.upload-received', 'file.checked']]);
    }
  });

  it('keeps the bytes it checked, whatever arrives late at the door', async () => {
    const { file, url } = await announce(sender, { size: PDF.length });
    await put(app(), url, PDF);
    await complete(sender, file.id);
    await inspect(file.id);
    await store().write(`quarantine/${file.id}`, Readable.from(EXE), { maxBytes: 1_000 });
    await inspect(file.id);
    expect((await look(sender, file.id))?.state).toBe('READY');
    expect(Buffer.concat(await (await store().read(`clean/${file.id}`)).toArray()).equals(PDF)).toBe(true);
  });

  it('rejects bytes that are gone, and removes bytes it rejects', async () => {
    const gone = await received();
    await store().remove(`quarantine/${gone.id}`);
    await inspect(gone.id);
    expect(await look(sender, gone.id)).toMatchObject({ state: 'REJECTED', rejection: 'BYTES_MISSING' });
    const program = await received(EXE);
    await inspect(program.id);
    expect([(await look(sender, program.id))?.rejection, await placesOf(program.id)]).toEqual(['TYPE_DIFFERS', []]);
  });
});

describe('a file whose bytes changed in the store', () => {
  const linkOf = async (id: string): Promise<string> => (await sender.client.ask<{ downloadLink: { url: string } }>(LINK, { id })).downloadLink.url;

  const DAMAGED = { status: 503, body: expect.stringContaining('"code":"CONTENT_DAMAGED"') };
  it.each([['a small one by an answer in words', PDF, DAMAGED], ['a large one by breaking off', Buffer.concat([PDF, Buffer.alloc(3_000_000, ' ')]), null]])('is refused: %s', async (_name, bytes, refusal) => {
    const { id } = await received(bytes);
    await inspect(id);
    const place = path.join(files, 'clean', id);
    const damaged = await readFile(place);
    damaged.write('9', 7);
    await writeFile(place, damaged);
    const got = await fetch(`${app().url}${await linkOf(id)}`).then(async (answer) => ({ status: answer.status, body: await answer.text() })).catch(() => null);
    expect(got).toEqual(refusal);
  });

  it('is not promised when it has another size or is gone', async () => {
    const { id } = await received();
    await inspect(id);
    await writeFile(path.join(files, 'clean', id), 'short');
    expect((await sender.client.refusal(LINK, { id })).code).toBe('CONTENT_MISSING');
    await store().remove(`clean/${id}`);
    expect((await sender.client.refusal(LINK, { id })).code).toBe('CONTENT_MISSING');
  });
});

describe('tidying', () => {
  const tidy = () => app().get(TidyUploads).execute();
  const age = async (id: string, column: string, hours: number): Promise<void> => {
    await app().sql('alter table file disable trigger file_forward_only');
    await app().sql(`update file set ${column} = clock_timestamp() - make_interval(hours => $2) where id = $1`, [id, hours]);
    await app().sql('alter table file enable trigger file_forward_only');
  };
  const ageBytes = async (key: string, hours: number): Promise<void> => {
    const then = new Date(Date.now() - hours * 3_600_000);
    await utimes(path.join(files, key), then, then);
  };

  it('gives up on uploads that never came, and does checks that were lost', async () => {
    const [abandoned, young, lost] = [(await announce(sender)).file, (await announce(sender)).file, await received()];
    await store().write(`quarantine/${abandoned.id}`, Readable.from(PDF), { maxBytes: 1_000 });
    await age(abandoned.id, 'created_at', 25);
    await age(lost.id, 'received_at', 2);
    expect(await tidy()).toMatchObject({ expired: 1, inspected: 1 });
    expect(await Promise.all([abandoned, young, lost].map(async ({ id }) => (await look(sender, id))?.state))).toEqual(['EXPIRED', 'AWAITING_BYTES', 'READY']);
    expect(await placesOf(abandoned.id)).toEqual([]);
    expect(await tidy()).toEqual({ expired: 0, inspected: 0, removed: 0 });
  });

  it('removes old bytes that no file waits for, and no others', async () => {
    const [ready, waiting] = [await received(), await received()];
    await inspect(ready.id);
    for (const key of [`quarantine/${ready.id}`, 'inspection/0000']) await store().write(key, Readable.from(PDF), { maxBytes: 1_000 });
    for (const key of [`quarantine/${ready.id}`, 'inspection/0000', `quarantine/${waiting.id}`, `clean/${ready.id}`]) await ageBytes(key, 25);
    await store().write('quarantine/1111', Readable.from(PDF), { maxBytes: 1_000 });
    expect(await tidy()).toMatchObject({ removed: 2 });
    expect([await placesOf(ready.id), await placesOf(waiting.id)]).toEqual([[`clean/${ready.id}`], [`quarantine/${waiting.id}`]]);
    expect((await readdir(path.join(files, 'quarantine'))).includes('1111')).toBe(true);
  });
});

describe('the database', () => {
  const asApplication = async (text: string, values: readonly unknown[]): Promise<string> => {
    const client = new pg.Client({ connectionString: app().databaseUrls.appUrl });
    await client.connect();
    try {
      return await client.query(text, [...values]).then(() => 'done', (error: Error) => error.message);
    } finally {
      await client.end();
    }
  };
  const asOwner = (text: string, values: readonly unknown[]): Promise<string> => app().sql(text, values).then(() => 'done', (error: Error) => error.message);

  it('refuses every change of a checked file and of what was announced', async () => {
    const ready = await received();
    await inspect(ready.id);
    const waiting = await received();
    for (const run of [asApplication, asOwner]) {
      for (const change of [`name = 'khac.pdf'`, `state = 'REJECTED', rejection = 'EMPTY'`, `sha256 = repeat('0', 64)`, 'size = size + 1', `detected_type = 'text/html'`, 'checked_at = null']) {
        expect([change, await run(`update file set ${change} where id = $1`, [ready.id])]).toEqual([change, expect.stringMatching(/^KHOI:FILE_FINAL/)]);
      }
      for (const change of [`name = 'khac.pdf'`, 'declared_size = 1', `state = 'AWAITING_BYTES'`, 'owner_person_id = uuidv7()']) {
        expect([change, await run(`update file set ${change} where id = $1`, [waiting.id])]).toEqual([change, expect.stringMatching(/^KHOI:FILE_FINAL/)]);
      }
    }
    expect(await asApplication('delete from file where id = $1', [ready.id])).toMatch(/permission denied/);
    expect((await look(sender, ready.id))?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
