import { personJsonOf } from '@domain/organisation';
import { sql, type SqlStatement } from '@kit/database';
import type { Selection } from '@kit/graphql';

/* The marks the procedure leaves on an initiative as JSON, for a row of `initiative` called `i`. */

export const receiptJson = sql`(select json_build_object('number', i.receipt_number, 'at', i.submitted_at, 'versionSha256', first.sha256,
    'resultDueOn', i.result_due_on, 'formalCheckDueOn', i.formal_check_due_on,
    'submittedBy', ${personJsonOf(sql`first.created_by_person_id`, 'fp')})
  from initiative_version first where first.initiative_id = i.id and first.number = 1)`;

/** The faults still as stored: `text` is put in when the language of the reader is known. */
export const formalChecksJson = sql`(select coalesce(json_agg(json_build_object('id', k.id, 'versionNumber', k.version_number,
    'outcome', k.outcome, 'faults', k.faults, 'message', k.message, 'dueOn', k.due_on, 'checkedAt', k.checked_at,
    'checkedBy', ${personJsonOf(sql`k.checked_by_person_id`, 'kp')}) order by k.checked_at, k.id), '[]')
  from formal_check k where k.initiative_id = i.id)`;

export const stepsJson = sql`(select coalesce(json_agg(json_build_object('id', s.id, 'transition', s.transition,
    'fromState', s.from_state, 'toState', s.to_state, 'note', s.note, 'at', s.at,
    'actor', ${personJsonOf(sql`s.actor_person_id`, 'sp')}) order by s.at, s.id), '[]')
  from initiative_step s where s.initiative_id = i.id)`;

/** Snapshots are large; they are read only for the differences between them. */
export function versionsJson(selected: Selection): SqlStatement {
  const snapshot = selected.has('changes') ? sql`, 'snapshot', v.snapshot` : sql.empty;
  return sql`(select coalesce(json_agg(json_build_object('number', v.number, 'reason', v.reason, 'sha256', v.sha256,
      'createdAt', v.created_at, 'createdBy', ${personJsonOf(sql`v.created_by_person_id`, 'vp')}${snapshot}) order by v.number), '[]')
    from initiative_version v where v.initiative_id = i.id)`;
}

const SIMILAR_FROM = 0.3;
const MOST_SIMILAR = 10;

/** The title without case and marks as the row keeps it for search, behind its code: to norm it anew for every dossier of a ward takes longer than comparing. */
const normOf = (alias: 'i' | 'other'): SqlStatement => sql`substr(${sql.raw(alias)}.search_norm, length(${sql.raw(alias)}.code) + 2)`;

/** Titles of the ward like this one, without case and marks. Titles only: secrets are never compared (INV-09). */
export const similarJson = sql`(select coalesce(json_agg(json_build_object('id', o.id, 'code', o.code, 'title', o.title,
      'state', o.state, 'similarity', round(o.likeness * 100)) order by o.likeness desc, o.id), '[]')
    from (
      select other.id, other.code, other.title, other.state, l.likeness
      from initiative other cross join lateral (select similarity(${normOf('other')}, ${normOf('i')}) as likeness offset 0) l
      where other.tenant_id = i.tenant_id and other.id <> i.id and other.submitted_at is not null and l.likeness >= ${SIMILAR_FROM}
      order by l.likeness desc, other.id limit ${MOST_SIMILAR}) o)`;
