import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type WorkSource, WorkSources } from '@domain/work';
import { hasRole, type Viewer } from '@kit/context';
import { sql, type SqlStatement } from '@kit/database';
import { signsNow, sitsNow } from './data/meeting.shapes.js';
import { itemPolicy } from './policy/item.policy.js';
import { sessionPolicy } from './policy/session.policy.js';

/** What waits around sessions: for members one line per session to score, for chair and secretary the next step of a session. */
@Injectable()
export class EvaluationWork implements WorkSource, OnModuleInit {
  constructor(private readonly sources: WorkSources) {}

  onModuleInit(): void {
    this.sources.add(this);
  }

  workOf(viewer: Viewer): SqlStatement | null {
    const lines: SqlStatement[] = [];
    if (hasRole(viewer, 'COUNCIL_MEMBER')) lines.push(sheetsToScore(viewer), ballotsToCast(viewer), minutesToSign(viewer));
    else if (hasRole(viewer, 'COUNCIL_SECRETARY')) lines.push(minutesToSign(viewer));
    if (sessionPolicy.anyGrant('session.prepare', viewer)) lines.push(sessionsToOpen(viewer), meetingsToHold(viewer));
    if (hasRole(viewer, 'COUNCIL_SECRETARY') || hasRole(viewer, 'COUNCIL_CHAIR')) lines.push(sessionsToClose(viewer));
    if (hasRole(viewer, 'COUNCIL_CHAIR')) lines.push(sessionsToLock(viewer));
    return lines.length === 0 ? null : sql.join(lines.map((line) => sql`(${line})`), ' union all ');
  }
}

/** The count is that of the viewer's own queue: items on which the viewer is recused are in neither. */
function sheetsToScore(viewer: Viewer): SqlStatement {
  return sql`select 'SCORE_SHEETS:' || s.id, 'SCORE_SHEETS', s.title::text, null::text, s.scoring_due_on, '/cham-diem', count(*)::integer, false
    from evaluation_session s join agenda_item a on a.session_id = s.id
    left join score_sheet h on h.item_id = a.id and h.person_id = ${viewer.personId}
    where s.tenant_id = ${viewer.tenantId} and s.state = 'SCORING' and (h.state is null or h.state = 'DRAFT')
      and ${itemPolicy.where('item.score', viewer, 'a')}
    group by s.id`;
}

function sessionsToOpen(viewer: Viewer): SqlStatement {
  return sessionLine('OPEN_SCORING', sql`s.held_on`, sql`s.state = 'CONVENED' and ${sessionPolicy.where('session.prepare', viewer, 's')}`);
}

/** When every sheet that can still come has come, or the last day is over. Reads what the progress of the session shows. */
function sessionsToClose(viewer: Viewer): SqlStatement {
  return sessionLine('CLOSE_SCORING', sql`s.scoring_due_on`, sql`s.state = 'SCORING' and ${sessionPolicy.where('session.closeScoring', viewer, 's')}
    and (s.scoring_due_on < vn_today() or not exists (
      select from agenda_item a join item_scorer scorer on scorer.item_id = a.id
      left join score_sheet h on h.item_id = a.id and h.person_id = scorer.person_id
      where a.session_id = s.id and h.state is distinct from 'SUBMITTED' and ${itemPolicy.where('item.readProgress', viewer, 'a')}))`);
}

function meetingsToHold(viewer: Viewer): SqlStatement {
  return sessionLine('HOLD_MEETING', sql`s.held_on`, sql`s.state in ('SCORED', 'BALLOTING') and ${sessionPolicy.where('session.prepare', viewer, 's')}
    and not ${sitsNow('s')}`);
}

/** Ballots that wait for the viewer's vote; nobody else's are counted. */
function ballotsToCast(viewer: Viewer): SqlStatement {
  return sql`select distinct 'CAST_BALLOT:' || s.id, 'CAST_BALLOT', s.title::text, null::text, null::date, '/phien-hop/' || s.id, null::integer, false
    from ballot_issue mine join ballot_item voted on voted.id = mine.ballot_item_id and voted.state = 'OPEN'
    join evaluation_session s on s.id = voted.session_id join agenda_item a on a.id = voted.item_id
    where mine.person_id = ${viewer.personId} and not mine.is_returned and s.tenant_id = ${viewer.tenantId} and ${itemPolicy.where('item.vote', viewer, 'a')}`;
}

function minutesToSign(viewer: Viewer): SqlStatement {
  return sessionLine('SIGN_MINUTES', sql`null::date`, sql`s.state in ('COUNTED', 'MINUTES_DRAFT') and ${sessionPolicy.where('session.sign', viewer, 's')}
    and ${signsNow('s', viewer)}`);
}

/** When the minutes have both signatures. */
function sessionsToLock(viewer: Viewer): SqlStatement {
  return sessionLine('LOCK_SESSION', sql`null::date`, sql`s.state = 'MINUTES_DRAFT' and ${sessionPolicy.where('session.lock', viewer, 's')}
    and 2 = (select count(distinct g.capacity) from minutes_signature g where g.minutes_id = (
      select m.id from minutes m where m.session_id = s.id and m.kind = 'MEETING' order by m.number desc limit 1))`);
}

function sessionLine(kind: string, dueOn: SqlStatement, where: SqlStatement): SqlStatement {
  return sql`select ${kind}::text || ':' || s.id, ${kind}::text, s.title::text, null::text, ${dueOn}, '/thu-ky/phien-hop/' || s.id, null::integer, false
    from evaluation_session s where ${where}`;
}
