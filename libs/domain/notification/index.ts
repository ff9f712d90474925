export { NotificationModule } from './notification.module.js';
export { Notifiers, type Channel, type Message, type Notifier } from './notifier.js';
export { RemindersDue } from './events/notification.events.js';
export { SendDueMessages, type SendingReport } from './usecases/send-due-messages.js';
export { SendReminders } from './usecases/send-reminders.js';
