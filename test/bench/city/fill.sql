-- A city after some years: wards with people, dossiers in every state, sessions with their sheets, a register and an audit.
-- Run it as a superuser on a migrated database that holds the demo ward, whose rule book and one of whose sheets are the patterns.
-- Triggers and foreign keys are off while it writes: they ask every row what a set knows already, and would make minutes of seconds.
-- The references-exist and ward-of-parents sentences of test/setup/invariants say afterwards whether the rows fit together.
-- `bench.wards`: number of wards; each has 300 people, 2,000 dossiers, 1,800 judged ones with 11 sheets. Statements are apart by an empty line.
SET session_replication_role = replica;

CREATE FUNCTION bench_id(kind text, ward int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
  RETURN ('00000000-' || kind || '-7000-8' || lpad(ward::text, 3, '0') || '-' || lpad(n::text, 12, '0'))::uuid;

CREATE TABLE bench_ward AS SELECT w, bench_id('0001', w, 0) AS id, 'phuong-' || w AS code FROM generate_series(1, current_setting('bench.wards')::int) w;

CREATE TABLE bench_pattern AS
SELECT r.id AS regulation_id, r.rules, r.rules_sha256,
  (SELECT h.lines FROM score_sheet h JOIN agenda_item a ON a.id = h.item_id JOIN evaluation_session s ON s.id = a.session_id
    WHERE s.rules_sha256 = r.rules_sha256 AND h.state = 'SUBMITTED' ORDER BY h.id LIMIT 1) AS lines,
  (SELECT x.breakdown FROM item_result x JOIN agenda_item a ON a.id = x.item_id JOIN evaluation_session s ON s.id = a.session_id
    WHERE s.rules_sha256 = r.rules_sha256 ORDER BY x.id LIMIT 1) AS breakdown
FROM evaluation_regulation r WHERE r.state = 'IN_FORCE' ORDER BY r.id LIMIT 1;

INSERT INTO tenant (id, code, name, kind, place_name, head_title, collective_body_name)
SELECT id, code, 'Phường số ' || w, 'WARD', 'Thử', 'Chủ tịch', 'ỦY BAN NHÂN DÂN' FROM bench_ward;

INSERT INTO field (id, tenant_id, code, name)
SELECT bench_id('0002', w, f), id, 'F' || chr(64 + f), 'Lĩnh vực ' || f FROM bench_ward, generate_series(1, 12) f;

INSERT INTO org_unit (id, tenant_id, code, official_name, short_name, kind)
SELECT bench_id('0003', w, u), id, 'DV' || u, 'Đơn vị số ' || u || ' phường ' || w, 'ĐV' || u, 'DEPARTMENT' FROM bench_ward, generate_series(1, 30) u;

INSERT INTO person (id, tenant_id, unit_id, full_name, position)
SELECT bench_id('0004', w, p), id, bench_id('0003', w, 1 + p % 30),
  (ARRAY['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Đỗ', 'Vũ', 'Bùi'])[1 + p % 8] || ' ' || (ARRAY['Văn', 'Thị', 'Ngọc', 'Minh', 'Thu'])[1 + p % 5] || ' '
    || (ARRAY['An', 'Bình', 'Cường', 'Dung', 'Hà', 'Lan', 'Nam', 'Phúc', 'Quân', 'Tâm', 'Xuân'])[1 + p % 11], 'Chuyên viên'
FROM bench_ward, generate_series(1, 300) p;

INSERT INTO account (id, tenant_id, person_id, username, password_hash)
SELECT bench_id('0005', w, p), id, bench_id('0004', w, p), 'nguoi-' || w || '-' || p, '$argon2id$none' FROM bench_ward, generate_series(1, 300) p;

-- People 1 to 11 sit on the council, 12 and 13 receive dossiers, 14 keeps the council's papers.
INSERT INTO role_assignment (tenant_id, person_id, role, valid_from)
SELECT id, bench_id('0004', w, n), role, vn_today() - 300
FROM bench_ward, (VALUES (12, 'INTAKE_OFFICER'), (13, 'INTAKE_OFFICER'), (14, 'COUNCIL_SECRETARY'), (15, 'AUTHORITY_HEAD')) AS r (n, role);

INSERT INTO evaluation_regulation (id, tenant_id, code, version, name, level, state, effective_from, rules, rules_sha256, frozen_at)
SELECT bench_id('0006', w, 1), b.id, 'quy-che', 1, 'Quy chế đánh giá sáng kiến', 'BASE', 'IN_FORCE', vn_today() - 400, p.rules, p.rules_sha256, clock_timestamp()
FROM bench_ward b, bench_pattern p;

-- Four campaigns of the past and one that is open.
INSERT INTO campaign (id, tenant_id, code, name, year, level, regulation_id, state, opens_on, submission_closes_at)
SELECT bench_id('0007', w, c), id, 'dot-' || c, 'Đợt xét sáng kiến thứ ' || c, extract(year FROM vn_today())::int - 4 + c / 2, 'BASE', bench_id('0006', w, 1),
  CASE WHEN c = 5 THEN 'OPEN' WHEN c = 4 THEN 'SCORING' ELSE 'PUBLISHED' END, vn_today() - 1200, clock_timestamp() + interval '60 days'
FROM bench_ward, generate_series(1, 5) c;

-- 1–1400 recognised, –1600 refused, –1800 before the council, –1900 accepted, –1960 handed in, the rest drafts.
CREATE TABLE bench_dossier AS
SELECT w, id AS ward_id, n, bench_id('0008', w, n) AS id, to_char(vn_today(), '"SK-"YYYY-') || lpad(n::text, 4, '0') AS code, 20 + n % 280 AS author,
  CASE WHEN n <= 1400 THEN 'RECOGNISED' WHEN n <= 1600 THEN 'REFUSED' WHEN n <= 1800 THEN 'UNDER_EVALUATION' WHEN n <= 1900 THEN 'ACCEPTED' WHEN n <= 1960 THEN 'SUBMITTED' ELSE 'DRAFT' END AS state,
  CASE WHEN n <= 1600 THEN 1 + n % 3 WHEN n <= 1800 THEN 4 ELSE 5 END AS campaign,
  CASE WHEN n <= 1960 THEN clock_timestamp() - interval '5 hours' - (1960 - n) * interval '90 seconds' END AS submitted_at,
  (ARRAY['Giải pháp', 'Mô hình', 'Sổ tay', 'Quy trình', 'Ứng dụng'])[1 + n % 5] || ' '
    || (ARRAY['quản lý hồ sơ', 'tiếp công dân', 'thu gom rác thải', 'dạy học toán', 'tiêm chủng', 'phòng cháy', 'chuyển đổi số', 'tuyến phố văn minh'])[1 + (n * 7) % 8] || ' '
    || (ARRAY['bằng mã QR', 'trên điện thoại', 'tại tổ dân phố', 'cho người cao tuổi', 'ở trường học', 'tại chợ'])[1 + (n * 11 + w) % 6] || ' số ' || n AS title
FROM bench_ward, generate_series(1, 2000) n;

INSERT INTO initiative (id, tenant_id, code, campaign_id, state, title, kind, field_id, submitting_unit_id, is_state_funded, first_applied_on, first_applied_kind,
  summary, state_before, content, novelty, conditions, confidential_parts, benefit_author, benefit_adopters, declaration_accepted_at, revision, current_version,
  accepted_version, receipt_number, submitted_at, formal_check_due_on, accepted_at, result_due_on, created_by_person_id, updated_by_person_id, created_at)
SELECT id, ward_id, code, bench_id('0007', w, campaign), state, title, 'MANAGEMENT', bench_id('0002', w, 1 + n % 12), bench_id('0003', w, 1 + author % 30), false,
  vn_today() - 100, 'APPLIED', 'Người dân và cán bộ bớt việc giấy tờ: ' || title || '.', repeat('Trước đây công việc làm bằng sổ giấy, mất thời gian của người dân. ', 6),
  repeat('Giải pháp gồm các bước: khảo sát, lập biểu mẫu điện tử, tập huấn và áp dụng thử tại một đơn vị. ', 12), repeat('Điểm mới là cách làm thống nhất trong toàn phường. ', 4),
  'Một máy tính có kết nối mạng.', 'Cách tính riêng của tác giả số ' || n || '.', 'Thời gian chờ giảm từ 30 phút còn 12,5 phút.', 'Người dân hài lòng.',
  submitted_at, 4, CASE WHEN submitted_at IS NULL THEN 0 ELSE 1 END, CASE WHEN n <= 1900 THEN 1 END, CASE WHEN submitted_at IS NOT NULL THEN to_char(vn_today(), '"BN-"YYYY-') || lpad(n::text, 4, '0') END,
  submitted_at, (submitted_at + interval '30 days')::date, CASE WHEN n <= 1900 THEN submitted_at + interval '1 hour' END, CASE WHEN n <= 1900 THEN (submitted_at + interval '90 days')::date END,
  bench_id('0004', w, author), bench_id('0004', w, author), coalesce(submitted_at, clock_timestamp()) - interval '3 days'
FROM bench_dossier;

INSERT INTO initiative_author (tenant_id, initiative_id, person_id, position, role, share_bp, confirmed_at)
SELECT ward_id, id, bench_id('0004', w, 20 + (author - 20 + k * 7) % 280), k + 1, CASE WHEN k = 0 THEN 'LEAD' ELSE 'CO_AUTHOR' END, CASE WHEN k = 0 THEN 6000 ELSE 4000 END, coalesce(submitted_at, clock_timestamp())
FROM bench_dossier, generate_series(0, 1) k;

INSERT INTO application_record (id, tenant_id, initiative_id, position, unit_id, place, applied_from, status, is_first)
SELECT bench_id('0009', w, n), ward_id, id, 1, bench_id('0003', w, 1 + author % 30), 'Bộ phận Một cửa', vn_today() - 100, 'APPLIED', true FROM bench_dossier;

INSERT INTO application_measure (tenant_id, record_id, position, name, unit, before_value, after_value)
SELECT ward_id, bench_id('0009', w, n), 1, 'Thời gian chờ', 'phút', 30, 12.5 FROM bench_dossier;

INSERT INTO initiative_version (tenant_id, initiative_id, number, snapshot, sha256, reason, created_by_person_id, created_at)
SELECT i.tenant_id, i.id, 1, jsonb_build_object('format', 1, 'code', i.code, 'campaign', jsonb_build_object('id', c.id, 'code', c.code, 'name', c.name), 'title', i.title,
    'kind', i.kind, 'field', jsonb_build_object('id', f.id, 'code', f.code, 'name', f.name), 'submittingUnit', jsonb_build_object('id', u.id, 'code', u.code, 'name', u.official_name),
    'investorUnit', null, 'investorName', null, 'isStateFunded', false, 'firstAppliedOn', i.first_applied_on, 'firstAppliedKind', 'APPLIED', 'firstApplicationEndsOn', null,
    'summary', i.summary, 'stateBefore', i.state_before, 'content', i.content, 'novelty', i.novelty, 'conditions', i.conditions, 'confidentialParts', i.confidential_parts,
    'benefitAuthor', i.benefit_author, 'benefitAdopters', i.benefit_adopters,
    'authors', (SELECT jsonb_agg(jsonb_build_object('personId', a.person_id, 'role', a.role, 'fullName', p.full_name, 'birthDate', null, 'unitName', u.official_name, 'jobTitle', p.position,
        'qualification', null, 'shareBp', a.share_bp) ORDER BY a.position) FROM initiative_author a JOIN person p ON p.id = a.person_id WHERE a.initiative_id = i.id),
    'firstAdopters', '[]'::jsonb, 'applicationRecords', jsonb_build_array(jsonb_build_object('id', r.id, 'unitId', r.unit_id, 'place', r.place, 'appliedFrom', r.applied_from, 'appliedTo', null,
        'status', r.status, 'isFirst', true, 'benefitKind', r.benefit_kind, 'benefitAmount', null, 'measures', jsonb_build_array(jsonb_build_object('name', 'Thời gian chờ', 'unit', 'phút', 'before', '30', 'after', '12.5', 'period', null, 'source', null)))),
    'attachments', '[]'::jsonb, 'salt', md5(i.id::text)), encode(sha256(i.id::text::bytea), 'hex'), 'SUBMISSION', i.created_by_person_id, i.submitted_at
FROM initiative i JOIN bench_ward b ON b.id = i.tenant_id JOIN campaign c ON c.id = i.campaign_id JOIN field f ON f.id = i.field_id JOIN org_unit u ON u.id = i.submitting_unit_id
JOIN application_record r ON r.initiative_id = i.id WHERE i.submitted_at IS NOT NULL;

INSERT INTO initiative_step (tenant_id, initiative_id, transition, from_state, to_state, actor_person_id, at)
SELECT d.ward_id, d.id, s.transition, s.from_state, s.to_state, bench_id('0004', d.w, CASE WHEN s.k = 1 THEN d.author ELSE 12 END), d.submitted_at + s.k * interval '1 hour' - interval '1 hour'
FROM bench_dossier d JOIN LATERAL (VALUES (1, 'submit', 'DRAFT', 'SUBMITTED'), (2, 'accept', 'SUBMITTED', 'ACCEPTED'), (3, 'startEvaluation', 'ACCEPTED', 'UNDER_EVALUATION'),
  (4, CASE WHEN d.state = 'REFUSED' THEN 'refuse' ELSE 'recognise' END, 'UNDER_EVALUATION', d.state)) AS s (k, transition, from_state, to_state)
  ON s.k <= CASE WHEN d.n <= 1600 THEN 4 WHEN d.n <= 1800 THEN 3 WHEN d.n <= 1900 THEN 2 WHEN d.n <= 1960 THEN 1 ELSE 0 END;

INSERT INTO formal_check (tenant_id, initiative_id, version_number, outcome, checked_by_person_id, checked_at)
SELECT ward_id, id, 1, 'COMPLETE', bench_id('0004', w, 12), submitted_at + interval '1 hour' FROM bench_dossier WHERE n <= 1900;

INSERT INTO council (id, tenant_id, name, decision_number, decision_date, term_from, term_to)
SELECT bench_id('000a', w, 1), id, 'Hội đồng sáng kiến phường', '12/QĐ-UBND', vn_today() - 320, vn_today() - 300, vn_today() + 300 FROM bench_ward;

INSERT INTO council_member (tenant_id, council_id, person_id, role, position, valid_from)
SELECT id, bench_id('000a', w, 1), bench_id('0004', w, m), CASE m WHEN 1 THEN 'CHAIR' WHEN 2 THEN 'SECRETARY' ELSE 'MEMBER' END, m, vn_today() - 300 FROM bench_ward, generate_series(1, 11) m;

-- Sessions of forty: 40 locked ones for each ward, and five that score.
INSERT INTO evaluation_session (id, tenant_id, council_id, campaign_id, title, held_on, state, scoring_due_on, regulation_id, rules, rules_sha256, fixed_at, scoring_opened_at, scoring_closed_at, counted_at,
  locked_at, locked_by_person_id)
SELECT bench_id('000b', w, s), b.id, bench_id('000a', w, 1), bench_id('0007', w, CASE WHEN s > 40 THEN 4 ELSE 1 + s % 3 END), 'Phiên họp thứ ' || s, vn_today() - 200 + s, CASE WHEN s > 40 THEN 'SCORING' ELSE 'LOCKED' END,
  vn_today() + 10, bench_id('0006', w, 1), p.rules, p.rules_sha256, now() - interval '100 days', now() - interval '100 days', CASE WHEN s <= 40 THEN now() - interval '90 days' END,
  CASE WHEN s <= 40 THEN now() - interval '86 days' + interval '2 hours' END, CASE WHEN s <= 40 THEN now() - interval '80 days' END, CASE WHEN s <= 40 THEN bench_id('0004', w, 1) END
FROM bench_ward b, bench_pattern p, generate_series(1, 45) s;

INSERT INTO session_member (tenant_id, session_id, person_id, role, is_voting, position)
SELECT b.id, bench_id('000b', b.w, s), m.person_id, m.role, true, m.position FROM bench_ward b, generate_series(1, 45) s, LATERAL (SELECT * FROM council_member c WHERE c.tenant_id = b.id) m;

INSERT INTO agenda_item (id, tenant_id, session_id, initiative_id, version_number, position)
SELECT bench_id('000c', w, n), ward_id, bench_id('000b', w, 1 + (n - 1) / 40), id, 1, 1 + (n - 1) % 40 FROM bench_dossier WHERE n <= 1800;

-- Before the council, every second member has not handed in yet.
INSERT INTO score_sheet (id, tenant_id, item_id, person_id, state, lines, general_comment, proposal, total, revision, submission_number, submitted_at)
SELECT bench_id('000d', w, n * 100 + m), ward_id, bench_id('000c', w, n), bench_id('0004', w, m), CASE WHEN is_open THEN 'DRAFT' ELSE 'SUBMITTED' END, p.lines, 'Hồ sơ đầy đủ, có số liệu trước và sau.', 'RECOGNISE',
  (SELECT sum((l ->> 'points')::int) FROM jsonb_array_elements(p.lines) l), 2, CASE WHEN is_open THEN 0 ELSE 1 END, CASE WHEN NOT is_open THEN clock_timestamp() - interval '95 days' END
FROM bench_dossier d CROSS JOIN bench_pattern p CROSS JOIN generate_series(1, 11) m CROSS JOIN LATERAL (SELECT d.n > 1600 AND m % 2 = 0 AS is_open) o WHERE n <= 1800;

INSERT INTO score_sheet_submission (tenant_id, sheet_id, number, content, total, sha256, submitted_at)
SELECT tenant_id, id, 1, jsonb_build_object('lines', lines, 'generalComment', general_comment, 'proposal', proposal, 'total', total), total, encode(sha256(id::text::bytea), 'hex'), submitted_at
FROM score_sheet WHERE state = 'SUBMITTED' AND id::text LIKE '00000000-000d-%';

-- The meeting of a locked session: everybody comes, everybody votes in favour, and it is signed and sealed.
INSERT INTO sitting (id, tenant_id, session_id, number, presiding_person_id, appointed, present, required, opened_at, opened_by_person_id, ended_at, ending)
SELECT bench_id('0013', b.w, s), b.id, bench_id('000b', b.w, s), 1, bench_id('0004', b.w, 1), 11, 11, 8, now() - interval '86 days', bench_id('0004', b.w, 2), now() - interval '86 days' + interval '3 hours', 'CLOSED'
FROM bench_ward b, generate_series(1, 40) s;

INSERT INTO attendance (tenant_id, session_id, person_id, mode, in_at, out_at, recorded_by_person_id)
SELECT b.id, bench_id('000b', b.w, s), bench_id('0004', b.w, m), 'PRESENT', now() - interval '86 days' - interval '10 minutes', now() - interval '86 days' + interval '3 hours', bench_id('0004', b.w, 2)
FROM bench_ward b, generate_series(1, 40) s, generate_series(1, 11) m;

INSERT INTO ballot_item (id, tenant_id, session_id, sitting_id, item_id, round, method, state, appointed, recused, present, required, issued, returned, valid, invalid, agree, disagree, opened_at, closed_at)
SELECT bench_id('0014', w, n), ward_id, bench_id('000b', w, 1 + (n - 1) / 40), bench_id('0013', w, 1 + (n - 1) / 40), bench_id('000c', w, n), 1, 'SECRET', 'CLOSED', 11, 0, 11, 8, 11, 11, 11, 0, 11, 0,
  now() - interval '86 days' + interval '1 hour', now() - interval '86 days' + interval '61 minutes'
FROM bench_dossier WHERE n <= 1600;

INSERT INTO ballot_issue (ballot_item_id, person_id, is_returned)
SELECT bench_id('0014', w, n), bench_id('0004', w, m), true FROM bench_dossier, generate_series(1, 11) m WHERE n <= 1600;

INSERT INTO ballot (ballot_item_id, choice) SELECT bench_id('0014', w, n), 'AGREE' FROM bench_dossier, generate_series(1, 11) m WHERE n <= 1600;

INSERT INTO minutes (id, tenant_id, session_id, kind, number, content, sha256, drafted_by_person_id, drafted_at)
SELECT bench_id('0015', b.w, s), b.id, bench_id('000b', b.w, s), 'MEETING', 1, '{"items": [], "conclusion": "Hội đồng thống nhất."}', encode(sha256(('minutes' || b.w || '-' || s)::bytea), 'hex'), bench_id('0004', b.w, 2),
  now() - interval '85 days'
FROM bench_ward b, generate_series(1, 40) s;

INSERT INTO minutes_signature (minutes_id, person_id, capacity, sha256, signed_at)
SELECT m.id, bench_id('0004', b.w, k), CASE k WHEN 1 THEN 'PRESIDING' ELSE 'SECRETARY' END, m.sha256, now() - interval '84 days' FROM bench_ward b JOIN minutes m ON m.tenant_id = b.id, generate_series(1, 2) k;

INSERT INTO session_seal (session_id, tenant_id, sha256, parts, sealed_at)
SELECT s.id, s.tenant_id, encode(sha256(s.id::text::bytea), 'hex'), '{}', s.locked_at FROM bench_ward b JOIN evaluation_session s ON s.tenant_id = b.id WHERE s.state = 'LOCKED';

INSERT INTO item_result (id, tenant_id, item_id, sheet_count, total_sum, breakdown, outcome, reasons, vote)
SELECT bench_id('000e', w, n), ward_id, bench_id('000c', w, n), 11, 11 * (SELECT sum((l ->> 'points')::int) FROM jsonb_array_elements(p.lines) l),
  p.breakdown || jsonb_build_object('received', 11, 'vote', 'PASSED', 'criteria', (SELECT jsonb_agg(k || jsonb_build_object('sum', 11 * coalesce((SELECT (l ->> 'points')::int FROM jsonb_array_elements(p.lines) l
    WHERE l ->> 'criterionCode' = k ->> 'code'), 0))) FROM jsonb_array_elements(p.breakdown -> 'criteria') k)), CASE WHEN state = 'REFUSED' THEN 'NOT_RECOGNISED' ELSE 'EFFECTIVE_AND_REPLICABLE' END, '[]',
  '{"method": "SECRET", "base": "ALL_APPOINTED", "baseCount": 11, "needed": 8, "appointed": 11, "recused": 0, "present": 11, "required": 8, "issued": 11, "returned": 11, "valid": 11, "invalid": 0, "agree": 11, "disagree": 0}'
FROM bench_dossier CROSS JOIN bench_pattern p WHERE n <= 1600;

INSERT INTO recognition_decision (id, tenant_id, session_id, kind, state, summary, proposed_by_person_id, proposed_at, signed_by_person_id, signer_title, number, year, symbol, issued_on, issued_at)
SELECT bench_id('000f', w, s), id, bench_id('000b', w, s), 'COMBINED', 'ISSUED', 'Công nhận sáng kiến cấp cơ sở', bench_id('0004', w, 14), clock_timestamp() - interval '70 days', bench_id('0004', w, 15), 'Chủ tịch', s,
  extract(year FROM vn_today())::int, 'QĐ-UBND', vn_today() - 60, clock_timestamp() - interval '60 days' FROM bench_ward, generate_series(1, 40) s;

INSERT INTO recognition_item (id, tenant_id, decision_id, initiative_id, result_id, position, outcome, effectiveness, refusal_reasons, reason, decided_by_person_id, decided_at)
SELECT bench_id('0010', w, n), ward_id, bench_id('000f', w, 1 + (n - 1) / 40), id, bench_id('000e', w, n), 1 + (n - 1) % 40, state, CASE WHEN state = 'REFUSED' THEN 'NOT_RECOGNISED' ELSE 'RECOGNISED' END,
  CASE WHEN state = 'REFUSED' THEN ARRAY['NOT_NEW'] ELSE '{}' END, CASE WHEN state = 'REFUSED' THEN 'Giải pháp đã được áp dụng tại đơn vị khác.' ELSE '' END, bench_id('0004', w, 15), clock_timestamp() - interval '61 days'
FROM bench_dossier WHERE n <= 1600;

INSERT INTO register_entry (id, tenant_id, initiative_id, item_id, slug, code, title, summary, problem, solution, novelty, conditions, benefit, kind, field_id, field_code, field_name, unit_id, unit_name,
  authors, applications, year, level, effectiveness, decision_number, decision_date, published_at)
SELECT bench_id('0011', d.w, d.n), i.tenant_id, i.id, bench_id('0010', d.w, d.n), 'sang-kien-' || d.w || '-' || d.n, i.code, i.title, i.summary, i.state_before, i.content, i.novelty, i.conditions, i.benefit_author, i.kind,
  i.field_id, f.code, f.name, u.id, u.official_name, v.snapshot -> 'authors', '[{"place": "Bộ phận Một cửa", "from": "2026-01-02", "to": null, "status": "APPLIED", "benefitAmount": null,
    "measures": [{"name": "Thời gian chờ", "unit": "phút", "before": "30", "after": "12.5"}]}]', extract(year FROM vn_today())::int, 'BASE', 'RECOGNISED',
  lpad((1 + (d.n - 1) / 40)::text, 2, '0') || '/QĐ-UBND', vn_today() - 60, clock_timestamp() - interval '60 days' - d.n * interval '1 minute' - d.w * interval '1 second'
