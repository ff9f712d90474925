-- Some hundred dossiers beside the register, so that it is not alone in the database. Same rules as fill-register.sql.
SET session_replication_role = replica;

INSERT INTO initiative (tenant_id, code, campaign_id, state, title, kind, created_by_person_id, updated_by_person_id, summary, state_before, content,
  novelty, receipt_number, submitted_at, current_version)
SELECT ('00000000-0000-7000-8000-' || lpad((1 + n % 10)::text, 12, '0'))::uuid, 'SK-2026-' || lpad(n::text, 4, '0'), gen_random_uuid(),
  (ARRAY['SUBMITTED', 'WITHDRAWN', 'SUPPLEMENT_REQUIRED', 'REJECTED_FORMALLY'])[1 + n % 4], 'Sáng kiến đang xét số ' || n, 'MANAGEMENT',
  gen_random_uuid(), gen_random_uuid(), 'Tóm tắt.', repeat('Thực trạng. ', 50), repeat('Nội dung. ', 100), repeat('Điểm mới. ', 20),
  'BN-2026-' || lpad(n::text, 4, '0'), clock_timestamp(), 1
FROM generate_series(1, 400) n;

RESET session_replication_role;

VACUUM (ANALYZE) initiative;
