import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type WorkSource, WorkSources } from '@domain/work';
import type { Viewer } from '@kit/context';
import { sql, type SqlStatement } from '@kit/database';
import { applicationPolicy } from '../policy/application.policy.js';
import { initiativePolicy } from '../policy/initiative.policy.js';
import { isAuthor } from '../policy/initiative.conditions.js';
import { awaitsConfirmationOf } from './initiative.lists.js';

/** Lines of one kind; whoever has more drafts than this opens the list itself. */
const MOST_LINES = 50;

/** The last day on which the draft can still be submitted; none while the campaign is not open. */
const LAST_DAY = sql`(select ((c.submission_closes_at - interval '1 microsecond') at time zone 'Asia/Ho_Chi_Minh')::date
  from campaign c where c.id = i.campaign_id and c.state in ('PLANNED', 'OPEN'))`;

/** What waits around initiatives: for authors one line per dossier, for officers one line per queue. */
@Injectable()
export class InitiativeWork implements WorkSource, OnModuleInit {
  constructor(private readonly sources: WorkSources) {}

  onModuleInit(): void {
    this.sources.add(this);
  }

  workOf(viewer: Viewer): SqlStatement {
    const lines = [authorshipsToConfirm(viewer), returnedToFix(viewer), draftsToFinish(viewer), waitingForOthers(viewer)];
    if (initiativePolicy.anyGrant('initiative.formalCheck', viewer)) lines.push(queueToCheck(viewer));
    if (applicationPolicy.anyGrant('application.confirm', viewer)) lines.push(applicationsToConfirm(viewer));
    return sql.join(lines.map((line) => sql`(${line})`), ' union all ');
  }
}

/** One line for a dossier of the viewer. */
function dossierLine(kind: SqlStatement, dueOn: SqlStatement, isWaiting: boolean, where: SqlStatement): SqlStatement {
  return sql`select ${kind} || ':' || i.id, ${kind}, i.title::text, i.code, ${dueOn}, '/ho-so/' || i.code, null::integer, ${isWaiting}::boolean
    from initiative i where ${where} order by i.id desc limit ${MOST_LINES}`;
}

const constant = (kind: string): SqlStatement => sql`${kind}::text`;

function ownAs(viewer: Viewer, answer: SqlStatement): SqlStatement {
  return sql`i.tenant_id = ${viewer.tenantId} and exists (select from initiative_author a
    where a.initiative_id = i.id and a.person_id = ${viewer.personId} and ${answer})`;
}

function authorshipsToConfirm(viewer: Viewer): SqlStatement {
  const dueOn = sql`case when i.state = 'SUPPLEMENT_REQUIRED' then i.supplement_due_on else ${LAST_DAY} end`;
  return dossierLine(constant('CONFIRM_AUTHORSHIP'), dueOn, false, sql`i.state in ('DRAFT', 'SUPPLEMENT_REQUIRED')
    and ${ownAs(viewer, sql`a.confirmed_at is null and a.declined_at is null`)}`);
}

function returnedToFix(viewer: Viewer): SqlStatement {
  return dossierLine(constant('FIX_RETURNED'), sql`i.supplement_due_on`, false,
    sql`i.state = 'SUPPLEMENT_REQUIRED' and ${ownAs(viewer, sql`a.role = 'LEAD'`)}`);
}

function draftsToFinish(viewer: Viewer): SqlStatement {
  return dossierLine(constant('FINISH_DRAFT'), LAST_DAY, false, sql`i.state = 'DRAFT' and ${ownAs(viewer, sql`a.role = 'LEAD'`)}`);
}

function waitingForOthers(viewer: Viewer): SqlStatement {
  const kind = sql`case i.state when 'SUBMITTED' then 'WAIT_FORMAL_CHECK' when 'WAITING_APPLICATION' then 'WAIT_FIRST_APPLICATION'
    when 'ACCEPTED' then 'WAIT_COUNCIL' else 'WAIT_RESULT' end`;
  const dueOn = sql`case i.state when 'SUBMITTED' then i.formal_check_due_on else i.result_due_on end`;
  return dossierLine(kind, dueOn, true, sql`i.tenant_id = ${viewer.tenantId}
    and i.state in ('SUBMITTED', 'ACCEPTED', 'WAITING_APPLICATION', 'UNDER_EVALUATION') and ${isAuthor.sql!('i', viewer)}`);
}

/** One line for a queue, due when its most pressing dossier is. */
function queueLine(kind: string, title: string, dueOn: SqlStatement, link: string, where: SqlStatement): SqlStatement {
  return sql`select ${kind}::text, ${kind}::text, ${title}::text, null::text, min(${dueOn}), ${link}::text, count(*)::integer, false
    from initiative i where ${where} having count(*) > 0`;
}

function queueToCheck(viewer: Viewer): SqlStatement {
  return queueLine('CHECK_FORMALLY', 'Hồ sơ chờ kiểm tra hình thức', sql`i.formal_check_due_on`, '/thu-ky/tiep-nhan',
    sql`i.state = 'SUBMITTED' and ${initiativePolicy.where('initiative.formalCheck', viewer, 'i')}`);
}

function applicationsToConfirm(viewer: Viewer): SqlStatement {
  return queueLine('CONFIRM_APPLICATION', 'Hồ sơ áp dụng chờ xác nhận', sql`coalesce(i.result_due_on, i.formal_check_due_on)`, '/don-vi/cho-xac-nhan', awaitsConfirmationOf(viewer));
}
