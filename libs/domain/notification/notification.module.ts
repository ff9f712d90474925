import { Module } from '@nestjs/common';
import { MailModule } from '@kit/mail';
import { DeliveriesRepository } from './data/deliveries.repository.js';
import { MailContents } from './data/mail-contents.js';
import { RemindersRepository } from './data/reminders.repository.js';
import { MessageSender } from './handlers/message-sender.js';
import { NotificationListener } from './handlers/notification.listener.js';
import { MailNotifier } from './mail-notifier.js';
import { NotificationRepository } from './notification.repository.js';
import { NotificationResolver } from './notification.resolver.js';
import { Notifiers } from './notifier.js';
import { SendDueMessages } from './usecases/send-due-messages.js';
import { SendReminders } from './usecases/send-reminders.js';

@Module({
  imports: [MailModule],
  providers: [
    NotificationResolver, NotificationRepository, NotificationListener, Notifiers, MailNotifier, DeliveriesRepository, RemindersRepository,
    MailContents, SendDueMessages, SendReminders, MessageSender,
  ],
})
export class NotificationModule {}
