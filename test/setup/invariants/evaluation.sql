-- session-members: A session that scores has one chair, one secretary, and at least three who vote (INV-13, INV-15).
SELECT s.id, s.state, count(m.id) AS members FROM evaluation_session s LEFT JOIN session_member m ON m.session_id = s.id
 WHERE s.scoring_opened_at IS NOT NULL
 GROUP BY s.id HAVING count(*) FILTER (WHERE m.role = 'CHAIR') <> 1 OR count(*) FILTER (WHERE m.role = 'SECRETARY') <> 1
    OR count(*) FILTER (WHERE m.is_voting) < 3;

-- session-rules: A session that scores applies the frozen rule book of its campaign, word for word (INV-15).
SELECT s.id, s.regulation_id FROM evaluation_session s JOIN campaign c ON c.id = s.campaign_id LEFT JOIN evaluation_regulation r ON r.id = s.regulation_id
 WHERE s.scoring_opened_at IS NOT NULL AND (s.regulation_id IS DISTINCT FROM c.regulation_id OR s.rules_sha256 IS DISTINCT FROM r.rules_sha256
   OR s.rules IS DISTINCT FROM r.rules OR r.frozen_at IS NULL);

-- judged-is-accepted: The version on an agenda is the version that was accepted (INV-07).
SELECT a.session_id, a.initiative_id, a.version_number, i.accepted_version FROM agenda_item a JOIN initiative i ON i.id = a.initiative_id
 WHERE a.version_number IS DISTINCT FROM i.accepted_version;

-- one-agenda: No initiative is before two open sessions, and nothing is judged twice unless it was put off (INV-10).
SELECT a.initiative_id, count(*) AS sessions FROM agenda_item a JOIN evaluation_session s ON s.id = a.session_id LEFT JOIN item_result r ON r.item_id = a.id
 WHERE s.state <> 'CANCELLED' AND r.outcome IS DISTINCT FROM 'DEFERRED' GROUP BY a.initiative_id HAVING count(*) > 1;

-- under-evaluation: What is under evaluation stands on the agenda of a session that scores or has scored, and the other way round.
SELECT i.id, i.state, NULL::text AS session FROM initiative i
 WHERE i.state = 'UNDER_EVALUATION' AND NOT EXISTS (SELECT FROM agenda_item a JOIN evaluation_session s ON s.id = a.session_id
   WHERE a.initiative_id = i.id AND s.state IN ('SCORING', 'SCORED', 'LOCKED'))
UNION ALL
SELECT i.id, i.state, s.state FROM agenda_item a JOIN evaluation_session s ON s.id = a.session_id JOIN initiative i ON i.id = a.initiative_id
 WHERE s.state IN ('SCORING', 'SCORED') AND i.state NOT IN ('UNDER_EVALUATION', 'WITHDRAWN');

-- results-exist: Every item has exactly one result once scoring is closed, and none before (INV-18).
SELECT s.id AS session, s.state, a.id AS item, count(r.id) AS results FROM evaluation_session s JOIN agenda_item a ON a.session_id = s.id LEFT JOIN item_result r ON r.item_id = a.id
 GROUP BY s.id, a.id HAVING count(r.id) <> CASE WHEN s.state IN ('SCORED', 'LOCKED') THEN 1 ELSE 0 END;

-- results-recounted: Every result equals the recount of its sheets, in all and for each criterion (INV-25).
WITH sheets AS (
  SELECT r.item_id, s.rules -> 'averaging' ->> 'trim' AS trim, coalesce((s.rules -> 'averaging' ->> 'trimFrom')::int, 5) AS trim_from,
         count(h.id) AS received, coalesce(sum(h.total), 0) AS total, coalesce(min(h.total) + max(h.total), 0) AS extremes
    FROM item_result r JOIN agenda_item a ON a.id = r.item_id JOIN evaluation_session s ON s.id = a.session_id
    LEFT JOIN score_sheet h ON h.item_id = a.id AND h.state = 'SUBMITTED'
   GROUP BY r.item_id, s.id
), counted AS (
  SELECT item_id, received, trim = 'HIGH_LOW' AND received >= trim_from AS is_trimmed, total, extremes FROM sheets
), points AS (
  SELECT h.item_id, l ->> 'criterionCode' AS code, sum((l ->> 'points')::int) AS sum
    FROM score_sheet h CROSS JOIN LATERAL jsonb_array_elements(h.lines) l WHERE h.state = 'SUBMITTED' AND l ->> 'points' IS NOT NULL GROUP BY 1, 2
)
SELECT r.item_id, r.sheet_count, r.total_sum, c.received, c.total, NULL AS criterion FROM item_result r JOIN counted c ON c.item_id = r.item_id
 WHERE (r.breakdown ->> 'received')::int <> c.received
    OR r.sheet_count <> c.received - CASE WHEN c.is_trimmed THEN 2 ELSE 0 END
    OR r.total_sum <> c.total - CASE WHEN c.is_trimmed THEN c.extremes ELSE 0 END
