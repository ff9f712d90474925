import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from '@jest/globals';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { SendDueMessages } from '@domain/notification';
import { TestApp } from './app.js';
import type { Exceptions } from './whole-database.js';

/** What the server answers to the next recipients: nothing special, or an SMTP status such as 451 or 550. */
export type Mood = 'takes' | 'hangs' | 451 | 550;

/** A mail that arrived. */
export interface Arrived extends Email {
  /** Whom the envelope named. */
  readonly envelopeTo: string;
  readonly raw: string;
}

/** A real SMTP server on loopback that keeps what it gets. */
export class MailServer {
  readonly #arrived: Arrived[] = [];
  readonly #server: SMTPServer;
  #mood: (address: string) => Mood = () => 'takes';
  /** How often a recipient was named, also when it was refused. */
  asked = 0;

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], logger: false, closeTimeout: 100,
      onRcptTo: ({ address }, _session, done) => {
        this.asked += 1;
        const mood = this.#mood(address);
        if (mood === 'hangs') return;
        done(typeof mood === 'number' ? Object.assign(new Error(`${mood === 550 ? '5.1.1 no such mailbox' : '4.7.1 come back later'} ${address}`), { responseCode: mood }) : null);
      },
      onData: (stream, session, done) => {
        const bytes: Buffer[] = [];
        stream.on('data', (part: Buffer) => bytes.push(part));
        stream.on('end', () => {
          const raw = Buffer.concat(bytes);
          void PostalMime.parse(raw).then((email) => {
            this.#arrived.push({ ...email, raw: raw.toString('latin1'), envelopeTo: session.envelope.rcptTo.map(({ address }) => address).join(' ') });
            done();
          });
        });
      },
    });
    this.#server.on('error', () => undefined);
  }

  static async start(): Promise<MailServer> {
    const mail = new MailServer();
    mail.#server.listen(0, '127.0.0.1');
    await once(mail.#server.server, 'listening');
    return mail;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  /** From now on; by recipient when a function is given. */
  is(mood: Mood | ((address: string) => Mood)): void {
    this.#mood = typeof mood === 'function' ? mood : () => mood;
  }

  /** Everything that arrived since the last call, in the order of recipients and subjects. */
  take(): Arrived[] {
    const key = (mail: Arrived): string => `${mail.envelopeTo} ${mail.subject ?? ''}`;
    return this.#arrived.splice(0).sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }

  stop(): Promise<void> {
    return new Promise((done) => { this.#server.close(() => done()); });
  }
}

/** The real API with a mail server behind it. Nothing goes out by itself: `send` says when. */
export interface MailedApp {
  readonly app: TestApp;
  readonly mail: MailServer;
  /** Lets the time come for everything that waits, sends it, and answers what arrived. */
  readonly send: () => Promise<Arrived[]>;
}

export const PUBLIC_URL = 'http://khoi.example';

/** Gives the tests of a file one such API, whatever hour it is: `makeDue` forgets quiet hours and pauses. */
export function useMailedApp(env: Readonly<Record<string, string>> = {}, exceptions: Exceptions = {}): () => MailedApp {
  let running: MailedApp | undefined;
  beforeAll(async () => {
    const mail = await MailServer.start();
    const app = await TestApp.start({ SMTP_URL: mail.url, MAIL_FROM: 'Khơi <khoi@phuong.example>', PUBLIC_URL, JOBS: 'off', ...env });
    running = {
      app, mail,
      send: async () => {
        await makeDue(app);
        await app.get(SendDueMessages).execute();
        return mail.take();
      },
    };
  }, 120_000);
  afterAll(async () => {
    await running?.mail.stop();
    await running?.app.stop(exceptions);
  });
  return () => {
    if (running === undefined) throw new Error('the app runs only inside tests and hooks');
    return running;
  };
}

/** Moves everything that is queued to this moment. */
export async function makeDue(app: TestApp): Promise<void> {
  await app.sql(`update delivery set due_at = clock_timestamp() - interval '1 second' where state = 'QUEUED'`);
}
