import { addDays, type LocalDate } from '@kit/clock';

/** What the calendar of the reader should do with the event. */
export type CalendarMethod = 'REQUEST' | 'CANCEL';

/** One event for one invited person. Others who are invited are nobody's business and do not stand in it. */
export interface CalendarEvent {
  readonly method: CalendarMethod;
  /** The same in every file about the event, so that a calendar finds what it has. */
  readonly uid: string;
  /** Grows with every change; a calendar ignores a file with a lower number. */
  readonly sequence: number;
  /** The file is made at this instant. */
  readonly stampedAt: Date;
  /** A whole day in Vietnam, or a time span. */
  readonly when: { readonly day: LocalDate } | { readonly from: Date; readonly to: Date };
  readonly summary: string;
  readonly description: string;
  readonly place: string | null;
  readonly url: string | null;
  readonly organiser: CalendarPerson;
  readonly invited: CalendarPerson;
}

export interface CalendarPerson {
  readonly name: string;
  readonly address: string;
}

/** Octets of a content line without its CRLF (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

/**
 * An iCalendar file (RFC 5545, iTIP of RFC 5546). Instants are written in UTC and whole days as dates, so no time zone has
 * to be described.
 */
export function calendarFile(event: CalendarEvent): string {
  const isCancelled = event.method === 'CANCEL';
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Khoi//Khoi//VI',
    'CALSCALE:GREGORIAN',
    `METHOD:${event.method}`,
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${instant(event.stampedAt)}`,
    ...span(event.when),
    `SUMMARY:${text(event.summary)}`,
    `DESCRIPTION:${text(event.description)}`,
    ...(event.place === null ? [] : [`LOCATION:${text(event.place)}`]),
    ...(event.url === null ? [] : [`URL:${event.url}`]),
    `ORGANIZER;CN=${parameter(event.organiser.name)}:mailto:${event.organiser.address}`,
    `ATTENDEE;CN=${parameter(event.invited.name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:${event.invited.address}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function span(when: CalendarEvent['when']): string[] {
  if ('day' in when) return [`DTSTART;VALUE=DATE:${date(when.day)}`, `DTEND;VALUE=DATE:${date(addDays(when.day, 1))}`];
  return [`DTSTART:${instant(when.from)}`, `DTEND:${instant(when.to)}`];
}

const date = (day: LocalDate): string => day.replaceAll('-', '');

const instant = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

// oxlint-disable-next-line no-control-regex -- these are what must not get into a content line
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f]/g;

/** A TEXT value: backslash, semicolon, comma and line ends are escaped, other control characters have no place (3.3.11). */
function text(value: string): string {
  return value.replace(/\r\n?/g, '\n').replace(CONTROLS, ' ').replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');
}

/** A quoted parameter value, which has no escape for the quote itself (RFC 6868). */
function parameter(value: string): string {
  return `"${value.replace(CONTROLS, ' ').replaceAll('^', '^^').replaceAll('\n', '^n').replaceAll('"', "^'")}"`;
}

/** Breaks a line after at most 75 octets, never inside a character; what follows begins with a space. */
function folded(line: string): string {
  const rows: string[] = [];
  let row = '';
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > LINE_OCTETS) {
      rows.push(row);
      row = ' ';
      octets = 1;
    }
    row += sign;
    octets += size;
  }
  return [...rows, row].join('\r\n');
}
