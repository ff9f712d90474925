export { calendarFile, type CalendarEvent, type CalendarMethod, type CalendarPerson } from './calendar-file.js';
export type { Letter, LetterAction, LetterItem, LetterLine } from './letter.js';
export { letterHtml } from './letter-html.js';
export { letterText } from './letter-text.js';
export { isOneMailbox, type MailAddress, oneLine } from './mail-address.js';
export type { MailOutcome } from './mail-outcome.js';
export { MailTransport, type OutgoingMail } from './mail-transport.js';
export { MailModule } from './mail.module.js';
