import { describe, expect, it } from '@jest/globals';
import { SendDueMessages } from '@domain/notification';
import { runAs } from '@kit/context';
import { aCouncil, aDraftSession, someAccepted, step } from '../factories/evaluation.js';
import { aCompleteDraft, act, aSubmission } from '../factories/initiative.js';
import { statementsDuring } from '../setup/statements.js';
import { makeDue } from '../setup/mail-server.js';
import { useMailedWard } from '../setup/mailed-ward.js';

const { app, mail, scene, send, reader, assign } = useMailedWard();

describe('an invitation', () => {
  it('carries the session for the calendar, and takes it back when the session is cancelled', async () => {
    const officer = await scene().person({ roles: ['INTAKE_OFFICER'] });
    const cast = await aCouncil(scene());
    await app().sql(`update person set email = 'tam@phuong.example', full_name = 'Hồ Minh Tâm' where id = $1`, [cast.members[0]!.personId]);
    // Invitations are mails of their own also for whoever gets a digest.
    await app().sql(`insert into notification_preference (person_id, tenant_id, mode) values ($1, $2, 'DAILY')`, [cast.members[0]!.personId, scene().ward.id]);
    const draft = await aDraftSession(scene(), cast, await someAccepted(scene(), officer, 1));
    await app().sql(`update evaluation_session set held_on = '2026-12-31', place = 'Phòng họp A; tầng 2', title = 'Phiên họp quý IV' where id = $1`, [draft.id]);
    await send();
    await step(cast.secretary, 'conveneSession', draft);
    const ics = async () => {
      const [letter, ...others] = await send();
      expect(others).toEqual([]);
      const file = letter!.attachments.find(({ filename }) => filename === 'phien-hop.ics');
      return { subject: letter!.subject, text: letter!.text!.split('\n-- ')[0], lines: Buffer.from(file!.content as ArrayBuffer).toString('utf8').replace(/\r?\n /g, '').split(/\r?\n/), raw: letter!.raw };
    };
    const invited = await ics();
    expect(invited.raw).toContain('text/calendar; charset=utf-8; method=REQUEST');
    expect([invited.subject, invited.text]).toEqual(['Mời dự phiên họp: Phiên họp quý IV', [
      'Kính gửi Ông/Bà Hồ Minh Tâm,', '', 'Ông/Bà được mời dự phiên họp “Phiên họp quý IV” của Hội đồng.', '  Ngày họp: 31/12/2026', '  Địa điểm: Phòng họp A; tầng 2',
      `  Hạn chấm điểm: ${(await dueDay(draft.id))}`, '  Xem hồ sơ của phiên họp:', '  http://khoi.example/cham-diem', '',
    ].join('\n')]);
    const event = (lines: readonly string[]) => lines.filter((line) => !line.startsWith('DTSTAMP'));
    const common = (method: string, sequence: number, status: string) => [
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Khoi//Khoi//VI', 'CALSCALE:GREGORIAN', `METHOD:${method}`, 'BEGIN:VEVENT', `UID:${draft.id}@khoi.example`, `SEQUENCE:${sequence}`,
      'DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270101', 'SUMMARY:Phiên họp quý IV', 'DESCRIPTION:http://khoi.example/cham-diem', 'LOCATION:Phòng họp A\\; tầng 2', 'URL:http://khoi.example/cham-diem',
      'ORGANIZER;CN="Khơi":mailto:khoi@phuong.example', 'ATTENDEE;CN="Hồ Minh Tâm";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:tam@phuong.example',
      `STATUS:${status}`, 'TRANSP:OPAQUE', 'CLASS:PRIVATE', 'END:VEVENT', 'END:VCALENDAR', '',
    ];
    const [{ revision } = { revision: 0 }] = await app().sql<{ revision: number }>('select revision from evaluation_session where id = $1', [draft.id]);
    expect(event(invited.lines)).toEqual(common('REQUEST', revision, 'CONFIRMED'));
    await step(cast.secretary, 'cancelSession', draft);
    const cancelled = await ics();
    expect(cancelled.subject).toBe('Phiên họp không tổ chức: Phiên họp quý IV');
    expect(event(cancelled.lines)).toEqual(common('CANCEL', revision + 1, 'CANCELLED'));
  });

  async function dueDay(sessionId: string): Promise<string> {
    const [row] = await app().sql<{ day: string }>(`select to_char(scoring_due_on, 'DD/MM/YYYY') as day from evaluation_session where id = $1`, [sessionId]);
    return row!.day;
  }
});

describe('the cost', () => {
  it('of a notice is the same with mail for one and for many, and sending asks by notice and not by person', async () => {
    const lead = await scene().person();
    const officers = await Promise.all(Array.from({ length: 9 }, (_, index) => reader(`Tiếp nhận ${index}`)));
    const submitted = async (count: number) => {
      for (const { personId } of officers.slice(0, count)) await assign(personId, 'INTAKE_OFFICER').catch(() => undefined);
      await send();
      const draft = await aCompleteDraft(scene(), lead);
      const acting = await statementsDuring(app(), () => act(lead, 'submitInitiative', aSubmission(draft)));
      await makeDue(app());
      const sending = await statementsDuring(app(), () => runAs(scene().ward.system, () => app().get(SendDueMessages).execute()));
      return { act: acting.length, sending: sending.length, arrived: mail().take().length };
    };
    const [one, nine] = [await submitted(1), await submitted(9)];
    expect([one.arrived, nine.arrived]).toEqual([1, 9]);
    expect(nine.act).toBe(one.act);
    // Each mail is settled by itself, because it went by itself.
    expect(nine.sending - one.sending).toBe(8);
  }, 60_000);
});
