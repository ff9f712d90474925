-- references-exist: Every reference points at a row that exists.
-- Foreign keys promise it to ordinary writers; rows restored or filled in with triggers off have only this.
SELECT f.conname AS reference, regexp_replace(found.rows, '(<[^>]*>|\s)+', ' ', 'g') AS rows
  FROM pg_constraint f
  CROSS JOIN LATERAL (
    SELECT string_agg(format('child.%I IS NOT NULL', c.attname), ' AND ') AS given,
           string_agg(format('parent.%I = child.%I', p.attname, c.attname), ' AND ') AS met
      FROM unnest(f.conkey, f.confkey) AS k (child, parent)
      JOIN pg_attribute c ON c.attrelid = f.conrelid AND c.attnum = k.child
      JOIN pg_attribute p ON p.attrelid = f.confrelid AND p.attnum = k.parent) AS pair
  CROSS JOIN LATERAL (
    SELECT query_to_xml(format('SELECT left(to_jsonb(child)::text, 200) AS lost FROM %s child WHERE %s AND NOT EXISTS (SELECT FROM %s parent WHERE %s) LIMIT 3',
      f.conrelid::regclass, pair.given, f.confrelid::regclass, pair.met), true, false, '')::text AS rows) AS found
 WHERE f.contype = 'f' AND f.connamespace = 'public'::regnamespace AND found.rows LIKE '%<lost>%';

-- ward-of-parents: Every row belongs to the ward of every row it points at (INV-49).
SELECT f.conname AS reference, regexp_replace(found.rows, '(<[^>]*>|\s)+', ' ', 'g') AS rows
  FROM pg_constraint f
  CROSS JOIN LATERAL (
    SELECT string_agg(format('parent.%I = child.%I', p.attname, c.attname), ' AND ') AS met
      FROM unnest(f.conkey, f.confkey) AS k (child, parent)
      JOIN pg_attribute c ON c.attrelid = f.conrelid AND c.attnum = k.child
      JOIN pg_attribute p ON p.attrelid = f.confrelid AND p.attnum = k.parent
     WHERE c.attname <> 'tenant_id') AS pair
  CROSS JOIN LATERAL (
    SELECT query_to_xml(format('SELECT left(to_jsonb(child)::text, 200) AS astray FROM %s child JOIN %s parent ON %s WHERE child.tenant_id IS DISTINCT FROM parent.tenant_id LIMIT 3',
      f.conrelid::regclass, f.confrelid::regclass, pair.met), true, false, '')::text AS rows) AS found
 WHERE f.contype = 'f' AND f.connamespace = 'public'::regnamespace AND pair.met IS NOT NULL
   AND (SELECT count(*) = 2 FROM pg_attribute t WHERE t.attrelid IN (f.conrelid, f.confrelid) AND t.attname = 'tenant_id' AND NOT t.attisdropped)
   AND found.rows LIKE '%<astray>%';

-- guards-on: No guard of a table is switched off and no constraint is left unchecked.
SELECT tgrelid::regclass AS place, tgname AS guard FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
 WHERE c.relnamespace = 'public'::regnamespace AND t.tgenabled NOT IN ('O', 'A')
UNION ALL
SELECT conrelid::regclass, conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND NOT convalidated;

-- events-carried: No event waits longer than the patience (ten minutes unless the session says otherwise) for its jobs.
SELECT id, type, occurred_at FROM outbox
 WHERE dispatched_at IS NULL
   AND occurred_at < clock_timestamp() - make_interval(secs => coalesce(nullif(current_setting('khoi.patience_seconds', true), ''), '600')::int);

-- events-audited: Every event has left its trace, and never fewer traces than events (INV-50).
SELECT o.type, o.tenant_id, o.events, coalesce(a.traces, 0) AS traces
  FROM (SELECT type, nullif(tenant_id, '00000000-0000-0000-0000-000000000000') AS tenant_id, count(*) AS events FROM outbox GROUP BY 1, 2) o
  LEFT JOIN (SELECT action, tenant_id, count(*) AS traces FROM audit_event GROUP BY 1, 2) a
    ON a.action = o.type AND a.tenant_id IS NOT DISTINCT FROM o.tenant_id
 WHERE o.events > coalesce(a.traces, 0);

-- acts-audited: Everything that was done has exactly one trace: nothing without one, nothing twice (INV-50).
WITH act (tenant_id, action, object_type, object_id) AS (
  SELECT tenant_id, 'initiative.created', 'Initiative', id FROM initiative
  UNION ALL SELECT tenant_id, 'initiative.submitted', 'Initiative', id FROM initiative WHERE receipt_number IS NOT NULL
  UNION ALL SELECT tenant_id, 'initiative.accepted', 'Initiative', id FROM initiative WHERE accepted_version IS NOT NULL
  UNION ALL SELECT tenant_id, 'initiative.withdrawn', 'Initiative', id FROM initiative WHERE state = 'WITHDRAWN'
  UNION ALL SELECT tenant_id, 'evaluation.session-created', 'EvaluationSession', id FROM evaluation_session
  UNION ALL SELECT tenant_id, 'evaluation.scoring-opened', 'EvaluationSession', id FROM evaluation_session WHERE scoring_opened_at IS NOT NULL
  UNION ALL SELECT tenant_id, 'evaluation.scoring-closed', 'EvaluationSession', id FROM evaluation_session WHERE scoring_closed_at IS NOT NULL
  UNION ALL SELECT tenant_id, 'evaluation.session-locked', 'EvaluationSession', id FROM evaluation_session WHERE locked_at IS NOT NULL
  UNION ALL SELECT tenant_id, 'recognition.decision-issued', 'Decision', id FROM recognition_decision WHERE state = 'ISSUED'
)
SELECT act.action, act.object_id, count(e.id) AS traces
  FROM act LEFT JOIN audit_event e ON e.tenant_id = act.tenant_id AND e.object_type = act.object_type AND e.object_id = act.object_id AND e.action = act.action
 GROUP BY act.tenant_id, act.action, act.object_id HAVING count(e.id) <> 1;

-- notices-of-events: Every notice tells of an event of its own ward.
-- Carried events are forgotten after thirty days; their notices stay.
SELECT n.id, n.kind, n.event_id FROM notification n
 WHERE n.created_at > clock_timestamp() - interval '29 days'
   AND NOT EXISTS (SELECT FROM outbox o WHERE o.id = n.event_id AND o.tenant_id = n.tenant_id);

-- closed-accounts: A closed account has no living session.
SELECT s.id, s.account_id FROM session s JOIN account a ON a.id = s.account_id
 WHERE a.status = 'DISABLED' AND s.ended_at IS NULL AND s.expires_at > clock_timestamp();

-- receipts-remembered: What a repeated submission would be answered is the receipt that the dossier has.
SELECT k.account_id, k.key, k.result FROM idempotency_record k
 WHERE k.operation = 'initiative.submit'
   AND NOT EXISTS (SELECT FROM account a JOIN initiative i ON i.tenant_id = a.tenant_id
                    WHERE a.id = k.account_id AND i.receipt_number = k.result ->> 'receiptNumber');
