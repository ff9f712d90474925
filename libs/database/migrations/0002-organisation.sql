-- Wards, their unit trees and the people in them.

CREATE TABLE tenant (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  code text NOT NULL CONSTRAINT tenant_code_unique UNIQUE CHECK (code ~ '^[a-z0-9-]{2,60}$'),
  name line_text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('WARD', 'COMMUNE', 'SPECIAL_ZONE', 'CITY')),
  city_id uuid REFERENCES tenant (id),
  place_name line_text NOT NULL,
  head_title line_text NOT NULL,
  collective_body_name line_text NOT NULL,
  status text NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'SUSPENDED')),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT tenant_city_has_no_city CHECK (kind <> 'CITY' OR city_id IS NULL)
);

CREATE TABLE org_unit (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL REFERENCES tenant (id),
  parent_id uuid,
  code text NOT NULL CHECK (code ~ '^[A-Z0-9-]{1,40}$'),
  official_name line_text NOT NULL,
  short_name line_text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('DEPARTMENT', 'OFFICE', 'SERVICE_CENTRE', 'PUBLIC_UNIT', 'POLICE', 'MILITARY', 'SCHOOL',
    'HEALTH_STATION', 'FRONT_UNION', 'RESIDENT_GROUP', 'DIGITAL_TEAM', 'ENTERPRISE', 'GROUP')),
  has_legal_personality boolean NOT NULL DEFAULT false,
  is_recognising_body boolean NOT NULL DEFAULT false,
  school_level text CHECK (school_level IN ('MN', 'TH', 'THCS', 'THPT')),
  active_from date,
  active_to date,
  search_norm text GENERATED ALWAYS AS (vn_norm(official_name || ' ' || short_name)) STORED,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT org_unit_code_unique UNIQUE (tenant_id, code),
  CONSTRAINT org_unit_in_tenant UNIQUE (tenant_id, id),
  CONSTRAINT org_unit_parent FOREIGN KEY (tenant_id, parent_id) REFERENCES org_unit (tenant_id, id),
  CONSTRAINT org_unit_school_level_only_schools CHECK (school_level IS NULL OR kind = 'SCHOOL'),
  CONSTRAINT org_unit_active_period CHECK (active_to IS NULL OR active_from IS NULL OR active_to >= active_from)
);
CREATE INDEX org_unit_children ON org_unit (tenant_id, parent_id);

-- Every spelling under which a unit appears in plans and tables.
CREATE TABLE org_unit_alias (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  alias line_text NOT NULL,
  alias_norm text GENERATED ALWAYS AS (vn_norm(alias)) STORED,
  CONSTRAINT org_unit_alias_unique UNIQUE (tenant_id, alias),
  CONSTRAINT org_unit_alias_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX org_unit_alias_of ON org_unit_alias (unit_id);

CREATE TABLE person (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL REFERENCES tenant (id),
  unit_id uuid,
  full_name line_text NOT NULL,
  birth_date date,
  gender text CHECK (gender IN ('FEMALE', 'MALE', 'OTHER')),
  position line_text,
  qualification line_text,
  email text CHECK (email ~ '^[^\s@]+@[^\s@]+$' AND length(email) <= 254),
  phone text CHECK (phone ~ '^[0-9+ ()-]{6,30}$'),
  is_union_member boolean NOT NULL DEFAULT false,
  sort_name text GENERATED ALWAYS AS (vn_sort_name(full_name)) STORED,
  search_norm text GENERATED ALWAYS AS (vn_norm(full_name)) STORED,
  left_on date,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT person_birth_date_likely CHECK (birth_date BETWEEN '1900-01-01' AND (created_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date),
  CONSTRAINT person_in_tenant UNIQUE (tenant_id, id),
  CONSTRAINT person_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES org_unit (tenant_id, id)
);
CREATE INDEX person_of_unit ON person (tenant_id, unit_id);
-- Pages of the people list are read in this order, by row comparison.
CREATE INDEX person_by_name ON person (tenant_id, sort_name COLLATE "vi-x-icu", id);
CREATE INDEX person_search ON person USING gin (search_norm gin_trgm_ops);
CREATE TRIGGER person_touch BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- Fields of application (lĩnh vực áp dụng).
CREATE TABLE field (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL REFERENCES tenant (id),
  code text NOT NULL CHECK (code ~ '^[A-Z]{2,10}$'),
  name line_text NOT NULL,
  name_en line_text,
  position integer NOT NULL DEFAULT 0,
  is_active boolean NOT NULL DEFAULT true,
  CONSTRAINT field_code_unique UNIQUE (tenant_id, code),
  CONSTRAINT field_in_tenant UNIQUE (tenant_id, id)
);
