import { Injectable, Logger } from '@nestjs/common';
import { Config } from '@kit/config';
import { newId } from '@kit/database';
import { type MailOutcome, MailTransport } from '@kit/mail';
import { type ClaimedDelivery, DeliveriesRepository, type Recipient, type Settlement } from '../data/deliveries.repository.js';
import { type Invitation, MailContents } from '../data/mail-contents.js';
import { nextAttempt } from '../domain/retries.js';
import { letterOf, type Part, SETTINGS_PATH } from '../domain/wording.js';
import { type Channel, type Message, type Notifier, Notifiers } from '../notifier.js';

/** Messages taken at once. */
const BATCH = 10;
/** Messages handed to a channel at the same time. */
const AT_ONCE = 5;

/** How many messages went, and how many did not. */
export interface SendingReport {
  readonly sent: number;
  readonly failed: number;
}

/** One message on its way: the deliveries it carries, of which some may have become pointless. */
interface Prepared {
  readonly notifier: Notifier;
  readonly ids: readonly string[];
  readonly first: ClaimedDelivery;
  readonly message: Message;
}

/**
 * Sends what is due. A message is taken in one transaction, handed over outside of any, and settled in another: a process
 * that dies in between leaves it to be sent again under the same id, so that it arrives at least once, and whoever keeps
 * mailboxes can tell the second from the first.
 *
 * What it says is asked for now: somebody who lost the office, the dossier or the account since the act gets nothing.
 */
