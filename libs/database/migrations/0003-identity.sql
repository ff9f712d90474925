-- Accounts, roles with scope and dates, sessions.

CREATE TABLE account (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  person_id uuid NOT NULL CONSTRAINT account_one_per_person UNIQUE,
  username text NOT NULL CONSTRAINT account_username_unique UNIQUE CHECK (username ~ '^[a-z0-9][a-z0-9._@-]{2,99}$'),
  password_hash text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
  status text NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'DISABLED')),
  must_change_password boolean NOT NULL DEFAULT false,
  last_sign_in_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT account_in_tenant UNIQUE (tenant_id, id),
  CONSTRAINT account_person FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);
CREATE TRIGGER account_touch BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- Council roles are not here: they follow from council membership.
CREATE TABLE role_assignment (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  person_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('UNIT_HEAD', 'INTAKE_OFFICER', 'COUNCIL_SECRETARY', 'AUTHORITY_HEAD', 'CLERK', 'OBSERVER', 'AUDITOR',
    'CITY_OFFICER', 'PLAN_COORDINATOR', 'SCHOOL_COORDINATOR', 'SECURITY_OFFICER', 'TENANT_ADMIN')),
  scope_unit_id uuid,
  valid_from date NOT NULL DEFAULT vn_today(),
  valid_to date,
  basis text CHECK (length(basis) <= 500),
  -- Set when a role is taken away before its last day; from that moment it gives no right.
  ended_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT role_assignment_person FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT role_assignment_scope FOREIGN KEY (tenant_id, scope_unit_id) REFERENCES org_unit (tenant_id, id),
  CONSTRAINT role_assignment_period CHECK (valid_to IS NULL OR valid_to >= valid_from),
  -- A head of a unit is head of something; the other roles are ward-wide.
  CONSTRAINT role_assignment_scope_fits CHECK ((role IN ('UNIT_HEAD', 'SCHOOL_COORDINATOR')) = (scope_unit_id IS NOT NULL)),
  CONSTRAINT role_assignment_no_overlap EXCLUDE USING gist (
    person_id WITH =, role WITH =, coalesce(scope_unit_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =,
    daterange(valid_from, valid_to, '[]') WITH &&) WHERE (ended_at IS NULL)
);
CREATE INDEX role_assignment_of_person ON role_assignment (person_id);
CREATE INDEX role_assignment_by_role ON role_assignment (tenant_id, role);

-- Tokens are stored as SHA-256 only; whoever reads this table cannot sign in with it.
CREATE TABLE session (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL,
  account_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('WEB', 'API')),
  token_hash bytea NOT NULL CONSTRAINT session_token_unique UNIQUE CHECK (octet_length(token_hash) = 32),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  last_seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  device text CHECK (length(device) <= 300),
  CONSTRAINT session_account FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
);
CREATE INDEX session_of_account ON session (account_id) WHERE ended_at IS NULL;

-- Guesses, counted by account name whatever the address they came from (10 per 15 minutes).
-- Names are stored as SHA-256 only: people type their password into the wrong box.
CREATE TABLE sign_in_attempt (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  name_hash bytea NOT NULL CHECK (octet_length(name_hash) = 32),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  succeeded boolean NOT NULL DEFAULT false
);
CREATE INDEX sign_in_attempt_recent ON sign_in_attempt (name_hash, at);
CREATE INDEX sign_in_attempt_age ON sign_in_attempt (at);
