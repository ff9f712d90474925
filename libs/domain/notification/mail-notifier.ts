import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql, type SqlStatement } from '@kit/database';
import { type MailOutcome, MailTransport } from '@kit/mail';
import { type Message, type Notifier, Notifiers } from './notifier.js';

/** The channel of mail: the address of the person, over the server of `SMTP_URL`. */
@Injectable()
export class MailNotifier implements Notifier, OnModuleInit {
  readonly channel = 'EMAIL';

  constructor(
    private readonly transport: MailTransport,
    private readonly notifiers: Notifiers,
  ) {}

  onModuleInit(): void {
    this.notifiers.add(this);
  }

  get isConnected(): boolean {
    return this.transport.isConnected;
  }

  addressOf(person: string): SqlStatement {
    return sql`${sql.identifier(person)}.email`;
  }

  deliver({ id, fullName, address, letter, settingsUrl, calendar }: Message): Promise<MailOutcome> {
    return this.transport.send({ id, to: { name: fullName, address }, letter, settingsUrl, calendar });
  }
}
