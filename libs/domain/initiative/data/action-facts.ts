import type { Viewer } from '@kit/context';
import { sql, type SqlStatement } from '@kit/database';
import { applicationPolicy } from '../policy/application.policy.js';

/** What decides, beside the facts of the policy, which actions the viewer has. */
export interface ActionFacts {
  readonly today: string;
  readonly supplementDueOn: string | null;
  readonly firstApplicationEndsOn: string | null;
  readonly wasReturned: boolean;
  /** The viewer's own answer to being named as author; `null` for others. */
  readonly answer: 'PENDING' | 'CONFIRMED' | 'DECLINED' | null;
  /** Whether an application record waits for the viewer's confirmation. */
  readonly awaitsConfirmation: boolean;
}

/** For a row of `initiative` called `i`. */
export function actionFactsJson(viewer: Viewer): SqlStatement {
  return sql`json_build_object('today', vn_today(), 'supplementDueOn', i.supplement_due_on,
    'firstApplicationEndsOn', i.first_application_ends_on,
    'wasReturned', exists (select from formal_check k where k.initiative_id = i.id and k.outcome = 'NEEDS_SUPPLEMENT'),
    'answer', (select case when a.confirmed_at is not null then 'CONFIRMED' when a.declined_at is not null then 'DECLINED' else 'PENDING' end
      from initiative_author a where a.initiative_id = i.id and a.person_id = ${viewer.personId}),
    'awaitsConfirmation', exists (select from application_record r where r.initiative_id = i.id and r.confirmed_at is null
      and ${applicationPolicy.where('application.confirm', viewer, 'r')}))`;
}
