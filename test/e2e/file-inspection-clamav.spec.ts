import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { InspectFile } from '@domain/file';
import { runAs } from '@kit/context';
import { zipOf } from '../factories/archives.js';
import { docx, paragraphs, xlsx } from '../factories/documents.js';
import { announce, checked, complete, DOCX, LINK, look, PDF, put, type SeenFile, upload } from '../factories/file.js';
import { anActor, type Actor } from '../factories/identity.js';
import { viewerOf } from '../factories/initiative.js';
import { aWard } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';
import { describeWith } from '../setup/services.js';

/** The harmless file by which virus scanners are tried out; in two pieces, so that no scanner takes this source for it. */
const EICAR = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''), 'latin1');

/** The way to the scanner, which a test may close, or leave open without anybody at its end. */
class Way {
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  #port = 0;
  isSilent = false;

  constructor(target: URL) {
    this.#server = createServer((socket) => {
      const far = this.isSilent ? null : connect(Number(target.port), target.hostname);
      for (const one of [socket, ...(far === null ? [] : [far])]) {
        this.#sockets.add(one);
        one.on('error', () => undefined).on('close', () => this.#sockets.delete(one));
      }
      if (far !== null) socket.pipe(far).pipe(socket);
    });
  }

  async open(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as { port: number }).port;
    return this.#port;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Ends every connection under way. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}

describeWith('clamav', 'the virus scanner', (url) => {
  const way = new Way(new URL(url));
  const environment = { CLAMAV_URL: '' };
  beforeAll(async () => {
    environment.CLAMAV_URL = `tcp://127.0.0.1:${await way.open()}`;
  });
  const app = useApp(environment);
  let sender: Actor;
  beforeAll(async () => {
    sender = await anActor(app(), await aWard(app()));
  });
  afterAll(() => way.close());

  const send = (bytes: Buffer, name: string, type: string): Promise<SeenFile> => upload(app(), sender, bytes, { name, type });

  async function received(bytes: Buffer = PDF): Promise<string> {
    const ticket = await announce(sender, { size: bytes.length });
    await put(app(), ticket.url, bytes);
    return (await complete(sender, ticket.file.id)).id;
  }

  it('lets pass what is clean', async () => {
    expect(await send(PDF, 'a.pdf', 'application/pdf')).toMatchObject({ state: 'READY', rejection: null });
    expect(await send(docx(paragraphs('Sáng kiến')), 'a.docx', DOCX)).toMatchObject({ state: 'READY' });
  });

  it.each<[string, () => Buffer, string, string]>([
    ['alone', () => EICAR, 'a.txt', 'text/plain'],
    ['in a document', () => docx(paragraphs('a'), [{ name: 'word/media/image1.png', data: EICAR, isPacked: true }]), 'a.docx', DOCX],
    ['in a table in a document', () => docx(paragraphs('a'), [{ name: 'word/embeddings/a.xlsx', data: xlsx([EICAR.toString('latin1').replaceAll('&', '&amp;')], [{ name: 'xl/a.bin', data: EICAR }]), isPacked: true }]), 'a.docx', DOCX],
  ])('finds the test virus %s', async (_name, bytes, name, type) => {
    const file = await send(bytes(), name, type);
    expect(file).toMatchObject({ state: 'REJECTED', rejection: 'INFECTED' });
    expect(await app().sql('select from file_text where file_id = $1', [file.id])).toEqual([]);
  });

  it('is not asked about what is refused anyway', async () => {
    expect(await send(zipOf([{ name: 'a.txt', data: EICAR }]), 'a.docx', DOCX)).toMatchObject({ rejection: 'TYPE_DIFFERS' });
  });

  it('keeps a file in quarantine while it is away, and lets it go when it is back', async () => {
    await way.close();
    const id = await received();
    await sleep(2_500);
    expect(await look(sender, id)).toMatchObject({ state: 'RECEIVED', rejection: null });
    expect(await sender.client.refusal(LINK, { id })).toMatchObject({ code: 'FILE_NOT_READY', details: { state: 'RECEIVED' } });
    await way.open();
    expect(await checked(sender, id)).toMatchObject({ state: 'READY' });
  }, 60_000);

  it('has said nothing when it breaks off', async () => {
    way.isSilent = true;
    const id = await received();
    const inspect = () => runAs(viewerOf(sender), () => app().get(InspectFile).execute(sender.ward.id, id));
    const running = inspect().then(() => 'done', (error: { code?: string }) => error.code);
    await sleep(1_500);
    way.cut();
    expect([await running, (await look(sender, id))?.state]).toEqual(['UNAVAILABLE', 'RECEIVED']);
    way.isSilent = false;
    way.cut();
    expect(await checked(sender, id)).toMatchObject({ state: 'READY' });
  }, 60_000);

  it('releases nothing that it was too small to see', async () => {
    // The scanner of the tests takes 4 MB at most (StreamMaxLength); its operator would have to raise that.
    const id = await received(Buffer.concat([PDF, Buffer.alloc(5 * 1024 * 1024, '%')]));
    await sleep(2_000);
    expect(await look(sender, id)).toMatchObject({ state: 'RECEIVED', rejection: null });
  });
});
