import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hasRole, type Viewer } from '@kit/context';
import { sql, type SqlStatement } from '@kit/database';
import { type SessionFollowUp, SessionFollowUps } from '@domain/evaluation';
import { type WorkSource, WorkSources } from '@domain/work';

/** What waits for the head and the secretary between a locked session and an issued decision. */
@Injectable()
export class RecognitionWork implements WorkSource, SessionFollowUp, OnModuleInit {
  constructor(
    private readonly sources: WorkSources,
    private readonly sessions: SessionFollowUps,
  ) {}

  onModuleInit(): void {
    this.sources.add(this);
    this.sessions.register(this);
  }

  isProposed(alias: string): SqlStatement {
    return sql`exists (select from recognition_decision d where d.session_id = ${sql.identifier(alias)}.id)`;
  }

  workOf(viewer: Viewer): SqlStatement | null {
    const parts: SqlStatement[] = [];
    if (hasRole(viewer, 'AUTHORITY_HEAD')) {
      parts.push(sql`
        select 'DECIDE:' || d.id, 'DECIDE', d.summary::text, null::text, null::date, '/quyet-dinh/' || d.id,
          (select count(*)::int from recognition_item i where i.decision_id = d.id and i.outcome is null), false
        from recognition_decision d where d.tenant_id = ${viewer.tenantId} and d.state = 'PROPOSED'`);
    }
    if (hasRole(viewer, 'COUNCIL_SECRETARY')) {
      parts.push(sql`
        select 'PROPOSE_DECISION:' || s.id, 'PROPOSE_DECISION', s.title::text, null::text, null::date, '/thu-ky/phien-hop/' || s.id, null::int, false
        from evaluation_session s where s.tenant_id = ${viewer.tenantId} and s.state = 'LOCKED'
          and exists (select from agenda_item a join item_result r on r.item_id = a.id where a.session_id = s.id and r.outcome <> 'DEFERRED')
          and not exists (select from recognition_decision d where d.session_id = s.id)`);
      parts.push(sql`
        select 'AWAIT_DECISION:' || d.id, 'AWAIT_DECISION', d.summary::text, null::text, null::date, '/quyet-dinh/' || d.id, null::int, true
        from recognition_decision d where d.tenant_id = ${viewer.tenantId} and d.state = 'PROPOSED'`);
    }
    return parts.length === 0 ? null : sql.join(parts, ' union all ');
  }
}