FROM bench_dossier d JOIN initiative i ON i.id = d.id JOIN field f ON f.id = i.field_id JOIN org_unit u ON u.id = i.submitting_unit_id JOIN initiative_version v ON v.initiative_id = i.id WHERE d.n <= 1400;

INSERT INTO number_sequence (tenant_id, book, year, last)
SELECT id, book, extract(year FROM vn_today())::int, last FROM bench_ward, (VALUES ('INITIATIVE', 2000), ('RECEIPT', 1960), ('QD_UBND', 40)) AS n (book, last);

INSERT INTO notification (tenant_id, person_id, kind, params, link, event_id, created_at)
SELECT ward_id, bench_id('0004', w, author), 'INITIATIVE_ACCEPTED', jsonb_build_object('code', code, 'title', title), '/ho-so/' || code, bench_id('0012', w, n), submitted_at + interval '1 hour' FROM bench_dossier WHERE n <= 1900;

INSERT INTO outbox (id, tenant_id, type, payload, occurred_at, dispatched_at, done_at)
SELECT bench_id('0012', w, n), ward_id, 'initiative.accepted', jsonb_build_object('initiativeId', id), submitted_at + interval '1 hour', submitted_at + interval '1 hour', submitted_at + interval '1 hour' FROM bench_dossier WHERE n <= 1900;

