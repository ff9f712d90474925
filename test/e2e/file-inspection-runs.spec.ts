import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InspectFile } from '@domain/file';
import { runAs } from '@kit/context';
import { FileStore } from '@kit/files';
import { announce, complete, DOCX, look, PDF, put, type SeenFile } from '../factories/file.js';
import { denseDocument } from '../factories/hostile-files.js';
import { anActor, type Actor } from '../factories/identity.js';
import { viewerOf } from '../factories/initiative.js';
import { aWard } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';

const files = mkdtempSync(join(tmpdir(), 'khoi-file-'));
const app = useApp({ JOBS: 'off', FILES_DIR: files });
afterAll(() => rmSync(files, { recursive: true, force: true }));

let sender: Actor;
beforeAll(async () => {
  sender = await anActor(app(), await aWard(app()));
});

async function received(bytes: Buffer, input: { name?: string; type?: string; sha256?: string } = {}): Promise<SeenFile> {
  const { file, url } = await announce(sender, { ...input, size: bytes.length });
  expect((await put(app(), url, bytes)).status).toBe(200);
  return complete(sender, file.id);
}
const inspect = (id: string): Promise<void> => runAs(viewerOf(sender), () => app().get(InspectFile).execute(sender.ward.id, id));
const store = (): FileStore => app().get(FileStore as never) as FileStore;
const events = async (id: string): Promise<string[]> =>
  (await app().sql<{ type: string }>(`select type from outbox where payload ->> 'fileId' = $1 order by id`, [id])).map(({ type }) => type);

/** A document whose look takes long enough to look at the database meanwhile. */
const slow = (): Promise<SeenFile> => received(denseDocument(), { name: 'a.docx', type: DOCX });

describe('a check that takes its time', () => {
  it('keeps no row locked and no transaction open', async () => {
    const { id } = await slow();
    const running = inspect(id);
    const seen: string[] = [];
    for (let turn = 0; turn < 400 && !(await store().exists(`inspection/${id}`)); turn += 1) await sleep(5);
    await sleep(50);
    // The row can be locked by somebody else at once, and no connection of the product is inside a transaction.
    await app().sql('select from file where id = $1 for update nowait', [id]);
    seen.push(...(await app().sql<{ state: string }>(`select state from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`)).map(({ state }) => state));
    expect([(await look(sender, id))?.state, seen]).toEqual(['RECEIVED', []]);
    await running;
    expect((await look(sender, id))?.state).toBe('READY');
  });

  it('is decided once, however many runs look at the bytes and whenever they begin', async () => {
    const { id } = await slow();
    const runs = [0, 0, 80, 200, 400].map(async (delay) => {
      await sleep(delay);
      await inspect(id);
    });
    await Promise.all(runs);
    expect([(await look(sender, id))?.state, await events(id), await store().exists(`clean/${id}`)]).toEqual(['READY', ['file.upload-received', 'file.checked'], true]);
  });

  it('leaves no half decision when the row is held by somebody else for a while', async () => {
    const { id } = await slow();
    await app().sql('begin');
    const running = inspect(id);
    await app().sql('select from file where id = $1 for update', [id]);
    await sleep(300);
    expect(await store().exists(`clean/${id}`)).toBe(false);
    await app().sql('commit');
    await running;
    expect((await look(sender, id))?.state).toBe('READY');
  });

  it('finishes what a run began that died after the bytes were taken along', async () => {
    const { id } = await slow();
    await app().sql(`create function stop() returns trigger language plpgsql as $$ begin raise exception 'the machine is gone'; end $$`);
    await app().sql('create trigger stop before update on file for each row execute function stop()');
    const failed = await inspect(id).then(() => null, (error: Error) => error);
    await app().sql('drop trigger stop on file');
    await app().sql('drop function stop');
    expect(failed).toBeInstanceOf(Error);
    expect([(await look(sender, id))?.state, await store().exists(`clean/${id}`)]).toEqual(['RECEIVED', true]);
    await inspect(id);
    expect([(await look(sender, id))?.state, await events(id)]).toEqual(['READY', ['file.upload-received', 'file.checked']]);
  });
});

describe('bytes that are not what was announced', () => {
  it('are refused when their sum differs', async () => {
    const { id } = await received(PDF, { sha256: '0'.repeat(64) });
    await inspect(id);
    expect(await look(sender, id)).toMatchObject({ state: 'REJECTED', rejection: 'HASH_DIFFERS', size: PDF.length });
  });

  it('are refused when the store has more or fewer of them, and read no further than announced', async () => {
    for (const [bytes, size] of [[Buffer.alloc(5_000_000, 'a'), null], [PDF.subarray(0, 20), 20], [Buffer.alloc(0), 0]] as const) {
      const { id } = await received(PDF);
      await store().write(`quarantine/${id}`, Readable.from([bytes]), { maxBytes: 10_000_000 });
      await inspect(id);
      expect(await look(sender, id)).toMatchObject({ state: 'REJECTED', rejection: bytes.length === 0 ? 'EMPTY' : 'SIZE_DIFFERS', size });
      expect(await store().exists(`inspection/${id}`)).toBe(false);
    }
  });

  it('are whole in a film, of which only the beginning is looked at', async () => {
    const head = Buffer.from('00000018667479706d703432000000006d70343269736f6d', 'hex');
    const film = Buffer.concat([head, Buffer.alloc(4 * 1024 * 1024, 7)]);
    const { id } = await received(film, { name: 'phim.mp4', type: 'video/mp4' });
    await inspect(id);
    expect(await look(sender, id)).toMatchObject({ state: 'READY', size: film.length, sha256: createHash('sha256').update(film).digest('hex') });
  });
});
