-- Evaluation regulations as data, frozen at first use, and the campaigns that apply them.

CREATE TABLE legal_basis (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  number text NOT NULL CONSTRAINT legal_basis_number_unique UNIQUE,
  title line_text NOT NULL,
  issuer line_text NOT NULL,
  issued_on date,
  effective_from date,
  effective_to date,
  status text NOT NULL CHECK (status IN ('IN_FORCE', 'EXPIRED', 'REPLACED', 'NOT_YET', 'UNVERIFIED'))
);

CREATE TABLE evaluation_regulation (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL REFERENCES tenant (id),
  code text NOT NULL CHECK (code ~ '^[a-z0-9-]{2,60}$'),
  version integer NOT NULL CHECK (version >= 1),
  name line_text NOT NULL,
  level text NOT NULL CHECK (level IN ('BASE', 'CITY')),
  state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'IN_FORCE', 'RETIRED')),
  decision_number text CHECK (length(decision_number) <= 100),
  decision_date date,
  effective_from date,
  effective_to date,
  -- The whole rule book as one document, checked against its schema before it is stored.
  rules jsonb NOT NULL,
  rules_sha256 sha256_hex NOT NULL,
  frozen_at timestamptz,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT evaluation_regulation_version_unique UNIQUE (tenant_id, code, version),
  CONSTRAINT evaluation_regulation_in_tenant UNIQUE (tenant_id, id),
  CONSTRAINT evaluation_regulation_in_force_has_date CHECK (state = 'DRAFT' OR effective_from IS NOT NULL),
  CONSTRAINT evaluation_regulation_period CHECK (effective_to IS NULL OR effective_to >= effective_from)
);
CREATE UNIQUE INDEX evaluation_regulation_one_in_force ON evaluation_regulation (tenant_id, code) WHERE state = 'IN_FORCE';
CREATE TRIGGER evaluation_regulation_touch BEFORE UPDATE ON evaluation_regulation FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TABLE evaluation_regulation_basis (
  regulation_id uuid NOT NULL REFERENCES evaluation_regulation (id),
  legal_basis_id uuid NOT NULL REFERENCES legal_basis (id),
  position integer NOT NULL DEFAULT 0,
  PRIMARY KEY (regulation_id, legal_basis_id)
);

-- A draft may change. What a decision put in force stays as it was decided; only its end comes later. First use freezes it.
CREATE FUNCTION evaluation_regulation_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.frozen_at IS NOT NULL OR OLD.state <> 'DRAFT' THEN
      RAISE EXCEPTION 'KHOI:REGULATION_FROZEN a regulation in use is kept' USING ERRCODE = 'P0001';
    END IF;
    RETURN OLD;
  END IF;
  IF NEW.id <> OLD.id OR NEW.tenant_id <> OLD.tenant_id OR (OLD.frozen_at IS NOT NULL AND NEW.frozen_at IS DISTINCT FROM OLD.frozen_at)
     OR (OLD.state <> 'DRAFT' AND NEW.state = 'DRAFT') OR (OLD.state = 'RETIRED' AND NEW.state <> 'RETIRED') THEN
    RAISE EXCEPTION 'KHOI:REGULATION_FROZEN a regulation goes forward only' USING ERRCODE = 'P0001';
  END IF;
  IF (OLD.frozen_at IS NOT NULL OR OLD.state <> 'DRAFT') AND (NEW.rules IS DISTINCT FROM OLD.rules OR NEW.rules_sha256 <> OLD.rules_sha256
      OR NEW.code <> OLD.code OR NEW.version <> OLD.version OR NEW.level <> OLD.level OR NEW.name <> OLD.name
      OR NEW.decision_number IS DISTINCT FROM OLD.decision_number OR NEW.decision_date IS DISTINCT FROM OLD.decision_date
      OR NEW.effective_from IS DISTINCT FROM OLD.effective_from) THEN
    RAISE EXCEPTION 'KHOI:REGULATION_FROZEN a regulation in use does not change' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_regulation_frozen BEFORE UPDATE OR DELETE ON evaluation_regulation
  FOR EACH ROW EXECUTE FUNCTION evaluation_regulation_frozen();
CREATE TRIGGER evaluation_regulation_truncate BEFORE TRUNCATE ON evaluation_regulation FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

CREATE TABLE campaign (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tenant_id uuid NOT NULL REFERENCES tenant (id),
  code text NOT NULL CHECK (code ~ '^[a-z0-9-]{2,60}$'),
  name line_text NOT NULL,
  year integer NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  level text NOT NULL CHECK (level IN ('BASE', 'CITY')),
  regulation_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'PLANNED' CHECK (state IN ('PLANNED', 'OPEN', 'CLOSED', 'SCORING', 'DECIDING', 'PUBLISHED', 'ARCHIVED', 'CANCELLED')),
  opens_on date NOT NULL,
  -- The last instant is excluded: a file that arrives at this instant is late.
  submission_closes_at timestamptz NOT NULL,
  target_count integer CHECK (target_count > 0),
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT campaign_code_unique UNIQUE (tenant_id, code),
  CONSTRAINT campaign_in_tenant UNIQUE (tenant_id, id),
  CONSTRAINT campaign_regulation FOREIGN KEY (tenant_id, regulation_id) REFERENCES evaluation_regulation (tenant_id, id),
  CONSTRAINT campaign_closes_after_opening CHECK ((submission_closes_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date >= opens_on)
);
CREATE TRIGGER campaign_touch BEFORE UPDATE ON campaign FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