-- What the acts above left, and signing in, up to 100,000 for a ward.
INSERT INTO audit_event (tenant_id, at, actor_person_id, actor_account_id, action, object_type, object_id)
SELECT d.ward_id, coalesce(d.submitted_at, clock_timestamp()), bench_id('0004', d.w, d.author), bench_id('0005', d.w, d.author), a.action, 'Initiative', d.id
FROM bench_dossier d JOIN LATERAL (VALUES (1, 'initiative.created'), (2, 'initiative.submitted'), (3, 'initiative.accepted')) AS a (k, action) ON a.k = 1 OR (a.k = 2 AND d.n <= 1960) OR (a.k = 3 AND d.n <= 1900);

INSERT INTO audit_event (tenant_id, at, actor_person_id, action, object_type, object_id)
SELECT s.tenant_id, s.scoring_opened_at, bench_id('0004', b.w, 14), 'evaluation.' || a.action, 'EvaluationSession', s.id
FROM bench_ward b JOIN evaluation_session s ON s.tenant_id = b.id JOIN LATERAL (VALUES ('session-created', true), ('scoring-opened', true), ('scoring-closed', s.state = 'LOCKED'), ('session-locked', s.state = 'LOCKED'))
  AS a (action, is_done) ON a.is_done;

INSERT INTO audit_event (tenant_id, at, actor_person_id, action, object_type, object_id)
SELECT tenant_id, issued_at, signed_by_person_id, 'recognition.decision-issued', 'Decision', id FROM recognition_decision WHERE id::text LIKE '00000000-000f-%';

INSERT INTO audit_event (tenant_id, at, actor_person_id, action, object_type, object_id, details)
SELECT tenant_id, submitted_at, person_id, 'evaluation.score-sheet-submitted', 'ScoreSheet', id, '{"submissionNumber": 1}' FROM score_sheet WHERE state = 'SUBMITTED' AND id::text LIKE '00000000-000d-%';

INSERT INTO audit_event (tenant_id, at, actor_person_id, actor_account_id, action, object_type, object_id, details)
SELECT b.id, clock_timestamp() - n * interval '5 minutes', bench_id('0004', w, 1 + n % 300), bench_id('0005', w, 1 + n % 300), 'identity.signed-in', 'Account', bench_id('0005', w, 1 + n % 300), '{}'
FROM bench_ward b, LATERAL generate_series(1, greatest(0, 100000 - (SELECT count(*)::int FROM audit_event e WHERE e.tenant_id = b.id))) n;

RESET session_replication_role;

DROP TABLE bench_dossier, bench_pattern;

DROP FUNCTION bench_id;

VACUUM (ANALYZE);
