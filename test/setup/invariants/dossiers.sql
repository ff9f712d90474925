-- shares-whole: The shares of every submitted dossier are exactly 100 % and every author has said yes (INV-01, INV-03).
SELECT i.id, i.code, i.state, sum(a.share_bp) AS sum_bp, count(*) FILTER (WHERE a.confirmed_at IS NULL) AS unconfirmed
  FROM initiative i LEFT JOIN initiative_author a ON a.initiative_id = i.id
 WHERE i.state NOT IN ('DRAFT', 'WITHDRAWN', 'SUPPLEMENT_REQUIRED', 'LAPSED')
 GROUP BY i.id HAVING coalesce(sum(a.share_bp), 0) <> 10000 OR count(*) FILTER (WHERE a.confirmed_at IS NULL) > 0;

-- version-shares: The shares of every version that was handed in are exactly 100 %, and no person is in it twice (INV-01, INV-02).
SELECT v.initiative_id, v.number FROM initiative_version v CROSS JOIN LATERAL jsonb_array_elements(v.snapshot -> 'authors') a
 GROUP BY v.id HAVING sum((a ->> 'shareBp')::int) <> 10000 OR count(DISTINCT a ->> 'personId') <> count(*)
UNION ALL
SELECT v.initiative_id, v.number FROM initiative_version v WHERE jsonb_array_length(v.snapshot -> 'authors') = 0;

-- one-lead: Every dossier has one lead, who comes first; the others follow without gaps.
SELECT i.id, i.code, count(a.id) AS authors FROM initiative i LEFT JOIN initiative_author a ON a.initiative_id = i.id
 GROUP BY i.id HAVING count(*) FILTER (WHERE a.role = 'LEAD' AND a.position = 1) <> 1 OR max(a.position) <> count(a.id);

-- versions-chain: Versions count up from 1 to the current one; the first is the submission, the others are supplements (INV-07).
SELECT i.id, i.code, i.current_version, count(v.id) AS versions FROM initiative i LEFT JOIN initiative_version v ON v.initiative_id = i.id
 GROUP BY i.id HAVING count(v.id) <> i.current_version OR coalesce(max(v.number), 0) <> i.current_version
    OR count(*) FILTER (WHERE (v.number = 1) <> (v.reason = 'SUBMISSION')) > 0;

-- version-is-dossier: A dossier that nobody may change reads word for word as its newest version (INV-07).
SELECT i.id, i.code, i.state FROM initiative i JOIN initiative_version v ON v.initiative_id = i.id AND v.number = i.current_version
 CROSS JOIN LATERAL (SELECT v.snapshot AS s) AS fixed
 WHERE i.state NOT IN ('DRAFT', 'SUPPLEMENT_REQUIRED', 'WITHDRAWN', 'LAPSED')
   AND (i.code <> s ->> 'code' OR i.title <> s ->> 'title' OR i.kind <> s ->> 'kind' OR i.summary <> s ->> 'summary' OR i.state_before <> s ->> 'stateBefore'
     OR i.content <> s ->> 'content' OR i.novelty <> s ->> 'novelty' OR i.conditions <> s ->> 'conditions' OR i.benefit_author <> s ->> 'benefitAuthor'
     OR i.benefit_adopters <> s ->> 'benefitAdopters' OR i.confidential_parts <> s ->> 'confidentialParts'
     OR i.campaign_id::text <> s -> 'campaign' ->> 'id' OR i.field_id::text <> s -> 'field' ->> 'id'
     OR (SELECT jsonb_agg(jsonb_build_array(a.person_id, a.share_bp) ORDER BY a.position) FROM initiative_author a WHERE a.initiative_id = i.id)
        IS DISTINCT FROM (SELECT jsonb_agg(jsonb_build_array(x -> 'personId', x -> 'shareBp') ORDER BY n) FROM jsonb_array_elements(s -> 'authors') WITH ORDINALITY AS l (x, n))
     OR (SELECT coalesce(jsonb_agg(t.file_id ORDER BY t.id), '[]') FROM attachment t WHERE t.initiative_id = i.id)
        IS DISTINCT FROM (SELECT coalesce(jsonb_agg(x -> 'fileId' ORDER BY (x ->> 'id')::uuid), '[]') FROM jsonb_array_elements(s -> 'attachments') x));

-- version-files: Every file of a version is checked, and is of the size and hash the version names.
SELECT v.initiative_id, v.number, x ->> 'fileId' AS file FROM initiative_version v CROSS JOIN LATERAL jsonb_array_elements(v.snapshot -> 'attachments') x
  LEFT JOIN file f ON f.id = (x ->> 'fileId')::uuid AND f.tenant_id = v.tenant_id
 WHERE f.state IS DISTINCT FROM 'READY' OR f.sha256 IS DISTINCT FROM x ->> 'sha256' OR f.size::text IS DISTINCT FROM x ->> 'size';

-- files-checked: A file in use came whole, as large as it was announced, and was checked afterwards.
SELECT id, declared_size, size, received_at, checked_at FROM file
 WHERE state = 'READY' AND (size IS DISTINCT FROM declared_size OR sha256 IS NULL OR received_at IS NULL OR checked_at < received_at);

