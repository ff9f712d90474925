import { Injectable } from '@nestjs/common';
import type { SqlStatement } from '@kit/database';
import type { Letter, MailOutcome } from '@kit/mail';

/** Ways of reaching somebody outside the application. */
export const CHANNELS = ['EMAIL', 'ZALO'] as const;
export type Channel = (typeof CHANNELS)[number];

/** One message for one person, in words. */
export interface Message {
  /** The same in every attempt, so that the other side can tell that it has the message already. */
  readonly id: string;
  readonly fullName: string;
  /** As the channel's `addressOf` found it. */
  readonly address: string;
  readonly letter: Letter;
  /** Where the person chooses what is sent. */
  readonly settingsUrl: string;
  readonly calendar: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } | null;
}

/**
 * A way of reaching somebody outside the application: mail, later a Zalo account. A channel hands one message over and
 * says what became of it; what is sent to whom and when, when it is tried again and when it is given up, is decided by
 * this feature for all channels alike.
 */
export interface Notifier {
  readonly channel: Channel;
  /** Whether it is set up on this installation. A channel that is not gets nothing queued. */
  readonly isConnected: boolean;
  /** The address of the person whose row of `person` is under the alias, as an SQL expression; null where there is none. */
  addressOf(person: string): SqlStatement;
  /** Tries once, within ten seconds. Never throws. */
  deliver(message: Message): Promise<MailOutcome>;
}

/** Where channels add themselves, in `onModuleInit`. */
@Injectable()
export class Notifiers {
  readonly #channels = new Map<Channel, Notifier>();

  add(notifier: Notifier): void {
    this.#channels.set(notifier.channel, notifier);
  }

  get(channel: Channel): Notifier | undefined {
    return this.#channels.get(channel);
  }

  /** Those that are set up. */
  connected(): Notifier[] {
    return [...this.#channels.values()].filter(({ isConnected }) => isConnected);
  }
}