@Injectable()
export class SendDueMessages {
  readonly #log = new Logger(SendDueMessages.name);

  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly contents: MailContents,
    private readonly notifiers: Notifiers,
    private readonly transport: MailTransport,
    private readonly config: Config,
  ) {}

  /** Works until nothing is due. Several processes may do it at the same time. */
  async execute(): Promise<SendingReport> {
    const report = { sent: 0, failed: 0 };
    while (this.notifiers.connected().length > 0) {
      const claimId = newId();
      const claimed = await this.deliveries.claim(claimId, BATCH);
      if (claimed.length === 0) break;
      const outcomes = await this.#sendBatch(claimId, claimed);
      report.sent += outcomes.filter((outcome) => outcome === 'ACCEPTED').length;
      report.failed += outcomes.filter((outcome) => outcome !== 'ACCEPTED').length;
    }
    return report;
  }

  async #sendBatch(claimId: string, claimed: readonly ClaimedDelivery[]): Promise<MailOutcome['kind'][]> {
    const prepared: Prepared[] = [];
    for (const [channel, ofChannel] of grouped(claimed, (delivery) => delivery.channel)) {
      prepared.push(...(await this.#prepare(claimId, channel, ofChannel)));
    }
    const outcomes: MailOutcome['kind'][] = [];
    for (let from = 0; from < prepared.length; from += AT_ONCE) {
      outcomes.push(...(await Promise.all(prepared.slice(from, from + AT_ONCE).map((one) => this.#send(claimId, one)))));
    }
    return outcomes;
  }

  async #send(claimId: string, { notifier, ids, first, message }: Prepared): Promise<MailOutcome['kind']> {
    const outcome = await notifier.deliver(message);
    const held = await this.deliveries.settle(claimId, ids, settlementOf(outcome, first));
    if (held < ids.length) this.#log.warn({ msg: 'A message took longer than its claim; another worker may have sent it, too.', messageId: message.id });
    return outcome.kind;
  }

  /** Asks who the people are, what each notice says to them, and puts it into words: statements by notice, not by person. */
  async #prepare(claimId: string, channel: Channel, claimed: readonly ClaimedDelivery[]): Promise<Prepared[]> {
    const notifier = this.notifiers.get(channel);
    const settle = (some: readonly ClaimedDelivery[], settlement: Settlement) =>
      some.length === 0 ? Promise.resolve(0) : this.deliveries.settle(claimId, some.map(({ id }) => id), settlement);
    if (notifier?.isConnected !== true) {
      await settle(claimed, { state: 'CANCELLED', code: 'CHANNEL_CLOSED' });
      return [];
    }
    const recipients = new Map((await this.deliveries.recipients(notifier, claimed.map(({ personId }) => personId))).map((one) => [one.personId, one]));
    const told = new Map<ClaimedDelivery, Part[]>();
    const invitations = new Map<ClaimedDelivery, Invitation>();
    const broken: ClaimedDelivery[] = [];
    for (const [, ofMailing] of grouped(claimed, ({ mailingId }) => mailingId)) {
      try {
        await this.#read(ofMailing, recipients, told, invitations);
      } catch (error) {
        // One notice that cannot be put into words must not hold up the others.
        this.#log.error({ msg: 'A notice cannot be put into words.', kind: ofMailing[0]?.kind, err: error });
        ofMailing.forEach((delivery) => told.delete(delivery));
        broken.push(...ofMailing);
      }
    }
    for (const delivery of broken) await settle([delivery], settlementOf({ kind: 'TEMPORARY', code: 'INTERNAL' }, delivery));
    const pointless = claimed.filter((delivery) => !told.has(delivery) && !broken.includes(delivery));
    await settle(pointless.filter(({ personId }) => recipients.get(personId)?.address == null), { state: 'CANCELLED', code: 'NOT_REACHABLE' });
    await settle(pointless.filter(({ personId }) => recipients.get(personId)?.address != null), { state: 'CANCELLED', code: 'NOT_ENTITLED' });
    return [...grouped([...told.keys()], ({ messageId }) => messageId)].flatMap(([messageId, members]) => {
      const ordered = [...members].sort((a, b) => (a.id < b.id ? -1 : 1));
      const [first] = ordered;
      const to = first === undefined ? undefined : recipients.get(first.personId);
      if (first === undefined || to === undefined) return [];
      const parts = ordered.flatMap((delivery) => told.get(delivery) ?? []);
      const message = this.#message(messageId, to, parts, ordered.length > 1, invitations.get(first) ?? null);
      return [{ notifier, first, ids: ordered.map(({ id }) => id), message }];
    });
  }

  /** What one notice says to those who may still be told. */
  async #read(ofMailing: readonly ClaimedDelivery[], recipients: ReadonlyMap<string, Recipient>, told: Map<ClaimedDelivery, Part[]>, invitations: Map<ClaimedDelivery, Invitation>): Promise<void> {
    const [queued] = ofMailing;
    if (queued === undefined) return;
    const parts = await this.contents.partsOf(queued, ofMailing.map(({ personId }) => personId));
    const invitation = await this.contents.invitationOf(queued, this.transport.sender, queued.now);
    for (const delivery of ofMailing) {
      const to = recipients.get(delivery.personId);
      const said = parts.get(delivery.personId);
      if (to?.address == null || said?.[0] === undefined) continue;
      told.set(delivery, said);
      if (invitation !== null) invitations.set(delivery, invitation({ fullName: to.fullName, address: to.address }, said[0]));
    }
  }

  #message(id: string, { fullName, address, locale, tenantName }: Recipient, parts: readonly Part[], isDigest: boolean, calendar: Invitation | null): Message {
    const { publicUrl } = this.config;
    return {
      id, fullName, address: address ?? '', calendar, settingsUrl: `${publicUrl}${SETTINGS_PATH}`,
      letter: letterOf({ locale, fullName, tenantName, publicUrl, parts, isDigest }),
    };
  }
}

function settlementOf(outcome: MailOutcome, { attempts, firstTriedAt, now }: ClaimedDelivery): Settlement {
  if (outcome.kind === 'ACCEPTED') return { state: 'SENT', code: outcome.code };
  if (outcome.kind === 'PERMANENT') return { state: 'BOUNCED', code: outcome.code };
  const dueAt = nextAttempt(attempts, firstTriedAt, now);
  return dueAt === null ? { state: 'FAILED', code: outcome.code } : { state: 'QUEUED', code: outcome.code, dueAt };
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
