import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type WorkSource, WorkSources } from '@domain/work';
import { hasRole, type Viewer } from '@kit/context';
import { sql, type SqlStatement } from '@kit/database';
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
    if (hasRole(viewer, 'COUNCIL_MEMBER')) lines.push(sheetsToScore(viewer));
    if (sessionPolicy.anyGrant('session.prepare', viewer)) lines.push(sessionsToOpen(viewer));
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

function sessionsToLock(viewer: Viewer): SqlStatement {
  return sessionLine('LOCK_SESSION', sql`null::date`, sql`s.state = 'SCORED' and ${sessionPolicy.where('session.lock', viewer, 's')}`);
}

function sessionLine(kind: string, dueOn: SqlStatement, where: SqlStatement): SqlStatement {
  return sql`select ${kind}::text || ':' || s.id, ${kind}::text, s.title::text, null::text, ${dueOn}, '/thu-ky/phien-hop/' || s.id, null::integer, false
    from evaluation_session s where ${where}`;
}
