-- A register as large as a big city's after many years, for plans and measurements. Run it as a superuser on a migrated database:
-- triggers and foreign keys are off while it writes. `bench.entries` says how many entries; a hundred wards share them.
-- Statements are apart by an empty line.
SET session_replication_role = replica;

-- VACUUM marks pages as visible to everybody only when their commits are on disk.
SET synchronous_commit = on;

CREATE TEMPORARY TABLE later AS
SELECT x.indexname AS name, x.indexdef AS definition FROM pg_indexes x
 WHERE x.tablename = 'register_entry' AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conname = x.indexname);

-- An index is made several times faster in one go than row by row.
DO $$ DECLARE i record;
BEGIN
  FOR i IN SELECT name FROM later LOOP EXECUTE format('DROP INDEX %I', i.name); END LOOP;
END $$;

INSERT INTO tenant (id, code, name, kind, place_name, head_title, collective_body_name)
SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'phuong-' || n, 'Phường số ' || n, 'WARD', 'Thử', 'Chủ tịch', 'ỦY BAN NHÂN DÂN'
  FROM generate_series(1, 100) n;

INSERT INTO field (id, tenant_id, code, name)
SELECT ('00000000-0000-7000-9000-' || lpad((t * 100 + f)::text, 12, '0'))::uuid, ('00000000-0000-7000-8000-' || lpad(t::text, 12, '0'))::uuid,
       'F' || chr(64 + f), 'Lĩnh vực ' || f
  FROM generate_series(1, 100) t, generate_series(1, 12) f;

INSERT INTO org_unit (id, tenant_id, code, official_name, short_name, kind)
SELECT ('00000000-0000-7000-a000-' || lpad((t * 100 + u)::text, 12, '0'))::uuid, ('00000000-0000-7000-8000-' || lpad(t::text, 12, '0'))::uuid,
       'DV' || u, 'Đơn vị số ' || u || ' phường ' || t, 'ĐV' || u, 'DEPARTMENT'
  FROM generate_series(1, 100) t, generate_series(1, 30) u;

WITH vocabulary AS (
  SELECT ARRAY['quản lý', 'hồ sơ', 'điện tử', 'tiếp công dân', 'trường học', 'giảm', 'thời gian', 'chờ', 'mã QR', 'sổ tay', 'chuyển đổi số',
    'học sinh', 'dạy học', 'toán', 'tiếng Việt', 'y tế', 'tiêm chủng', 'phòng cháy', 'rác thải', 'tuyến phố', 'văn minh', 'đô thị', 'chợ',
    'hộ kinh doanh', 'thu thuế', 'người cao tuổi', 'trẻ em', 'thư viện', 'đọc sách', 'bếp ăn', 'bán trú', 'an toàn', 'giao thông', 'camera',
    'tổ dân phố', 'hoà giải', 'Đông Ngạc', 'Hồng Bàng', 'lấy ý kiến', 'bản đồ'] AS w
)
INSERT INTO register_entry (id, tenant_id, initiative_id, item_id, slug, code, title, summary, problem, solution, novelty, conditions, benefit, kind,
  field_id, field_code, field_name, unit_id, unit_name, authors, applications, year, level, effectiveness, decision_number, decision_date, published_at)
SELECT ('00000000-0000-7000-b000-' || lpad(n::text, 12, '0'))::uuid, ('00000000-0000-7000-8000-' || lpad((1 + n % 100)::text, 12, '0'))::uuid,
  gen_random_uuid(), gen_random_uuid(), 'sang-kien-' || n, 'SK-' || (2016 + n % 10) || '-' || lpad((n / 100)::text, 4, '0'),
  'Giải pháp ' || w[1 + (n * 7) % 40] || ' ' || w[1 + (n * 13 + 5) % 40] || ' bằng ' || w[1 + (n * 11 + n / 40) % 40] || ' số ' || n,
  'Tóm tắt: ' || w[1 + (n * 3) % 40] || ', ' || w[1 + (n * 5 + 1) % 40] || ' và ' || w[1 + (n * 17 + 2) % 40]
    || ' được thực hiện tại đơn vị, giảm công việc thủ công cho cán bộ và người dân.',
  repeat('Thực trạng trước đây còn nhiều bất cập. ', 4), repeat('Nội dung giải pháp gồm các bước sau. ', 8), repeat('Điểm mới là cách làm. ', 2),
  'Có mạng nội bộ.', repeat('Lợi ích cho người dân. ', 2), 'MANAGEMENT',
  ('00000000-0000-7000-9000-' || lpad(((1 + n % 100) * 100 + 1 + n % 12)::text, 12, '0'))::uuid, 'F' || chr(65 + n % 12), 'Lĩnh vực ' || (1 + n % 12),
  ('00000000-0000-7000-a000-' || lpad(((1 + n % 100) * 100 + 1 + n / 100 % 30)::text, 12, '0'))::uuid,
  'Đơn vị số ' || (1 + n / 100 % 30) || ' phường ' || (1 + n % 100),
  '[{"fullName": "Nguyễn Văn An", "shareBp": 6000}, {"fullName": "Trần Thị Bình", "shareBp": 4000}]',
  '[{"place": "Bộ phận Một cửa", "from": "2025-01-02", "to": null, "status": "APPLIED", "benefitAmount": 1000000,
     "measures": [{"name": "Thời gian", "unit": "phút", "before": "30", "after": "12.5"}]}]',
  2016 + n % 10, 'BASE', CASE WHEN n % 3 = 0 THEN 'RECOGNISED' ELSE 'NOT_RECOGNISED' END, (1 + n % 90) || '/QĐ-UBND',
  date '2016-01-01' + n / 30, timestamptz '2016-01-01' + n * interval '50 minutes'
FROM generate_series(1, current_setting('bench.entries')::int) n, vocabulary;

DO $$ DECLARE i record;
BEGIN
  FOR i IN SELECT definition FROM later LOOP EXECUTE i.definition; END LOOP;
END $$;

RESET session_replication_role;

VACUUM (ANALYZE) register_entry;

ANALYZE tenant, field, org_unit;
