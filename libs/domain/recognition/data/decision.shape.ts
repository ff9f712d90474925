import { currentContext, type Viewer } from '@kit/context';
import { sql, type SqlStatement } from '@kit/database';
import { outcomeView } from '@domain/evaluation';
import { personJsonOf } from '@domain/organisation';
import { fullNumber } from '../domain/decision-rules.js';
import type { DecisionAction } from '../model/closed-lists.js';
import type { RecognitionDecision, RecognitionItem } from '../model/decision.types.js';

type Stored<T, Dates extends keyof T> = Omit<T, Dates> & { readonly [K in Dates]: string | null };

interface StoredItem extends Stored<RecognitionItem, 'decidedAt'> {
  readonly result: unknown;
  readonly number: number | null;
  readonly symbol: string | null;
  readonly isWithheld: boolean;
}

interface StoredDecision extends Omit<Stored<RecognitionDecision, 'proposedAt'>, 'items' | 'actions'> {
  readonly symbol: string | null;
  readonly itemCount: number;
  readonly items: readonly StoredItem[];
}

/**
 * A `RecognitionItem` out of rows of `recognition_item` and its `recognition_decision`, with the judged version's words. Pass it
 * through `itemView`, which withholds the results from authors and recused members until the decision is issued (INV-11).
 */
export function itemJson(item: string, decision: string, viewer: Viewer): SqlStatement {
  const i = sql.identifier(item);
  const d = sql.identifier(decision);
  const result = sql.identifier(`${item}_result`);
  const agenda = sql.identifier(`${item}_agenda`);
  const version = sql.identifier(`${item}_version`);
  return sql`(select json_build_object(
      'id', ${i}.id, 'tenantId', ${i}.tenant_id, 'state', ${d}.state, 'position', ${i}.position, 'initiativeId', ${i}.initiative_id,
      'code', ${version}.snapshot ->> 'code', 'title', ${version}.snapshot ->> 'title',
      'unitName', ${version}.snapshot -> 'submittingUnit' ->> 'name',
      'authorNames', (select coalesce(json_agg(a ->> 'fullName'), '[]') from jsonb_array_elements(${version}.snapshot -> 'authors') a),
      'result', to_jsonb(${result}), 'outcome', ${i}.outcome, 'effectiveness', ${i}.effectiveness, 'refusalReasons', ${i}.refusal_reasons,
      'reason', ${i}.reason, 'deviates', ${i}.deviates, 'decidedAt', ${i}.decided_at,
      'number', ${d}.number, 'symbol', ${d}.symbol, 'decisionDate', ${d}.issued_on,
      'isWithheld', ${d}.state <> 'ISSUED' and exists (select from item_recusal barred
        where barred.item_id = ${result}.item_id and barred.person_id = ${viewer.personId}))
    from item_result ${result}
    join agenda_item ${agenda} on ${agenda}.id = ${result}.item_id
    join initiative_version ${version} on ${version}.initiative_id = ${agenda}.initiative_id and ${version}.number = ${agenda}.version_number
    where ${result}.id = ${i}.result_id)`;
}

export function itemView(stored: unknown): RecognitionItem {
  const { result, number, symbol, isWithheld, ...item } = stored as StoredItem;
  const known = {
    ...item,
    decidedAt: item.decidedAt === null ? null : new Date(item.decidedAt),
    decisionNumber: number === null || symbol === null ? null : fullNumber(number, symbol),
  };
  if (isWithheld) return { ...known, ...WITHHELD };
  const council = outcomeView(result, currentContext().locale);
  return { ...known, councilOutcome: council.outcome, councilAverage: council.average, councilReasons: council.reasons };
}

/** An item as somebody sees it who must not know yet how it went, whatever office they hold. */
const WITHHELD = {
  councilOutcome: null, councilAverage: null, councilReasons: null, outcome: null, effectiveness: null, refusalReasons: [], reason: '', deviates: false,
  decidedAt: null,
};

/**
 * A `RecognitionDecision` out of a row of `recognition_decision`. Pass it through `decisionView`.
 * @param withItems whether the items were asked for; a list of decisions is light without them
 */
export function decisionJson(decision: string, viewer: Viewer, withItems: boolean): SqlStatement {
  const d = sql.identifier(decision);
  const items = sql`(select coalesce(json_agg(${itemJson('i', decision, viewer)} order by i.position), '[]') from recognition_item i where i.decision_id = ${d}.id)`;
  return sql`json_build_object(
    'id', ${d}.id, 'tenantId', ${d}.tenant_id, 'kind', ${d}.kind, 'state', ${d}.state, 'summary', ${d}.summary, 'number', ${d}.number,
    'year', ${d}.year, 'symbol', ${d}.symbol, 'issuedOn', ${d}.issued_on, 'signerTitle', ${d}.signer_title, 'proposedAt', ${d}.proposed_at,
    'revision', ${d}.revision, 'sessionId', ${d}.session_id,
    'sessionTitle', (select s.title from evaluation_session s where s.id = ${d}.session_id),
    'signedBy', ${personJsonOf(sql`${d}.signed_by_person_id`, 'signer')},
    'proposedBy', ${personJsonOf(sql`${d}.proposed_by_person_id`, 'proposer')},
    'decidedCount', (select count(*)::int from recognition_item i where i.decision_id = ${d}.id and i.outcome is not null),
    'itemCount', (select count(*)::int from recognition_item i where i.decision_id = ${d}.id),
    'items', ${withItems ? items : sql`'[]'::json`})`;
}

/** @param mayDecide whether the viewer is the one who signs */
export function decisionView(stored: unknown, mayDecide: boolean): RecognitionDecision {
  const { symbol, itemCount, ...row } = stored as StoredDecision;
  return {
    ...row,
    items: row.items.map(itemView),
    proposedAt: row.proposedAt === null ? null : new Date(row.proposedAt),
    fullNumber: row.number === null || symbol === null ? null : fullNumber(row.number, symbol),
    actions: mayDecide && row.state === 'PROPOSED' ? actionsOf(row.decidedCount === itemCount) : [],
  };
}

function actionsOf(isDecided: boolean): DecisionAction[] {
  return isDecided ? ['DECIDE', 'ISSUE'] : ['DECIDE'];
}
