import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@kit/config';
import { createTransport } from 'nodemailer';
import type { CalendarMethod } from './calendar-file.js';
import type { Letter } from './letter.js';
import { letterHtml } from './letter-html.js';
import { letterText } from './letter-text.js';
import { isOneMailbox, type MailAddress, oneLine, parseMailAddress } from './mail-address.js';
import { type MailOutcome, outcomeOfFailure, replyCode } from './mail-outcome.js';
import { smtpOptions } from './smtp-options.js';

/** One mail to one person. */
export interface OutgoingMail {
  /** Goes into the Message-ID: a mail that is sent again keeps it, so that a mailbox can tell that it has it. */
  readonly id: string;
  readonly to: MailAddress;
  readonly letter: Letter;
  /** Where the reader chooses what is mailed. */
  readonly settingsUrl: string;
  readonly calendar: { readonly method: CalendarMethod; readonly content: string } | null;
}

/** Milliseconds for one mail from beginning to end, after which the connections are dropped. */
const PATIENCE_MS = 10_000;

/** Hands mails to the server of `SMTP_URL`. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  readonly #log = new Logger(MailTransport.name);
  readonly #url: string | null;
  readonly #host: string;
  readonly sender: MailAddress;
  #pool: ReturnType<typeof createPool> | undefined;

  constructor(config: Config) {
    this.#url = config.smtpUrl;
    this.#host = new URL(config.publicUrl).hostname.replace(/[[\]]/g, '');
    const sender = parseMailAddress(config.mailFrom);
    if (sender === null && this.#url !== null) throw new TypeError('MAIL_FROM is not a mail address');
    this.sender = sender ?? { name: 'Khơi', address: 'khoi@localhost' };
  }

  /** Whether there is a server; without one `send` must not be called. */
  get isConnected(): boolean {
    return this.#url !== null;
  }

  /** Tries once. Never throws: what went wrong is part of the outcome. */
  async send(mail: OutgoingMail): Promise<MailOutcome> {
    if (this.#url === null) throw new Error('there is no mail server: ask isConnected first');
    if (!isOneMailbox(mail.to.address)) return { kind: 'PERMANENT', code: 'ADDRESS' };
    const pool = (this.#pool ??= createPool(this.#url));
    const from = performance.now();
    try {
      const info = await withinPatience(pool.sendMail(this.#message(mail)));
      return { kind: 'ACCEPTED', code: replyCode(info.response) };
    } catch (error) {
      if (error instanceof OutOfPatience) this.#dropPool(pool);
      const outcome = outcomeOfFailure(error, performance.now() - from);
      this.#log.warn({ msg: 'A mail was not taken.', mailId: mail.id, outcome: outcome.kind, code: outcome.code });
      return outcome;
    }
  }

  /** Whether the server answers and takes the password; throws when not. */
  async verify(): Promise<void> {
    if (this.#url === null) return;
    await withinPatience((this.#pool ??= createPool(this.#url)).verify());
  }

  onApplicationShutdown(): void {
    this.#pool?.close();
  }

  #message({ id, to, letter, settingsUrl, calendar }: OutgoingMail) {
    return {
      envelope: { from: this.sender.address, to: [to.address] },
      from: this.sender,
      to: { name: oneLine(to.name), address: to.address },
      subject: oneLine(letter.subject),
      messageId: `<${id}@${this.#host}>`,
      date: new Date(),
      text: letterText(letter),
      html: letterHtml(letter),
      ...(calendar === null ? {} : { icalEvent: { method: calendar.method, filename: 'phien-hop.ics', content: calendar.content } }),
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'Content-Language': letter.language,
        'List-Id': { prepared: true, value: `<thong-bao.${this.#host}>` },
        'List-Unsubscribe': { prepared: true, value: `<${settingsUrl}>` },
      },
      textEncoding: 'base64' as const,
      disableFileAccess: true,
      disableUrlAccess: true,
    };
  }

  /** What is still on the way may no longer arrive: it is tried again, and arriving twice would be worse. */
  #dropPool(pool: ReturnType<typeof createPool>): void {
    pool.close();
    if (this.#pool === pool) this.#pool = undefined;
  }
}

const createPool = (url: string) => createTransport(smtpOptions(url));

class OutOfPatience extends Error {
  readonly code = 'ETIMEDOUT';
}

async function withinPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new OutOfPatience('the mail server takes too long')), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}
