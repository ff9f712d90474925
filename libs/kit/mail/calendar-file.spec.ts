import { describe, expect, it } from '@jest/globals';
import { calendarFile, type CalendarEvent } from './calendar-file.js';

const event: CalendarEvent = {
  method: 'REQUEST', uid: '0190-a@khoi.example', sequence: 3, stampedAt: new Date('2026-11-20T02:03:04.567Z'), when: { day: '2026-11-30' },
  summary: 'Phiên họp 1', description: 'Xem hồ sơ trong Khơi.', place: 'Phòng họp A', url: 'https://khoi.example/cham-diem',
  organiser: { name: 'Khơi', address: 'khoi@khoi.example' }, invited: { name: 'Hồ Minh Tâm', address: 'tam@khoi.example' },
};

describe('a calendar file', () => {
  it('invites to a whole day', () => {
    expect(calendarFile(event)).toBe([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Khoi//Khoi//VI', 'CALSCALE:GREGORIAN', 'METHOD:REQUEST', 'BEGIN:VEVENT',
      'UID:0190-a@khoi.example', 'SEQUENCE:3', 'DTSTAMP:20261120T020304Z', 'DTSTART;VALUE=DATE:20261130', 'DTEND;VALUE=DATE:20261201',
      'SUMMARY:Phiên họp 1', 'DESCRIPTION:Xem hồ sơ trong Khơi.', 'LOCATION:Phòng họp A', 'URL:https://khoi.example/cham-diem',
      'ORGANIZER;CN="Khơi":mailto:khoi@khoi.example',
      'ATTENDEE;CN="Hồ Minh Tâm";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSV', ' P=FALSE:mailto:tam@khoi.example',
      'STATUS:CONFIRMED', 'TRANSP:OPAQUE', 'CLASS:PRIVATE', 'END:VEVENT', 'END:VCALENDAR', '',
    ].join('\r\n'));
  });

  it('takes an event back, and writes instants in UTC', () => {
    const file = calendarFile({ ...event, method: 'CANCEL', place: null, url: null, when: { from: new Date('2026-11-30T01:30:00Z'), to: new Date('2026-11-30T04:00:00Z') } });
    expect(file.split('\r\n').filter((line) => /^(METHOD|DT[SE]|STATUS|LOCATION|URL)/.test(line))).toEqual([
      'METHOD:CANCEL', 'DTSTAMP:20261120T020304Z', 'DTSTART:20261130T013000Z', 'DTEND:20261130T040000Z', 'STATUS:CANCELLED',
    ]);
  });

  it('escapes what people wrote, so that no line of theirs becomes a line of the file', () => {
    const file = calendarFile({
      ...event, summary: 'A; B, C \\ D\r\nATTENDEE:mailto:evil@example.com', invited: { name: 'X":mailto:evil@example.com\r\nX-EVIL:1', address: 'x@y' },
    });
    expect(file.replaceAll('\r\n ', '').split('\r\n').filter((line) => /SUMMARY|ATTENDEE|EVIL/i.test(line))).toEqual([
      'SUMMARY:A\\; B\\, C \\\\ D\\nATTENDEE:mailto:evil@example.com',
      `ATTENDEE;CN="X^':mailto:evil@example.com ^nX-EVIL:1";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:x@y`,
    ]);
  });

  it('folds lines at 75 octets without breaking a character', () => {
    const summary = 'Hội đồng đánh giá sáng kiến phường '.repeat(6).trim();
    const lines = calendarFile({ ...event, summary }).split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.join('\n')).not.toContain('\ufffd');
    expect(lines.join('\r\n').replaceAll('\r\n ', '')).toContain(`SUMMARY:${summary}\r\n`);
  });
});
