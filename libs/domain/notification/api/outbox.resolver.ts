import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { currentViewer } from '@kit/context';
import { Access, type Connection } from '@kit/graphql';
import { MailTransport } from '@kit/mail';
import { MailingsRepository } from '../data/mailings.repository.js';
import { MOST_UNAPPROVED } from '../data/queueing.js';
import {
  DeliveriesArgs, Delivery, DeliveryConnection, Mailing, MailingConnection, MailingsArgs, MailPreview, OutboxStatus,
} from '../model/outbox.types.js';
import { DecideMailing } from '../usecases/decide-mailing.js';
import { PreviewMail } from '../usecases/preview-mail.js';
import { RetryDelivery } from '../usecases/retry-delivery.js';

/** What leaves the house, for those who look after it. */
@Resolver()
export class OutboxResolver {
  constructor(
    private readonly rows: MailingsRepository,
    private readonly decide: DecideMailing,
    private readonly retry: RetryDelivery,
    private readonly preview: PreviewMail,
    private readonly transport: MailTransport,
  ) {}

  @Query(() => OutboxStatus, { description: 'Whether and how this installation sends mail.' })
  @Access('mailing.read')
  outboxStatus(): OutboxStatus {
    const { isConnected, sender } = this.transport;
    return { isConnected, sender: isConnected ? `${sender.name} <${sender.address}>` : null, mostUnapproved: MOST_UNAPPROVED };
  }

  @Query(() => MailingConnection, { description: 'Notices on their way out of the ward, the newest first.' })
  @Access('mailing.read')
  mailings(@Args() args: MailingsArgs): Promise<Connection<Mailing>> {
    return this.rows.page(currentViewer(), args);
  }

  @Query(() => DeliveryConnection, { description: 'To whom a mailing goes, and what became of it.' })
  @Access('mailing.read')
  deliveries(@Args() args: DeliveriesArgs): Promise<Connection<Delivery>> {
    return this.rows.deliveries(currentViewer(), args);
  }

  @Query(() => MailPreview, { description: 'A message as one recipient would get it now.' })
  @Access('mailing.read')
  mailPreview(
    @Args('mailingId', { type: () => ID }) mailingId: string,
    @Args('deliveryId', { type: () => ID, nullable: true }) deliveryId: string | null,
  ): Promise<MailPreview> {
    return this.preview.execute(mailingId, deliveryId ?? null);
  }

  @Mutation(() => Mailing, { description: 'Lets mail to many go.' })
  @Access('mailing.decide')
  approveMailing(@Args('id', { type: () => ID }) id: string): Promise<Mailing> {
    return this.decide.execute(id, 'APPROVED');
  }

  @Mutation(() => Mailing, { description: 'Stops mail to many before any of it went.' })
  @Access('mailing.decide')
  cancelMailing(@Args('id', { type: () => ID }) id: string): Promise<Mailing> {
    return this.decide.execute(id, 'CANCELLED');
  }

  @Mutation(() => Delivery, { description: 'Sends again what could not be delivered.' })
  @Access('mailing.retry')
  retryDelivery(@Args('id', { type: () => ID }) id: string): Promise<Delivery> {
    return this.retry.execute(id);
  }
}
