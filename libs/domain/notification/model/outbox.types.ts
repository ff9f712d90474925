import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connection, DateTime, PageArgs, PARENT, TypeAccess } from '@kit/graphql';

export const DeliveryState = {
  HELD: 'HELD', QUEUED: 'QUEUED', SENDING: 'SENDING', SENT: 'SENT', BOUNCED: 'BOUNCED', FAILED: 'FAILED', CANCELLED: 'CANCELLED',
} as const;
export type DeliveryState = keyof typeof DeliveryState;

export const MailingVerdict = { APPROVED: 'APPROVED', CANCELLED: 'CANCELLED' } as const;
export type MailingVerdict = keyof typeof MailingVerdict;

registerEnumType(DeliveryState, {
  name: 'DeliveryState',
  description: 'What became of a notice on its way to one person.',
  valuesMap: {
    HELD: { description: 'Waits for approval with the others of its mailing.' },
    QUEUED: { description: 'Goes out at its time, or is tried again then.' },
    SENDING: { description: 'Is being handed over.' },
    SENT: { description: 'The server of the recipient, or the one before it, took it.' },
    BOUNCED: { description: 'Refused for good: the code says why.' },
    FAILED: { description: 'Given up after a day of attempts.' },
    CANCELLED: { description: 'Stopped by somebody, or no longer meant for its recipient.' },
  },
});
registerEnumType(MailingVerdict, {
  name: 'MailingVerdict',
  description: 'What was decided on mail to many.',
  valuesMap: { APPROVED: { description: 'It goes out.' }, CANCELLED: { description: 'None of it goes out.' } },
});

@ObjectType({ description: 'How many messages of a mailing are in a state.' })
@TypeAccess(PARENT)
export class DeliveryCount {
  @Field(() => DeliveryState)
  state: DeliveryState;

  @Field(() => Int)
  count: number;
}

@ObjectType({ description: 'One notice of one event, as it goes to people outside the application.' })
@TypeAccess('mailing.read')
export class Mailing {
  @Field(() => ID)
  id: string;

  @Field(() => String, { nullable: true, description: "A code such as SESSION_CONVENED. Null: not known to the viewer's office; only what could not be delivered is shown." })
  kind: string | null;

  @Field(() => DateTime)
  createdAt: Date;

  @Field({ description: 'Whether it goes to so many that somebody has to approve it first.' })
  needsApproval: boolean;

  @Field(() => MailingVerdict, { nullable: true })
  verdict: MailingVerdict | null;

  @Field(() => String, { nullable: true, description: 'Full name of whoever approved or cancelled it.' })
  decidedBy: string | null;

  @Field(() => DateTime, { nullable: true })
  decidedAt: Date | null;

  @Field(() => [DeliveryCount], { description: 'By state, without states that have none.' })
  states: DeliveryCount[];
}

export const MailingConnection = connection(Mailing);

@ObjectType({ description: 'The message of a mailing to one person on one channel.' })
@TypeAccess('mailing.read')
export class Delivery {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Full name.' })
  recipient: string;

  @Field({ description: 'EMAIL' })
  channel: string;

  @Field(() => DeliveryState)
  state: DeliveryState;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts: number;

  @Field(() => DateTime, { nullable: true, description: 'When it goes out, or is tried again; null when it does neither.' })
  dueAt: Date | null;

  @Field(() => DateTime, { nullable: true })
  sentAt: Date | null;

  @Field(() => String, { nullable: true, description: 'The last answer without its words: 550 5.1.1, TIMEOUT, CONNECTION, TLS, AUTHENTICATION, ADDRESS, NOT_ENTITLED, NOT_REACHABLE, INTERNAL.' })
  code: string | null;
}

export const DeliveryConnection = connection(Delivery);

@ObjectType({ description: 'A message as its recipient would get it now.' })
@TypeAccess('mailing.read')
export class MailPreview {
  @Field(() => ID, { description: 'The message that is shown.' })
  deliveryId: string;

  @Field({ description: 'Full name.' })
  recipient: string;

  @Field()
  subject: string;

  @Field({ description: 'The text part.' })
  text: string;

  @Field({ description: "Whether facts that are not known to the viewer's office were left out." })
  isWithheld: boolean;
}

@ObjectType({ description: 'How mail leaves this installation.' })
@TypeAccess('mailing.read')
export class OutboxStatus {
  @Field({ description: 'Whether a mail server is set up. Without one nothing is queued and notices appear in the application only.' })
  isConnected: boolean;

  @Field(() => String, { nullable: true, description: 'The sender of mails; null without a mail server.' })
  sender: string | null;

  @Field(() => Int, { description: 'A notice to more people than this waits for approval.' })
  mostUnapproved: number;
}

@ArgsType()
export class MailingsArgs extends PageArgs {
  @Field(() => DeliveryState, { nullable: true, description: 'Only mailings with messages in this state.' })
  state?: DeliveryState | null;
}

@ArgsType()
export class DeliveriesArgs extends PageArgs {
  @Field(() => ID)
  mailingId: string;

  @Field(() => DeliveryState, { nullable: true })
  state?: DeliveryState | null;
}