-- steps-chain: The steps of a dossier lead without a gap from its draft to the state it has.
WITH chain AS (
  SELECT s.initiative_id, s.id, s.from_state, s.to_state, lag(s.to_state) OVER past AS before, lead(s.id) OVER past AS next
    FROM initiative_step s WINDOW past AS (PARTITION BY s.initiative_id ORDER BY s.at, s.id)
)
SELECT c.initiative_id, c.from_state, c.to_state, c.before FROM chain c WHERE c.from_state IS DISTINCT FROM coalesce(c.before, 'DRAFT')
UNION ALL
SELECT i.id, last.to_state, i.state, NULL FROM initiative i LEFT JOIN chain last ON last.initiative_id = i.id AND last.next IS NULL
 WHERE i.state <> coalesce(last.to_state, 'DRAFT');

-- submitted-once: Every submission is one step, one receipt, one version, at one instant.
SELECT i.id, i.code, i.receipt_number, i.submitted_at FROM initiative i
 WHERE (i.receipt_number IS NULL) <> (i.submitted_at IS NULL) OR (i.receipt_number IS NULL) <> (i.current_version = 0)
    OR (i.receipt_number IS NOT NULL) <> (1 = (SELECT count(*) FROM initiative_step s WHERE s.initiative_id = i.id AND s.transition = 'submit' AND s.at = i.submitted_at));

-- receipts-gapless: Receipts of a ward and a year count up from 1 without a gap, as far as its book says (INV-08).
WITH given AS (
  SELECT tenant_id, split_part(receipt_number, '-', 2)::int AS year, split_part(receipt_number, '-', 3)::int AS number FROM initiative WHERE receipt_number IS NOT NULL
), counted AS (
  SELECT tenant_id, year, count(*) AS receipts, count(DISTINCT number) AS numbers, min(number) AS first, max(number) AS last FROM given GROUP BY 1, 2
)
SELECT coalesce(c.tenant_id, b.tenant_id) AS tenant_id, coalesce(c.year, b.year) AS year, c.receipts, c.first, c.last, b.last AS book
  FROM counted c FULL JOIN (SELECT * FROM number_sequence WHERE book = 'RECEIPT') b ON b.tenant_id = c.tenant_id AND b.year = c.year
 WHERE c.receipts IS DISTINCT FROM b.last::bigint OR c.numbers <> c.receipts OR c.first <> 1 OR c.last <> b.last;

-- receipts-in-order: A later receipt never has an earlier day, and names the year of its day.
WITH given AS (
  SELECT id, tenant_id, receipt_number, (submitted_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day,
         split_part(receipt_number, '-', 2)::int AS year, split_part(receipt_number, '-', 3)::int AS number FROM initiative WHERE receipt_number IS NOT NULL
)
SELECT * FROM (SELECT *, lag(day) OVER (PARTITION BY tenant_id, year ORDER BY number) AS day_before FROM given) g
 WHERE g.day < g.day_before OR extract(year FROM g.day) <> g.year;

-- codes-gapless: Codes of a ward and a year count up from 1 without a gap, as far as its book says (INV-08).
WITH counted AS (
  SELECT tenant_id, split_part(code, '-', 2)::int AS year, count(*) AS codes, min(split_part(code, '-', 3)::int) AS first, max(split_part(code, '-', 3)::int) AS last
    FROM initiative GROUP BY 1, 2
)
SELECT coalesce(c.tenant_id, b.tenant_id) AS tenant_id, coalesce(c.year, b.year) AS year, c.codes, c.first, c.last, b.last AS book
  FROM counted c FULL JOIN (SELECT * FROM number_sequence WHERE book = 'INITIATIVE') b ON b.tenant_id = c.tenant_id AND b.year = c.year
 WHERE c.codes IS DISTINCT FROM b.last::bigint OR c.first <> 1 OR c.last <> b.last;

-- in-time: Whatever was submitted came before the campaign closed, and after it had opened.
SELECT i.id, i.code, i.submitted_at, c.opens_on, c.submission_closes_at FROM initiative i JOIN campaign c ON c.id = i.campaign_id
 WHERE i.submitted_at >= c.submission_closes_at OR (i.submitted_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date < c.opens_on;

-- accepted-was-checked: What is accepted is a version that was found complete, and nobody checked an initiative of their own.
SELECT i.id, i.code, i.accepted_version FROM initiative i
 WHERE (i.accepted_version IS NOT NULL) <> EXISTS (
   SELECT FROM formal_check k WHERE k.initiative_id = i.id AND k.outcome = 'COMPLETE' AND k.version_number = coalesce(i.accepted_version, k.version_number))
UNION ALL
SELECT k.initiative_id, k.outcome, k.version_number FROM formal_check k JOIN initiative_version v ON v.initiative_id = k.initiative_id AND v.number = k.version_number
 WHERE v.snapshot -> 'authors' @> jsonb_build_array(jsonb_build_object('personId', k.checked_by_person_id));

-- returned-has-day: A dossier that waits for a supplement was returned and has a last day for it.
SELECT i.id, i.code FROM initiative i
 WHERE i.state = 'SUPPLEMENT_REQUIRED' AND (i.supplement_due_on IS NULL OR NOT EXISTS (
   SELECT FROM formal_check k WHERE k.initiative_id = i.id AND k.outcome = 'NEEDS_SUPPLEMENT' AND k.version_number = i.current_version));
