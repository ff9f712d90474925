-- decisions-gapless: Numbers of decisions count up from 1 without a gap for each ward, symbol and year, as far as the book says (INV-31).
SELECT d.tenant_id, d.symbol, d.year, count(*) AS decisions, min(d.number) AS first, max(d.number) AS last, max(b.last) AS book
  FROM recognition_decision d LEFT JOIN number_sequence b ON b.tenant_id = d.tenant_id AND b.year = d.year AND b.book = 'QD_UBND'
 WHERE d.state = 'ISSUED' GROUP BY 1, 2, 3
HAVING min(d.number) <> 1 OR max(d.number) <> count(*) OR max(b.last) IS DISTINCT FROM max(d.number);

-- decisions-in-order: A later number never has an earlier date, and names the year of its date (INV-31).
SELECT * FROM (SELECT id, number, year, issued_on, lag(issued_on) OVER (PARTITION BY tenant_id, symbol, year ORDER BY number) AS before FROM recognition_decision WHERE state = 'ISSUED') d
 WHERE d.issued_on < d.before OR extract(year FROM d.issued_on) <> d.year;

-- decisions-decide: An issued decision has decided every item, and rests on a locked session (INV-30).
SELECT d.id, i.id AS item FROM recognition_decision d JOIN evaluation_session s ON s.id = d.session_id LEFT JOIN recognition_item i ON i.decision_id = d.id
 WHERE d.state = 'ISSUED' AND (i.outcome IS NULL OR s.state <> 'LOCKED')
UNION ALL
SELECT i.decision_id, i.id FROM recognition_item i JOIN recognition_decision d ON d.id = i.decision_id JOIN item_result r ON r.id = i.result_id JOIN agenda_item a ON a.id = r.item_id
 WHERE a.session_id <> d.session_id OR a.initiative_id <> i.initiative_id;

-- register-exact: The register holds what issued decisions recognise, all of it and nothing else.
SELECT i.initiative_id, 'missing' AS fault FROM recognition_item i JOIN recognition_decision d ON d.id = i.decision_id
 WHERE d.state = 'ISSUED' AND i.outcome = 'RECOGNISED' AND NOT EXISTS (SELECT FROM register_entry e WHERE e.initiative_id = i.initiative_id)
UNION ALL
SELECT e.initiative_id, 'not recognised' FROM register_entry e LEFT JOIN recognition_item i ON i.id = e.item_id LEFT JOIN recognition_decision d ON d.id = i.decision_id
 WHERE i.initiative_id IS DISTINCT FROM e.initiative_id OR i.outcome IS DISTINCT FROM 'RECOGNISED' OR d.state IS DISTINCT FROM 'ISSUED';

-- register-is-judged: An entry reads as the version that was judged, and names its decision and authors (INV-07, INV-33).
SELECT e.id, e.slug FROM register_entry e JOIN recognition_item i ON i.id = e.item_id JOIN recognition_decision d ON d.id = i.decision_id
  JOIN item_result r ON r.id = i.result_id JOIN agenda_item a ON a.id = r.item_id
  JOIN initiative_version v ON v.initiative_id = a.initiative_id AND v.number = a.version_number CROSS JOIN LATERAL (SELECT v.snapshot AS s) AS judged
 WHERE e.code <> s ->> 'code' OR e.title <> s ->> 'title' OR e.summary <> s ->> 'summary' OR e.solution <> s ->> 'content' OR e.novelty <> s ->> 'novelty'
    OR e.effectiveness <> i.effectiveness OR e.decision_date <> d.issued_on OR e.year <> d.year OR split_part(e.decision_number, '/', 1)::int <> d.number
    OR (SELECT jsonb_agg(jsonb_build_array(x -> 'fullName', x -> 'shareBp') ORDER BY n) FROM jsonb_array_elements(e.authors) WITH ORDINALITY AS l (x, n))
       IS DISTINCT FROM (SELECT jsonb_agg(jsonb_build_array(x -> 'fullName', x -> 'shareBp') ORDER BY n) FROM jsonb_array_elements(s -> 'authors') WITH ORDINALITY AS l (x, n));

-- register-keeps-secrets: No entry holds a word of what its author keeps secret (INV-09).
SELECT e.id, e.slug FROM register_entry e JOIN initiative_version v ON v.initiative_id = e.initiative_id
 WHERE length(v.snapshot ->> 'confidentialParts') >= 8 AND position(v.snapshot ->> 'confidentialParts' IN to_jsonb(e)::text) > 0;

-- states-follow-decisions: What a decision recognised is recognised, what it refused is refused, and nothing else is either.
SELECT i.id, i.state, x.outcome FROM initiative i
  LEFT JOIN (SELECT x.initiative_id, x.outcome FROM recognition_item x JOIN recognition_decision d ON d.id = x.decision_id WHERE d.state = 'ISSUED') x ON x.initiative_id = i.id
 WHERE (x.outcome = 'RECOGNISED') IS DISTINCT FROM (i.state IN ('RECOGNISED', 'CANCELLED')) AND (x.outcome IS NOT NULL OR i.state IN ('RECOGNISED', 'CANCELLED'))
    OR (x.outcome = 'REFUSED') IS DISTINCT FROM (i.state = 'REFUSED') AND (x.outcome IS NOT NULL OR i.state = 'REFUSED');

-- nobody-judges-own: Nobody decided on or signed for an initiative of their own (INV-12).
SELECT i.id AS item, i.initiative_id, i.decided_by_person_id, d.signed_by_person_id
  FROM recognition_item i JOIN recognition_decision d ON d.id = i.decision_id JOIN initiative_author a ON a.initiative_id = i.initiative_id
 WHERE a.person_id IN (i.decided_by_person_id, d.signed_by_person_id);
