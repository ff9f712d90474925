import { sql, type SqlStatement } from '@kit/database';
import { type Reminded, REMINDED, stepsOf } from '../domain/clocks.js';
import { RemindersDue } from '../events/notification.events.js';
import { type Notice, notice } from '../notice.js';
import { isInOffice, isSeated } from './holders.js';

/**
 * Who is told of the reminder `r` and what they may know: rows (person_id, title, code, link). Whoever may not read the
 * dossier gets its code and no title.
 */
const TOLD: Readonly<Record<Reminded, SqlStatement>> = {
  INTAKE: sql`
    select held.person_id, i.title, i.code, '/thu-ky/tiep-nhan?ho-so=' || i.code
    from initiative i join role_assignment held on held.tenant_id = r.tenant_id and held.role = 'INTAKE_OFFICER' and ${isInOffice('held')}
    where i.id = r.object_id and not exists (select from initiative_author own where own.initiative_id = i.id and own.person_id = held.person_id)`,
  INTAKE_HEAD: sql`
    select head.person_id, i.code, null, '/viec-cua-toi'
    from initiative i join role_assignment head on head.tenant_id = r.tenant_id and head.role = 'UNIT_HEAD' and ${isInOffice('head')}
    where i.id = r.object_id and head.scope_unit_id in (
      select officer.unit_id from role_assignment held join person officer on officer.id = held.person_id
      where held.tenant_id = r.tenant_id and held.role = 'INTAKE_OFFICER' and ${isInOffice('held')})`,
  AUTHORITY_HEAD: sql`
    select held.person_id, i.title, i.code, '/ho-so/' || i.code
    from initiative i join role_assignment held on held.tenant_id = r.tenant_id and held.role = 'AUTHORITY_HEAD' and ${isInOffice('held')}
    where i.id = r.object_id`,
  AUTHORS: sql`
    select a.person_id, i.title, i.code, '/ho-so/' || i.code
    from initiative i join initiative_author a on a.initiative_id = i.id where i.id = r.object_id`,
  LEAD_AUTHOR: sql`
    select a.person_id, i.title, i.code, '/ho-so/' || i.code
    from initiative i join initiative_author a on a.initiative_id = i.id and a.role = 'LEAD' where i.id = r.object_id`,
  SECRETARY: sql`
    select held.person_id, i.title, i.code, '/ho-so/' || i.code
    from initiative i cross join lateral (
      select given.person_id from role_assignment given
        where given.tenant_id = r.tenant_id and given.role = 'COUNCIL_SECRETARY' and ${isInOffice('given')}
      union
      select seat.person_id from council_member seat where seat.tenant_id = r.tenant_id and seat.role = 'SECRETARY' and ${isSeated('seat')}) held
    where i.id = r.object_id`,
  CHAIR: sql`
    select distinct seat.person_id, i.code, null, '/viec-cua-toi'
    from initiative i join council_member seat on seat.tenant_id = r.tenant_id and seat.role = 'CHAIR' and ${isSeated('seat')}
    where i.id = r.object_id`,
  SCORERS: sql`
    select m.person_id, s.title, null, '/cham-diem'
    from evaluation_session s join session_member m on m.session_id = s.id and m.is_voting
    where s.id = r.object_id and exists (
      select from agenda_item a left join score_sheet sheet on sheet.item_id = a.id and sheet.person_id = m.person_id
      where a.session_id = s.id and (sheet.state is null or sheet.state = 'DRAFT')
        and not exists (select from item_recusal barred where barred.item_id = a.id and barred.person_id = m.person_id))`,
  SESSION_SECRETARY: sql`
    select m.person_id, s.title, null, '/thu-ky/phien-hop/' || s.id
    from evaluation_session s join session_member m on m.session_id = s.id and m.role = 'SECRETARY' where s.id = r.object_id`,
};

/** Every reminder of the round whose clock still runs to the same day, for everybody whom it reaches. */
function lines({ tenantId, batchId }: RemindersDue): SqlStatement {
  const each = REMINDED.map((reminded) => {
    const steps = stepsOf(reminded);
    return sql`
      select r.id, r.clock, r.due_on, told.person_id, told.title, told.code, told.link
      from reminder r join running_clock c on c.kind = r.clock and c.object_id = r.object_id and c.ends_on = r.ends_on
      cross join lateral (${TOLD[reminded]}) as told (person_id, title, code, link)
      where r.batch_id = ${batchId} and r.tenant_id = ${tenantId}
        and (r.clock, r.days_before) in (select * from unnest(${steps.map(({ kind }) => kind)}::text[], ${steps.map(({ daysBefore }) => daysBefore)}::int[]))`;
  });
  // Somebody may be reached in two offices by the same reminder; what they may read of it in one of them, they may read.
  return sql`select distinct on (all_lines.person_id, all_lines.id) all_lines.* from (${sql.join(each, ' union all ')}) all_lines
    order by all_lines.person_id, all_lines.id, all_lines.code nulls last`;
}

/** One notice for a person, with what is nearest. */
const summaries = (event: RemindersDue): SqlStatement => sql`
  select l.person_id, jsonb_build_object('count', count(*), 'nearestDueOn', min(l.due_on), 'title', (array_agg(l.title order by l.due_on, l.id))[1],
      'code', (array_agg(l.code order by l.due_on, l.id))[1]),
    case when count(*) = 1 then min(l.link) else '/viec-cua-toi' end
  from (${lines(event)}) l group by l.person_id`;

const parts = (event: RemindersDue): SqlStatement => sql`
  select l.person_id, 'DEADLINE_' || l.clock, jsonb_build_object('title', l.title, 'code', l.code, 'dueOn', l.due_on), l.link
  from (${lines(event)}) l order by l.due_on, l.id`;

export const reminderNotices: readonly Notice[] = [
  notice(RemindersDue, 'DEADLINES_NEAR', summaries, { isPersonal: true, parts }),
];
