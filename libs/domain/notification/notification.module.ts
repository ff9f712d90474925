import { Module } from '@nestjs/common';
import { MailModule } from '@kit/mail';
import { NotificationResolver } from './api/notification.resolver.js';
import { OutboxResolver } from './api/outbox.resolver.js';
import { PreferencesResolver } from './api/preferences.resolver.js';
import { DeliveriesRepository } from './data/deliveries.repository.js';
import { MailContents } from './data/mail-contents.js';
import { MailingsRepository } from './data/mailings.repository.js';
import { PreferencesRepository } from './data/preferences.repository.js';
import { RemindersRepository } from './data/reminders.repository.js';
import { MessageSender } from './handlers/message-sender.js';
import { NotificationListener } from './handlers/notification.listener.js';
import { MailNotifier } from './mail-notifier.js';
import { NotificationRepository } from './notification.repository.js';
import { Notifiers } from './notifier.js';
import { DecideMailing } from './usecases/decide-mailing.js';
import { PreviewMail } from './usecases/preview-mail.js';
import { RetryDelivery } from './usecases/retry-delivery.js';
import { SendDueMessages } from './usecases/send-due-messages.js';
import { SendReminders } from './usecases/send-reminders.js';

@Module({
  imports: [MailModule],
  providers: [
    NotificationResolver, NotificationRepository, NotificationListener, Notifiers, MailNotifier, DeliveriesRepository, RemindersRepository,
    MailContents, SendDueMessages, SendReminders, MessageSender, OutboxResolver, PreferencesResolver, MailingsRepository, PreferencesRepository,
    DecideMailing, RetryDelivery, PreviewMail,
  ],
})
export class NotificationModule {}
