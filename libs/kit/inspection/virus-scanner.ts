import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { Config } from '@kit/config';
import { unavailable } from '@kit/errors';

/** What the scanner says; `NOT_SCANNED` where the installation has none. */
export type ScanVerdict = 'CLEAN' | 'INFECTED' | 'NOT_SCANNED';

const DEFAULT_PORT = 3310;
/** A minute of silence, and the scanner is as good as gone: it takes seconds for a document, and some ten for a film of 1 GiB. */
const PATIENCE_MS = 60_000;
const LONGEST_ANSWER = 2_000;

/** Shows files to ClamAV's `clamd`, byte by byte over TCP, so that it may run on another machine. */
@Injectable()
export class VirusScanner {
  readonly #log = new Logger(VirusScanner.name);

  constructor(private readonly config: Config) {}

  /**
   * @param open gives the bytes; not called where there is no scanner
   * @throws UNAVAILABLE whenever the scanner does not say that it has seen the whole file
   */
  async scan(open: () => Promise<Readable>): Promise<ScanVerdict> {
    if (this.config.clamavUrl === null) return 'NOT_SCANNED';
    const bytes = await open();
    let answer: string;
    try {
      answer = await askClamd(new URL(this.config.clamavUrl), bytes);
    } catch (error) {
      throw unavailable(undefined, undefined, error);
    } finally {
      bytes.destroy();
    }
    if (answer === 'stream: OK') return 'CLEAN';
    if (/^stream: .+ FOUND$/.test(answer)) return 'INFECTED';
    // "INSTREAM size limit exceeded. ERROR": the operator has to raise StreamMaxLength, and the file waits.
    this.#log.error({ msg: 'The virus scanner refused to scan a file.', answer });
    throw unavailable();
  }
}

/** Sends the file in clamd's own protocol: each chunk behind its length, a length of zero at the end. */
async function askClamd({ hostname, port }: URL, bytes: Readable): Promise<string> {
  const socket = connect(Number(port) || DEFAULT_PORT, hostname.replace(/^\[|\]$/g, ''));
  const answer = answerOf(socket);
  answer.catch(() => undefined);
  try {
    await write(socket, answer, Buffer.from('zINSTREAM\0'));
    for await (const chunk of bytes) {
      if (!(await write(socket, answer, framed(chunk as Buffer)))) return await answer;
    }
    await write(socket, answer, framed(Buffer.alloc(0)));
    return await answer;
  } finally {
    socket.destroy();
  }
}

function framed(chunk: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return Buffer.concat([length, chunk]);
}

/** Waits until the scanner has taken the bytes; `false` when it has answered already and wants no more. */
async function write(socket: Socket, answer: Promise<string>, bytes: Buffer): Promise<boolean> {
  const taken = new Promise<boolean>((resolve) => socket.write(bytes, (error) => resolve(error == null)));
  return Promise.race([taken, answer.then(() => false)]);
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setTimeout(PATIENCE_MS, () => reject(new Error('the scanner is silent')));
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.includes('\0') || text.length > LONGEST_ANSWER) resolve(text.split('\0')[0] ?? '');
    });
    socket.once('error', reject).once('close', () => reject(new Error('the scanner hung up')));
  });
}