UNION ALL
SELECT r.item_id, r.sheet_count, (k ->> 'sum')::int, c.received, p.sum, k ->> 'code'
  FROM item_result r JOIN counted c ON c.item_id = r.item_id AND NOT c.is_trimmed CROSS JOIN LATERAL jsonb_array_elements(r.breakdown -> 'criteria') k
  LEFT JOIN points p ON p.item_id = r.item_id AND p.code = k ->> 'code'
 WHERE (k ->> 'sum')::int <> coalesce(p.sum, 0);

-- sheets-added-up: The total of a sheet is the sum of its lines (INV-17).
SELECT h.id, h.total, l.sum FROM score_sheet h
 CROSS JOIN LATERAL (SELECT coalesce(sum((l ->> 'points')::int), 0) AS sum FROM jsonb_array_elements(h.lines) l) l
 WHERE h.state = 'SUBMITTED' AND h.total <> l.sum;

-- sheets-of-scorers: Whoever scores is a voting member of the session (INV-17).
SELECT h.id, h.person_id, a.session_id FROM score_sheet h JOIN agenda_item a ON a.id = h.item_id
 WHERE h.state <> 'VOID' AND NOT EXISTS (SELECT FROM session_member m WHERE m.session_id = a.session_id AND m.person_id = h.person_id AND m.is_voting);

-- sheets-of-recused: No sheet of a recused member counts (INV-11).
SELECT h.id, h.person_id, h.item_id, h.state FROM score_sheet h JOIN item_recusal b ON b.item_id = h.item_id AND b.person_id = h.person_id WHERE h.state <> 'VOID';

-- submissions-chain: Submissions of a sheet count up from 1 and each names the hash of the one before.
SELECT c.sheet_id, c.number, c.previous_sha256, c.before FROM (
  SELECT *, lag(sha256) OVER past AS before, row_number() OVER past AS place FROM score_sheet_submission WINDOW past AS (PARTITION BY sheet_id ORDER BY number)) c
 WHERE c.number <> c.place OR c.previous_sha256 IS DISTINCT FROM c.before;

-- submission-is-sheet: A sheet that was handed in reads as its last submission, and every submission has one trace.
SELECT h.id, h.submission_number, h.total, s.total AS submitted FROM score_sheet h LEFT JOIN score_sheet_submission s ON s.sheet_id = h.id AND s.number = h.submission_number
 WHERE h.submission_number > 0 AND (s.id IS NULL OR (h.state = 'SUBMITTED' AND (s.total <> h.total OR s.content -> 'lines' <> h.lines OR s.content ->> 'generalComment' <> h.general_comment)))
UNION ALL
SELECT s.sheet_id, s.number, s.total, count(e.id)::int FROM score_sheet_submission s LEFT JOIN audit_event e ON e.tenant_id = s.tenant_id AND e.object_type = 'ScoreSheet'
   AND e.object_id = s.sheet_id AND e.action = 'evaluation.score-sheet-submitted' AND (e.details ->> 'submissionNumber')::int = s.number
 GROUP BY s.id HAVING count(e.id) <> 1;

-- assignment-replayed: Who is assigned is what the changes of the assignment add up to, on the items that are still there.
WITH mentions AS (
  SELECT p.id, (r ->> 'itemId')::uuid AS item_id, (r ->> 'personId')::uuid AS person_id, true AS is_there FROM assignment_plan p CROSS JOIN LATERAL jsonb_array_elements(p.added) r
  UNION ALL
  SELECT p.id, (r ->> 'itemId')::uuid, (r ->> 'personId')::uuid, false FROM assignment_plan p CROSS JOIN LATERAL jsonb_array_elements(p.removed) r
), replayed AS (
  SELECT DISTINCT ON (m.item_id, m.person_id) m.* FROM mentions m JOIN agenda_item a ON a.id = m.item_id ORDER BY m.item_id, m.person_id, m.id DESC
)
SELECT coalesce(x.item_id, r.item_id) AS item, coalesce(x.person_id, r.person_id) AS person, r.is_there AS in_changes, x.id IS NOT NULL AS in_rows
  FROM (SELECT * FROM replayed WHERE is_there) r FULL JOIN assignment x ON x.item_id = r.item_id AND x.person_id = r.person_id
 WHERE r.item_id IS NULL OR x.item_id IS NULL;

-- assignment-by-rule: Where the regulation has everybody score everything, nobody is assigned once members score.
SELECT x.id, a.session_id FROM assignment x JOIN agenda_item a ON a.id = x.item_id JOIN evaluation_session s ON s.id = a.session_id
 WHERE s.scoring_opened_at IS NOT NULL AND s.rules #>> '{scoring,sheetsPerItem}' IS NULL;

-- sheets-of-assigned: Where members are assigned to an item, only they have sheets of it.
SELECT h.id, h.item_id, h.person_id FROM score_sheet h
 WHERE EXISTS (SELECT FROM assignment x WHERE x.item_id = h.item_id)
   AND NOT EXISTS (SELECT FROM assignment x WHERE x.item_id = h.item_id AND x.person_id = h.person_id);
