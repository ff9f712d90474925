import { Injectable } from '@nestjs/common';
import { Config } from '@kit/config';
import { currentViewer } from '@kit/context';
import { notFound } from '@kit/errors';
import { letterText } from '@kit/mail';
import { DeliveriesRepository } from '../data/deliveries.repository.js';
import { MailContents } from '../data/mail-contents.js';
import { MailingsRepository } from '../data/mailings.repository.js';
import { letterOf, type Part, withheldParts } from '../domain/wording.js';
import type { WordedKind } from '../domain/words.js';
import type { MailPreview } from '../model/outbox.types.js';
import { Notifiers } from '../notifier.js';
import { mailingPolicy } from '../policy/mailing.policy.js';

/** Shows a message as one recipient would get it now; facts that the viewer's office does not know are left out. */
@Injectable()
export class PreviewMail {
  constructor(
    private readonly mailings: MailingsRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly contents: MailContents,
    private readonly notifiers: Notifiers,
    private readonly config: Config,
  ) {}

  /** @throws NOT_FOUND, also when the recipient would get nothing any more */
  async execute(mailingId: string, wanted: string | null): Promise<MailPreview> {
    const viewer = currentViewer();
    const { held, deliveryId, personId } = await this.mailings.recipientOf(viewer, mailingId, wanted);
    const notifier = this.notifiers.get('EMAIL');
    const to = notifier === undefined ? undefined : (await this.deliveries.recipients(notifier, [personId]))[0];
    if (to === undefined) throw notFound();
    const isWithheld = !mailingPolicy.can('mailing.readContent', viewer, held);
    const parts = isWithheld ? withheldParts([blank(held.kind)], to.locale) : (await this.contents.partsOf(held, [personId])).get(personId);
    if (parts === undefined) throw notFound();
    const letter = letterOf({ locale: to.locale, fullName: to.fullName, tenantName: to.tenantName, publicUrl: this.config.publicUrl, parts, isDigest: false });
    return { deliveryId, recipient: to.fullName, subject: letter.subject, text: letterText(letter), isWithheld };
  }
}

const blank = (kind: string): Part => ({ kind: kind as WordedKind, params: {}, link: null });
